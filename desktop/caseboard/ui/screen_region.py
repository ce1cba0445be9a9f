"""A piece of the screen, chosen with the mouse or the keys, as a picture to clip."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QScreen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.errors import CaseError
from caseboard.i18n import _

LEAST = 4
"""Points: what is smaller was a click."""
OUT_OF_THE_WAY = 0.25
"""Seconds until the system has taken a hidden window off the screen."""
SHADE = QColor(0, 0, 0, 110)


@dataclass(frozen=True, slots=True)
class Shot:
    """A piece of a screen."""

    png: bytes
    name: str
    """`screen 2024-11-14 12.02.05Z.png`."""


def grab(screen: QScreen) -> QPixmap:
    """All that a screen shows now; raises `CaseError` where the system does not let it be seen."""
    pixmap = screen.grabWindow(0)
    if pixmap.isNull():
        raise CaseError(
            _("This system does not let a program look at the screen."),
            _("Use the system's own tool for screenshots, and drop or paste what it gives."),
        )
    return pixmap


class RegionPicker(QWidget):
    """Lies over one screen and shows it as it was, frozen; a drag chooses a piece.

    Return takes the whole screen, Escape gives up. It goes away by itself afterwards.
    """

    picked = Signal(object)
    """`Shot`."""
    given_up = Signal()

    def __init__(self, screen: QScreen, frozen: QPixmap) -> None:
        super().__init__(
            None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Drag over the piece of the screen to clip"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._screen = screen
        self._frozen = frozen
        self._start: QPoint | None = None
        self._end = QPoint()
        self.setGeometry(screen.geometry())

    def chosen(self) -> QRect:
        """What is spanned, in points of the screen."""
        if self._start is None:
            return QRect()
        across, down = self._end.x() - self._start.x(), self._end.y() - self._start.y()
        left, top = min(self._start.x(), self._end.x()), min(self._start.y(), self._end.y())
        return QRect(left, top, abs(across), abs(down))

    def take(self, rect: QRect) -> None:
        """Tell of this piece, given in points, and go."""
        ratio = self._frozen.devicePixelRatio()
        pixels = QRect(
            round(rect.x() * ratio),
            round(rect.y() * ratio),
            round(rect.width() * ratio),
            round(rect.height() * ratio),
        )
        shot = _shot(self._frozen.copy(pixels), self._screen, rect)
        self.close()
        self.picked.emit(shot)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._frozen)
        painter.fillRect(self.rect(), SHADE)
        chosen = self.chosen()
        if not chosen.isEmpty():
            ratio = self._frozen.devicePixelRatio()
            painter.drawPixmap(
                chosen,
                self._frozen,
                QRect(chosen.topLeft() * ratio, chosen.size() * ratio),
            )
            painter.setPen(QPen(Qt.GlobalColor.white, 1))
            painter.drawRect(chosen.adjusted(-1, -1, 0, 0))

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._start = self._end = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if self._start is not None:
            self._end = event.position().toPoint()
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if self._start is None:
            return
        self._end = event.position().toPoint()
        chosen = self.chosen()
        if min(chosen.width(), chosen.height()) >= LEAST:
            self.take(chosen)
        else:
            self._start = None
            self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take(self.rect())
        else:
            super().keyPressEvent(event)


def screen_of(widget: QWidget) -> QScreen:
    """The screen that `widget` is on."""
    return widget.screen() or QGuiApplication.primaryScreen()


def _shot(piece: QPixmap, screen: QScreen, rect: QRect) -> Shot:
    """The piece as a PNG that says in itself where and when it was seen."""
    seen = datetime.now(UTC)
    image = piece.toImage()
    image.setText("Source", f"{screen.name()} at {rect.x()},{rect.y()}")
    image.setText("Creation Time", seen.strftime("%Y-%m-%dT%H:%M:%SZ"))
    image.setText("Software", "Caseboard, screen region")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs leave out str
    return Shot(bytes(data.data()), seen.strftime("screen %Y-%m-%d %H.%M.%SZ.png"))


async def choose(window: QWidget) -> Shot | None:
    """Let the user choose a piece of the screen that `window` is on; None where they give up.

    The window is out of the way meanwhile. Raises `CaseError` where the screen cannot be seen.
    """
    screen = screen_of(window)
    window.hide()
    try:
        await asyncio.sleep(OUT_OF_THE_WAY)
        frozen = grab(screen)
        picker = RegionPicker(screen, frozen)
        answer: asyncio.Future[Shot | None] = asyncio.get_running_loop().create_future()
        picker.picked.connect(answer.set_result)
        picker.given_up.connect(lambda: answer.set_result(None))
        picker.showFullScreen()
        picker.activateWindow()
        return await answer
    finally:
        window.show()
        window.activateWindow()
