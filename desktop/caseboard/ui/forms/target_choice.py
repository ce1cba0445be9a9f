"""A field for what a gap would change: one of the case's claims, disputes or hypotheses."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from caseboard.i18n import _
from caseboard.store.gaps import Target, TargetRow
from caseboard.ui import gap_words


class TargetChoice(QComboBox):
    """Lists what there is to judge, after "nothing in particular"; the wheel needs the keyboard."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._targets: list[Target | None] = [None]
        self.addItem(_("Nothing in particular"))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    @property
    def target(self) -> Target | None:
        """What is chosen."""
        return self._targets[max(0, self.currentIndex())]

    def show_targets(self, offered: Sequence[TargetRow], current: TargetRow | None) -> None:
        """Offer these; what is chosen now stays in the list even where it is in the bin."""
        wanted = current.target if current else None
        rows = list(offered)
        if current is not None and wanted not in [row.target for row in rows]:
            rows.append(current)
        self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(self.count() - 1)
        self._targets = [None, *(row.target for row in rows)]
        for row in rows:
            self.addItem(gap_words.target(row))
            place = self.count() - 1
            self.setItemData(place, gap_words.target(row), Qt.ItemDataRole.AccessibleTextRole)
        self.choose(wanted)
        self.blockSignals(False)

    def choose(self, target: Target | None) -> None:
        """Choose one of those offered."""
        self.setCurrentIndex(self._targets.index(target) if target in self._targets else 0)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
