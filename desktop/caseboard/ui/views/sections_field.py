"""Which sections a briefing has, and in which order."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import title
from caseboard.i18n import _
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SectionsField(QWidget):
    """A box to tick for each; buttons, or Alt with the arrow keys, move it up and down."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = [SectionLine(theme, kind) for kind in SectionKind]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self.setAccessibleName(_("Sections"))
        for line in self.lines:
            self._column.addWidget(line)
            self._connect(line)
        self._number()

    def sections(self) -> list[dict[str, Any]]:
        """As `Briefing.sections` keeps them."""
        return [{"kind": line.kind.value, "on": line.box.isChecked()} for line in self.lines]

    def show_sections(self, sections: Sequence[Mapping[str, Any]]) -> None:
        """Show these; without any, all are on, and those not named are off and last."""
        named = {str(row.get("kind")): bool(row.get("on", True)) for row in sections}
        order = list(named)
        self.lines.sort(
            key=lambda line: order.index(line.kind) if line.kind in named else len(order)
        )
        for place, line in enumerate(self.lines):
            self._column.insertWidget(place, line)
            line.box.blockSignals(True)
            line.box.setChecked(named.get(line.kind.value, not named))
            line.box.blockSignals(False)
        self._number()

    def _connect(self, line: "SectionLine") -> None:
        line.box.toggled.connect(self.changed)
        line.up.clicked.connect(lambda: self._move(line, -1))
        line.down.clicked.connect(lambda: self._move(line, 1))
        line.moved.connect(lambda by: self._move(line, by))

    def _move(self, line: "SectionLine", by: int) -> None:
        place = self.lines.index(line) + by
        if not 0 <= place < len(self.lines):
            return
        self.lines.remove(line)
        self.lines.insert(place, line)
        self._column.insertWidget(place, line)
        self._number()
        self.changed.emit()

    def _number(self) -> None:
        """Let nothing move past an end, and Tab go from the top down."""
        for place, line in enumerate(self.lines):
            line.up.setEnabled(place > 0)
            line.down.setEnabled(place < len(self.lines) - 1)
        for before, after in zip(self.lines, self.lines[1:], strict=False):
            QWidget.setTabOrder(before.down, after.box)


class SectionLine(Card):
    """One section."""

    moved = Signal(int)

    def __init__(self, theme: Theme, kind: SectionKind) -> None:
        super().__init__()
        self.kind = kind
        name = title(kind)
        self.box = QCheckBox(name, self)
        self.box.setChecked(True)
        self.box.installEventFilter(self)
        self.up = tool_button(theme, "arrow-up", _("Move “{name}” up").format(name=name), self)
        self.down = tool_button(
            theme, "arrow-down", _("Move “{name}” down").format(name=name), self
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(1), theme.px(4), theme.px(1))
        row.setSpacing(theme.px(2))
        row.addWidget(self.box, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = STEPS.get(Qt.Key(event.key()))
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.moved.emit(step)
                return True
        return super().eventFilter(watched, event)
