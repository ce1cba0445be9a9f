"""The matrix of an inquiry: a row for each claim, a column for each hypothesis."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from typing_extensions import override

from caseboard.analysis.board import Board, Row
from caseboard.analysis.weights import show
from caseboard.i18n import _
from caseboard.model.ids import ClaimId, HypothesisId
from caseboard.model.inquiry import Consistency, Hypothesis
from caseboard.model.refs import short
from caseboard.ui import hypothesis_words as words
from caseboard.ui.itemmodels.paged import ROOT, Index, Role
from caseboard.ui.lib.labels import plain_tip

ItemRole = Qt.ItemDataRole
CLAIM, TELLING, FIRST = 0, 1, 2
"""The columns of the claim and of how much it tells; hypotheses begin at the third."""


class Sort(IntEnum):
    """In which order the rows come."""

    AS_MADE = 0
    TELLING = 1
    """Those that tell the hypotheses apart best come first."""


class HypothesesModel(QAbstractTableModel):
    """Shows a `Board`; `Role.ROW` is the `Row`, or for a cell its `Consistency` or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board: Board | None = None
        self.sort_order = Sort.AS_MADE
        self._rows: Sequence[Row] = ()

    def show_board(self, board: Board | None) -> None:
        """Show another state: where rows and columns stay, only what they show is told of."""
        before, self.board = self._shape(), board
        rows = self._sorted()
        if before == _shape(board, rows):
            self._rows = rows
            self._tell_changed()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def sort_by(self, order: Sort) -> None:
        """Bring the rows in another order."""
        self.sort_order = order
        self.beginResetModel()
        self._rows = self._sorted()
        self.endResetModel()

    def row(self, number: int) -> Row:
        """The row in that place."""
        return self._rows[number]

    def row_of(self, claim_id: str) -> int:
        """In which place a claim is; -1 for one that is no evidence."""
        ids = [row.claim.id for row in self._rows]
        return ids.index(ClaimId(claim_id)) if claim_id in ids else -1

    def hypothesis(self, column: int) -> Hypothesis | None:
        """What a column stands for; None for the first two."""
        if self.board is None or not FIRST <= column < self.columnCount():
            return None
        return self.board.hypotheses[column - FIRST]

    def column_of(self, hypothesis_id: str) -> int:
        """The column of a hypothesis; -1 for one that is not here."""
        ids = [each.id for each in self.board.hypotheses] if self.board else []
        return FIRST + ids.index(HypothesisId(hypothesis_id)) if hypothesis_id in ids else -1

    def cell(self, index: Index) -> Consistency | None:
        """What was said of a cell; None for one not rated, and for the first two columns."""
        hypothesis = self.hypothesis(index.column())
        if hypothesis is None or self.board is None:
            return None
        return self.board.cells.get((hypothesis.id, self._rows[index.row()].claim.id))

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        if parent.isValid() or self.board is None:
            return 0
        return FIRST + len(self.board.hypotheses)

    @override
    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Any:
        tell = self._TOLD.get(role)
        return tell(self, index) if tell and index.isValid() else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        hypothesis = self.hypothesis(section)
        if role in {ItemRole.DisplayRole, ItemRole.AccessibleTextRole}:
            return words.called(hypothesis) if hypothesis else _head(section)
        if role == ItemRole.ToolTipRole:
            return plain_tip(words.called(hypothesis) if hypothesis else _head_tip(section))
        return None

    def _id(self, index: Index) -> str:
        return self._rows[index.row()].claim.id

    def _thing(self, index: Index) -> Row | Consistency | None:
        return self.cell(index) if index.column() >= FIRST else self._rows[index.row()]

    def _text(self, index: Index) -> str:
        """What stands in a cell when it is copied."""
        row = self._rows[index.row()]
        if index.column() == CLAIM:
            return f"{short(row.claim.ref)} {row.claim.statement}"
        if index.column() == TELLING:
            return show(row.telling.value)
        cell = self.cell(index)
        return cell.fit.value if cell else ""

    def _said(self, index: Index) -> str:
        row, hypothesis = self._rows[index.row()], self.hypothesis(index.column())
        if hypothesis is not None:
            return words.cell_said(row, hypothesis, self.cell(index))
        if index.column() == TELLING:
            return words.telling_words(row)
        return ", ".join((short(row.claim.ref), row.claim.statement, *words.weight_words(row)))

    def _tip(self, index: Index) -> str:
        row, hypothesis = self._rows[index.row()], self.hypothesis(index.column())
        if hypothesis is not None:
            return plain_tip(words.cell_tip(row, hypothesis, self.cell(index)))
        if index.column() == TELLING:
            return plain_tip(words.telling_words(row))
        return plain_tip(f"{row.claim.statement}\n{words.weight_working(row)}")

    def _sorted(self) -> Sequence[Row]:
        rows: Iterable[Row] = self.board.rows if self.board else ()
        if self.sort_order is Sort.TELLING:
            rows = sorted(rows, key=lambda row: -row.telling.value)
        return tuple(rows)

    def _shape(self) -> tuple[Sequence[str], Sequence[str]]:
        return _shape(self.board, self._rows)

    def _tell_changed(self) -> None:
        if self._rows:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

    _TOLD: ClassVar[Mapping[int, Callable[["HypothesesModel", Index], Any]]] = {
        ItemRole.DisplayRole: _text,
        ItemRole.AccessibleTextRole: _said,
        ItemRole.ToolTipRole: _tip,
        Role.ID: _id,
        Role.ROW: _thing,
    }


def _shape(board: Board | None, rows: Sequence[Row]) -> tuple[Sequence[str], Sequence[str]]:
    columns = [each.id for each in board.hypotheses] if board else []
    return columns, [row.claim.id for row in rows]


def _head(section: int) -> str:
    return _("Claim") if section == CLAIM else _("Tells apart")


def _head_tip(section: int) -> str:
    if section == CLAIM:
        return _("Evidence the hypotheses are tried on")
    return _("Click to bring the most telling first, or the order they were made in")
