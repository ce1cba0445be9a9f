"""What an assessment takes for granted, and which of it all the rest hangs on."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.briefing.format_bar import FormatBar
from caseboard.ui.briefing.lines_field import LinesField, TextLine
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.navigation import Navigator

Assumption = dict[str, Any]
"""As `Briefing.assumptions` keeps them."""


class AssumptionLine(TextLine):
    """One assumption, with a box for the linchpin under it."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(desk, navigator, parent)
        self.linchpin = QCheckBox(_("Linchpin"), self)
        plain_tooltip(self.linchpin, _("Without it the assessment falls"))
        below = QHBoxLayout()
        below.addWidget(self.linchpin, 1)
        below.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(2))
        column.addWidget(self.text)
        column.addLayout(below)

    def assumption(self) -> Assumption:
        """As the briefing keeps it."""
        return {"text": self.text.text(), "is_linchpin": self.linchpin.isChecked()}

    @override
    def set_writable(self, *, writable: bool) -> None:
        super().set_writable(writable=writable)
        self.linchpin.setEnabled(writable)


class AssumptionsField(LinesField[AssumptionLine]):
    """A text for each; empty ones do not count."""

    def __init__(
        self, desk: CaseDesk, navigator: Navigator, bar: FormatBar, parent: QWidget
    ) -> None:
        super().__init__(desk, navigator, bar, parent, _("Add an assumption"))
        self.setAccessibleName(_("Assumptions"))

    def assumptions(self) -> list[Assumption]:
        """What is written, in order."""
        return [line.assumption() for line in self.written()]

    def show_assumptions(self, assumptions: Sequence[Mapping[str, Any]]) -> None:
        """Show these instead."""
        wanted = [(str(each.get("text", "")).strip(), _is_linchpin(each)) for each in assumptions]
        if [(each["text"], each["is_linchpin"]) for each in self.assumptions()] != wanted:
            self.clear()
            for place, (text, is_linchpin) in enumerate(wanted):
                self.add(text, place).linchpin.setChecked(is_linchpin)

    @override
    def made(self) -> AssumptionLine:
        line = AssumptionLine(self.desk, self.navigator, self)
        line.linchpin.clicked.connect(self.changed)
        return line

    @override
    def number(self) -> None:
        for place, line in enumerate(self.lines, 1):
            line.text.setAccessibleName(_("Assumption {n}").format(n=place))


def _is_linchpin(assumption: Mapping[str, Any]) -> bool:
    return bool(assumption.get("is_linchpin", False))
