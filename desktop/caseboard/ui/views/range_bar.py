"""A range drawn on a scale it shares with others."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from caseboard.ui.lib.paint import fill_round, outline_round, painter_for
from caseboard.ui.lib.theme import Theme

HEIGHT = 12
THICK = 6
LEAST = 5
"""A single number is drawn this wide."""


class RangeBar(QWidget):
    """From `low` to `high` (None goes on) of a scale from 0 to `most`; words say the same.

    A range without an upper end runs out in an arrow, an approximate one is hollow.
    """

    def __init__(
        self,
        theme: Theme,
        low: float,
        high: float | None,
        most: float,
        parent: QWidget,
        *,
        is_approximate: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._low, self._high, self._most = low, high, most
        self._is_approximate = is_approximate
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def ends(self, width: float) -> tuple[float, float]:
        """Where the range begins and ends on a scale of this width, in pixels."""
        least = self._theme.px(LEAST)
        left = self._place(self._low, width)
        right = width if self._high is None else self._place(self._high, width)
        left = min(left, width - least)
        return left, max(right, left + least)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter = painter_for(self)
        middle, thick = self.height() / 2, px(THICK)
        painter.setPen(QPen(tokens.line, 1))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        left, right = self.ends(self.width())
        box = QRectF(left, middle - thick / 2, right - left, thick)
        if self._high is None:
            self._paint_open(painter, box)
        elif self._is_approximate:
            fill_round(painter, box, thick / 2, tokens.accent_soft)
            outline_round(painter, box, thick / 2, tokens.accent)
        else:
            fill_round(painter, box, thick / 2, tokens.accent)

    def _paint_open(self, painter: QPainter, box: QRectF) -> None:
        tokens = self._theme.tokens
        tip = box.height()
        body = QRectF(box.left(), box.top(), max(1.0, box.width() - tip), box.height())
        fill = tokens.accent_soft if self._is_approximate else tokens.accent
        fill_round(painter, body, box.height() / 2, fill)
        painter.setBrush(tokens.accent)
        middle = box.center().y()
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(box.right() - tip, middle - tip),
                    QPointF(box.right(), middle),
                    QPointF(box.right() - tip, middle + tip),
                ]
            )
        )

    def _place(self, value: float, width: float) -> float:
        return width * min(1.0, value / self._most) if self._most else 0.0
