"""Rows that are on their way: grey bars where words will stand."""

from PySide6.QtCore import QRect, QRectF, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.lib.paint import fill_round, painter_for
from caseboard.ui.lib.theme import Theme

PATIENCE = 200  # milliseconds in which nothing is shown at all


def paint_skeleton(
    painter: QPainter, theme: Theme, rect: QRect, lines: int = 2, *, picture: bool = False
) -> None:
    """Draw a row that is not here yet in `rect`: bars for its lines, a box for its picture."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(rect).adjusted(theme.px(12), theme.px(10), -theme.px(12), -theme.px(10))
    grey = theme.tokens.line
    if picture:
        side = min(float(theme.px(54)), room.height())
        fill_round(painter, QRectF(room.left(), room.top(), side, side), theme.px(6), grey)
        room.setLeft(room.left() + side + theme.px(10))
    step = theme.px(18)
    for line in range(lines):
        width = room.width() * (0.8, 0.55, 0.35)[line % 3]
        top = room.top() + theme.px(3) + line * step
        fill_round(painter, QRectF(room.left(), top, width, theme.px(9)), theme.px(4), grey)
    painter.restore()


class Skeleton(QWidget):
    """A view that is being read: nothing for 200 ms, then still rows of bars."""

    def __init__(self, theme: Theme, row_height: int = 74, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row_height = row_height
        self._is_late = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._on_late)
        self.setAccessibleName(_("Loading"))
        theme.changed.connect(self.update)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_late = False
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_late:
            return
        painter = painter_for(self)
        height = self._theme.px(self._row_height)
        for top in range(0, self.height(), height):
            row = QRect(0, top, self.width(), height)
            paint_skeleton(painter, self._theme, row, 3, picture=self._row_height >= 64)
            painter.fillRect(0, row.bottom(), self.width(), 1, self._theme.tokens.line)

    @Slot()
    def _on_late(self) -> None:
        self._is_late = True
        self.update()
