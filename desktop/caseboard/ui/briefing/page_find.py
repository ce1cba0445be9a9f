"""Finds words in the pages of a briefing, and goes on finding them while the pages change."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from caseboard.i18n import _
from caseboard.ui.briefing.text_pages import TextPages
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.find import FindBar

REST = 400
"""Milliseconds of rest until other pages are looked in, while one writes."""


class PageFind(QObject):
    """The bar above the pages; their words are read when they are looked for."""

    def __init__(self, theme: Theme, pages: TextPages, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        self.bar = FindBar(theme, parent, _("Find in the pages"))
        self.bar.hide()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.renew)
        pages.renewed.connect(self._on_renewed)
        self.bar.closed.connect(self._on_closed)

    @newest_slot()
    async def open(self) -> None:
        """Let words be typed that are looked for."""
        if self._pages.count:
            self.bar.open()
            if await self._look():
                self.bar.search()

    @newest_slot()
    async def renew(self) -> None:
        """Look anew in other pages; what one looks at stays in sight."""
        if not self.bar.isHidden() and await self._look():
            with self._pages.staying():
                self.bar.renew()

    @Slot()
    def _on_renewed(self) -> None:
        if not self._pages.count:
            self.bar.hide()
        elif not self.bar.isHidden():
            self._rest.start()

    @Slot()
    def _on_closed(self) -> None:
        """Hand the keyboard back, if it was here."""
        here = QApplication.focusWidget()
        if here is not None and self.bar.isAncestorOf(here) and self._pages.isVisible():
            self._pages.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _look(self) -> bool:
        is_read = await self._pages.read_all()
        if is_read and isValid(self):
            self.bar.aim_at(self._pages)
        return is_read and isValid(self)
