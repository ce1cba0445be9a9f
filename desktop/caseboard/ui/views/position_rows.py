"""A position in the notations people ask for, each to be copied."""

import re

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import coordinates
from caseboard.mapping.coordinates import Notation
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme

_SQUARE = re.compile(r"\A(\d+[A-Z])([A-Z]{2})(\d{5})(\d{5})\Z")


class PositionRows(QWidget):
    """Decimal degrees, degrees with minutes and seconds, and MGRS (WGS 84)."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.values: dict[Notation, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(1, 1)
        for row, (notation, name) in enumerate(_names().items()):
            value = plain_label("", self, size="mono", wrap=True, selectable=True)
            copy = tool_button(theme, "copy", _("Copy {notation}").format(notation=name), self)
            copy.clicked.connect(lambda _on=False, value=value: _copy(value))
            grid.addWidget(plain_label(name, self, tone="muted", size="fact"), row, 0)
            grid.addWidget(value, row, 1)
            grid.addWidget(copy, row, 2)
            self.values[notation] = value

    def show_position(self, lat: float, lon: float) -> None:
        """Show this position; near the poles there is no MGRS square."""
        for notation, value in self.values.items():
            try:
                shown = coordinates.show(lat, lon, notation)
                value.setText(_SQUARE.sub(r"\1 \2 \3 \4", shown))
            except CaseError:
                value.setText("—")
            value.setAccessibleName(f"{_names()[notation]}: {value.text()}")


def _copy(value: QLabel) -> None:
    QGuiApplication.clipboard().setText(value.text())


def _names() -> dict[Notation, str]:
    return {
        Notation.DECIMAL: _("Decimal"),
        Notation.DMS: _("DMS"),
        Notation.MGRS: _("MGRS"),
    }
