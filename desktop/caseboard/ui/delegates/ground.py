"""What every row of a list stands on: selection, pointer, keyboard, hairline."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from caseboard.ui.lib.paint import focus_ring
from caseboard.ui.lib.theme import Theme

State = QStyle.StateFlag


def paint_ground(
    painter: QPainter, theme: Theme, rect: QRect, state: QStyle.StateFlag, *, line: bool = True
) -> None:
    """Draw the ground of a row in `rect`, as its state asks."""
    tokens, px = theme.tokens, theme.px
    if state & State.State_Selected:
        painter.fillRect(rect, tokens.accent_soft)
        painter.fillRect(QRect(rect.topLeft(), QSize(px(3), rect.height())), tokens.accent)
    elif state & State.State_MouseOver:
        painter.fillRect(rect, tokens.panel_2)
    if line:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
    if state & State.State_HasFocus and state & State.State_KeyboardFocusChange:
        focus_ring(painter, theme, QRectF(rect).adjusted(1, 1, -1, -2), px(4))
