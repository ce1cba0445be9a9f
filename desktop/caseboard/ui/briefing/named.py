"""A field under its name, in a pane that may be narrow."""

from PySide6.QtWidgets import QWidget

from caseboard.ui.forms.fields import Named


def named(name: str, field: QWidget, below: QWidget | None = None) -> Named:
    """The field under its name, which breaks into lines where there is no room for one."""
    made = Named(name, field, below)
    made.label.setWordWrap(True)
    return made
