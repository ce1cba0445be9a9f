"""The clips of a case as a list that reads rows when they come into sight."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.change import Change
from caseboard.model.ids import ClipId
from caseboard.model.terms import ClipKind, ClipState
from caseboard.store import clips, versions
from caseboard.store.clips import ClipRow, Order
from caseboard.ui.desk import CaseDesk
from caseboard.ui.hollow_words import hollow_word
from caseboard.ui.itemmodels.paged import Column, PagedModel
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.listening import follow

ON_ROWS = (
    *("clip_file", "anchor", "tag", "report", "claim", "location", "unit", "person", "source"),
    *("dispute", "rejection"),
)
"""Tables that a row shows something of besides the clip's own."""


class ClipsModel(PagedModel[ClipRow]):
    """The living clips of one case, in the chosen order, kept true to every change."""

    KEPT_ROWS = 600  # a change of tags reads all of them again

    listed = Signal()
    """The ids have been read."""
    giving_way = Signal(object)
    """Rows are about to go because a later version takes their place: its id by theirs."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__([Column(_("Clip"), words)], self._fetch_rows, parent=parent)
        self._desk = desk
        self.order = Order.NEWEST
        self._within: frozenset[ClipId] | None = None
        self._turn = self._told = 0
        follow(self, desk.desk.history.changed, self._on_changed)
        follow(self, desk.desk.suggesting.changed, self._on_proposed)

    def sort_by(self, order: Order) -> None:
        """List them in this order."""
        self.order = order
        self.reload()

    def narrow(self, within: frozenset[ClipId] | None) -> None:
        """List no others than these; None for all."""
        if within != self._within:
            self._within = within
            self.reload()

    @property
    def is_narrowed(self) -> bool:
        """Whether only some clips of the case are listed."""
        return self._within is not None

    @async_slot()
    async def reload(self) -> None:
        """Read the list anew; an answer that comes after a newer one is dropped."""
        self._turn += 1
        turn = self._turn
        ids = await self._desk.read(clips.ids, self._desk.case_id, self.order)
        if self._within is not None:
            ids = [each for each in ids if each in self._within]
        gone = set(self.ids) - set(ids)
        heirs = await self._desk.read(versions.heirs, gone) if gone else {}
        if turn < self._told:
            return
        self._told = turn
        if heirs:
            self.giving_way.emit(heirs)
        self.set_ids(ids)
        self.listed.emit()

    async def _fetch_rows(self, ids: Sequence[str]) -> Mapping[str, ClipRow]:
        return await self._desk.read(clips.rows, ids)

    def _on_changed(self, change: Change) -> None:
        if "clip" in change.moved or (change.touches("clip") and self._is_sorted_by_content):
            self.reload()
        if change.touches(*ON_ROWS):
            self.refresh()
        elif change.touches("clip"):
            self.refresh(change.touched["clip"])

    def _on_proposed(self, clip_id: str) -> None:
        self.refresh({clip_id})

    @property
    def _is_sorted_by_content(self) -> bool:
        return self.order in {Order.TITLE, Order.PUBLISHED}


def kind_word(kind: ClipKind) -> str:
    """What a clip is, in a word of a sentence."""
    return {
        ClipKind.ARTICLE: _("article"),
        ClipKind.IMAGE: _("image"),
        ClipKind.DOCUMENT: _("document"),
        ClipKind.TEXT: _("text"),
    }[kind]


def order_word(order: Order) -> str:
    """How a list is sorted."""
    return {
        Order.NEWEST: _("Newest first"),
        Order.OLDEST: _("Oldest first"),
        Order.PUBLISHED: _("By date published"),
        Order.TITLE: _("By title"),
    }[order]


def meta(row: ClipRow) -> str:
    """`Daily News · article · 14 Nov 2024`: where from, what, when published or else clipped."""
    return f"{row.site} · {what_and_when(row)}" if row.site else what_and_when(row)


def what_and_when(row: ClipRow) -> str:
    """`article · 14 Nov 2024 · v2`: the version is named where it is not the first."""
    when = row.published.partition("T")[0] if row.published else f"{row.captured:%Y-%m-%d}"
    words = f"{kind_word(row.kind)} · {moments.show(when)}"
    return words if row.version == 1 else _("{words} · v{n}").format(words=words, n=row.version)


def claims_words(count: int) -> str:
    """The chip that counts claims."""
    return ngettext("{n} claim", "{n} claims", count)


def suggestions_words(count: int) -> str:
    """The pill that counts what is proposed."""
    return ngettext("{n} suggestion", "{n} suggestions", count)


def state_words(row: ClipRow) -> str:
    """What is said of a clip that is not here yet, or could not be read."""
    if row.state is ClipState.UNREAD:
        return row.problem
    return _("Not fetched yet") if row.is_link else _("Reading…")


def words(row: ClipRow) -> str:
    """All that a row shows, as a screen reader says it."""
    parts = [row.title, meta(row), *(name for _kind, name in row.chips)]
    if row.claims:
        parts.append(claims_words(row.claims))
    if row.suggestions:
        parts.append(suggestions_words(row.suggestions))
    if row.state is ClipState.RECEIVED:
        parts.append(state_words(row))
    if row.hollow:
        parts.append(hollow_word(row.hollow))
    if row.problem:
        parts.append(row.problem)
    return ", ".join(parts)
