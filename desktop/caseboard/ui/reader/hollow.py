"""The notice over a page that is not the article: it stays as long as the page does."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.hollow_words import hollow_sentence
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.page import ReaderPage


class HollowNotice(Surface):
    """Says what a site sent in the article's place; gone for a page that is what it stands for."""

    link_clicked = Signal(str)
    """Someone wants to see the page in a browser."""
    fetch_requested = Signal(str)
    """The id of a clip whose address is to be fetched once more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.banner = _Lasting(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), 0)
        column.addWidget(self.banner)
        self.hide()

    def show_page(self, page: ReaderPage) -> None:
        """Say it of this page, where there is something to say."""
        clip = page.clip
        self.setVisible(clip.hollow is not None)
        if clip.hollow is None:
            return
        address = clip.url_reached or clip.url_asked
        actions = []
        if address:
            actions.append((_("Open in browser"), lambda: self._act(self.link_clicked, address)))
        if clip.url_asked:
            again = clip.id
            actions.append((_("Fetch again"), lambda: self._act(self.fetch_requested, again)))
        self.banner.show_notice(Kind.CARE, hollow_sentence(clip.hollow), actions)

    def _act(self, signal: object, what: str) -> None:
        self.banner.show()  # taking an action closes other notices, not this one
        signal.emit(what)  # type: ignore[attr-defined]  # a bound signal has no type of its own


class _Lasting(Banner):
    """A notice that nothing closes but its reason going away."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.close_button.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        QWidget.keyPressEvent(self, event)
