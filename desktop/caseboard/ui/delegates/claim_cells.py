"""The cells of the matrix: what a claim is, how it stands, and what each claimant says of it."""

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.analysis.matrix import Cell, Line
from caseboard.analysis.standing import Standing, status_name
from caseboard.briefing.words import grade
from caseboard.i18n import _
from caseboard.model.terms import Reliability
from caseboard.ui import words
from caseboard.ui.claim_words import NOTHING, mark_word
from caseboard.ui.delegates.claim import STATUS_TINTS
from caseboard.ui.delegates.clip import two_lines
from caseboard.ui.itemmodels.claims import FIRST, ClaimsModel, Fixed
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import Shape, chip_size, paint_chip
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint

Index = QModelIndex | QPersistentModelIndex
Draw = Callable[[QPainter, QSize], None]
MIDDLE = Qt.AlignmentFlag.AlignVCenter
HEIGHT = 58
SIDE = 10
GAP = 5
KEPT = 1_500
"""How many broken statements and painted cells are kept: many screens full."""


class MatrixDelegate(QStyledItemDelegate):
    """Paints what stands in a cell, at one height, and what says the same only once.

    The ground of a row, its line and the mark of the current cell are the table's.
    """

    def __init__(self, theme: Theme, model: ClaimsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._lines: dict[tuple[str, int], list[str]] = {}
        self._painted: dict[Hashable, QPixmap] = {}
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def height(self) -> int:
        """The height of every row, in pixels."""
        return max(self._theme.px(HEIGHT), 2 * self._step + self._theme.px(16))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        if column >= FIRST:
            self._paint_cell(painter, option, row, column)
            return
        line = self._model.line(row)
        if line is not None:
            any_option: Any = option  # Qt's stubs leave its fields out
            rect: QRect = any_option.rect
            room = rect.adjusted(self._side, 0, -self._side, -1)
            self._paint_fixed(painter, room, line, Fixed(column))

    def _paint_fixed(self, painter: QPainter, room: QRect, line: Line, column: Fixed) -> None:
        if column is Fixed.CLAIM:
            self._paint_statement(painter, room, line.claim.statement)
        elif column is Fixed.STATUS:
            standing = line.standing
            key = (standing.status, standing.is_overridden)
            self._paint_once(painter, room, key, lambda p, s: self._draw_status(p, s, standing))
        else:
            nothing = NOTHING if column is Fixed.ASSESSED else ""
            text = self._model.fixed(line, column)
            is_faint = column is Fixed.WHEN or not text
            said = (text or nothing, is_faint)
            self._paint_once(painter, room, said, lambda p, s: self._draw_text(p, s, *said))

    def _paint_statement(self, painter: QPainter, room: QRect, statement: str) -> None:
        key = (statement, room.width())
        lines = self._lines.get(key)
        if lines is None:
            if len(self._lines) >= KEPT:
                self._lines.clear()
            lines = self._lines[key] = two_lines(statement, self._bold, room.width())
        painter.setFont(self._bold)
        painter.setPen(self._theme.tokens.text)
        _draw_lines(painter, room, lines, self._step)

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: int
    ) -> None:
        cell = self._model.cell_at(row, column)
        said_by = self._model.column(column)
        if cell is None or said_by is None:
            return
        any_option: Any = option
        rect: QRect = any_option.rect
        room = rect.adjusted(self._side, 0, -self._side, -1)
        reliability = said_by.voice.reliability
        key = (cell.marks, reliability)
        self._paint_once(painter, room, key, lambda p, s: self._draw_cell(p, s, cell, reliability))

    # --- what is drawn once ---

    def _paint_once(self, painter: QPainter, room: QRect, key: Hashable, draw: Draw) -> None:
        """What was painted before is copied."""
        ratio = painter.device().devicePixelRatio()
        whole = (key, room.width(), room.height(), ratio)
        picture = self._painted.get(whole)
        if picture is None:
            picture = QPixmap(room.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(picture)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(inner, room.size())
            inner.end()
            if len(self._painted) >= KEPT:
                self._painted.clear()
            self._painted[whole] = picture
        painter.drawPixmap(room.topLeft(), picture)

    def _draw_text(self, painter: QPainter, room: QSize, text: str, is_faint: bool) -> None:
        tokens = self._theme.tokens
        painter.setFont(self._plain)
        painter.setPen(tokens.muted if is_faint else tokens.text)
        lines = two_lines(text, self._plain, room.width())
        _draw_lines(painter, QRect(QPoint(0, 0), room), lines, self._step)

    def _draw_status(self, painter: QPainter, room: QSize, standing: Standing) -> None:
        px = self._theme.px
        small = self._theme.ui_font(11)
        said = _("by the analyst") if standing.is_overridden else ""
        under = QFontMetrics(small).height() if said else 0
        top = (room.height() - px(CHIP) - under) // 2
        name, tint = status_name(standing.status), STATUS_TINTS[standing.status]
        place = QPoint(0, top)
        paint_chip(painter, self._theme, place, name, tint, Shape.PILL, room=room.width())
        if said:
            painter.setFont(small)
            painter.setPen(self._theme.tokens.muted)
            line = QRect(0, top + px(CHIP) + px(2), room.width(), under)
            shown = painter.fontMetrics().elidedText(said, _END, room.width())
            painter.drawText(line, MIDDLE, shown)

    def _draw_cell(
        self, painter: QPainter, room: QSize, cell: Cell, reliability: Reliability
    ) -> None:
        """One line for each mark; a grade that finds no room beside its mark stands below it."""
        px = self._theme.px
        faces = [
            (
                mark_word(mark),
                words.STANCE_TINTS[mark.stance],
                grade(reliability, mark.credibility),
            )
            for mark in cell.marks
        ]
        is_below = len(faces) == 1 and self._wanted(faces[0]) > room.width()
        step = px(CHIP) + px(3)
        top = (room.height() - step * (2 if is_below else len(faces)) + px(3)) // 2
        for number, face in enumerate(faces):
            place = QRect(0, top + number * step, room.width(), px(CHIP))
            self._draw_mark(painter, place, face, step if is_below else 0)

    def _draw_mark(
        self, painter: QPainter, place: QRect, face: tuple[str, Tint, str], below: int
    ) -> None:
        """A stance and its grade beside it, or `below` it by so many pixels."""
        word, tint, graded = face
        gap = self._theme.px(GAP)
        wide = QFontMetrics(self._mono).horizontalAdvance(graded)
        room = max(place.width() if below else place.width() - wide - gap, self._theme.px(20))
        pill = paint_chip(painter, self._theme, place.topLeft(), word, tint, Shape.PILL, room=room)
        left = self._theme.px(1) if below else pill.right() + gap
        painter.setFont(self._mono)
        painter.setPen(self._theme.tokens.text)
        at = QRect(left, place.top() + below, wide + gap, place.height())
        painter.drawText(at, MIDDLE, graded)

    def _wanted(self, face: tuple[str, Tint, str]) -> int:
        word, _tint, graded = face
        pill = chip_size(self._theme, word, Shape.PILL).width()
        return pill + self._theme.px(GAP) + QFontMetrics(self._mono).horizontalAdvance(graded)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._bold = self._theme.ui_font(12.5, Weight.DemiBold)
        self._plain = self._theme.ui_font(12.5)
        self._mono = self._theme.mono_font(11)
        self._step = QFontMetrics(self._bold).height()
        self._side = self._theme.px(SIDE)
        self._lines.clear()
        self._painted.clear()


def _draw_lines(painter: QPainter, room: QRect, lines: list[str], step: int) -> None:
    top = room.top() + (room.height() - len(lines) * step) // 2
    for number, text in enumerate(lines):
        painter.drawText(QRect(room.left(), top + number * step, room.width(), step), MIDDLE, text)


_END = Qt.TextElideMode.ElideRight
