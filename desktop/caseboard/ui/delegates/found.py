"""A row under the search field: a heading, a hit with the words found in it, or an action."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.store.search import Hit
from caseboard.ui.actions import Deed
from caseboard.ui.itemmodels.found import Heading, Remark
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.keys import HEIGHT as CAP
from caseboard.ui.lib.keys import key_size, paint_key
from caseboard.ui.lib.paint import fill_round
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint, colours

MARGIN = 12  # what is marked is bold, and wider than it was measured
HEIGHTS: dict[type, int] = {Heading: 28, Remark: 34, Hit: 46, Deed: 32}
LOOKS = {
    "clip": ("file-text", Tint.NEUTRAL),
    "note": ("notebook-text", Tint.NEUTRAL),
    "claim": ("message-square-quote", Tint.CLAIM),
    "hypothesis": ("scale", Tint.NEUTRAL),
    "gap": ("list-checks", Tint.NEUTRAL),
    "layer": ("layers", Tint.NEUTRAL),
    "briefing": ("book-open-text", Tint.NEUTRAL),
    "location": ("map-pin", Tint.LOCATION),
    "unit": ("unit", Tint.UNIT),
    "person": ("user", Tint.PERSON),
    "source": ("globe", Tint.NEUTRAL),
}
Index = QModelIndex | QPersistentModelIndex
Marks = Sequence[tuple[int, int]]


class FoundDelegate(QStyledItemDelegate):
    """Paints every kind of row that `FoundModel` has."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HEIGHTS[type(index.data(Role.ROW))]))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            ground = QRectF(rect).adjusted(4, 1, -4, -1)
            fill_round(painter, ground, self._theme.px(6), self._theme.tokens.accent_soft)
        inner = rect.adjusted(self._theme.px(14), 0, -self._theme.px(14), 0)
        if isinstance(row, Hit):
            self._paint_hit(painter, inner, row)
        elif isinstance(row, Deed):
            self._paint_deed(painter, inner, row)
        else:
            self._paint_words(painter, inner, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: Heading | Remark) -> None:
        is_heading = isinstance(row, Heading)
        weight = Weight.DemiBold if is_heading else Weight.Normal
        painter.setFont(self._theme.ui_font(11 if is_heading else 12, weight))
        painter.setPen(self._theme.tokens.muted)
        low = rect.adjusted(0, self._theme.px(8) if is_heading else 0, 0, 0)
        text = row.text.upper() if is_heading else row.text
        painter.drawText(low, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: Hit) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        icon, tint = LOOKS.get(hit.kind, ("file", Tint.NEUTRAL))
        words, _soft = colours(tokens, tint)
        picture = self._theme.pixmap(icon, 16, words, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left(), rect.top() + px(7), picture)
        left = rect.left() + px(26)
        title = QRect(left, rect.top() + px(5), rect.right() - left, px(18))
        snippet = QRect(left, title.bottom() + 1, title.width(), px(17))
        font = self._theme.ui_font(13, Weight.Medium)
        self._paint_line(painter, title, hit.title, hit.title_marks, font, tokens.text)
        small = self._theme.ui_font(11.5)
        self._paint_line(painter, snippet, hit.snippet, hit.marks, small, tokens.muted)

    def _paint_line(
        self, painter: QPainter, rect: QRect, text: str, marks: Marks, font: QFont, color: QColor
    ) -> None:
        """One line of `text`, what was found in it marked; what is too long ends in …."""
        text = text.replace("\n", " ")
        room = rect.width() - self._theme.px(MARGIN) if marks else rect.width()
        text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        layout = QTextLayout(text, font)
        layout.setFormats([self._format(text, start, end) for start, end in marks])
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(text) * 2)
        layout.endLayout()
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(color)
        top = rect.top() + (rect.height() - line.height()) / 2
        layout.draw(painter, QPointF(rect.left(), top))
        painter.restore()

    def _format(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        """A mark: bold on the claim's soft ground; Qt counts in UTF-16."""
        found = QTextLayout.FormatRange()
        found.start = _units(text[:start])
        found.length = _units(text[start:end])
        looks = QTextCharFormat()
        looks.setFontWeight(Weight.DemiBold)
        looks.setForeground(self._theme.tokens.text)
        looks.setBackground(self._theme.tokens.claim_soft)
        found.format = looks
        return found

    def _paint_deed(self, painter: QPainter, rect: QRect, deed: Deed) -> None:
        right = rect.right()
        for keys in reversed(deed.keys[:1]):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            size = key_size(self._theme, shown)
            top = rect.top() + (rect.height() - self._theme.px(CAP)) // 2
            right -= size.width()
            paint_key(painter, self._theme, QPoint(right, top), shown)
        painter.setFont(self._theme.ui_font(13))
        painter.setPen(self._theme.tokens.text)
        room = QRect(rect.left(), rect.top(), right - rect.left(), rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, deed.name)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
