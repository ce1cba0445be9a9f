"""What one source said or passed on, and the clips it published, as lists."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject
from typing_extensions import override

from caseboard.briefing.words import grade as grade_of
from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.change import Change
from caseboard.model.ids import SourceId
from caseboard.model.refs import short
from caseboard.store import source_reports
from caseboard.store.source_reports import Part, PublishedRow, SaidRow
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.inspector.chains import ARROW
from caseboard.ui.itemmodels.listed import ListedModel
from caseboard.ui.itemmodels.paged import Index
from caseboard.ui.lib.labels import plain_tip

R = TypeVar("R", bound=SaidRow | PublishedRow)
SHOWN = ("report", "relay", "claim", "anchor", "clip", "source")
"""Tables of which a change may alter these lists."""


class FromSource(ListedModel[R]):
    """Newest first; nothing until a source is shown."""

    PART: Part

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(desk, self.words, parent)
        self._source: SourceId | None = None

    def show_source(self, source: SourceId | None) -> None:
        """List what comes from this one; what is already listed stays until it is read."""
        if source != self._source:
            self._source = source
            self.forget()
            self.set_ids(())
            self.reload()

    def words(self, row: R) -> str:
        """All that a row shows, as a screen reader says it."""
        raise NotImplementedError

    @override
    async def read_ids(self) -> Sequence[str]:
        """What the case has of the source."""
        if self._source is None:
            return ()
        case_id = self.desk.case_id
        return await self.desk.read(source_reports.ids, case_id, self._source, self.PART)

    @override
    def on_changed(self, change: Change) -> None:
        """List anew where anything these rows show may have changed."""
        if self._source is not None and change.touches(*SHOWN):
            self.reload()
            self.refresh()


class SaidModel(FromSource[SaidRow]):
    """The reports whose claimant it is."""

    PART = Part.SAID

    @override
    def words(self, row: SaidRow) -> str:
        """Stance, grade, words, claim, way."""
        stance, claim = words.term(row.stance), claim_words(row)
        parts = (stance, grade_words(row), row.verb, quote(row), claim, way(row))
        return ", ".join(part for part in parts if part)

    @override
    async def fetch_rows(self, ids: Sequence[str]) -> dict[str, SaidRow]:
        """These reports."""
        return await self.desk.read(source_reports.reports, ids)

    @override
    def _tip(self, index: Index) -> str | None:
        row = self.row(index)
        if row is None:
            return None
        return plain_tip("\n".join((quote(row), grade_words(row), claim_words(row), way(row))))


class RelayedModel(SaidModel):
    """The reports of others that it passed on."""

    PART = Part.RELAYED


class PublishedModel(FromSource[PublishedRow]):
    """Its clips."""

    PART = Part.PUBLISHED

    @override
    def words(self, row: PublishedRow) -> str:
        """Title, ref, when, how many reports."""
        parts = (row.title, short(row.ref), when(row.published), resting(row))
        return ", ".join(part for part in parts if part)

    @override
    async def fetch_rows(self, ids: Sequence[str]) -> dict[str, PublishedRow]:
        """These clips."""
        return await self.desk.read(source_reports.clips, ids)


def grade_words(row: SaidRow) -> str:
    """`B, usually reliable · 6, cannot be judged`."""
    return f"{words.reliability(row.reliability)} · {words.credibility(row.credibility)}"


def grade(row: SaidRow) -> str:
    """`B 2`: the claimant's reliability beside the report's credibility."""
    return grade_of(row.reliability, row.credibility)


def quote(row: SaidRow) -> str:
    """The words of the report, or where they stand if it is about a picture."""
    exact = " ".join(row.exact.split())
    if not exact:
        return _("A region of {ref}").format(ref=short(row.clip_ref))
    return _("“{words}”").format(words=exact)


def claim_words(row: SaidRow) -> str:
    """`C3 The attack was repelled`."""
    return f"{short(row.claim_ref)} {row.statement}"


def way(row: SaidRow) -> str:
    """`General Staff → Ukrinform → Daily Courier · E001 · 14 Nov 2024`."""
    parts = (ARROW.join(row.way), short(row.clip_ref), when(row.when))
    return " · ".join(part for part in parts if part)


def when(edtf: str) -> str:
    """The day, without the time; empty where it is not known."""
    return moments.show(edtf.partition("T")[0]) if edtf else ""


def resting(row: PublishedRow) -> str:
    """How many reports rest on a clip; empty for none."""
    return ngettext("{n} report", "{n} reports", row.reports) if row.reports else ""
