"""Markings of the Traffic Light Protocol 2.0 (FIRST, 2022), in its colours on black."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from caseboard.ui.lib.paint import fill_round, outline_round, painter_for
from caseboard.ui.lib.theme import Theme, Weight

_COLOURS = {
    "TLP:CLEAR": QColor("#ffffff"),
    "TLP:GREEN": QColor("#33ff00"),
    "TLP:AMBER": QColor("#ffc000"),
    "TLP:AMBER+STRICT": QColor("#ffc000"),
    "TLP:RED": QColor("#ff2b2b"),
}
_BLACK = QColor("#000000")


def marking_color(marking: str) -> QColor:
    """The colour of the words of `marking`; raises `KeyError` for no TLP 2.0 label."""
    return _COLOURS[marking]


def marking_size(theme: Theme, marking: str, px: float = 11) -> QSize:
    """The room a marking wants."""
    metrics = QFontMetrics(_font(theme, px))
    height = metrics.height() + theme.px(6)
    return QSize(metrics.horizontalAdvance(marking) + 2 * theme.px(8), height)


def paint_marking(
    painter: QPainter, theme: Theme, place: QPoint, marking: str, px: float = 11
) -> QRect:
    """Draw a marking with its top left at `place`; returns what it covers."""
    rect = QRect(place, marking_size(theme, marking, px))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill_round(painter, QRectF(rect), theme.px(5), _BLACK)
    if theme.tokens.dark:  # black on near-black has no edge of its own
        outline_round(painter, QRectF(rect), theme.px(5), theme.tokens.line)
    painter.setFont(_font(theme, px))
    painter.setPen(marking_color(marking))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, marking)
    painter.restore()
    return rect


class MarkingBadge(QWidget):
    """The marking of a case, as it stands beside its name."""

    def __init__(
        self, theme: Theme, marking: str, parent: QWidget | None = None, px: float = 11
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._px = px
        self._marking = marking
        self.setAccessibleName(marking)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def marking(self) -> str:
        """The label shown."""
        return self._marking

    def set_marking(self, marking: str) -> None:
        """Show another label; raises `KeyError` for no TLP 2.0 label."""
        marking_color(marking)
        self._marking = marking
        self.setAccessibleName(marking)
        self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        return marking_size(self._theme, self._marking, self._px)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_marking(painter_for(self), self._theme, QPoint(0, 0), self._marking, self._px)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _font(theme: Theme, px: float) -> QFont:
    font = theme.ui_font(px, Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.3 * theme.scale)
    return font
