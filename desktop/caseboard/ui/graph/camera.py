"""How a picture without bounds stands in a view: which place is in its middle, and how large."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

SMALLEST, LARGEST = 0.04, 3.0
STEP = 1.25
MARGIN = 40.0


@dataclass(frozen=True, slots=True)
class Camera:
    """`middle` is the place of the picture in the middle of a view of `view` pixels."""

    view: QSizeF
    middle: QPointF
    scale: float = 1.0
    """Pixels of the view for one of the picture."""

    def to_view(self, place: QPointF) -> QPointF:
        """Where a place of the picture stands in the view."""
        return (place - self.middle) * self.scale + self._half()

    def to_picture(self, point: QPointF) -> QPointF:
        """The place of the picture that stands at a point of the view."""
        return (point - self._half()) / self.scale + self.middle

    def rect(self) -> QRectF:
        """What of the picture is in sight."""
        size = self.view / self.scale
        return QRectF(self.middle - QPointF(size.width() / 2, size.height() / 2), size)

    def transform(self) -> QTransform:
        """From the picture to the view."""
        half = self._half()
        shift = half - self.middle * self.scale
        return QTransform(self.scale, 0, 0, self.scale, shift.x(), shift.y())

    def moved(self, by: QPointF) -> "Camera":
        """The picture moved by so many pixels of the view."""
        return replace(self, middle=self.middle - by / self.scale)

    def zoomed(self, factor: float, at: QPointF | None = None) -> "Camera":
        """`factor` times as large, what is at `at` (else in the middle) staying there."""
        scale = min(LARGEST, max(SMALLEST, self.scale * factor))
        point = self._half() if at is None else at
        fixed = self.to_picture(point)
        return replace(self, scale=scale, middle=fixed - (point - self._half()) / scale)

    def fitting(self, rect: QRectF) -> "Camera":
        """All of `rect` in sight, never larger than it is."""
        across = (self.view.width() - 2 * MARGIN) / max(1.0, rect.width())
        down = (self.view.height() - 2 * MARGIN) / max(1.0, rect.height())
        scale = min(1.0, max(SMALLEST, min(across, down)))
        return replace(self, middle=rect.center(), scale=scale)

    def showing(self, rect: QRectF) -> "Camera":
        """Moved no further than it takes to bring `rect` into sight."""
        seen = self.rect()
        rect = rect.adjusted(*(n / self.scale for n in (-MARGIN, -MARGIN, MARGIN, MARGIN)))
        x = min(0.0, rect.left() - seen.left()) or max(0.0, rect.right() - seen.right())
        y = min(0.0, rect.top() - seen.top()) or max(0.0, rect.bottom() - seen.bottom())
        return replace(self, middle=self.middle + QPointF(x, y))

    def _half(self) -> QPointF:
        return QPointF(self.view.width() / 2, self.view.height() / 2)
