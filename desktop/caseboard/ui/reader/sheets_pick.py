"""What is being picked on a page: words, or a rectangle."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from caseboard.ui.reader.regions import adjusted


@dataclass(slots=True)
class Pick:
    """A drag on page `page` that began at the fraction `at`; `pressed` is None once it is over."""

    page: int
    at: QPointF
    pressed: QPointF | None
    word: int | None
    """The index of the word it began at; None where it draws a rectangle."""
    other: int | None = None
    """The index of the word it has come to."""
    rect: QRectF | None = None
    """In fractions of the page."""

    @property
    def is_whole(self) -> bool:
        """Whether there are words between its ends."""
        return self.word is not None and self.other is not None

    @property
    def span(self) -> tuple[int, int]:
        """The indexes of its first and last word; raises `ValueError` where there are none."""
        if self.word is None or self.other is None:
            raise ValueError(self)
        return min(self.word, self.other), max(self.word, self.other)


def middle(sheet: QRectF, seen: QRectF) -> QRectF:
    """A rectangle in that part of a page that is in sight, in fractions of the page."""
    shown = sheet.intersected(seen)
    height = (shown.center().y() - sheet.y()) / max(1.0, sheet.height())
    return adjusted(QRectF(0.35, height - 0.05, 0.3, 0.1), QPointF(), sizing=False)
