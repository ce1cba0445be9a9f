"""Texts of one paragraph each below one another: added, parted by Enter, taken away."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.briefing.format_bar import FormatBar
from caseboard.ui.briefing.text import BriefingText
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.buttons import link_button, tool_button
from caseboard.ui.navigation import Navigator


class TextLine(QWidget):
    """One of them; what else belongs to it is laid out around its text."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = desk.desk.theme
        self.text = BriefingText(desk, navigator, lines=1, is_paragraph=True)
        self.remove = tool_button(self.theme, "x", _("Take away"), self)

    def set_writable(self, *, writable: bool) -> None:
        """Let it be changed, or only be read."""
        self.text.setReadOnly(not writable)
        self.remove.setVisible(writable)


L = TypeVar("L", bound=TextLine)


class LinesField(QWidget, Generic[L]):
    """A column of them with a button that adds one; empty ones do not count."""

    changed = Signal()

    def __init__(
        self, desk: CaseDesk, navigator: Navigator, bar: FormatBar, parent: QWidget, adding: str
    ) -> None:
        """`adding` is what the button says."""
        super().__init__(parent)
        self.desk, self.navigator, self.bar = desk, navigator, bar
        px = desk.desk.theme.px
        self.lines: list[L] = []
        self._is_writable = True
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(6))
        self.add_button = link_button(adding, self)
        self.add_button.clicked.connect(lambda: self._begin(len(self.lines)))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(4))
        self.column.addLayout(self._rows)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def made(self) -> L:
        """A new line, not shown yet."""
        raise NotImplementedError

    def number(self) -> None:
        """Say which line is which; called when there are others, or in another order."""
        raise NotImplementedError

    def written(self) -> list[L]:
        """The lines that count, in order."""
        return [line for line in self.lines if line.text.text()]

    def text(self, index: int) -> BriefingText | None:
        """The text of the line `index` from 0 of those written."""
        written = self.written()
        return written[index].text if 0 <= index < len(written) else None

    def set_writable(self, *, writable: bool) -> None:
        """Let them be changed, or only be read."""
        self._is_writable = writable
        self.add_button.setVisible(writable)
        for line in self.lines:
            line.set_writable(writable=writable)

    def add(self, text: str, place: int) -> L:
        """Put a line there."""
        line = self.made()
        line.text.show_text(text)
        line.remove.clicked.connect(lambda: self._on_removed(line))
        line.text.typed.connect(self.changed)
        line.text.broken.connect(lambda: self._on_broken(line))
        line.set_writable(writable=self._is_writable)
        self.bar.serve(line.text)
        self._put(line, place)
        return line

    def shift(self, line: L, by: int) -> None:
        """Let it change places with others."""
        place = self.lines.index(line) + by
        if 0 <= place < len(self.lines):
            self.lines.remove(line)
            self._rows.removeWidget(line)
            self._put(line, place)
            self.changed.emit()

    def clear(self) -> None:
        """Show none."""
        for line in list(self.lines):
            self._drop(line)

    def _put(self, line: L, place: int) -> None:
        self.lines.insert(place, line)
        self._rows.insertWidget(place, line)
        self.number()

    def _drop(self, line: L) -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _on_removed(self, line: L) -> None:
        self._drop(line)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number()
        self.changed.emit()

    def _on_broken(self, line: L) -> None:
        """Enter parts a line in two."""
        cursor = line.text.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        rest = cursor.selectedText().replace("\u2029", "\n").strip()
        cursor.removeSelectedText()
        self._begin(self.lines.index(line) + 1, rest)

    def _begin(self, place: int, text: str = "") -> None:
        self.add(text, place).text.setFocus(Qt.FocusReason.OtherFocusReason)
        if text:
            self.changed.emit()
