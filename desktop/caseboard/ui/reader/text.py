"""The article as it is read, with every highlight painted under its words."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.figures import LoadImage
from caseboard.ui.reader.marks import Marks, Piece, place
from caseboard.ui.reader.outline import outline
from caseboard.ui.reader.page import Highlight, ReaderPage, kind_word
from caseboard.ui.reader.paint import (
    Band,
    bands,
    paint_ground,
    paint_outline,
    paint_tints,
    paint_underlines,
)
from caseboard.ui.reader.part_moves import PartMoves
from caseboard.ui.reader.sheet import Sheet
from caseboard.ui.reader.suggested import Suggested
from caseboard.ui.reader.typeset import figure_format

Passage = tuple[int, int]

MARGIN = 12.0
"""Pixels that underlines and frames take above and below their line."""


class ArticleView(Sheet):
    """One clip's text. All offsets it takes and gives are those of `Clip.text`.

    Overlapping highlights are all visible. A click picks the shortest one under the mouse; another
    click there the one around it. Ctrl+Down and Ctrl+Up go from one to the next.
    """

    selection_changed = Signal(object)
    """`TextSelection`, or None."""
    highlight_clicked = Signal(str)
    highlight_menu_requested = Signal(str, QPoint)
    """The key, and where on the screen."""
    picture_clicked = Signal(str)
    """The id of the file."""

    def __init__(self, theme: Theme, load_image: LoadImage, parent: QWidget | None = None) -> None:
        super().__init__(theme, load_image, parent)
        self._marks = Marks()
        self._suggested = Suggested()
        self._active = ""
        self._matches: dict[int, list[tuple[Passage, bool]]] = {}
        self._pressed_at: QPoint | None = None
        self.moves = PartMoves(self)
        self.setAccessibleName(_("Article"))
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self._on_selection_changed)

    @property
    def active(self) -> str:
        """The key of the highlight that is selected, or nothing."""
        return self._active

    def show_page(self, page: ReaderPage) -> None:
        """Show a page; if only its marks are others, the reader stays where it is."""
        shown = self.page
        if shown is None or not _reads_alike(shown, page):
            self._active = ""
            self._matches = {}
            self.set_page(page)
        self._page = page
        self._place_marks()

    def show_suggested(self, marks: Iterable[Highlight]) -> None:
        """Underline what is proposed; what is marked stays."""
        self._suggested.show(marks)
        self.viewport().update()

    def choose_suggested(self, key: str, kin: Collection[str] = ()) -> None:
        """Let the proposal of that key stand out, and less so its kin; none for no key."""
        self._suggested.choose(key, kin)
        self.viewport().update()

    def show_highlight(self, key: str) -> bool:
        """Bring a highlight into sight and frame it; whether there is one of that key."""
        mark = self._marks.find(key)
        self._active = key if mark else ""
        mark = mark or self._suggested.find(key)
        if mark:
            self.reveal(mark.start, mark.end)
        self.viewport().update()
        return mark is not None

    def searched_text(self) -> str:
        """What a search looks in."""
        return self.page.clip.text if self.page else ""

    def show_matches(self, found: Sequence[Passage], current: int) -> None:
        """Paint what a search found; the one at index `current` is framed and brought in sight."""
        self._matches = {}
        if found:
            self.finish()
        for index, (start, end) in enumerate(found):
            for first, last in self.offsets.spans(start, end):
                block = self.document().findBlock(first)
                begin = block.position()
                row = self._matches.setdefault(block.blockNumber(), [])
                row.append(((first - begin, last - begin), index == current))
        if 0 <= current < len(found):
            self.reveal(*found[current])
        self.viewport().update()

    def highlights_at(self, point: QPoint) -> list[Highlight]:
        """The highlights under a point of the viewport, the shortest first."""
        pieces = self._seen(_spot(point))
        found = [p.highlight for p, row in pieces if any(b.rect().contains(point) for b in row)]
        return sorted(found, key=lambda mark: mark.end - mark.start)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_under_text(painter, QRectF(event.rect()))
        painter.end()
        super().paintEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if left else None
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        point = event.position().toPoint()
        still = pressed and (point - pressed).manhattanLength() < QApplication.startDragDistance()
        if still and not self.textCursor().hasSelection():
            self._click(point)

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            point = event.position().toPoint()
            hand = self._figure_at(point) or self.highlights_at(point)
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        marks = self.highlights_at(event.pos())
        if marks and not self.textCursor().hasSelection():
            self.highlight_menu_requested.emit(marks[0].key, event.globalPos())
        else:
            self.moves.show_menu(event)

    @override
    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._go(step)
        else:
            super().keyPressEvent(event)

    @override
    def _on_set(self) -> None:
        if self._page is not None:
            self._place_marks()

    def _place_marks(self) -> None:
        page = self.page
        self._marks = place(page.highlights if page else (), self.offsets, self.document())
        self._suggested.forget_places()
        if not self._marks.find(self._active):
            self._active = ""
        self.viewport().update()

    def _paint_under_text(self, painter: QPainter, area: QRectF) -> None:
        tokens = self.theme.tokens
        pieces = list(self._seen(area))
        asked = self._suggested
        for piece, stretch in pieces:
            if piece.highlight.key in asked.kin:
                paint_ground(painter, stretch, tokens.accent_soft)
        paint_tints(painter, pieces, tokens)
        self._paint_matches(painter, area, tokens.accent)
        paint_underlines(painter, pieces, tokens)
        for piece, stretch in pieces:
            if piece.highlight.key in {self._active, asked.current}:
                paint_outline(painter, stretch, tokens.accent)

    def _seen(self, area: QRectF) -> Iterator[tuple[Piece, list[Band]]]:
        for block, corner in self.visible_blocks(area):
            marked = self._marks.by_block.get(block.blockNumber(), [])
            asked = self._suggested.pieces(block, self.offsets, marked)
            first, last = seen_text(block, corner, area)
            for piece in (*asked, *marked):
                if piece.start < last and first < piece.end:
                    yield piece, list(bands(block, corner, piece.start, piece.end))

    def _paint_matches(self, painter: QPainter, area: QRectF, accent: QColor) -> None:
        ground = QColor(accent)
        ground.setAlphaF(0.28)
        for block, corner in self.visible_blocks(area):
            for (start, end), current in self._matches.get(block.blockNumber(), ()):
                stretch = list(bands(block, corner, start, end))
                for band in stretch:
                    painter.fillRect(band.rect(), ground)
                if current:
                    paint_outline(painter, stretch, accent)

    def _click(self, point: QPoint) -> None:
        file = self._figure_at(point)
        if file:
            self.picture_clicked.emit(file)
            return
        marks = self.highlights_at(point)
        if marks:
            keys = [mark.key for mark in marks]
            here = self._active or self._suggested.current
            after = keys.index(here) + 1 if here in keys else 0
            self._pick(keys[after % len(keys)])
        elif self._active:
            self._active = ""
            self.viewport().update()

    def _pick(self, key: str) -> None:
        self.show_highlight(key)
        self.highlight_clicked.emit(key)

    def _go(self, step: int) -> None:
        keys = [mark.key for mark in self._marks.highlights]
        if not keys:
            return
        at = keys.index(self._active) + step if self._active in keys else min(0, step)
        self._pick(keys[at % len(keys)])

    def _figure_at(self, point: QPoint) -> str:
        for block, corner in self.visible_blocks(_spot(point)):
            file = self._figures.file(figure_format(block))
            height = block.layout().boundingRect().height()
            for band in bands(block, corner, 0, 1) if file else ():
                room = QRectF(band.left, corner.y(), band.right - band.left, height)
                if file and room.contains(point):
                    return file.id
        return ""

    def _show_tip(self, event: QHelpEvent) -> None:
        marks = self.highlights_at(event.pos())
        lines = [
            _("{kind}: {label}").format(kind=kind_word(mark.kind), label=mark.label)
            for mark in marks
        ]
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(lines)), self.viewport())

    @Slot()
    def _on_selection_changed(self) -> None:
        self.selection_changed.emit(self.selection())


def seen_text(block: QTextBlock, corner: QPointF, area: QRectF) -> tuple[int, int]:
    """The positions of a block whose lines stand in `area`, first and last."""
    layout = block.layout()
    count = layout.lineCount()
    if not count:
        return 0, 0
    top, bottom = area.top() - corner.y() - MARGIN, area.bottom() - corner.y() + MARGIN
    lines = range(count)
    first = bisect_left(lines, top, key=lambda n: layout.lineAt(n).rect().bottom())
    last = bisect_left(lines, bottom, key=lambda n: layout.lineAt(n).y())
    if first >= last:
        return 0, 0
    end = layout.lineAt(last - 1)
    return layout.lineAt(first).textStart(), end.textStart() + end.textLength()


def _spot(point: QPoint) -> QRectF:
    return QRectF(point.x(), point.y(), 1, 1)


def _reads_alike(one: ReaderPage, other: ReaderPage) -> bool:
    """Whether two pages differ in nothing but their marks."""
    return one.clip.id == other.clip.id and outline(one) == outline(other)
