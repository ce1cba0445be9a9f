"""How the pages of a document are painted: paper, what is marked on it, what is missing.

Paper is white in both themes, so what is marked on it has the colours of the light one.
"""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import LIGHT
from caseboard.ui.reader.page import MarkKind
from caseboard.ui.reader.paint import look
from caseboard.ui.reader.sheets_words import Box

PAPER = QColor("#ffffff")
PAD = 2.0
RADIUS = 3.0


def placed(box: Box, sheet: QRectF) -> QRectF:
    """A box of a page, where the page stands in the view."""
    return QRectF(
        sheet.x() + box.x * sheet.width(),
        sheet.y() + box.y * sheet.height(),
        box.w * sheet.width(),
        box.h * sheet.height(),
    )


def paint_rim(painter: QPainter, theme: Theme, sheet: QRectF) -> None:
    """The edge of a page."""
    painter.setPen(QPen(theme.tokens.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_blank(painter: QPainter, theme: Theme, sheet: QRectF, words: str) -> None:
    """A page that is not drawn yet or cannot be, with `words` in the part that is in sight."""
    painter.fillRect(sheet, theme.tokens.panel)
    paint_words(painter, theme, sheet.intersected(QRectF(painter.viewport())), words)


def paint_words(painter: QPainter, theme: Theme, room: QRectF, words: str) -> None:
    """Quiet words in the middle of `room`."""
    painter.setPen(theme.tokens.muted)
    painter.setFont(theme.ui_font())
    inner = room.adjusted(16, 8, -16, -8)
    flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(inner, flags, words)


def paint_number(painter: QPainter, theme: Theme, sheet: QRectF, words: str) -> None:
    """The number of a page, under it."""
    room = QRectF(sheet.left(), sheet.bottom() + 2, sheet.width(), theme.px(22))
    painter.setPen(theme.tokens.muted)
    painter.setFont(theme.ui_font(11))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


def paint_mark(painter: QPainter, kind: MarkKind, places: Iterable[QRectF]) -> None:
    """A marked passage: a tint under its words and a line below them."""
    style = look(kind, LIGHT)
    for place in places:
        room = place.adjusted(-PAD, -1, PAD, 1)
        if style.ground is not None:
            paint_tint(painter, room, style.ground)
        painter.setPen(QPen(style.ink, style.width, style.pen, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(room.bottomLeft(), room.bottomRight()))


def paint_tint(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """A tint that lets the ink under it through."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(place, RADIUS, RADIUS)
    painter.restore()


def paint_frame(painter: QPainter, places: Iterable[QRectF]) -> None:
    """A frame around what is selected."""
    painter.setPen(QPen(LIGHT.accent, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place in places:
        painter.drawRoundedRect(place.adjusted(-PAD - 1, -2, PAD + 1, 3), RADIUS + 1, RADIUS + 1)


def paint_picked(painter: QPainter, places: Iterable[QRectF]) -> None:
    """Words that are selected."""
    ground = QColor("#b9d0ff")
    for place in places:
        paint_tint(painter, place.adjusted(-1, -1, 1, 1), ground)


def paint_found(painter: QPainter, places: Iterable[QRectF]) -> None:
    """Words that a search found."""
    for place in places:
        paint_tint(painter, place.adjusted(-1, -1, 1, 1), QColor("#cfe0ff"))
