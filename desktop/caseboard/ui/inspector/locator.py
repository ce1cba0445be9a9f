"""A small map without a ground: a place, how sure it is, and the larger places around it."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.tagging.suggestions import Place
from caseboard.ui.inspector import distance_words
from caseboard.ui.inspector.locator_plan import Box, Neighbour, Plan, plan
from caseboard.ui.lib.paint import fill_round, outline_round, painter_for
from caseboard.ui.lib.theme import Theme, Weight

HEIGHT = 150
FONT = 10.5


class Locator(QWidget):
    """Shows one place at a time, north up; what it shows is told to screen readers in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place: Place | None = None
        self._neighbours: tuple[Neighbour, ...] = ()
        self._plan: Plan | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def dots(self) -> Sequence[str]:
        """The names of the neighbours there was room for."""
        return [dot.name for dot in self._plan.dots] if self._plan else []

    def show_place(self, place: Place, neighbours: Sequence[Neighbour]) -> None:
        """Show a place that has a position, among these."""
        self._place, self._neighbours = place, tuple(neighbours)
        self._lay_out()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self._theme.px(HEIGHT))  # a narrow inspector shows what it can

    @override
    def resizeEvent(self, _event: object, /) -> None:
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = painter_for(self), self._theme.tokens
        area = QRectF(self.rect())
        radius = self._theme.px(6)
        fill_round(painter, area, radius, tokens.panel)
        if self._plan is not None and self._place is not None:
            painter.save()
            painter.setClipRect(area.adjusted(1, 1, -1, -1))
            self._paint_ring(painter, self._plan)
            self._paint_neighbours(painter, self._plan)
            self._paint_place(painter, self._plan, self._place.name)
            painter.restore()
            self._paint_scale(painter, self._plan)
            self._paint_north(painter)
        outline_round(painter, area, radius, tokens.line)

    def _lay_out(self) -> None:
        place = self._place
        if place is None or self.width() < 10 or self.height() < 10:
            self._plan = None
            return
        size = (float(self.width()), float(self.height()))
        kept = (self._north_box(), self._scale_box())
        self._plan = plan(place, self._neighbours, size, self._measure, kept)
        self.setAccessibleName(self._in_words(place))
        self.update()

    def _in_words(self, place: Place) -> str:
        if not self.dots:
            return _("Map of {place}").format(place=place.name)
        near = ", ".join(self.dots)
        return _("Map of {place}, with {near} around it").format(place=place.name, near=near)

    def _measure(self, name: str) -> tuple[float, float]:
        metrics = QFontMetricsF(self._theme.ui_font(FONT, Weight.Medium))
        return metrics.horizontalAdvance(name) + 1, metrics.height()

    def _north_box(self) -> Box:
        px = self._theme.px
        return Box(self.width() - px(20), px(4), px(16), px(26))

    def _scale_box(self) -> Box:
        px = self._theme.px
        return Box(px(6), self.height() - px(24), self.width() * 0.34, px(22))

    def _paint_ring(self, painter: QPainter, made: Plan) -> None:
        ink = self._theme.tokens.location
        ground = QColor(ink)
        ground.setAlphaF(0.10)
        painter.setBrush(ground)
        painter.setPen(QPen(ink, 1.0, Qt.PenStyle.DashLine))
        if made.ring > 6:
            painter.drawEllipse(QPointF(made.x, made.y), made.ring, made.ring)

    def _paint_neighbours(self, painter: QPainter, made: Plan) -> None:
        tokens, radius = self._theme.tokens, self._theme.px(2.4)
        painter.setFont(self._theme.ui_font(FONT))
        for dot in made.dots:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.faint)
            painter.drawEllipse(QPointF(dot.x, dot.y), radius, radius)
            painter.setPen(tokens.muted)
            painter.drawText(_rect(dot.label), Qt.AlignmentFlag.AlignCenter, dot.name)

    def _paint_place(self, painter: QPainter, made: Plan, name: str) -> None:
        tokens, radius = self._theme.tokens, self._theme.px(4)
        painter.setPen(QPen(tokens.panel, 1.5))
        painter.setBrush(tokens.location)
        painter.drawEllipse(QPointF(made.x, made.y), radius, radius)
        painter.setFont(self._theme.ui_font(FONT, Weight.Medium))
        painter.setPen(tokens.location)
        painter.drawText(_rect(made.label), Qt.AlignmentFlag.AlignCenter, name)

    def _paint_scale(self, painter: QPainter, made: Plan) -> None:
        px, muted = self._theme.px, self._theme.tokens.muted
        left, base = float(px(8)), float(self.height() - px(7))
        painter.setPen(QPen(muted, 1.2))
        painter.drawLine(QLineF(left, base, left + made.scale, base))
        for x in (left, left + made.scale):
            painter.drawLine(QLineF(x, base - px(3), x, base))
        painter.setFont(self._theme.ui_font(10))
        room = QRectF(left, base - px(17), max(made.scale, px(60)), px(13))
        text = distance_words.length(made.scale_m)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_north(self, painter: QPainter) -> None:
        px, muted = self._theme.px, self._theme.tokens.muted
        middle, top = self.width() - px(12), px(6)
        painter.setPen(QPen(muted, 1.2))
        painter.drawLine(QLineF(middle, top, middle, top + px(9)))
        painter.drawLine(QLineF(middle, top, middle - px(3), top + px(4)))
        painter.drawLine(QLineF(middle, top, middle + px(3), top + px(4)))
        painter.setFont(self._theme.ui_font(9.5, Weight.DemiBold))
        room = QRectF(middle - px(8), top + px(9), px(16), px(13))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _("N"))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._lay_out()
        self.update()


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
