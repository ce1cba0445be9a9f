"""Findings as rows, each group under its rule."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from caseboard.briefing.linter.finding import Finding, Rule
from caseboard.ui.briefing.finding_words import finding_words, heading
from caseboard.ui.itemmodels.paged import Role

Index = QModelIndex | QPersistentModelIndex
Line = Rule | Finding
ROOT = QModelIndex()


class FindingsModel(QAbstractListModel):
    """A heading, which cannot be chosen, above the findings of one rule, in the order they came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()

    @property
    def lines(self) -> Sequence[Line]:
        """Headings and findings."""
        return self._lines

    def show_findings(self, found: Iterable[Finding]) -> bool:
        """Show these; whether they are others than before."""
        groups: dict[Rule, list[Finding]] = {}
        for finding in found:
            groups.setdefault(finding.rule, []).append(finding)
        lines: list[Line] = []
        for rule, group in groups.items():
            lines += [rule, *group]
        if lines == list(self._lines):
            return False
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        return True

    def finding(self, index: Index) -> Finding | None:
        """The finding at an index; None for a heading."""
        line = self._lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Finding) else None

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.finding(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return finding_words(line) if isinstance(line, Finding) else heading(line)
        return line if role == Role.ROW else None
