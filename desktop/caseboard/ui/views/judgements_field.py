"""The key judgements of a briefing, in order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.forms.fields import Area
from caseboard.ui.lib.buttons import link_button, tool_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme


class JudgementsField(QWidget):
    """A numbered field for each, to move up and down and take away; empty ones do not count."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[JudgementLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        self.hint = plain_label(
            _("One likelihood term in each; confidence stands on a line of its own below."),
            self,
            tone="muted",
            size="small",
            wrap=True,
        )
        self.add_button = link_button(_("Add a judgement"), self)
        self.add_button.clicked.connect(self._on_add)
        self.setAccessibleName(_("Key judgements"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(self._rows)
        column.addWidget(self.hint)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def judgements(self) -> list[str]:
        """What is written, in order."""
        return [line.text.text() for line in self.lines if line.text.text()]

    def show_judgements(self, judgements: Sequence[str]) -> None:
        """Show these instead."""
        if self.judgements() == [each.strip() for each in judgements]:
            return
        for line in list(self.lines):
            self._drop(line)
        for judgement in judgements:
            self._add(judgement)
        self._number()

    def _add(self, text: str = "") -> "JudgementLine":
        line = JudgementLine(self._theme, text)
        line.up.clicked.connect(lambda: self._move(line, -1))
        line.down.clicked.connect(lambda: self._move(line, 1))
        line.remove.clicked.connect(lambda: self._on_removed(line))
        line.text.textChanged.connect(self.changed)
        self.lines.append(line)
        self._rows.addWidget(line)
        return line

    def _move(self, line: "JudgementLine", by: int) -> None:
        place = self.lines.index(line) + by
        if not 0 <= place < len(self.lines):
            return
        self.lines.remove(line)
        self.lines.insert(place, line)
        self._rows.removeWidget(line)
        self._rows.insertWidget(place, line)
        self._number()
        self.changed.emit()

    def _drop(self, line: "JudgementLine") -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _on_removed(self, line: "JudgementLine") -> None:
        self._drop(line)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number()
        self.changed.emit()

    def _number(self) -> None:
        """Say which is which, and let nothing move past an end."""
        for place, line in enumerate(self.lines, 1):
            line.number.setText(f"{place}.")
            line.text.setAccessibleName(_("Judgement {n}").format(n=place))
            line.up.setEnabled(place > 1)
            line.down.setEnabled(place < len(self.lines))
        for before, after in zip(self.lines, self.lines[1:], strict=False):
            QWidget.setTabOrder(before.remove, after.text)

    @Slot()
    def _on_add(self) -> None:
        line = self._add()
        self._number()
        line.text.setFocus(Qt.FocusReason.OtherFocusReason)


class JudgementLine(QWidget):
    """One judgement, its number and its buttons."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        top = Qt.AlignmentFlag.AlignTop
        self.number = plain_label("", self, tone="muted", size="fact")
        self.number.setMinimumWidth(theme.px(16))
        self.number.setContentsMargins(0, theme.px(7), 0, 0)
        self.text = Area(theme, text, lines=1)
        self.up = tool_button(theme, "arrow-up", _("Move this judgement up"), self)
        self.down = tool_button(theme, "arrow-down", _("Move this judgement down"), self)
        self.remove = tool_button(theme, "x", _("Remove this judgement"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        row.addWidget(self.number, 0, top)
        row.addWidget(self.text, 1)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button, 0, top)
