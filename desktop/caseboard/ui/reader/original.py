"""The page as it was published, cleaned and offline."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.clip import ClipFile
from caseboard.model.ids import FileId
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.figures import LoadImage
from caseboard.ui.reader.offsets import OffsetMap, Run
from caseboard.ui.reader.page import ReaderPage, inline_pictures
from caseboard.ui.reader.safe import blank, shown_link

SCHEME = "clip"
WIDEST = 640
MARGIN = 24
SETTLING = 200  # ms
MOST = 60_000
"""Characters of HTML that are set: what takes the window a tenth of a second."""
_UNBROKEN = re.compile(r"(?:&#?\w{1,12};|[^\s<>&]){400}")


class OriginalView(QTextBrowser):
    """Shows sanitised HTML. It reads nothing but the clip's own pictures, and goes nowhere."""

    link_clicked = Signal(str)
    """The whole address, its host in punycode: http, https or mailto."""
    link_hovered = Signal(str)
    """The same, or nothing when the mouse has left it."""

    def __init__(self, theme: Theme, load_image: LoadImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._load_image = load_image
        self._files: dict[str, ClipFile] = {}
        self._html = ""
        self._set_for = 0
        self._is_due = False
        """Whether the page waits to be set until the view is shown."""
        self._settling = QTimer(self, interval=SETTLING, singleShot=True)
        self._settling.timeout.connect(self._set_again)
        self._dress()
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.highlighted.connect(self._on_highlighted)
        theme.changed.connect(self._on_theme_changed)

    def show_page(self, page: ReaderPage) -> None:
        """Show the page's original; nothing happens where it is shown already."""
        files = inline_pictures(page.files)
        named = {f"{SCHEME}:{file.ordinal}": file for file in files}
        if page.original == self._html and named == self._files:
            return
        self._files, self._html = named, page.original
        self._set()

    def refresh_picture(self, file_id: FileId) -> None:
        """A picture has come: draw it."""
        if any(file.id == file_id for file in self._files.values()):
            self._set_again()

    def selected_text(self) -> str:
        """What is selected, blocks parted by line breaks."""
        return self.textCursor().selectedText().replace("\u2029", "\n").strip()

    def searched_text(self) -> str:
        """What a search looks in."""
        return self.toPlainText()

    def show_matches(self, found: Sequence[tuple[int, int]], current: int) -> None:
        """Mark what a search found, and bring the one at index `current` in sight."""
        offsets = OffsetMap((Run.of(0, 0, self.toPlainText()),))
        marks: list[QTextEdit.ExtraSelection] = []
        for index, (start, end) in enumerate(found):
            first, last = offsets.spans(start, end)[0]
            marks.append(self._mark(first, last, current=index == current))
            if index == current:
                self._reveal(first)
        self.setExtraSelections(marks)

    @override
    def loadResource(self, _kind: int, name: QUrl | str, /) -> QImage:
        """A picture of the clip, or a blank one whatever the page asks for."""
        file = self._file(QUrl(name).toString())
        image = self._load_image(file) if file else QImage()
        if image.isNull():
            return blank()
        widest = self._widest()
        if image.width() > widest:
            return image.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)
        return image

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._is_due:
            self._set()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._files and self._widest() != self._set_for:
            self._settling.start()

    @override
    def doSetSource(
        self,
        _name: QUrl | str,
        _kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
        /,
    ) -> None:
        """Nowhere: links are told, never followed."""

    def _file(self, name: str) -> ClipFile | None:
        return self._files.get(name)

    def _mark(self, first: int, last: int, *, current: bool) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        ground = QColor(self._theme.tokens.accent)
        ground.setAlphaF(0.55 if current else 0.28)
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = cursor, QTextCharFormat()
        mark.format.setBackground(ground)
        return mark

    def _reveal(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        seen, height = self.cursorRect(cursor), self.viewport().height()
        if seen.top() < 0 or seen.bottom() > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + seen.top() - height // 3)

    def _widest(self) -> int:
        """As if the scroll bar were there: it comes once the page is longer than the view."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * MARGIN
        return max(1, min(self._theme.px(WIDEST), room))

    def _set(self) -> None:
        self._is_due = not self.isVisible()
        if not self._is_due:
            self._set_for = self._widest()
            self.setHtml(shortened(self._html))

    @Slot()
    def _set_again(self) -> None:
        scrolled = self.verticalScrollBar().value()
        self._set()
        self.verticalScrollBar().setValue(scrolled)

    def _dress(self) -> None:
        self.setAccessibleName(_("Original page, offline"))
        self.setProperty("plain", True)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(MARGIN)
        self._dress_links()

    def _dress_links(self) -> None:
        self.document().setDefaultFont(self._theme.ui_font(14))
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Link, self._theme.tokens.accent)
        self.setPalette(palette)

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        link = shown_link(url)
        if link:
            self.link_clicked.emit(link)

    @Slot(QUrl)
    def _on_highlighted(self, url: QUrl) -> None:
        self.link_hovered.emit(shown_link(url))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._dress_links()
        self._set_again()


def shortened(html: str) -> str:
    """As much of sanitised HTML as can be set at once, words without end broken."""
    if len(html) > MOST:
        html = html[: html.rfind("<", 0, MOST) if "<" in html[:MOST] else MOST]
        html += "<p>" + _("The page goes on: the reader shows all of its words.") + "</p>"
    return _UNBROKEN.sub("\\g<0><br>", html)
