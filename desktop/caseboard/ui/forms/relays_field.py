"""The sources a report passed through, in order, nearest the claimant first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.commands.sources import SourceRef
from caseboard.i18n import _
from caseboard.model.entities import Source
from caseboard.model.terms import SourceKind
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.source_field import SourceField
from caseboard.ui.lib.buttons import link_button, tool_button


class RelaysField(QWidget):
    """A line for each relay, to move up and down and take away; empty lines do not count."""

    def __init__(self, desk: CaseDesk, relays: Sequence[Source] = ()) -> None:
        super().__init__()
        self._desk = desk
        self.lines: list[_RelayLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(desk.desk.theme.px(6))
        self.add_button = link_button(_("Add a relay"), self)
        self.add_button.clicked.connect(self._on_add)
        self.setAccessibleName(_("Through"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.desk.theme.px(4))
        column.addLayout(self._rows)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for relay in relays:
            self.add(relay)

    def add(self, source: Source | None = None) -> SourceField:
        """Put one more at the end."""
        made = _RelayLine(self._desk, source)
        made.up.clicked.connect(lambda: self._move(made, -1))
        made.down.clicked.connect(lambda: self._move(made, 1))
        made.remove.clicked.connect(lambda: self._take_away(made))
        self.lines.append(made)
        self._rows.addWidget(made)
        self._number()
        return made.field

    def refs(self) -> tuple[SourceRef, ...]:
        """Who they are, in order."""
        return tuple(line.field.ref() for line in self.lines if line.field.text())

    def _move(self, line: "_RelayLine", by: int) -> None:
        place = self.lines.index(line)
        if 0 <= place + by < len(self.lines):
            self.lines.insert(place + by, self.lines.pop(place))
            self._rows.removeWidget(line)
            self._rows.insertWidget(place + by, line)
            self._number()

    def _take_away(self, line: "_RelayLine") -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number()

    def _number(self) -> None:
        """Say which is which, and let nothing move past an end."""
        for place, line in enumerate(self.lines, 1):
            line.field.line.setAccessibleName(_("Relay {n}").format(n=place))
            line.up.setEnabled(place > 1)
            line.down.setEnabled(place < len(self.lines))
        for before, after in zip(self.lines, self.lines[1:], strict=False):
            QWidget.setTabOrder(before.remove, after.field.line)

    @Slot()
    def _on_add(self) -> None:
        self.add().setFocus(Qt.FocusReason.OtherFocusReason)


class _RelayLine(QWidget):
    """One relay and its buttons."""

    def __init__(self, desk: CaseDesk, source: Source | None) -> None:
        super().__init__()
        theme = desk.desk.theme
        self.field = SourceField(desk, _("Relay"), source, SourceKind.AGENCY)
        self.up = tool_button(theme, "arrow-up", _("Nearer the claimant"), self)
        self.down = tool_button(theme, "arrow-down", _("Nearer the reader"), self)
        self.remove = tool_button(theme, "x", _("Remove this relay"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        row.addWidget(self.field, 1)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
