"""A field for several of the case's claims: each has a tick, and a filter finds them."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.model.ids import ClaimId
from caseboard.model.ledger import Stated
from caseboard.model.refs import short
from caseboard.ui.itemmodels.paged import ROOT, Index
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import plain_label, plain_tip
from caseboard.ui.lib.rowlist import RowList
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.theme import Theme

ItemRole = Qt.ItemDataRole
ROWS = 8
"""As many claims are in sight at once."""


class ClaimTicks(QWidget):
    """Space or a click ticks a claim; `changed` is sent whenever the ticks do."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, claims: Sequence[Stated]) -> None:
        super().__init__()
        px = theme.px
        self.setAccessibleName(name)
        self._ticks = _Ticks(claims)
        self._found = QSortFilterProxyModel(self)
        self._ticks.setParent(self)
        self._found.setSourceModel(self._ticks)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = SearchField(theme, _("Filter claims"), parent=self)
        self.filter.textChanged.connect(self._found.setFilterFixedString)
        self.list = _Rows(name, self)
        self.list.setModel(self._found)
        self.list.set_row_height(px(28))
        self.list.setFixedHeight(px(28) * min(ROWS, max(3, len(claims))) + 2)
        self.count = plain_label("", self, tone="muted", size="small")
        self.all = link_button(_("All"), self)
        self.none = link_button(_("None"), self)
        self.all.clicked.connect(lambda: self._tick_found(ticked=True))
        self.none.clicked.connect(lambda: self._tick_found(ticked=False))
        self.list.clicked.connect(self._toggle)
        self.list.toggled.connect(self._toggle)
        self._ticks.dataChanged.connect(self._on_changed)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.all)
        foot.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.filter)
        column.addWidget(self.list)
        column.addLayout(foot)
        self.setFocusProxy(self.list)
        self._on_changed()

    def ticked(self) -> tuple[ClaimId, ...]:
        """The claims with a tick, in their order, those the filter hides too."""
        return self._ticks.ticked()

    def tick(self, claims: Collection[ClaimId]) -> None:
        """Tick these and no others."""
        self._ticks.set_ticked(frozenset(claims))

    def _tick_found(self, *, ticked: bool) -> None:
        """Tick what the filter leaves, or take those ticks away."""
        rows = [
            self._found.mapToSource(self._found.index(row, 0)).row()
            for row in range(self._found.rowCount())
        ]
        found = {self._ticks.id_at(row) for row in rows}
        before = set(self._ticks.ticked())
        self.tick(before | found if ticked else before - found)

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        claim_id = self._ticks.id_at(self._found.mapToSource(index).row())
        self.tick(set(self._ticks.ticked()) ^ {claim_id})

    @Slot()
    def _on_changed(self) -> None:
        chosen, total = len(self._ticks.ticked()), self._ticks.rowCount()
        words = ngettext("{n} claim", "{n} claims", total)
        self.count.setText(_("{chosen} of {claims}").format(chosen=chosen, claims=words))
        self.changed.emit()


class _Rows(RowList):
    """Sends `toggled` with the current row on Space."""

    toggled = Signal(QModelIndex)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and here.isValid():
            self.toggled.emit(here)
            return
        super().keyPressEvent(event)


class _Ticks(QAbstractTableModel):
    """The claims in one column, each ticked or not."""

    def __init__(self, claims: Sequence[Stated]) -> None:
        super().__init__()
        self._claims = claims
        self._ticked: frozenset[ClaimId] = frozenset()

    def id_at(self, row: int) -> ClaimId:
        return self._claims[row].id

    def ticked(self) -> tuple[ClaimId, ...]:
        return tuple(claim.id for claim in self._claims if claim.id in self._ticked)

    def set_ticked(self, claims: frozenset[ClaimId]) -> None:
        self._ticked = claims
        if self._claims:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._claims) - 1, 0))

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._claims)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        claim = self._claims[index.row()]
        if role in {ItemRole.DisplayRole, ItemRole.AccessibleTextRole}:
            return f"{short(claim.ref)} · {claim.statement}"
        if role == ItemRole.ToolTipRole:
            return plain_tip(claim.statement)
        if role == ItemRole.CheckStateRole:
            is_ticked = claim.id in self._ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return None
