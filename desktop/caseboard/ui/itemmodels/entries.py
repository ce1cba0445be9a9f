"""The entries of a list as a table with a tick each, filtered by what is typed."""

from collections.abc import Iterable, Sequence
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

from caseboard.commands.list_entries import Looked, Standing, title_of
from caseboard.i18n import _, ngettext
from caseboard.model import moments, refs

Index = QModelIndex | QPersistentModelIndex


class Field(IntEnum):
    """The columns."""

    TITLE = 0
    ADDRESS = 1
    DATE = 2
    STANDING = 3


class EntriesModel(QAbstractTableModel):
    """Every entry of a list, or those that match; `ticked` is sent when ticks have changed."""

    ticked = Signal()

    def __init__(self, looked: Sequence[Looked], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looked = looked
        self._ticks = bytearray(each.is_wanted for each in looked)
        self._shown: Sequence[int] = range(len(looked))
        self._headers = (_("Title"), _("Address"), _("Published"), _("Status"))

    @property
    def chosen(self) -> list[Looked]:
        """Those that are ticked, in the order of the list, whether they match or not."""
        return [each for each, is_on in zip(self._looked, self._ticks, strict=True) if is_on]

    @property
    def count(self) -> int:
        """How many are ticked."""
        return sum(self._ticks)

    @property
    def total(self) -> int:
        """How many there are, whether they match or not."""
        return len(self._looked)

    def filter_by(self, typed: str) -> None:
        """Show only entries that hold each of the words typed."""
        wanted = typed.casefold().split()
        self.beginResetModel()
        self._shown = (
            [at for at, looked in enumerate(self._looked) if all(w in looked.words for w in wanted)]
            if wanted
            else range(len(self._looked))
        )
        self.endResetModel()

    def tick(self, rows: Iterable[int], *, is_on: bool) -> None:
        """Tick these rows of what is shown, or take their ticks away."""
        for row in rows:
            self._ticks[self._shown[row]] = is_on
        self._tell()

    def tick_shown(self, *, is_on: bool) -> None:
        """Tick every row that is shown, or take their ticks away."""
        self.tick(range(len(self._shown)), is_on=is_on)

    def is_ticked(self, row: int) -> bool:
        """Whether a row of what is shown is ticked."""
        return bool(self._ticks[self._shown[row]])

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Field)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        on = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return on | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Field.TITLE else on

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        looked = self._looked[self._shown[index.row()]]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _cell(looked, Field(index.column()))
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Field.TITLE:
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], is_on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _tell(self) -> None:
        if self._shown:
            first, last = self.index(0, 0), self.index(len(self._shown) - 1, 0)
            self.dataChanged.emit(first, last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()


def standing_words(looked: Looked) -> str:
    """`new`, `already E012, file beside it found` and the like."""
    words = [
        {
            Standing.NEW: _("new"),
            Standing.KNOWN: _("already {ref}").format(ref=refs.short(looked.known_ref)),
            Standing.AGAIN: _("named before in the list"),
            Standing.NO_ADDRESS: _("no address"),
        }[looked.standing]
    ]
    if looked.found:
        count = len(looked.found)
        words.append(ngettext("file found", "{n} files found", count))
    if looked.missing:
        words.append(ngettext("file missing", "{n} files missing", looked.missing))
    return ", ".join(words)


def _cell(looked: Looked, field: Field) -> str:
    entry = looked.entry
    if field is Field.TITLE:
        return title_of(entry)
    if field is Field.ADDRESS:
        return entry.url.partition("://")[2][:300] or entry.url
    if field is Field.DATE:
        return moments.show(entry.published) if entry.published else entry.published_as_printed
    return standing_words(looked)
