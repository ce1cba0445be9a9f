"""Which areas of two layers are compared, where each has several sorts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from caseboard.i18n import _
from caseboard.ui.forms.form import Form
from caseboard.ui.lib.theme import Theme


class DifferenceForm(Form):
    """Asks for one sort of area, or all of them."""

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Difference of two layers"), _("Compare"), parent)
        self._names = ["", *names]
        self.areas = QComboBox()
        self.areas.addItems([_("All areas"), *names])
        self.areas.setCurrentIndex(1)
        self.add(_("Compare the areas called"), self.areas)

    @property
    def name(self) -> str:
        """What was chosen; empty is all."""
        return self._names[self.areas.currentIndex()]
