"""The cells of the matrix: what a claim is, how it stands, and what each claimant says of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.analysis.matrix import Cell, Line
from caseboard.analysis.standing import status_name
from caseboard.briefing.words import grade
from caseboard.i18n import _
from caseboard.model.terms import Reliability
from caseboard.ui import words
from caseboard.ui.claim_board import Heading
from caseboard.ui.claim_words import NOTHING, mark_word
from caseboard.ui.delegates.claim import STATUS_TINTS
from caseboard.ui.delegates.claim_heading import is_selected, paint_heading_ground
from caseboard.ui.delegates.clip import two_lines
from caseboard.ui.itemmodels.claims import FIRST, ClaimsModel, Fixed
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import Shape, chip_size, paint_chip
from caseboard.ui.lib.paint import focus_ring, outline_round
from caseboard.ui.lib.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
Aligned = Qt.AlignmentFlag
HEIGHT = 58
SIDE = 10
GAP = 5
KEPT = 2_000
"""How many broken texts and painted cells are kept: some screens full."""
State = QStyle.StateFlag


class MatrixDelegate(QStyledItemDelegate):
    """Paints every row at one height, and what says the same only once.

    `is_current` tells the one cell that the keyboard stands on.
    """

    def __init__(
        self, theme: Theme, model: ClaimsModel, is_current: Callable[[Index], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._is_current = is_current
        self._lines: dict[tuple[str, int, bool], list[str]] = {}
        self._painted: dict[tuple[Any, ...], QPixmap] = {}
        self._bold, self._plain = QFont(), QFont()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def height(self) -> int:
        """The height of every row, in pixels."""
        lines = 2 * QFontMetrics(self._bold).height()
        return max(self._theme.px(HEIGHT), lines + self._theme.px(16))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        rect: QRect = any_option.rect
        state: QStyle.StateFlag = any_option.state
        row = self._model.row(index)
        if isinstance(row, Heading):
            paint_heading_ground(painter, self._theme, rect, current=is_selected(state))
            return
        self._paint_ground(painter, rect, state, index.column())
        inner = rect.adjusted(self._theme.px(SIDE), 0, -self._theme.px(SIDE), -1)
        if index.column() >= FIRST:
            self._paint_cell(painter, inner, index)
        elif index.column() == Fixed.STATUS:
            self._paint_status(painter, inner, row)
        else:
            self._paint_text(painter, inner, row, Fixed(index.column()))
        if self._is_current(index):
            self._paint_ring(painter, rect, any_option.widget)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, column: int
    ) -> None:
        tokens = self._theme.tokens
        if state & State.State_Selected:
            painter.fillRect(rect, tokens.accent_soft)
            if column == Fixed.CLAIM:
                strip = QSize(self._theme.px(3), rect.height())
                painter.fillRect(QRect(rect.topLeft(), strip), tokens.accent)
        elif state & State.State_MouseOver:
            painter.fillRect(rect, tokens.panel_2)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)

    def _paint_ring(self, painter: QPainter, rect: QRect, table: QWidget | None) -> None:
        """Where the keyboard is; thinner while it is elsewhere."""
        place, radius = QRectF(rect).adjusted(1, 1, -1, -2), self._theme.px(4)
        owner = self.parent()
        has_focus = isinstance(owner, QWidget) and owner.hasFocus()
        if has_focus or (table is not None and table.hasFocus()):
            focus_ring(painter, self._theme, place, radius)
        else:
            outline_round(painter, place, radius, self._theme.tokens.accent)

    def _paint_text(self, painter: QPainter, room: QRect, line: Line, column: Fixed) -> None:
        is_claim = column is Fixed.CLAIM
        tokens = self._theme.tokens
        painter.setFont(self._bold if is_claim else self._plain)
        painter.setPen(tokens.muted if column is Fixed.WHEN else tokens.text)
        text = self._model.fixed(line, column)
        if not text:
            painter.setPen(tokens.muted)
            text = NOTHING if column is Fixed.ASSESSED else ""
        self._paint_lines(painter, room, self._broken(text, room.width(), bold=is_claim))

    def _paint_lines(self, painter: QPainter, room: QRect, lines: list[str]) -> None:
        step = painter.fontMetrics().height()
        top = room.top() + (room.height() - len(lines) * step) // 2
        for number, text in enumerate(lines):
            line = QRect(room.left(), top + number * step, room.width(), step)
            painter.drawText(line, Aligned.AlignVCenter, text)

    def _paint_status(self, painter: QPainter, room: QRect, line: Line) -> None:
        key = ("status", line.standing.status, line.standing.is_overridden, room.size().toTuple())

        def draw(inner: QPainter) -> None:
            said = _("by the analyst") if line.standing.is_overridden else ""
            name, tint = status_name(line.standing.status), STATUS_TINTS[line.standing.status]
            px = self._theme.px
            under = QFontMetrics(self._small()).height() if said else 0
            top = (room.height() - px(CHIP) - under) // 2
            paint_chip(
                inner, self._theme, QPoint(0, top), name, tint, Shape.PILL, room=room.width()
            )
            if said:
                place = QRect(0, top + px(CHIP) + px(2), room.width(), under)
                inner.setFont(self._small())
                inner.setPen(self._theme.tokens.muted)
                shown = inner.fontMetrics().elidedText(said, _END, room.width())
                inner.drawText(place, Aligned.AlignVCenter, shown)

        self._paint_once(painter, room, key, draw)

    def _paint_cell(self, painter: QPainter, room: QRect, index: Index) -> None:
        cell, column = self._model.cell(index), self._model.column(index.column())
        if cell is None or column is None:
            return
        reliability = column.voice.reliability
        key = (cell.marks, reliability, room.size().toTuple())
        self._paint_once(
            painter, room, key, lambda inner: self._draw_cell(inner, room.size(), cell, reliability)
        )

    def _draw_cell(
        self, painter: QPainter, room: QSize, cell: Cell, reliability: Reliability
    ) -> None:
        """One line for each mark; a grade that finds no room beside its mark stands below it."""
        px = self._theme.px
        faces = [
            (
                mark_word(cell, n),
                words.STANCE_TINTS[mark.stance],
                grade(reliability, mark.credibility),
            )
            for n, mark in enumerate(cell.marks)
        ]
        mono = self._theme.mono_font(11)
        wide = max(
            chip_size(self._theme, word, Shape.PILL).width()
            + px(GAP)
            + QFontMetrics(mono).horizontalAdvance(graded)
            for word, _tint, graded in faces
        )
        is_below = len(faces) == 1 and wide > room.width()
        step = px(CHIP) + px(3)
        top = (room.height() - step * (2 if is_below else len(faces)) + px(3)) // 2
        for number, (word, tint, graded) in enumerate(faces):
            place = QPoint(0, top + number * step)
            painter.setFont(mono)
            grade_width = painter.fontMetrics().horizontalAdvance(graded)
            left = room.width() if is_below else room.width() - grade_width - px(GAP)
            pill = paint_chip(
                painter, self._theme, place, word, tint, Shape.PILL, room=max(left, px(20))
            )
            painter.setFont(mono)
            painter.setPen(self._theme.tokens.text)
            at = (
                QPoint(px(1), place.y() + step)
                if is_below
                else QPoint(pill.right() + px(GAP), place.y())
            )
            painter.drawText(
                QRect(at, QSize(grade_width + px(4), px(CHIP))), Aligned.AlignVCenter, graded
            )

    def _paint_once(
        self,
        painter: QPainter,
        room: QRect,
        key: tuple[Any, ...],
        draw: Callable[[QPainter], None],
    ) -> None:
        """What was painted before is copied."""
        ratio = painter.device().devicePixelRatio()
        picture = self._painted.get((key, ratio))
        if picture is None:
            picture = QPixmap(room.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(picture)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(inner)
            inner.end()
            if len(self._painted) >= KEPT:
                self._painted.clear()
            self._painted[key, ratio] = picture
        painter.drawPixmap(room.topLeft(), picture)

    def _broken(self, text: str, width: int, *, bold: bool) -> list[str]:
        key = (text, width, bold)
        if key not in self._lines:
            if len(self._lines) >= KEPT:
                self._lines.clear()
            self._lines[key] = two_lines(text, self._bold if bold else self._plain, width)
        return self._lines[key]

    def _small(self) -> QFont:
        return self._theme.ui_font(11)

    def _on_theme_changed(self) -> None:
        self._bold = self._theme.ui_font(12.5, Weight.DemiBold)
        self._plain = self._theme.ui_font(12.5)
        self._lines.clear()
        self._painted.clear()


_END = Qt.TextElideMode.ElideRight
