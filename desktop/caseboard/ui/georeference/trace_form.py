"""What is said of an area traced on a picture, on its way to become a layer."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from caseboard.commands.layers import LayerFacts
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.entities import Source
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.layer_form import Keep, LayerForm


class TraceForm(LayerForm):
    """The name follows whose word it is and as of when, until somebody writes another."""

    def __init__(
        self,
        desk: CaseDesk,
        facts: LayerFacts,
        source: Source | None,
        keep: Keep,
        parent: QWidget | None = None,
    ) -> None:
        title, action = _("Area traced on a picture"), _("Make layer")
        super().__init__(desk, title, action, facts, keep, parent, source=source)
        self._is_named = False
        self.name.textEdited.connect(self._on_named)
        self.source.line.textChanged.connect(self._rename)
        self.as_of.line.textChanged.connect(self._rename)
        self._rename()

    @Slot()
    def _on_named(self) -> None:
        self._is_named = True

    @Slot()
    def _rename(self) -> None:
        if not self._is_named:
            self.name.setText(name_of(self.source.text(), self._when()))
            self.name.setCursorPosition(0)

    def _when(self) -> str:
        try:
            edtf = self.as_of.edtf()
        except CaseError:
            return ""  # it is being typed: the field says so itself
        return moments.show(edtf) if edtf else ""


def name_of(source: str, when: str) -> str:
    """`Estimated advance per Monitor map, as of 13 Nov 2024`."""
    if source and when:
        return _("Estimated advance per {source}, as of {when}").format(source=source, when=when)
    if source:
        return _("Estimated advance per {source}").format(source=source)
    if when:
        return _("Estimated advance, as of {when}").format(when=when)
    return _("Estimated advance")
