"""A field for a position in any notation, which says at once how it was understood."""

import re

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import coordinates
from caseboard.mapping.coordinates import Notation, Point
from caseboard.ui.forms.fields import FieldError
from caseboard.ui.lib.labels import plain_label, set_size, set_tone
from caseboard.ui.lib.theme import Theme

_SQUARE = re.compile(r"^(\d+[A-Z])([A-Z]{2})(\d{5})(\d{5})$")
_SPACED = r"\1 \2 \3 \4"


class CoordinatesField(QWidget):
    """Degrees, MGRS, UTM, a Plus code or a map link; under it stands what that means."""

    understood = Signal(object)
    """`Point`, or None where nothing or nothing readable is typed."""

    def __init__(self, theme: Theme, lat: float | None = None, lon: float | None = None) -> None:
        super().__init__()
        known = "" if lat is None or lon is None else coordinates.show(lat, lon)
        self.line = QLineEdit(known)
        self.line.setPlaceholderText(_("49.71003, 37.61581 or 37U DR 00205 07310"))
        self.line.setAccessibleName(_("Coordinates"))
        self.reading = plain_label("", self, tone="muted", size="mono", wrap=True)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addWidget(self.line)
        column.addWidget(self.reading)
        self.line.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def point(self) -> Point | None:
        """The position typed, None for nothing; raises `FieldError` where it is none."""
        if not self.line.text().strip():
            return None
        try:
            return coordinates.parse(self.line.text())
        except CaseError as error:
            raise FieldError(error, self.line) from error

    @Slot()
    def _on_text_changed(self) -> None:
        try:
            point = self.point()
        except CaseError as error:
            self._say(f"{error} {error.hint}", is_wrong=True)
            self.understood.emit(None)
            return
        self._say(_words(point) if point else "", is_wrong=False)
        self.understood.emit(point)

    def _say(self, words: str, *, is_wrong: bool) -> None:
        self.reading.setText(words)
        self.reading.setVisible(bool(words))
        set_tone(self.reading, "bad" if is_wrong else "muted")
        set_size(self.reading, "small" if is_wrong else "mono")
        self.line.setAccessibleDescription(words)


def _words(point: Point) -> str:
    """The position in degrees and as MGRS."""
    decimal = coordinates.show(point.lat, point.lon)
    try:
        square = coordinates.show(point.lat, point.lon, Notation.MGRS)
    except CaseError:  # near a pole there is no such square
        return decimal
    return f"{decimal} · {_SQUARE.sub(_SPACED, square)}"
