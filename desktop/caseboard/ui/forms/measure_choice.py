"""A field for the measure a number was told in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from caseboard.commands.quantities import AREAS, LENGTHS
from caseboard.i18n import _
from caseboard.model.terms import Measure, QuantityKind


class MeasureChoice(QComboBox):
    """Offers the measures that fit a kind; the wheel turns it only while it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self._measures: list[Measure | None] = []
        self.setAccessibleName(_("Measure"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def measure(self) -> Measure | None:
        """What is chosen; None where the kind has no measure."""
        return self._measures[self.currentIndex()] if self._measures else None

    def offer(self, kind: QuantityKind, current: Measure | None = None) -> None:
        """Offer what fits `kind`; hidden where nothing does."""
        known = [each for each in Measure if each in _FITTING.get(kind, frozenset())]
        self._measures = [None, *known] if kind is QuantityKind.OTHER else [*known]
        self.clear()
        for measure in self._measures:
            self.addItem(measure.value if measure else _("none"))
        usual = Measure.KILOMETRE if kind is QuantityKind.DISTANCE else Measure.SQUARE_KILOMETRE
        wanted = current if current in self._measures else usual
        if wanted in self._measures and kind is not QuantityKind.OTHER:
            self.setCurrentIndex(self._measures.index(wanted))
        elif current in self._measures:
            self.setCurrentIndex(self._measures.index(current))
        self.setVisible(bool(self._measures))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


_FITTING = {
    QuantityKind.DISTANCE: LENGTHS,
    QuantityKind.AREA: AREAS,
    QuantityKind.OTHER: LENGTHS | AREAS,
}
