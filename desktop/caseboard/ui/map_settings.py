"""Where online tiles of the map come from; off, the map asks nothing of the network."""

from importlib import import_module

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.runtime.settings import Settings
from caseboard.ui.forms.fields import Named
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme


class MapSettings(QWidget):
    """A page of the settings; what is typed is looked at by `check` before it is taken."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.tiles = QCheckBox(_("Show online tiles under the map"), self)
        self.tiles.setChecked(settings.map_tiles)
        self.address = QLineEdit(settings.map_tiles_url, self)
        self.address.setPlaceholderText("https://tile.example.org/{z}/{x}/{y}.png")
        self.address.setCursorPosition(0)
        self.problem = plain_label("", self, tone="bad", size="small", wrap=True)
        self.problem.hide()
        note = _(
            "The map in the program needs no network. Tiles do: whoever serves them sees which"
            " ground is looked at. They go through the proxy that is set under Fetching, a sign"
            " on the map shows while they are on, and what came is kept on this disk for two"
            " weeks. Ask only servers whose terms allow it."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.tiles)
        column.addWidget(Named(_("Address, with {z}, {x} and {y}"), self.address))
        column.addWidget(self.problem)
        column.addWidget(plain_label(note, self, tone="muted", size="small", wrap=True))
        column.addStretch(1)

    def choices(self) -> dict[str, object]:
        """What was chosen, by the names of `Settings`."""
        typed = self.address.text().strip()
        return {"map_tiles": self.tiles.isChecked() and bool(typed), "map_tiles_url": typed}

    def check(self) -> bool:
        """Whether it can be taken; if not, it says why, and where."""
        try:
            self._look()
        except CaseError as error:
            self.problem.setText(f"{error} {error.hint}".strip())
            self.problem.show()
            self.address.setFocus()
            return False
        self.problem.hide()
        return True

    def _look(self) -> None:
        typed = self.address.text().strip()
        if typed:
            import_module("caseboard.capture.fetching.tile").checked(typed)
        elif self.tiles.isChecked():
            raise CaseError(_("Say where tiles come from, or leave them off."))
