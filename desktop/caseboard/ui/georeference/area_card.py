"""What an area traced on a picture has become: facts of its layer, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.refs import short
from caseboard.model.terms import LayerKind
from caseboard.store.georeferences import Resting
from caseboard.ui.georeference import words
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.keyvalue import Fact, KeyValues
from caseboard.ui.lib.theme import Theme


class AreaCard(QWidget):
    """Shows one layer that rests on the picture: an area, or the picture itself."""

    edit_wanted = Signal()
    show_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, is_writable: bool) -> None:
        super().__init__(parent)
        self.facts = KeyValues(theme, self)
        self.show_it = link_button(_("Show on map"), self)
        self.edit = link_button(_("Edit…"), self)
        self.remove = link_button(_("Remove"), self)
        self.show_it.clicked.connect(self.show_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        for button in (self.show_it, self.edit, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.edit, self.remove):
            button.setVisible(is_writable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(6))
        column.setSpacing(theme.px(4))
        column.addWidget(self.facts)
        column.addLayout(row)

    def show_layer(self, resting: Resting, km2: float | None) -> None:
        """Show this layer; `km2` is how large an area is."""
        layer = resting.layer
        ref = short(layer.ref)
        self.setAccessibleName(f"{ref} {layer.name}")
        for button in (self.show_it, self.edit, self.remove):
            button.setAccessibleName(f"{button.text()} {ref}")
        said = [
            Fact(_("Becomes layer"), f"{ref} · {layer.name}"),
            Fact(_("According to"), resting.source),
            Fact(_("As of"), moments.show(layer.as_of) if layer.as_of else ""),
            Fact(_("Wording"), _("“{words}”").format(words=layer.estimated)),
            Fact(_("Area"), words.area(km2) if km2 is not None else ""),
            Fact(_("May be off by"), words.error(layer.error_m)),
        ]
        if not layer.estimated:
            said.pop(3)
        if layer.kind is LayerKind.PICTURE:
            said = [Fact(_("On the map"), f"{ref} · {layer.name}"), said[-1]]
        self.facts.set_facts([fact for fact in said if fact.value])
