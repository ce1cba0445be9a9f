"""A row of the suggestions: a dotted chip in the colour of its kind, and what that is."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.tagging.proposals import Proposal
from caseboard.tagging.suggestions import Kind
from caseboard.ui.inspector import suggestions_words as said
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import chip_size, paint_chip
from caseboard.ui.lib.paint import fill_round, focus_ring, outline_round
from caseboard.ui.lib.theme import Theme

HEIGHT = 26
SIDE = 6
FONT = 11.5
GAP = 8
LEAST = 72
"""The chip gives way to what is said of it, but not below this."""

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag


class SuggestionDelegate(QStyledItemDelegate):
    """Paints rows of one height; the current one stands on the accent's soft ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.candidate = 0
        """Of the current row: the place that would be accepted."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        proposal: Proposal = index.data(Role.ROW)
        is_current = bool(state & State.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state)
        self._paint_words(painter, rect, proposal, self.candidate if is_current else 0)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        tokens, radius = self._theme.tokens, self._theme.px(7)
        area = QRectF(rect)
        if state & State.State_Selected:
            fill_round(painter, area, radius, tokens.accent_soft)
        elif state & State.State_MouseOver:
            outline_round(painter, area, radius, tokens.line)
        if state & State.State_Selected and state & State.State_HasFocus:
            focus_ring(painter, self._theme, area, radius)

    def _paint_words(
        self, painter: QPainter, rect: QRect, proposal: Proposal, candidate: int
    ) -> None:
        px = self._theme.px
        inner = rect.adjusted(px(SIDE), 0, -px(SIDE), 0)
        name = said.name(proposal)
        metrics = QFontMetrics(self._theme.ui_font(FONT))
        figures = (said.how_sure(proposal, candidate), said.times(proposal))
        wanted = metrics.horizontalAdvance(_joined(said.what(proposal, candidate), *figures)) + 1
        chip, words = shares(
            inner.width() - px(GAP),
            chip_size(self._theme, name, suggested=True).width(),
            wanted,
            px(LEAST),
            equal=proposal.kind in {Kind.STATEMENT, Kind.DISPUTE},
        )
        top = rect.top() + (rect.height() - px(CHIP)) // 2
        tint = said.TINTS[proposal.kind]
        place = QPoint(inner.left(), top)
        paint_chip(painter, self._theme, place, name, tint, room=chip, suggested=True)
        painter.setFont(self._theme.ui_font(FONT))
        painter.setPen(self._theme.tokens.muted)
        room = QRect(inner.right() + 1 - words, rect.top(), words, rect.height())
        shown = fitting(said.what(proposal, candidate), figures, metrics, words)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)


def fitting(what: str, figures: Sequence[str], metrics: QFontMetrics, room: int) -> str:
    """The words in so much room; what it is gives way before the figures."""
    whole = _joined(what, *figures)
    if not what or metrics.horizontalAdvance(whole) <= room:
        return metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)
    rest = _joined("", *figures)
    left = room - metrics.horizontalAdvance(f" · {rest}") if rest else room
    if left < metrics.horizontalAdvance(f"{what[:3]}…"):
        return metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
    return _joined(metrics.elidedText(what, Qt.TextElideMode.ElideRight, left), rest)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def shares(room: int, chip: int, words: int, least: int, *, equal: bool) -> tuple[int, int]:
    """How much of `room` the chip and the words beside it get.

    Both get what they want where it is enough; else the words give way before the chip of a name,
    and the chip of a sentence before the words.
    """
    if chip + words <= room:
        return chip, words
    if equal:
        held = min(words, max(room * 11 // 20, room - chip))
        return room - held, held
    held = min(chip, max(room * 3 // 5, room - words, least))
    return held, room - held
