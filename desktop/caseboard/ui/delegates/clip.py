"""A row of the clip list: picture, title, where from, and what is tagged in it."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.model.terms import ClipKind, ClipState
from caseboard.store.clips import ClipRow
from caseboard.ui.hollow_words import hollow_word
from caseboard.ui.itemmodels.clips import (
    claims_words,
    meta,
    state_words,
    suggestions_words,
    what_and_when,
)
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.chips import Shape, chip_size, paint_chip
from caseboard.ui.lib.paint import fill_round, focus_ring
from caseboard.ui.lib.skeleton import paint_skeleton
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.thumbnails import Thumbnails

SIDE = 54
HEIGHT = 98
TINTS = {
    "location": Tint.LOCATION,
    "unit": Tint.UNIT,
    "person": Tint.PERSON,
    "keyword": Tint.NEUTRAL,
}
ICONS = {
    ClipKind.ARTICLE: "newspaper",
    ClipKind.IMAGE: "image",
    ClipKind.DOCUMENT: "file",
    ClipKind.TEXT: "text-quote",
}
Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag


class ClipDelegate(QStyledItemDelegate):
    """Paints every row at one height, so that a list of any length is laid out at once."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row: ClipRow | None = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state)
        if row is None:
            paint_skeleton(painter, self._theme, rect, 3, picture=True)
        else:
            self._paint_row(painter, rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        if state & State.State_Selected:
            painter.fillRect(rect, tokens.accent_soft)
            painter.fillRect(QRect(rect.topLeft(), QSize(px(3), rect.height())), tokens.accent)
        elif state & State.State_MouseOver:
            painter.fillRect(rect, tokens.panel_2)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
        if state & State.State_HasFocus and state & State.State_KeyboardFocusChange:
            focus_ring(painter, self._theme, QRectF(rect).adjusted(1, 1, -1, -2), px(4))

    def _paint_row(self, painter: QPainter, rect: QRect, row: ClipRow) -> None:
        px = self._theme.px
        inner = rect.adjusted(px(12), px(10), -px(12), -px(6))
        self._paint_picture(painter, QRect(inner.topLeft(), QSize(px(SIDE), px(SIDE))), row)
        words = inner.adjusted(px(SIDE + 10), 0, 0, 0)
        y = self._paint_title(painter, words, row.title)
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(self._theme.tokens.muted)
        metrics = painter.fontMetrics()
        line = QRect(words.left(), y + px(2), words.width(), metrics.height())
        shown = _fitting_meta(row, metrics, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        last = QRect(words.left(), line.bottom() + px(5), words.width(), px(18))
        if row.state is ClipState.READY:
            self._paint_chips(painter, last, row)
        else:
            self._paint_state(painter, last, row)

    def _paint_picture(self, painter: QPainter, rect: QRect, row: ClipRow) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._thumbnails.get(row.thumbnail, rect.width(), ratio) if row.thumbnail else None
        if pixmap is None:
            fill_round(painter, QRectF(rect), px(6), tokens.neutral_soft)
            icon = self._theme.pixmap(ICONS[row.kind], 20, tokens.muted, ratio)
            painter.drawPixmap(rect.center() - QPoint(px(10) - 1, px(10) - 1), icon)
            return
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), px(6), px(6))
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(rect, pixmap)
        painter.restore()

    def _paint_title(self, painter: QPainter, room: QRect, title: str) -> int:
        """Draw at most two lines and return where they end."""
        painter.setPen(self._theme.tokens.text)
        font = self._theme.ui_font(13, Weight.DemiBold)
        painter.setFont(font)
        step = round(QFontMetrics(font).height() * 1.06)
        y = room.top()
        for line in two_lines(title, font, room.width()):
            place = QRect(room.left(), y, room.width(), step)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)
            y += step
        return y

    def _paint_chips(self, painter: QPainter, room: QRect, row: ClipRow) -> None:
        """As many names as there is room for; how much is claimed or proposed is always said."""
        left, gap = room.left(), self._theme.px(4)
        last = list(_counted(row))
        kept = sum(chip_size(self._theme, *each).width() + gap for each in last)
        if row.hollow:
            place = QPoint(left, room.top())
            sign = paint_chip(
                painter, self._theme, place, hollow_word(row.hollow), Tint.CONTRADICTS
            )
            left = sign.right() + 1 + gap
        for kind, name in row.chips:
            left_over = room.right() - kept - left
            if left_over < min(chip_size(self._theme, name).width(), self._theme.px(60)):
                break
            place = QPoint(left, room.top())
            done = paint_chip(painter, self._theme, place, name, TINTS[kind], room=left_over)
            left = done.right() + 1 + gap
        for words, shape in last:
            place = QPoint(left, room.top())
            left_over = max(0, room.right() + 1 - left)
            done = paint_chip(painter, self._theme, place, words, Tint.CLAIM, shape, room=left_over)
            left = done.right() + 1 + gap

    def _paint_state(self, painter: QPainter, room: QRect, row: ClipRow) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        is_reading = row.state is ClipState.RECEIVED
        color = tokens.muted if is_reading else tokens.contradicts
        name, text = "clock" if is_reading else "triangle-alert", state_words(row)
        icon = self._theme.pixmap(name, 13, color, painter.device().devicePixelRatioF())
        painter.drawPixmap(room.left(), room.top() + (room.height() - px(13)) // 2, icon)
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(color)
        words = room.adjusted(px(18), 0, 0, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


def _counted(row: ClipRow) -> Iterator[tuple[str, Shape]]:
    """How many claims there are; of a clip without any, how much is proposed."""
    if row.claims:
        yield claims_words(row.claims), Shape.CHIP
    elif row.suggestions:
        yield suggestions_words(row.suggestions), Shape.PILL


def _fitting_meta(row: ClipRow, metrics: QFontMetrics, width: int) -> str:
    """The line under the title; where it is too long the publisher's name gives way."""
    whole = meta(row)
    if not row.site or metrics.horizontalAdvance(whole) <= width:
        return metrics.elidedText(whole, Qt.TextElideMode.ElideRight, width)
    rest = f" · {what_and_when(row)}"
    room = width - metrics.horizontalAdvance(rest)
    if room < metrics.horizontalAdvance(row.site[:3] + "…"):
        return metrics.elidedText(rest[3:], Qt.TextElideMode.ElideRight, width)
    return metrics.elidedText(row.site, Qt.TextElideMode.ElideRight, room) + rest


def two_lines(text: str, font: QFont, width: int) -> list[str]:
    """`text` broken into at most two lines of `width` pixels, the second cut with … if need be."""
    text = " ".join(text.split())
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    units = text.encode("utf-16-le")  # Qt counts in UTF-16
    end = 2 * line.textLength()
    rest = units[end:].decode("utf-16-le")
    shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [units[:end].decode("utf-16-le").rstrip(), shown]
