"""From a selection in the reader to the popup beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget
from shiboken6 import isValid

from caseboard.ui.desk import CaseDesk
from caseboard.ui.navigation import Navigator
from caseboard.ui.reader.center import ReaderPane
from caseboard.ui.reader.page import MarkKind, Selection
from caseboard.ui.reader.tabs import Tab

if TYPE_CHECKING:
    from caseboard.ui.forms.tag_popup import TagPopup


class Tagging(QObject):
    """Opens the popup for what the reader asks; the popup itself runs the commands."""

    def __init__(
        self, desk: CaseDesk, navigator: Navigator, reader: ReaderPane, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._reader = reader
        self._desk = desk
        self._navigator = navigator
        self._popup: TagPopup | None = None
        self._is_writable = not desk.desk.library.read_only
        reader.tag_requested.connect(self._on_tag_requested)
        reader.note_requested.connect(self._on_note_requested)

    @property
    def popup(self) -> "TagPopup":
        """The popup, made when it is first wanted."""
        if self._popup is None:
            from caseboard.ui.forms.tag_popup import TagPopup  # noqa: PLC0415  # not at the start

            self._popup = TagPopup(self._desk, self._navigator, self._parent)
        return self._popup

    def discard(self) -> None:
        """The view is going, and with it the popup, which by then belongs to the window."""
        if self._popup is not None and isValid(self._popup):
            self._popup.close_popup()
            self._popup.deleteLater()

    @Slot(object, object)
    def _on_tag_requested(self, kind: MarkKind, selection: Selection) -> None:
        self._open(kind, selection)

    @Slot(object)
    def _on_note_requested(self, selection: Selection | None) -> None:
        self._open(MarkKind.NOTE, selection)

    def _open(self, kind: MarkKind, selection: Selection | None) -> None:
        page = self._reader.page
        if page is not None and self._is_writable:
            self.popup.open_for(kind, page.clip, selection, place_of(self._reader))


def place_of(reader: ReaderPane) -> QRect:
    """Where on the screen what is selected stands; the top of the reader where nothing is."""
    if reader.tab is Tab.IMAGES:
        picture = reader.images.picture
        pending = picture.pending
        if pending is not None:
            rect = picture.camera.to_view(pending).toAlignedRect()
            return _on_screen(picture, rect.intersected(picture.rect()))
    if reader.tab is Tab.PAGES and reader.pages is not None:
        pages = reader.pages.view
        picked = pages.picked_rect()
        if not picked.isEmpty():
            return _on_screen(pages.viewport(), picked)
    elif reader.selection() is not None:
        view = reader.original if reader.tab is Tab.ORIGINAL else reader.article
        return _on_screen(view.viewport(), _passage(view))
    return _on_screen(reader, QRect(reader.width() // 4, reader.height() // 4, 1, 1))


def _passage(view: QTextEdit) -> QRect:
    """The selected words, or the last line of them where they are out of sight."""
    cursor = view.textCursor()
    first, last = QTextCursor(cursor), QTextCursor(cursor)
    first.setPosition(cursor.selectionStart())
    last.setPosition(cursor.selectionEnd())
    whole = view.cursorRect(first).united(view.cursorRect(last))
    seen = whole.intersected(view.viewport().rect())
    return seen if not seen.isEmpty() else view.viewport().rect().adjusted(40, 40, -40, -40)


def _on_screen(widget: QWidget, rect: QRect) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(rect.left(), rect.top())), rect.size())
