"""How a picture stands in a view: fitted or at a scale, moved; told in fractions of its sides."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

SMALLEST, LARGEST = 0.02, 32.0
STEP = 1.25


@dataclass(frozen=True, slots=True)
class Camera:
    """A picture of `picture` pixels in a view of `view` pixels.

    While it is `fitting` it fills the view, never larger than it is; else it has `scale` pixels of
    the view for each of its own and its middle is `shift` away from the middle of the view.
    """

    picture: QSizeF
    view: QSizeF
    fitting: bool = True
    own_scale: float = 1.0
    shift: QPointF = field(default_factory=QPointF)

    @property
    def scale(self) -> float:
        """Pixels of the view for each pixel of the picture."""
        if not self.fitting:
            return self.own_scale
        across = self.view.width() / max(1.0, self.picture.width())
        down = self.view.height() / max(1.0, self.picture.height())
        return max(SMALLEST, min(1.0, across, down))

    def rect(self) -> QRectF:
        """Where the picture stands in the view."""
        size = self.picture * self.scale
        shift = QPointF() if self.fitting else self.shift
        corner = QPointF(
            (self.view.width() - size.width()) / 2, (self.view.height() - size.height()) / 2
        )
        return QRectF(corner + shift, size)

    def zoomed(self, factor: float, at: QPointF) -> "Camera":
        """`factor` times as large, what is at `at` staying there."""
        return self.scaled(self.scale * factor, at)

    def scaled(self, scale: float, at: QPointF | None = None) -> "Camera":
        """At `scale`, what is at `at` (else in the middle) staying there."""
        scale = min(LARGEST, max(SMALLEST, scale))
        middle = QPointF(self.view.width() / 2, self.view.height() / 2)
        away = self.rect().center() - middle
        fixed = QPointF() if at is None else at - middle
        shift = fixed + (away - fixed) * (scale / self.scale)
        return replace(self, fitting=False, own_scale=scale, shift=self._within(shift, scale))

    def moved(self, by: QPointF) -> "Camera":
        """Moved by so many pixels of the view; some of the picture stays in sight."""
        shift = (QPointF() if self.fitting else self.shift) + by
        scale = self.scale
        return replace(self, fitting=False, own_scale=scale, shift=self._within(shift, scale))

    def to_fraction(self, point: QPointF) -> QPointF:
        """A point of the view in fractions of the picture's sides, never outside it."""
        rect = self.rect()
        x = (point.x() - rect.x()) / max(1e-9, rect.width())
        y = (point.y() - rect.y()) / max(1e-9, rect.height())
        return QPointF(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))

    def to_view(self, fractions: QRectF) -> QRectF:
        """A rectangle given in fractions, where it stands in the view."""
        rect = self.rect()
        return QRectF(
            rect.x() + fractions.x() * rect.width(),
            rect.y() + fractions.y() * rect.height(),
            fractions.width() * rect.width(),
            fractions.height() * rect.height(),
        )

    def _within(self, shift: QPointF, scale: float) -> QPointF:
        x = self.picture.width() * scale / 2 + self.view.width() / 2 - 32
        y = self.picture.height() * scale / 2 + self.view.height() / 2 - 32
        return QPointF(min(x, max(-x, shift.x())), min(y, max(-y, shift.y())))
