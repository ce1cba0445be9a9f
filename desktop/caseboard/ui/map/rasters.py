"""Pictures of the ground as Qt's images; only PNG and JPEG are ever tried, and none too large."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF
from PySide6.QtGui import QImage, QImageReader, QPainter, QPolygonF, QTransform

from caseboard.mapping.scene import Raster

LARGEST = 64_000_000
"""Pixels of a picture that is still drawn."""
_KINDS = ((b"\x89PNG", b"png"), (b"\xff\xd8\xff", b"jpeg"))


def decode(data: bytes) -> QImage:
    """The picture; null where it is damaged, too large or of another kind."""
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), None)
    if kind is None:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > LARGEST:
        return QImage()
    return reader.read()


def paint_raster(painter: QPainter, raster: Raster) -> None:
    """Draw the picture onto its four corners; nothing where it cannot be read."""
    image = decode(raster.image)
    if image.isNull():
        return
    width, height = image.width(), image.height()
    edge = QPolygonF([QPointF(0, 0), QPointF(width, 0), QPointF(width, height), QPointF(0, height)])
    corners = QPolygonF([QPointF(x, y) for x, y in raster.corners])
    placed = QTransform()
    if not QTransform.quadToQuad(edge, corners, placed):
        return
    painter.save()
    painter.setOpacity(raster.opacity)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(placed, combine=True)
    painter.drawImage(QRectF(0, 0, width, height), image)
    painter.restore()
