"""Points of the map's core as Qt's polygons, without a call for each of them."""

import struct
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from caseboard.mapping.scene import Points


def polygon(points: "Points") -> QPolygonF:
    """(n, 2) pixels as a polygon."""
    head = struct.pack(">I", len(points))
    data = QByteArray(head + points.astype(">f8").tobytes())  # the stream only points to it
    stream = QDataStream(data, QIODevice.OpenModeFlag.ReadOnly)
    made = QPolygonF()
    stream >> made
    return made


def ring_path(rings: "Iterable[Points]") -> QPainterPath:
    """Closed rings, filled by the even-odd rule."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in rings:
        path.addPolygon(polygon(ring))
        path.closeSubpath()
    return path
