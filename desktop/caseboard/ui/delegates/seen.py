"""A line of the start screen: a place or unit that several cases know."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.store.seen_again import Seen
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import paint_chip
from caseboard.ui.lib.paint import focus_ring
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint

HEIGHT = 38
NAMED = 2
"""With more cases than this only their number is said."""
Index = QModelIndex | QPersistentModelIndex


class SeenDelegate(QStyledItemDelegate):
    """Paints a `Seen`: chip, the cases, how much of it is new."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        seen: Seen = index.data(Role.ROW)
        tokens, px = self._theme.tokens, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.panel_2)
        if index.row():
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, tokens.line)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, self._theme, QRectF(rect).adjusted(-px(6), 2, px(6), -2), px(5))
        place = QPoint(rect.left(), rect.top() + (rect.height() - px(CHIP)) // 2)
        chip = paint_chip(painter, self._theme, place, seen.name, Tint(seen.kind))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(tokens.muted)
        news = news_words(seen)
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, news)
        right = rect.right() - painter.fontMetrics().horizontalAdvance(news) - px(12)
        painter.setFont(self._theme.ui_font(13))
        painter.setPen(tokens.text)
        room = QRect(chip.right() + px(8), rect.top(), right - chip.right() - px(8), rect.height())
        shown = painter.fontMetrics().elidedText(
            where_words(seen), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle, shown)
        painter.restore()


def where_words(seen: Seen) -> str:
    """`in Kupiansk approach and Rail strikes`, or `in 3 cases`."""
    if len(seen.cases) > NAMED:
        return ngettext("in {n} case", "in {n} cases", len(seen.cases))
    first, second = (title for _case_id, title in seen.cases)
    return _("in {one} and {other}").format(one=first, other=second)


def news_words(seen: Seen) -> str:
    """How much of it is new."""
    if not seen.new_clips:
        return ""
    return ngettext("{n} new clip this week", "{n} new clips this week", seen.new_clips)


def words(seen: Seen) -> str:
    """All that a line shows, as a screen reader says it."""
    parts = (f"{seen.name} {where_words(seen)}", news_words(seen))
    return ", ".join(part for part in parts if part)
