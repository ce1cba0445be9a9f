"""A clip's text set on one column: read, selected, and told by offsets of the clip."""

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from caseboard.i18n import ngettext
from caseboard.model.ids import FileId
from caseboard.ui.lib.buttons import flat_button
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.figures import Figures, LoadImage
from caseboard.ui.reader.offsets import OffsetMap
from caseboard.ui.reader.outline import Outline, outline
from caseboard.ui.reader.page import ReaderPage, TextSelection
from caseboard.ui.reader.safe import blank
from caseboard.ui.reader.typeset import (
    FIGURE_OBJECT,
    FIRST,
    Article,
    Typesetting,
    Typography,
    column_width,
)

SIDE = 48
TOP = 24
BOTTOM = 56


class Sheet(QTextEdit):
    """Shows a page's text, read-only; parts that are not the article wait behind a control."""

    def __init__(self, theme: Theme, load_image: LoadImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._page: ReaderPage | None = None
        self._outline = Outline((), ())
        self._article = Article(OffsetMap(), (), range(0), None)
        self._figures = Figures(theme, load_image, self)
        self._aside_shown = False
        self._work: Typesetting | None = None
        self._stepping = QTimer(self, interval=0)
        self._stepping.timeout.connect(self._on_step)
        self.disclosure = flat_button(theme, "", self.viewport())
        self.disclosure.clicked.connect(self._on_disclosure_clicked)
        self._dress()
        theme.changed.connect(self._on_theme_changed)

    @property
    def page(self) -> ReaderPage | None:
        """What is shown."""
        return self._page

    @property
    def offsets(self) -> OffsetMap:
        """Where the clip's text stands in the document."""
        return self._article.offsets

    def set_page(self, page: ReaderPage) -> None:
        """Show a page from its top; where the clip was shown already, it stays where it was."""
        same = self._page is not None and self._page.clip.id == page.clip.id
        scrolled = self.verticalScrollBar().value() if same else 0
        self._page = page
        self._outline = outline(page)
        self._aside_shown = self._aside_shown and same
        self._typeset()
        if scrolled:
            self.finish()
        self.verticalScrollBar().setValue(scrolled)

    def finish(self) -> None:
        """Set all that is not set yet: whatever asks where something stands needs that."""
        if self._work is not None:
            self._work.finish()
            self._on_step()

    def refresh_picture(self, file_id: FileId) -> None:
        """A picture has come: draw it."""
        if self._figures.forget(file_id):
            self.document().markContentsDirty(0, self.document().characterCount())
            self.viewport().update()

    def selection(self) -> TextSelection | None:
        """The passage that is selected, without blanks at its ends."""
        cursor = self.textCursor()
        passage = self.offsets.passage(cursor.selectionStart(), cursor.selectionEnd())
        if self._page is None or passage is None:
            return None
        start, end = trimmed(self._page.clip.text, *passage)
        return TextSelection(start, end, self._page.clip.text[start:end]) if start < end else None

    def select_range(self, start: int, end: int) -> None:
        """Select a passage, opening what hides it, and bring it into sight."""
        self.finish()
        spans = self.offsets.spans(start, end)
        if spans:
            self.reveal(start, end)
            cursor = self.textCursor()
            cursor.setPosition(spans[0][0])
            cursor.setPosition(spans[-1][1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def reveal(self, start: int, end: int) -> None:
        """Bring a passage into sight; the page stays where it is if it is there already."""
        self.finish()
        spans = self.offsets.spans(start, end)
        if not spans:
            return
        block = self.document().findBlock(spans[0][0])
        if block.blockNumber() in self._article.aside:
            self.show_aside(shown=True)
        cursor = QTextCursor(self.document())
        cursor.setPosition(spans[0][0])
        seen, top = self.cursorRect(cursor), self.viewport().height()
        if seen.top() < 0 or seen.bottom() > top:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + seen.top() - top // 3)

    def show_aside(self, *, shown: bool) -> None:
        """Open or close what is not part of the article."""
        self.finish()
        self._aside_shown = shown
        document = self.document()
        for number in self._article.aside:
            block = document.findBlockByNumber(number)
            block.setVisible(shown)
            document.markContentsDirty(block.position(), block.length())
        self._dress_disclosure()
        self._place_disclosure()
        self.viewport().update()

    def visible_blocks(self, area: QRectF) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The blocks that stand in `area` of the viewport, with the corners of their layouts."""
        layout, scrolled = self.document().documentLayout(), self._scrolled()
        block = self._block_at(area.top() + scrolled.y() - 8)
        while block.isValid():
            if block.isVisible():
                rect = layout.blockBoundingRect(block).translated(-scrolled)
                if rect.top() > area.bottom() + 8:
                    return
                yield block, rect.topLeft()
            block = block.next()

    @override
    def loadResource(self, _kind: int, _name: QUrl | str, /) -> QImage:
        """Nothing is read: the pictures of a clip are drawn, not named."""
        return blank()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._set_margins()
        super().resizeEvent(event)
        self._set_margins()  # again, since the scroll bar may have come or gone meanwhile
        self._place_disclosure()

    def _block_at(self, y: float) -> QTextBlock:
        """The first block that reaches below `y`.

        Not by `hitTest`: between two paragraphs it may answer with the end of the document.
        """
        document, layout = self.document(), self.document().documentLayout()
        aside = self._article.aside
        hidden = len(aside) > 0 and not self._aside_shown
        count = min(aside.start, document.blockCount()) if hidden else document.blockCount()

        def bottom(number: int) -> float:
            return layout.blockBoundingRect(document.findBlockByNumber(number)).bottom()

        number = bisect_left(range(count), y, key=bottom)
        return document.findBlockByNumber(min(number, max(0, count - 1)))

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _dress(self) -> None:
        self.setProperty("plain", True)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # what is dropped is for the window
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def _typeset(self) -> None:
        typography = Typography(self.theme)
        document = self.document()
        document.documentLayout().registerHandler(FIGURE_OBJECT, self._figures)
        self._work = None
        document.clear()
        work = Typesetting(document, self._outline, typography, shown=self._aside_shown)
        self._article = work.article
        self._figures.show_figures(self._article.figures)
        self._set_margins()
        self._work = work
        work.step(FIRST)
        self._on_step()

    @Slot()
    def _on_step(self) -> None:
        """Set a little more, if there is more; the window goes on in between."""
        if self._work is None:
            return
        if self._work.is_done:
            self._stepping.stop()
            self._article, self._work = self._work.article, None
            self._dress_disclosure()
            self._place_disclosure()
            self._on_set()
        elif self._stepping.isActive():
            self._work.step()
        else:
            self._article = self._work.article
            self._dress_disclosure()
            self._stepping.start()

    def _on_set(self) -> None:
        """All is set now."""

    def _set_margins(self) -> None:
        width = self.viewport().width()
        measure = column_width(self.theme.reading_font())
        side = max(min(SIDE, width * 0.07), (width - measure) / 2)
        frame = self.document().rootFrame()
        margins = frame.frameFormat()
        if margins.leftMargin() == side and margins.topMargin() == self.theme.px(TOP):
            return
        margins.setLeftMargin(side)
        margins.setRightMargin(side)
        margins.setTopMargin(self.theme.px(TOP))
        margins.setBottomMargin(self.theme.px(BOTTOM))
        frame.setFrameFormat(margins)

    def _dress_disclosure(self) -> None:
        name = "chevron-down" if self._aside_shown else "chevron-right"
        count = len(self._outline.aside)
        words = ngettext("Not part of the article ({n})", "Not part of the article ({n})", count)
        self.disclosure.setIcon(self.theme.icon(name))
        self.disclosure.setText(words)
        self.disclosure.setVisible(self._article.disclosure is not None)

    def _place_disclosure(self) -> None:
        if self._article.disclosure is None:
            return
        block = self.document().findBlockByNumber(self._article.disclosure)
        room = self.document().documentLayout().blockBoundingRect(block)
        corner = room.translated(-self._scrolled()).topLeft().toPoint()
        self.disclosure.move(corner.x() - self.theme.px(9), corner.y())
        self.disclosure.resize(self.disclosure.sizeHint())

    @Slot()
    def _on_disclosure_clicked(self) -> None:
        self.show_aside(shown=not self._aside_shown)

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._page is None:
            return
        picked, scrolled = self.selection(), self.verticalScrollBar().value()
        self._typeset()
        if picked:
            self.select_range(picked.start, picked.end)
        self.verticalScrollBar().setValue(scrolled)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` to `end` without the blanks at its ends; empty where it is all blank."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
