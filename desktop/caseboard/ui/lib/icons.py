"""Line icons from SVG files, in the colours of the theme."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 48, 64)  # of pixels; Qt takes the next larger and shrinks it


class Icons:
    """The icons of a folder, each drawn once for a colour."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._icons: dict[tuple[str, str, str, str], QIcon] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def icon(self, name: str, color: QColor, disabled: QColor, selected: QColor) -> QIcon:
        """`name` for a button or menu, in every size and state."""
        key = (name, color.name(), disabled.name(), selected.name())
        if key not in self._icons:
            self._icons[key] = self._draw_icon(name, color, disabled, selected)
        return self._icons[key]

    def pixmap(self, name: str, px: int, color: QColor, ratio: float) -> QPixmap:
        """`name`, `px` points wide; raises `FileNotFoundError` for a name there is not."""
        key = (name, px, color.name(), ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, px, color, ratio)
        return self._pixmaps[key]

    def _draw_icon(self, name: str, color: QColor, disabled: QColor, selected: QColor) -> QIcon:
        icon = QIcon()
        for size in SIZES:
            drawn = self._draw(name, size, color, 1.0)
            marked = _tinted(drawn, selected)
            icon.addPixmap(drawn)
            icon.addPixmap(_tinted(drawn, disabled), QIcon.Mode.Disabled)
            icon.addPixmap(marked, QIcon.Mode.Selected)
            icon.addPixmap(marked, state=QIcon.State.On)
        return icon

    def _draw(self, name: str, px: int, color: QColor, ratio: float) -> QPixmap:
        svg = (self._folder / f"{name}.svg").read_bytes()
        renderer = QSvgRenderer(QByteArray(svg.replace(b"currentColor", color.name().encode())))
        side = round(px * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def _tinted(drawn: QPixmap, color: QColor) -> QPixmap:
    """The same lines in another colour; far cheaper than reading the SVG again."""
    pixmap = QPixmap(drawn)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), color)
    painter.end()
    return pixmap
