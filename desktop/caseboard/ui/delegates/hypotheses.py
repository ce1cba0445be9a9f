"""The matrix of an inquiry as it is painted: claims, how much they tell, and how they fit."""

from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseboard.analysis.board import Row
from caseboard.analysis.weights import show
from caseboard.i18n import _
from caseboard.model.inquiry import Consistency
from caseboard.model.refs import short
from caseboard.model.terms import Fit
from caseboard.ui.delegates.clip import two_lines
from caseboard.ui.hypothesis_words import weight_words
from caseboard.ui.itemmodels.hypotheses import CLAIM, FIRST, TELLING
from caseboard.ui.itemmodels.paged import Index, Role
from caseboard.ui.lib.chips import HEIGHT as PILL
from caseboard.ui.lib.chips import Shape, chip_size, paint_pill
from caseboard.ui.lib.paint import fill_round, focus_ring
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint

MIDDLE = Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
FIT_TINTS = {
    Fit.VERY_CONSISTENT: Tint.SUPPORTS,
    Fit.CONSISTENT: Tint.SUPPORTS,
    Fit.NEUTRAL: Tint.NEUTRAL,
    Fit.INCONSISTENT: Tint.CONTRADICTS,
    Fit.VERY_INCONSISTENT: Tint.CONTRADICTS,
}
MOST_TELLING = 4
"""Steps between the best fit and the worst, of a claim that counts in full."""


class HypothesesDelegate(QStyledItemDelegate):
    """Paints every cell; the ring is on the current one of `keyboard`, in whichever part it is."""

    def __init__(self, theme: Theme, keyboard: QAbstractItemView) -> None:
        super().__init__(keyboard)
        self._theme = theme
        self._keyboard = keyboard

    def row_height(self) -> int:
        """What two lines of a statement and what is known of it need, in pixels."""
        return 2 * self._step() + self._theme.px(16 + 22)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        rect: QRect = any_option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, any_option.state, index)
        thing = index.data(Role.ROW)
        if index.column() >= FIRST:
            self._paint_fit(painter, rect, thing)
        elif index.column() == TELLING:
            self._paint_telling(painter, rect, thing)
        else:
            self._paint_claim(painter, rect, thing)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        theme, tokens = self._theme, self._theme.tokens
        here = self._keyboard.currentIndex()
        is_row = here.isValid() and here.row() == index.row()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.accent_soft)
        elif is_row or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.panel_2)
        if is_row and index.column() == CLAIM:
            painter.fillRect(rect.left(), rect.top(), theme.px(3), rect.height(), tokens.accent)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
        if index.column() == TELLING:
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), tokens.line)
        if is_row and here.column() == index.column() and self._keyboard.hasFocus():
            focus_ring(painter, theme, QRectF(rect).adjusted(2, 2, -2, -3), theme.px(4))

    def _paint_claim(self, painter: QPainter, rect: QRect, row: Row) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        inner = rect.adjusted(px(14), px(8), -px(8), -px(6))
        font = self._font()
        painter.setFont(font)
        painter.setPen(tokens.text)
        lines = two_lines(row.claim.statement, font, inner.width())
        inner.translate(0, (2 - len(lines)) * self._step() // 2)
        for place, words in enumerate(lines):
            top = inner.top() + place * self._step()
            painter.drawText(QRect(inner.left(), top, inner.width(), self._step()), MIDDLE, words)
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(tokens.muted)
        metrics = painter.fontMetrics()
        said = " · ".join((short(row.claim.ref), *weight_words(row)))
        top = inner.top() + len(lines) * self._step() + px(3)
        under = QRect(inner.left(), top, inner.width(), metrics.height())
        painter.drawText(
            under, MIDDLE, metrics.elidedText(said, Qt.TextElideMode.ElideRight, under.width())
        )

    def _paint_telling(self, painter: QPainter, rect: QRect, row: Row) -> None:
        """A bar as long as the row tells, its number over it; words where it tells nothing."""
        px, tokens = self._theme.px, self._theme.tokens
        inner = rect.adjusted(px(8), 0, -px(10), 0)
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(tokens.muted)
        if row.telling.is_same:
            painter.drawText(inner, CENTRE, _("same"))
            return
        if row.telling.rated < 2:
            painter.drawText(inner, CENTRE, "–")
            return
        painter.setPen(tokens.text)
        middle = inner.center().y()
        number = QRect(inner.left(), middle - px(18), inner.width(), px(16))
        painter.drawText(number, MIDDLE, show(row.telling.value))
        bar = QRectF(inner.left(), middle + px(2), inner.width(), px(5))
        fill_round(painter, bar, px(2), tokens.line)
        share = min(1.0, float(row.telling.value) / MOST_TELLING)
        if share:
            bar.setWidth(max(float(px(3)), bar.width() * share))
            fill_round(painter, bar, px(2), tokens.accent)

    def _paint_fit(self, painter: QPainter, rect: QRect, cell: Consistency | None) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        if cell is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.faint)
            painter.drawEllipse(QPointF(rect.center()), px(2), px(2))
            return
        size = chip_size(self._theme, cell.fit.value, Shape.PILL)
        left = rect.center().x() - size.width() // 2
        top = rect.center().y() - px(PILL) // 2
        place = QPoint(left, top)
        paint_pill(painter, self._theme, place, cell.fit.value, FIT_TINTS[cell.fit])
        if cell.reason:  # a note beside the letters: there is more to read
            picture = self._theme.pixmap("text-quote", 12, tokens.muted, _ratio(painter))
            side = px(12)
            mark = QRect(left + size.width() + px(5), rect.center().y() - side // 2, side, side)
            painter.drawPixmap(mark, picture)

    def _font(self) -> QFont:
        return self._theme.ui_font(13, Weight.DemiBold)

    def _step(self) -> int:
        return round(QFontMetrics(self._font()).height() * 1.06)


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """`text` broken into at most that many lines of `width` pixels, the last cut with …."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text = " ".join(text.split())
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    units = text.encode("utf-16-le")  # Qt counts in UTF-16
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        if len(lines) == most - 1:
            rest = units[start:].decode("utf-16-le")
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(units[start:end].decode("utf-16-le").rstrip())
    layout.endLayout()
    return lines


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return device.devicePixelRatioF() if device else 1.0
