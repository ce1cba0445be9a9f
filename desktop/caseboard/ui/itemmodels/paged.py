"""A table model that knows every id and reads rows only as they come into sight."""

import itertools
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from caseboard.errors import CaseError
from caseboard.ui.lib import asyncui
from caseboard.ui.lib.labels import plain_tip

if TYPE_CHECKING:
    import asyncio

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ItemRole = Qt.ItemDataRole


class Role(IntEnum):
    """What delegates ask for beyond Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole
    """The row object, or None while it is being read."""
    ID = Qt.ItemDataRole.UserRole + 1
    """The row's id, known from the start."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its header, what it shows of a row, and the tooltip if there is more to say."""

    title: str
    text: Callable[[R], str]
    tip: Callable[[R], str] | None = None
    right: bool = False
    """Numbers stand at the right."""


class PagedModel(QAbstractTableModel, Generic[R]):
    """Shows the rows behind a list of ids, one page at a time.

    `rowCount` is exact from the start, so the scroll bar never jumps. `data` never waits: a row
    not yet here shows as blank and its page is asked for; `dataChanged` follows. A page that
    cannot be read is told to `on_error` once and stays blank until `retry`.
    """

    PAGE = 100
    KEPT_ROWS = 5_000

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch: Callable[[Sequence[str]], Awaitable[Mapping[str, R]]],
        on_error: Callable[[CaseError], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Read rows by `fetch`; without `on_error` an error shows over the parent's window."""
        super().__init__(parent)
        self._columns = columns
        self._fetch = fetch
        self._on_error = on_error
        self._ids: Sequence[str] = ()
        self._places: dict[str, int] | None = None
        self._rows: OrderedDict[str, R] = OrderedDict()
        self._missing: set[str] = set()
        self._asked: dict[str, int] = {}  # id → the newest reading that will bring it
        self._readings = itertools.count()
        self._tasks: set[asyncio.Task[None]] = set()
        self._answers: dict[int, Callable[[Index], Any]] = {
            ItemRole.DisplayRole: self._text,
            ItemRole.AccessibleTextRole: self._text,
            ItemRole.ToolTipRole: self._tip,
            ItemRole.TextAlignmentRole: self._aligned,
            Role.ROW: self.row,
            Role.ID: self.id_at,
        }

    @property
    def ids(self) -> Sequence[str]:
        """Every id, in the order shown."""
        return self._ids

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show these rows in this order, each id once.

        One run of rows more or fewer keeps selection and scroll position, as does a new order of
        the same rows. Anything else resets the model. Rows already read are kept.
        """
        ids = tuple(ids)
        first, old_end, new_end = _difference(self._ids, ids)
        if first == old_end == new_end:
            return
        if first == old_end:
            self.beginInsertRows(ROOT, first, new_end - 1)
            self._take(ids)
            self.endInsertRows()
        elif first == new_end:
            self.beginRemoveRows(ROOT, first, old_end - 1)
            self._take(ids)
            self.endRemoveRows()
        elif set(ids) == set(self._ids):
            self._reorder(ids)
        else:
            self.beginResetModel()
            self._take(ids)
            self.endResetModel()

    def refresh(self, ids: Collection[str] | None = None) -> None:
        """Read these rows anew (all, where none are named), if they are here or on their way.

        What is shown stays until the new rows come; the others are read when they are seen.
        """
        here = self._rows.keys() | self._asked.keys()
        wanted = here | self._missing if ids is None else set(ids)
        again = self._missing & wanted
        self._missing -= again
        self._read([i for i in wanted if i in here])
        self._tell_of(again)

    def retry(self) -> None:
        """Ask again for the rows that could not be read."""
        self._missing.clear()
        self._tell(range(len(self._ids)))

    def forget(self) -> None:
        """Drop every row read so far and stop reading; those in sight are read again."""
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()
        self._asked.clear()
        self._rows.clear()
        self._missing.clear()

    def row(self, index: Index) -> R | None:
        """The row at `index`, or None while it is still being read."""
        return self._row(self._ids[index.row()], index.row())

    def id_at(self, index: Index) -> str:
        """The id of the row at `index`."""
        return self._ids[index.row()]

    def index_of(self, row_id: str) -> QModelIndex:
        """Where that row is shown; an invalid index where it is not."""
        place = self._place(row_id)
        return ROOT if place is None else self.index(place, 0)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == ItemRole.DisplayRole:
            return self._columns[section].title
        return self._alignment(section) if role == ItemRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = self._answers.get(role)
        return None if answer is None else answer(index)

    def _text(self, index: Index) -> str:
        row = self.row(index)
        return "" if row is None else self._columns[index.column()].text(row)

    def _tip(self, index: Index) -> str | None:
        tip, row = self._columns[index.column()].tip, self.row(index)
        return None if tip is None or row is None else plain_tip(tip(row))

    def _aligned(self, index: Index) -> Qt.AlignmentFlag:
        return self._alignment(index.column())

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight
        side = side if self._columns[column].right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _row(self, row_id: str, place: int) -> R | None:
        row = self._rows.get(row_id)
        if row is not None:
            self._rows.move_to_end(row_id)
        elif row_id not in self._missing and row_id not in self._asked:
            self._ask_for_page(place)
        return row

    def _ask_for_page(self, place: int) -> None:
        first = place - place % self.PAGE
        page = self._ids[first : first + self.PAGE]
        known = (self._rows, self._missing, self._asked)
        self._read([i for i in page if not any(i in where for where in known)])

    def _read(self, ids: Sequence[str]) -> None:
        if not ids:
            return
        reading = next(self._readings)
        self._asked.update(dict.fromkeys(ids, reading))
        task = asyncui.start(self, self._load(ids, reading), self._on_error)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _load(self, ids: Sequence[str], reading: int) -> None:
        rows: dict[str, R] = {}
        unread = list(ids)
        try:
            while unread:
                rows.update(await self._fetch(unread[: self.PAGE]))
                del unread[: self.PAGE]
        finally:
            mine = {i for i in ids if self._asked.get(i) == reading}
            self._keep(mine, rows, unread)
        self._tell_of(mine)

    def _keep(self, ids: Collection[str], rows: Mapping[str, R], unread: Collection[str]) -> None:
        """Take in what came of `ids`; what was here before a failed reading stays."""
        for row_id in ids:
            del self._asked[row_id]
            if row_id in rows:
                self._rows[row_id] = rows[row_id]
                self._rows.move_to_end(row_id)
            elif row_id not in unread:
                self._rows.pop(row_id, None)
        self._missing.update(i for i in ids if i not in self._rows)  # do not ask for ever
        while len(self._rows) > self.KEPT_ROWS:
            self._rows.popitem(last=False)

    def _tell_of(self, ids: Iterable[str]) -> None:
        places = (self._place(i) for i in ids)
        self._tell([place for place in places if place is not None])

    def _tell(self, places: Sequence[int]) -> None:
        """Say that these rows changed, in one signal: from the first of them to the last."""
        if places:
            last = self.index(max(places), len(self._columns) - 1)
            self.dataChanged.emit(self.index(min(places), 0), last)

    def _take(self, ids: Sequence[str]) -> None:
        self._ids, self._places = ids, None

    def _reorder(self, ids: Sequence[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self._ids[index.row()], index.column()) for index in before]
        self._take(ids)
        after = [self.index(self._place(i) or 0, column) for i, column in held]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _place(self, row_id: str) -> int | None:
        if self._places is None:
            self._places = {each: place for place, each in enumerate(self._ids)}
        return self._places.get(row_id)


def _difference(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """Where two lists begin to differ, and where in each the end they share begins."""
    shorter = min(len(old), len(new))
    first = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - first) if old[-1 - i] != new[-1 - i]), shorter - first)
    return first, len(old) - tail, len(new) - tail
