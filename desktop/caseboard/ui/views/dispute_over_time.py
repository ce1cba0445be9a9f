"""How a dispute stood over time, in a few lines: `open since 14 Nov 2024 (Anna)`."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.terms import DisputeStatus
from caseboard.store.dispute_history import Held
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.theme import Theme


class DisputeOverTime(QWidget):
    """A line for each status; the time of day (UTC) is in the tooltip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self.setAccessibleName(_("Status over time"))
        self.hide()

    def show_held(self, held: Sequence[Held]) -> None:
        """Show these, oldest first."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(each, is_first=not n) for n, each in enumerate(held)]
        for line in self.lines:
            self._column.addWidget(line)
        self.setVisible(bool(held))

    def _line(self, held: Held, *, is_first: bool) -> QLabel:
        text = told(held, is_first=is_first)
        line = plain_label(
            text if is_first else f"→ {text}", self, tone="muted", size="small", wrap=True
        )
        plain_tooltip(line, f"{held.since:%Y-%m-%d %H:%M:%S} UTC")
        return line


def told(held: Held, *, is_first: bool = False) -> str:
    """Such as `reconciled 15 Nov 2024 (Bo): columns entered and were driven out`."""
    words = {
        DisputeStatus.OPEN: _("open since {day} ({who})")
        if is_first
        else _("open again {day} ({who})"),
        DisputeStatus.RECONCILED: _("reconciled {day} ({who})"),
        DisputeStatus.SETTLED: _("settled {day} ({who})"),
    }[held.status]
    text = words.format(day=moments.show(f"{held.since:%Y-%m-%d}"), who=held.who)
    return f"{text}: {held.reason}" if held.reason else text
