"""The row over a group of claims: an arrow that says whether it is open, a title, a count."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from caseboard.i18n import ngettext
from caseboard.ui.claim_board import Heading
from caseboard.ui.lib.paint import focus_ring
from caseboard.ui.lib.theme import Theme, Weight

HEIGHT = 32
ARROW = 14
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def paint_heading(
    painter: QPainter, theme: Theme, rect: QRect, heading: Heading, *, current: bool, focused: bool
) -> None:
    """Draw a heading over all of `rect`."""
    px, tokens = theme.px, theme.tokens
    paint_heading_ground(painter, theme, rect, current=current)
    ratio = painter.device().devicePixelRatio()
    arrow = theme.pixmap(
        "chevron-down" if heading.is_open else "chevron-right", ARROW, tokens.muted, ratio
    )
    top = rect.top() + (rect.height() - px(ARROW)) // 2
    painter.drawPixmap(rect.left() + px(10), top, arrow)
    room = rect.adjusted(px(30), 0, -px(10), -1)
    count = ngettext("{n} claim", "{n} claims", heading.claims)
    painter.setFont(theme.ui_font(12, Weight.DemiBold))
    painter.setPen(tokens.text)
    metrics = painter.fontMetrics()
    title = metrics.elidedText(heading.title, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, MIDDLE, title)
    room.setLeft(room.left() + metrics.horizontalAdvance(title) + px(8))
    painter.setFont(theme.ui_font(11.5))
    painter.setPen(tokens.muted)
    if painter.fontMetrics().horizontalAdvance(count) <= room.width():
        painter.drawText(room, MIDDLE, count)
    if focused:
        focus_ring(painter, theme, QRectF(rect).adjusted(1, 1, -1, -2), px(4))


def paint_heading_ground(painter: QPainter, theme: Theme, rect: QRect, *, current: bool) -> None:
    """Draw what a heading stands on."""
    tokens = theme.tokens
    painter.fillRect(rect, tokens.accent_soft if current else tokens.panel_2)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
