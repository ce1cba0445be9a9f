"""Paints sheets of paper on the ground of the window: white in every theme."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from caseboard.ui.lib.paint import fill_round, outline_round
from caseboard.ui.lib.theme import Theme

PAPER = QColor("#ffffff")
_INK = QColor("#e6e9ee")
"""Of bars where words will stand."""
_LINES = (0.55, 0.0, 0.95, 0.9, 0.93, 0.4, 0.0, 0.3, 0.94, 0.9, 0.62)
_SHADOWS = ((2, 10), (5, 6), (9, 3))
"""How far a shadow reaches, in pixels, and how dark it is."""


_SELECTED = QColor("#bccdf6")
_FOUND = QColor("#fde68a")
_HERE = QColor("#fdba74")
_FRAME = QColor("#8a4a00")
"""Of words on paper, which is white in every theme."""


def placed(box: QRectF, sheet: QRectF) -> QRectF:
    """A box in fractions of a page, on the page."""
    return QRectF(
        sheet.left() + box.left() * sheet.width(),
        sheet.top() + box.top() * sheet.height(),
        box.width() * sheet.width(),
        box.height() * sheet.height(),
    )


def paint_sheet(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """A blank page with its shadow, or with a rim where the ground is dark."""
    if theme.tokens.dark:
        painter.setPen(QPen(theme.tokens.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
    else:
        for reach, dark in _SHADOWS:
            grown = rect.adjusted(-reach, -reach + 2, reach, reach + 2)
            fill_round(painter, grown, reach, QColor(28, 35, 48, dark))
    painter.fillRect(rect, PAPER)


def paint_waiting(painter: QPainter, theme: Theme, pages: Sequence[QRectF]) -> None:
    """Pages that are on their way: grey bars where words will stand."""
    for rect in pages:
        paint_sheet(painter, theme, rect)
        side, step = rect.width() * 0.1, rect.width() * 0.042
        top = rect.top() + rect.height() * 0.1
        for share in _LINES:
            bar = QRectF(rect.left() + side, top, (rect.width() - 2 * side) * share, step * 0.45)
            fill_round(painter, bar, step * 0.2, _INK)
            top += step


def paint_aim(painter: QPainter, theme: Theme, rect: QRectF, first: float, last: float) -> None:
    """A line beside a page, from `first` to `last` of its height."""
    wide = theme.px(3)
    top, bottom = (rect.top() + share * rect.height() for share in (first, last))
    line = QRectF(rect.left() - wide - theme.px(3), top, wide, max(float(wide), bottom - top))
    fill_round(painter, line, wide / 2, theme.tokens.accent)


def paint_link(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """The link that the keys have come to."""
    outline_round(painter, rect.adjusted(-2, -2, 2, 2), 3, theme.tokens.accent, 2)


def paint_selected(painter: QPainter, rect: QRectF) -> None:
    """Words that are selected."""
    _tint(painter, rect, _SELECTED)


def paint_found(painter: QPainter, rect: QRectF, *, is_current: bool) -> None:
    """Words that were looked for; where one is now they are framed, too."""
    _tint(painter, rect, _HERE if is_current else _FOUND)
    if is_current:
        outline_round(painter, rect.adjusted(-2, -1, 2, 1), 2, _FRAME, 1.5)


def _tint(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """As a marker pen does: the paper is coloured, the ink stays as dark as it was."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(rect, color)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
