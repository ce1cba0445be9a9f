"""What an assessment takes for granted, and which of it all the rest hangs on."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.briefing.format_bar import FormatBar
from caseboard.ui.briefing.text import BriefingText
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.buttons import link_button, tool_button
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.navigation import Navigator

Assumption = dict[str, Any]
"""As `Briefing.assumptions` keeps them."""


class AssumptionsField(QWidget):
    """A text for each with a box for the linchpin; empty ones do not count."""

    changed = Signal()

    def __init__(
        self, desk: CaseDesk, navigator: Navigator, bar: FormatBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._navigator, self._bar = desk, navigator, bar
        theme = desk.desk.theme
        self.lines: list[AssumptionLine] = []
        self._is_writable = True
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        self.add_button = link_button(_("Add an assumption"), self)
        self.add_button.clicked.connect(lambda: self._begin(len(self.lines)))
        self.setAccessibleName(_("Assumptions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(self._rows)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def assumptions(self) -> list[Assumption]:
        """What is written, in order."""
        return [line.assumption() for line in self._written()]

    def text(self, index: int) -> BriefingText | None:
        """The text of the assumption `index` from 0 of those written."""
        written = self._written()
        return written[index].text if 0 <= index < len(written) else None

    def show_assumptions(self, assumptions: Sequence[Mapping[str, Any]]) -> None:
        """Show these instead."""
        wanted = [(str(each.get("text", "")).strip(), _is_linchpin(each)) for each in assumptions]
        if [(each["text"], each["is_linchpin"]) for each in self.assumptions()] == wanted:
            return
        for line in list(self.lines):
            self._drop(line)
        for text, is_linchpin in wanted:
            line = self._add(len(self.lines))
            line.text.show_text(text)
            line.linchpin.setChecked(is_linchpin)

    def set_writable(self, *, writable: bool) -> None:
        """Let them be changed, or only be read."""
        self._is_writable = writable
        self.add_button.setVisible(writable)
        for line in self.lines:
            line.set_writable(writable=writable)

    def _written(self) -> "list[AssumptionLine]":
        return [line for line in self.lines if line.text.text()]

    def _add(self, place: int) -> "AssumptionLine":
        line = AssumptionLine(self._desk, self._navigator, self)
        line.set_writable(writable=self._is_writable)
        line.text.typed.connect(self.changed)
        line.linchpin.clicked.connect(self.changed)
        line.text.broken.connect(lambda: self._begin(self.lines.index(line) + 1))
        line.remove.clicked.connect(lambda: self._on_removed(line))
        self._bar.serve(line.text)
        self.lines.insert(place, line)
        self._rows.insertWidget(place, line)
        for number, each in enumerate(self.lines, 1):
            each.text.setAccessibleName(_("Assumption {n}").format(n=number))
        return line

    def _begin(self, place: int) -> None:
        self._add(place).text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, line: "AssumptionLine") -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _on_removed(self, line: "AssumptionLine") -> None:
        self._drop(line)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class AssumptionLine(QWidget):
    """One assumption."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self.text = BriefingText(desk, navigator, lines=1, is_paragraph=True)
        self.linchpin = QCheckBox(_("Linchpin"), self)
        plain_tooltip(self.linchpin, _("Without it the assessment falls"))
        self.remove = tool_button(theme, "x", _("Take away"), self)
        below = QHBoxLayout()
        below.addWidget(self.linchpin, 1)
        below.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.text)
        column.addLayout(below)

    def assumption(self) -> Assumption:
        """As the briefing keeps it."""
        return {"text": self.text.text(), "is_linchpin": self.linchpin.isChecked()}

    def set_writable(self, *, writable: bool) -> None:
        """Let it be changed, or only be read."""
        self.text.setReadOnly(not writable)
        self.linchpin.setEnabled(writable)
        self.remove.setVisible(writable)


def _is_linchpin(assumption: Mapping[str, Any]) -> bool:
    return bool(assumption.get("is_linchpin", False))
