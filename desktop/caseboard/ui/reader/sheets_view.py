"""The pages of a document with what is marked on them: words and rectangles can be picked."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.ids import FileId
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.page import (
    Highlight,
    ReaderPage,
    Region,
    RegionSelection,
    Selection,
    TextSelection,
    kind_word,
    machine_words,
    paged,
)
from caseboard.ui.reader.regions import adjusted, paint_pending, paint_region, spanned
from caseboard.ui.reader.sheets_marks import Passage, SheetsMarks
from caseboard.ui.reader.sheets_paint import (
    paint_found,
    paint_frame,
    paint_mark,
    paint_picked,
    placed,
)
from caseboard.ui.reader.sheets_pick import Pick, middle
from caseboard.ui.reader.sheets_scroll import SheetsScroll
from caseboard.ui.reader.sheets_words import Box, PageText
from caseboard.ui.sheets import Sheets

ARROWS = {
    Qt.Key.Key_Left: QPointF(-0.01, 0),
    Qt.Key.Key_Right: QPointF(0.01, 0),
    Qt.Key.Key_Up: QPointF(0, -0.01),
    Qt.Key.Key_Down: QPointF(0, 0.01),
}


class SheetsView(SheetsScroll):
    """Pages to read and to mark.

    A drag picks words, and they are told as a passage of the clip's text; with Alt, in `drawing`
    and on a page without words it draws a rectangle. `R` begins one in the middle of the page, the
    arrow keys move it, with Shift its far corner; Esc drops what is picked.
    """

    selection_changed = Signal()
    highlight_clicked = Signal(str)
    highlight_menu_requested = Signal(str, QPoint)

    def __init__(self, theme: Theme, sheets: Sheets, parent: QWidget | None = None) -> None:
        super().__init__(theme, sheets, parent)
        self._marks = SheetsMarks()
        self._file_id = FileId("")
        self._shown = ("", "")  # clip and hash
        self._active = ""
        self._awaited = ""
        self._pick: Pick | None = None
        self._is_picking = False
        self._found: Sequence[Passage] = ()
        self._found_by_page: dict[int, list[tuple[int, Passage]]] = {}
        self._found_current = -1
        self.drawing = False
        """Whether a drag draws a rectangle without Alt."""
        sheets.drawn.connect(self._on_words_known)

    @property
    def active(self) -> str:
        """The key of the highlight or region that is selected, or nothing."""
        return self._active

    def show_page(self, page: ReaderPage) -> None:
        """Show the pages of a clip's document; if only its marks are others, stay where it is."""
        file = paged(page.files)
        self.sheets.show_file(file)
        self.sheets.show_machine_words(machine_words(page.files) if file else None)
        self._marks.show_page(page)
        self._file_id = file.id if file else FileId("")
        shown = (page.clip.id, file.sha256 if file else "")
        if shown != self._shown:
            self._shown, self._active, self._awaited = shown, "", ""
            self._found, self._pick = (), None
            self._found_by_page.clear()
            self._marks.forget_words()
            self.begin()
        self._look()

    def show_suggested(self, marks: Iterable[Highlight]) -> None:
        """Underline what is proposed, wherever it stands on a page."""
        self._marks.show_suggested(marks)
        self.viewport().update()

    def show_highlight(self, key: str) -> bool:
        """Bring a highlight or region into sight and frame it; whether there is one on a page."""
        mark, region = self._marks.highlight(key), self._marks.region(key)
        number = (
            region.page if region else self._marks.page_of((mark.start, mark.end)) if mark else None
        )
        if number is None:
            return False
        self._active = self._awaited = key
        self._settle(number)
        return True

    def has_page_for(self, key: str) -> bool:
        """Whether a highlight or region of that key stands on a page."""
        mark = self._marks.highlight(key)
        on_page = mark is not None and self._marks.page_of((mark.start, mark.end)) is not None
        return on_page or self._marks.region(key) is not None

    def selection(self) -> Selection | None:
        """The words or the rectangle that were picked; None, too, for words the clip lacks."""
        pick = self._pick
        if pick is None:
            return None
        if pick.rect is not None:
            rect = pick.rect
            box = (rect.x(), rect.y(), rect.width(), rect.height())
            return RegionSelection(self._file_id, *box, page=pick.page)
        text = self._text_of(pick.page)
        passage = text.passage(*pick.span) if text and pick.is_whole else None
        return TextSelection(*passage, self._marks.exact(*passage)) if passage else None

    def has_words_picked(self) -> bool:
        """Whether words are picked, those the clip's text lacks among them."""
        return self._pick is not None and self._pick.rect is None

    def picked_rect(self) -> QRect:
        """Where in the view what is picked stands, as far as it is in sight."""
        pick = self._pick
        if pick is None:
            return QRect()
        sheet = self.place_of(pick.page)
        whole = QRectF()
        for box in self._picked_boxes(pick):
            whole = whole.united(placed(box, sheet))
        return whole.toAlignedRect().intersected(self.viewport().rect())

    def clear_selection(self) -> None:
        """Drop what is picked."""
        if self._pick is not None:
            self._pick = None
            self.selection_changed.emit()
            self.viewport().update()

    def searched_text(self) -> str:
        """What a search looks in: the clip's text."""
        return self._marks.exact(0, 1 << 40)

    def show_matches(self, found: Sequence[Passage], current: int) -> None:
        """Paint what a search found; the one at index `current` is framed and brought in sight."""
        self._found, self._found_current = found, current
        self._found_by_page.clear()
        if 0 <= current < len(found):
            number = self._marks.page_of(found[current])
            if number is not None:
                boxes = self._boxes(number, found[current])
                self.reveal(number, boxes[0].y if boxes else 0.0, boxes[0].h if boxes else 0.0)
        self.viewport().update()

    def marks_at(self, point: QPointF) -> list[Highlight | Region]:
        """What is marked under a point of the view: regions, then the shortest passage first."""
        number = self.page_at(point)
        if not number:
            return []
        at, sheet = self.fraction(number, point), self.place_of(number)
        found: list[Highlight | Region] = [
            region
            for region in self._marks.regions(number)
            if QRectF(region.x, region.y, region.w, region.h).contains(at)
        ]
        found.reverse()
        marks = reversed(list(self._marks.highlights(number)))
        return found + [m for m in marks if self._covers(m, number, sheet, point)]

    @override
    def paint_over(self, painter: QPainter, number: int, sheet: QRectF) -> None:
        for index, passage in self._found_on(number):
            places = [placed(box, sheet) for box in self._boxes(number, passage)]
            paint_found(painter, places)
            if index == self._found_current:
                paint_frame(painter, places)
        for mark in self._marks.highlights(number):
            places = [placed(box, sheet) for box in self._boxes(number, (mark.start, mark.end))]
            paint_mark(painter, mark.kind, places)
            if mark.key == self._active:
                paint_frame(painter, places)
        for region in self._marks.regions(number):
            place = placed(Box(region.x, region.y, region.w, region.h), sheet)
            paint_region(painter, self.theme, place, region, active=region.key == self._active)
        if self._pick is not None and self._pick.page == number:
            self._paint_pick(painter, self._pick, sheet)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        number = self.page_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or not number:
            super().mousePressEvent(event)
            return
        if self.sheets.trouble(number):
            self.sheets.try_again(number)
            self.relayout()
            return
        at, text = self.fraction(number, event.position()), self._text_of(number)
        alone = self.drawing or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        word = text.nearest(at.x(), at.y()) if text and not alone else None
        self._pick, self._is_picking = Pick(number, at, event.position(), word), False
        self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        pick = self._pick
        if pick is None or pick.pressed is None or not event.buttons():
            self._point_at(event.position())
            return
        far = (event.position() - pick.pressed).manhattanLength()
        self._is_picking = self._is_picking or far >= QApplication.startDragDistance()
        if self._is_picking:
            at, text = self.fraction(pick.page, event.position()), self._text_of(pick.page)
            if pick.word is None:
                pick.rect = spanned(pick.at, at)
            elif text is not None:
                pick.other = text.nearest(at.x(), at.y())
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        pick = self._pick
        if pick is None or pick.pressed is None:
            super().mouseReleaseEvent(event)
            return
        pick.pressed = None
        if self._is_picking:
            self._is_picking = False
            self.selection_changed.emit()
        else:
            self._pick = None
            self._click(event.position())
            self.selection_changed.emit()
        self.viewport().update()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        number = self.page_at(event.position())
        text = self._text_of(number) if number else None
        at = self.fraction(number, event.position()) if number else QPointF()
        word = text.word_at(at.x(), at.y()) if text else None
        if word is not None:
            self._pick = Pick(number, at, None, word, word)
            self.selection_changed.emit()
            self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_Escape and self._pick is not None:
            self.clear_selection()
        elif event.key() == Qt.Key.Key_R and self.current:
            rect = middle(self.place_of(self.current), QRectF(self.viewport().rect()))
            self._pick = Pick(self.current, QPointF(), None, None, rect=rect)
            self.selection_changed.emit()
            self.viewport().update()
        elif not self._nudge(event):
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        marks = self.marks_at(QPointF(event.pos()))
        if marks:
            self.highlight_menu_requested.emit(marks[0].key, event.globalPos())
        else:
            super().contextMenuEvent(event)

    @override
    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent):
            lines = [
                _("{kind}: {label}").format(kind=kind_word(mark.kind), label=mark.label)
                for mark in self.marks_at(QPointF(event.pos()))
            ]
            QToolTip.showText(event.globalPos(), plain_tip("\n".join(lines)), self.viewport())
            return True
        return super().viewportEvent(event)

    def _text_of(self, number: int) -> PageText | None:
        drawn = self.sheets.page(number)
        return self._marks.text_of(number, drawn.words) if drawn and drawn.words else None

    def _boxes(self, number: int, passage: Passage) -> list[Box]:
        drawn = self.sheets.page(number)
        return self._marks.boxes(number, drawn.words, passage) if drawn and drawn.words else []

    def _found_on(self, number: int) -> list[tuple[int, Passage]]:
        """What a search found on a page, looked up once."""
        if number not in self._found_by_page:
            pairs = enumerate(self._found)
            on_page = [pair for pair in pairs if self._marks.is_on(number, pair[1])]
            self._found_by_page[number] = on_page
        return self._found_by_page[number]

    def _covers(self, mark: Highlight, number: int, sheet: QRectF, point: QPointF) -> bool:
        boxes = self._boxes(number, (mark.start, mark.end))
        return any(placed(box, sheet).adjusted(-2, -2, 2, 2).contains(point) for box in boxes)

    def _picked_boxes(self, pick: Pick) -> list[Box]:
        if pick.rect is not None:
            rect = pick.rect
            return [Box(rect.x(), rect.y(), rect.width(), rect.height())]
        text = self._text_of(pick.page)
        return text.picked(*pick.span) if text and pick.is_whole else []

    def _paint_pick(self, painter: QPainter, pick: Pick, sheet: QRectF) -> None:
        places = [placed(box, sheet) for box in self._picked_boxes(pick)]
        if pick.rect is not None:
            paint_pending(painter, self.theme, places[0])
        else:
            paint_picked(painter, places)

    def _click(self, point: QPointF) -> None:
        keys = [mark.key for mark in self.marks_at(point)]
        if keys:
            after = keys.index(self._active) + 1 if self._active in keys else 0
            self._active = keys[after % len(keys)]
            self.highlight_clicked.emit(self._active)
        else:
            self._active = ""

    def _point_at(self, point: QPointF) -> None:
        number = self.page_at(point)
        if self.marks_at(point):
            shape = Qt.CursorShape.PointingHandCursor
        elif not number:
            shape = Qt.CursorShape.ArrowCursor
        elif self.drawing or self._text_of(number) is None:
            shape = Qt.CursorShape.CrossCursor
        else:
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _copy(self) -> None:
        selection = self.selection()
        if isinstance(selection, TextSelection):
            QGuiApplication.clipboard().setText(selection.exact)

    def _nudge(self, event: QKeyEvent) -> bool:
        step, pick = ARROWS.get(Qt.Key(event.key())), self._pick
        if step is None or pick is None or pick.rect is None:
            return False
        sizing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        pick.rect = adjusted(pick.rect, step, sizing=sizing)
        self.selection_changed.emit()
        self.viewport().update()
        return True

    def _settle(self, number: int) -> None:
        """Bring what is awaited into sight, as closely as is known by now."""
        key = self._awaited
        region, mark = self._marks.region(key), self._marks.highlight(key)
        boxes = [Box(region.x, region.y, region.w, region.h)] if region else []
        if mark is not None and not region:
            boxes = self._boxes(number, (mark.start, mark.end))
        if boxes:
            self._awaited = ""
            self.reveal(number, boxes[0].y, boxes[0].h)
        elif number not in self.seen() or self.sheets.page(number) is None:
            self.go_to(number)
        self.viewport().update()

    @Slot(int)
    def _on_words_known(self, number: int) -> None:
        mark, region = self._marks.highlight(self._awaited), self._marks.region(self._awaited)
        if region and region.page == number:
            self._settle(number)
        elif mark and self._marks.page_of((mark.start, mark.end)) == number:
            self._settle(number)
            self._awaited = ""

    @override
    def begin(self) -> None:
        super().begin()
        self.selection_changed.emit()
