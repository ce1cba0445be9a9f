"""The key judgements of a briefing, in order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.briefing.format_bar import FormatBar
from caseboard.ui.briefing.text import BriefingText
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.buttons import link_button, tool_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.navigation import Navigator


class JudgementsField(QWidget):
    """A numbered text for each, to move up and down and take away; empty ones do not count."""

    changed = Signal()

    def __init__(
        self, desk: CaseDesk, navigator: Navigator, bar: FormatBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._navigator, self._bar = desk, navigator, bar
        theme = desk.desk.theme
        self.lines: list[JudgementLine] = []
        self._is_writable = True
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
        return [line.text.text() for line in self._written()]

    def text(self, index: int) -> BriefingText | None:
        """The text of the judgement `index` from 0 of those written."""
        written = self._written()
        return written[index].text if 0 <= index < len(written) else None

    def show_judgements(self, judgements: Sequence[str]) -> None:
        """Show these instead."""
        if self.judgements() == [each.strip() for each in judgements]:
            return
        for line in list(self.lines):
            self._drop(line)
        for judgement in judgements:
            self._add(judgement)
        self._number()

    def set_writable(self, *, writable: bool) -> None:
        """Let them be changed, or only be read."""
        self._is_writable = writable
        self.add_button.setVisible(writable)
        for line in self.lines:
            line.set_writable(writable=writable)

    def _written(self) -> "list[JudgementLine]":
        return [line for line in self.lines if line.text.text()]

    def _add(self, text: str = "", place: int | None = None) -> "JudgementLine":
        line = JudgementLine(self._desk, self._navigator, self)
        line.text.show_text(text)
        line.up.clicked.connect(lambda: self._move(line, -1))
        line.down.clicked.connect(lambda: self._move(line, 1))
        line.remove.clicked.connect(lambda: self._on_removed(line))
        line.text.typed.connect(self.changed)
        line.text.broken.connect(lambda: self._on_broken(line))
        line.set_writable(writable=self._is_writable)
        line.text.offer_likelihoods(self._bar.likelihoods)
        self._bar.serve(line.text)
        at = len(self.lines) if place is None else place
        self.lines.insert(at, line)
        self._rows.insertWidget(at, line)
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

    def _on_add(self) -> None:
        self._begin(len(self.lines))

    def _on_broken(self, line: "JudgementLine") -> None:
        """Enter parts a judgement in two."""
        cursor = line.text.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        rest = cursor.selectedText().replace("\u2029", "\n").strip()
        cursor.removeSelectedText()
        self._begin(self.lines.index(line) + 1, rest)

    def _begin(self, place: int, text: str = "") -> None:
        line = self._add(text, place)
        self._number()
        line.text.setFocus(Qt.FocusReason.OtherFocusReason)
        if text:
            self.changed.emit()


class JudgementLine(QWidget):
    """One judgement."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self.number = plain_label("", self, tone="muted")
        self.text = BriefingText(desk, navigator, lines=1, is_paragraph=True)
        self.up = tool_button(theme, "arrow-up", _("Move up"), self)
        self.down = tool_button(theme, "arrow-down", _("Move down"), self)
        self.remove = tool_button(theme, "x", _("Take away"), self)
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(theme.px(1))
        tools.addWidget(self.number)
        tools.addStretch(1)
        for button in (self.up, self.down, self.remove):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        column.addLayout(tools)
        column.addWidget(self.text)

    def set_writable(self, *, writable: bool) -> None:
        """Let it be changed, or only be read."""
        self.text.setReadOnly(not writable)
        for button in (self.up, self.down, self.remove):
            button.setVisible(writable)
