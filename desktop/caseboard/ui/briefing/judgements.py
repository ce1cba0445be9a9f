"""The key judgements of a briefing, in order."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.briefing.format_bar import FormatBar
from caseboard.ui.briefing.lines_field import LinesField, TextLine
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.navigation import Navigator


class JudgementLine(TextLine):
    """One judgement: its number and what is done with it stand above its text."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(desk, navigator, parent)
        px = self.theme.px
        self.number = plain_label("", self, tone="muted")
        self.up = tool_button(self.theme, "arrow-up", _("Move up"), self)
        self.down = tool_button(self.theme, "arrow-down", _("Move down"), self)
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(px(1))
        tools.addWidget(self.number)
        tools.addStretch(1)
        for button in (self.up, self.down, self.remove):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(1))
        column.addLayout(tools)
        column.addWidget(self.text)

    @override
    def set_writable(self, *, writable: bool) -> None:
        super().set_writable(writable=writable)
        for button in (self.up, self.down):
            button.setVisible(writable)


class JudgementsField(LinesField[JudgementLine]):
    """A numbered text for each, to move up and down and take away; empty ones do not count."""

    def __init__(
        self, desk: CaseDesk, navigator: Navigator, bar: FormatBar, parent: QWidget
    ) -> None:
        super().__init__(desk, navigator, bar, parent, _("Add a judgement"))
        self.hint = plain_label(
            _("One likelihood term in each; confidence stands on a line of its own below."),
            self,
            tone="muted",
            size="small",
            wrap=True,
        )
        self.column.insertWidget(1, self.hint)
        self.setAccessibleName(_("Key judgements"))

    def judgements(self) -> list[str]:
        """What is written, in order."""
        return [line.text.text() for line in self.written()]

    def show_judgements(self, judgements: Sequence[str]) -> None:
        """Show these instead."""
        if self.judgements() != [each.strip() for each in judgements]:
            self.clear()
            for place, judgement in enumerate(judgements):
                self.add(judgement, place)

    @override
    def made(self) -> JudgementLine:
        line = JudgementLine(self.desk, self.navigator, self)
        line.up.clicked.connect(lambda: self.shift(line, -1))
        line.down.clicked.connect(lambda: self.shift(line, 1))
        line.text.offer_likelihoods(self.bar.likelihoods)
        return line

    @override
    def number(self) -> None:
        """Say which is which, and let nothing move past an end."""
        for place, line in enumerate(self.lines, 1):
            line.number.setText(f"{place}.")
            line.text.setAccessibleName(_("Judgement {n}").format(n=place))
            line.up.setEnabled(place > 1)
            line.down.setEnabled(place < len(self.lines))
