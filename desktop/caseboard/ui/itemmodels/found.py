"""What the search field found: headings, hits and actions, in one list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from caseboard.i18n import _
from caseboard.store.search import Hit
from caseboard.ui.actions import Deed
from caseboard.ui.itemmodels.rows import RowsModel

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """What the rows under it are."""

    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence in place of rows, or under them."""

    text: str


Found = Heading | Remark | Hit | Deed


class FoundModel(RowsModel[Found]):
    """Only hits and actions can be picked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(words, parent)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.row(index), Hit | Deed):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def next(self, row: int, step: int) -> int:
        """The nearest row that can be picked after `row` in the direction of `step`; or `row`."""
        place = row + step
        while 0 <= place < self.rowCount():
            if isinstance(self.rows[place], Hit | Deed):
                return place
            place += step
        return row


def heading_of(kind: str) -> str:
    """What rows of one table are called together."""
    return {
        "clip": _("Clips"),
        "note": _("Notes"),
        "claim": _("Claims"),
        "hypothesis": _("Hypotheses"),
        "gap": _("Gaps"),
        "layer": _("Layers"),
        "briefing": _("Briefings"),
        "location": _("Locations"),
        "unit": _("Units"),
        "person": _("People"),
        "source": _("Sources"),
    }.get(kind, kind)


def grouped(hits: Iterable[Hit], *, is_capped: bool = False) -> Sequence[Found]:
    """Hits under headings: the kind of the best hit first, within each the best first."""
    groups: dict[str, list[Found]] = {}
    for hit in hits:
        groups.setdefault(hit.kind, []).append(hit)
    found: list[Found] = []
    for kind, rows in groups.items():
        found += [Heading(heading_of(kind)), *rows]
    if not found:
        return [Remark(_("Nothing has these words."))]
    if is_capped:
        found.append(Remark(_("Very many have these words; the newest were looked at.")))
    return found


def matching(deeds: Iterable[tuple[str, Deed]], typed: str) -> Sequence[Found]:
    """The actions, given with their headings, whose names have all words that were typed."""
    wanted = typed.casefold().split()
    found: list[Found] = []
    last = ""
    for heading, deed in deeds:
        if all(word in f"{deed.name} {heading}".casefold() for word in wanted):
            if heading != last:
                found.append(Heading(heading))
                last = heading
            found.append(deed)
    return found or [Remark(_("No action is called that."))]


def words(found: Found) -> str:
    """A row as a screen reader says it."""
    if isinstance(found, Hit):
        return f"{found.title}. {found.snippet}"
    return found.name if isinstance(found, Deed) else found.text
