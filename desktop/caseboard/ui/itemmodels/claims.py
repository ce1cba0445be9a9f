"""The claims of a case, weighed and arranged: the rows of the list and of the matrix."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from caseboard.analysis import matrix
from caseboard.analysis.matrix import Arrangement, Cell, Column, Group, Line
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.ids import ClaimId, SourceId
from caseboard.model.refs import short
from caseboard.ui.claim_board import Board, Heading, Row, heading_key, key_of, rows_of, work_out
from caseboard.ui.claim_words import (
    NOTHING,
    assessed_word,
    cell_words,
    column_words,
    heading_words,
    line_words,
    status_words,
    when_words,
)
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.weighing import Weighed, Weighing

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ItemRole = Qt.ItemDataRole


class Fixed(IntEnum):
    """The columns before those of the claimants."""

    CLAIM = 0
    STATUS = 1
    WHEN = 2
    ASSESSED = 3


FIRST = len(Fixed)
"""The column of the first claimant."""


class ClaimsModel(QAbstractTableModel):
    """A row for each claim and each heading; a column for each claimant after the fixed ones.

    A cell is worked out when it is first asked for: fifty thousand reports cost what is in sight.
    """

    listed = Signal()
    """What is shown was worked out anew."""
    failed = Signal(object)
    """`CaseError`: it could not be read; what was shown before stays."""

    def __init__(self, weighing: Weighing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked = Arrangement()
        self.within: frozenset[ClaimId] | None = None
        """Only these are shown; None for all."""
        self.board: Board | None = None
        self._weighing = weighing
        self._searched: dict[ClaimId, str] = {}
        self._searched_of: Weighed | None = None
        self._folded: set[str] = set()
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._cells: dict[ClaimId, Mapping[SourceId, Cell]] = {}
        weighing.staled.connect(self.reload)

    # --- what is asked for ---

    def ask(self, asked: Arrangement) -> None:
        """Show the claims like this."""
        if asked != self.asked:
            self.asked = asked
            self.reload()

    def narrow(self, within: frozenset[ClaimId] | None) -> None:
        """Show no others than these; None for all."""
        if within != self.within:
            self.within = within
            self.reload()

    def filter_by(self, typed: str) -> None:
        """Show only what holds `typed`, whatever its case, accents and apostrophes."""
        self.ask(replace(self.asked, typed=typed))

    @newest_slot()
    async def reload(self) -> None:
        """Work out anew what is shown."""
        try:
            weighed = await self._weighing.fresh()
        except CaseError as error:
            self.failed.emit(error)
            return
        if weighed is not self._searched_of:
            self._searched_of, self._searched = weighed, {}
        board = await asyncio.to_thread(work_out, weighed, self.asked, self._searched, self.within)
        self._show(board)
        self.listed.emit()

    # --- groups ---

    def fold(self, key: str, *, folded: bool) -> None:
        """Fold a group away under its heading, or bring it back."""
        at = self._places.get(heading_key(key))
        if at is None or folded == (key in self._folded):
            return
        heading = self._rows[at]
        assert isinstance(heading, Heading)  # noqa: S101  only headings have such a key
        if folded:
            self._folded.add(key)
            self.beginRemoveRows(ROOT, at + 1, at + heading.claims)
            del self._rows[at + 1 : at + 1 + heading.claims]
        else:
            self._folded.discard(key)
            self.beginInsertRows(ROOT, at + 1, at + heading.claims)
            self._rows[at + 1 : at + 1] = self._group(key).lines
        self._rows[at] = heading._replace(is_open=not folded)
        self._find_places()
        self.endRemoveRows() if folded else self.endInsertRows()
        self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))

    def unfold_to(self, claim_id: str) -> None:
        """Bring back the group that a claim stands in."""
        for group in self.board.groups if self.board else ():
            if any(line.claim.id == claim_id for line in group.lines):
                self.fold(group.key, folded=False)

    @property
    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [at for at, row in enumerate(self._rows) if isinstance(row, Heading)]

    # --- rows, columns, cells ---

    @property
    def ids(self) -> Sequence[str]:
        """The claims in sight, in order."""
        return [row.claim.id for row in self._rows if isinstance(row, Line)]

    def row(self, index: Index) -> Row:
        """What stands in the row of a valid `index`."""
        return self._rows[index.row()]

    def id_at(self, index: Index) -> str:
        """The claim of that row; empty for a heading."""
        row = self._rows[index.row()]
        return row.claim.id if isinstance(row, Line) else ""

    def key_at(self, row: int) -> str:
        """What `place_of` finds that row again by, whatever order it comes in."""
        each = self._rows[row]
        return each.claim.id if isinstance(each, Line) else heading_key(each.key)

    def place_of(self, key: str) -> int | None:
        """The row of a claim's id or a key; None where it is not shown."""
        return self._places.get(key)

    def column(self, at: int) -> Column | None:
        """Who stands over a column; None for the fixed ones."""
        columns = self.board.columns if self.board else ()
        return columns[at - FIRST] if FIRST <= at < FIRST + len(columns) else None

    def source_at(self, at: int) -> SourceId | None:
        """The claimant of a column; None for the fixed ones."""
        column = self.column(at)
        return None if column is None else column.voice.id

    def column_of(self, source_id: str | None) -> int | None:
        """The column of a claimant."""
        columns = self.board.columns if self.board else ()
        ids = [column.voice.id for column in columns]
        return FIRST + ids.index(SourceId(source_id)) if source_id in ids else None

    def index_of(self, claim_id: str, source_id: str | None = None) -> QModelIndex:
        """Where that claim is shown, in the column of a claimant if one is given."""
        at = self._places.get(claim_id)
        return ROOT if at is None else self.index(at, self.column_of(source_id) or 0)

    def line(self, row: int) -> Line | None:
        """The claim of a row; None for a heading."""
        each = self._rows[row]
        return each if isinstance(each, Line) else None

    def cell(self, index: Index) -> Cell | None:
        """What the claimant of that column says of the claim of that row."""
        return self.cell_at(index.row(), index.column())

    def cell_at(self, row: int, column: int) -> Cell | None:
        """The same, by row and column."""
        line, board = self._rows[row], self.board
        if not isinstance(line, Line) or board is None:
            return None
        claim_id = line.claim.id
        cells = self._cells.get(claim_id)
        if cells is None:
            cells = self._cells[claim_id] = matrix.cells(board.weighed.ledger, claim_id)
        said_by = self.column(column)
        return None if said_by is None else cells.get(said_by.voice.id)

    # --- what Qt asks ---

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else FIRST + (len(self.board.columns) if self.board else 0)

    @override
    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Role.ROW:
            return self.row(index)
        if role == Role.ID:
            return self.id_at(index)
        if role in {ItemRole.DisplayRole, ItemRole.AccessibleTextRole}:
            return self._words(index)
        return plain_tip(self._words(index)) if role == ItemRole.ToolTipRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if section < FIRST:
            return fixed_names()[Fixed(section)] if role == ItemRole.DisplayRole else None
        column = self.column(section)
        return None if column is None else _headed(column, role)

    def _words(self, index: Index) -> str:
        row = self.row(index)
        if isinstance(row, Heading):
            return heading_words(row.title, row.claims, is_open=row.is_open)
        if index.column() == Fixed.CLAIM:
            return line_words(row)
        ref = short(row.claim.ref)
        source_id = self.source_at(index.column())
        if source_id is None or self.board is None:
            column = Fixed(index.column())
            return f"{ref}, {fixed_names()[column]}: {self.fixed(row, column) or NOTHING}"
        voice = self.board.weighed.ledger.voices[source_id]
        return f"{ref}, {cell_words(voice, self.cell(index))}"

    def fixed(self, line: Line, column: Fixed) -> str:
        """What stands in a fixed column; empty where nothing is known."""
        if column is Fixed.STATUS:
            return status_words(line.standing)
        if column is Fixed.WHEN:
            return when_words(line)
        if column is Fixed.ASSESSED and self.board is not None:
            return assessed_word(line, self.board.weighed.ledger.ladder)
        return line.claim.statement

    def _show(self, board: Board) -> None:
        rows = list(rows_of(board.groups, self._folded))
        is_alike = (
            self.board is not None
            and [each.voice.id for each in board.columns]
            == [each.voice.id for each in self.board.columns]
            and [key_of(row) for row in rows] == [key_of(row) for row in self._rows]
        )
        if not is_alike:
            self.beginResetModel()
        self.board, self._rows, self._cells = board, rows, {}
        self._find_places()
        if not is_alike:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1)
            )
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def _find_places(self) -> None:
        self._places = {key_of(row): at for at, row in enumerate(self._rows)}

    def _group(self, key: str) -> Group:
        assert self.board is not None  # noqa: S101  there are no headings without one
        return next(group for group in self.board.groups if group.key == key)


def fixed_names() -> dict[Fixed, str]:
    """What the fixed columns are called."""
    return {
        Fixed.CLAIM: _("Claim"),
        Fixed.STATUS: _("Status"),
        Fixed.WHEN: _("When"),
        Fixed.ASSESSED: _("Assessed"),
    }


def _headed(column: Column, role: int) -> Any:
    match role:
        case ItemRole.DisplayRole:
            return column.voice.name
        case ItemRole.AccessibleTextRole:
            return column_words(column)
        case ItemRole.ToolTipRole:
            return plain_tip(column_words(column))
        case Role.ROW:
            return column
    return None
