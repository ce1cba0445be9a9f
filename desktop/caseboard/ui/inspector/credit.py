"""Whose names of places are shown: printed small, in full where the pointer rests."""

from PySide6.QtWidgets import QLabel, QWidget

from caseboard.tagging.gazetteer.attribution import attribution
from caseboard.ui.lib.labels import plain_label, plain_tooltip

SHORT = "GeoNames CC BY 4.0"


def credit_label(parent: QWidget) -> QLabel:
    """The label that stands wherever the gazetteer shows."""
    label = plain_label(SHORT, parent, tone="muted", size="small")
    label.setAccessibleDescription(attribution())
    plain_tooltip(label, attribution())
    return label
