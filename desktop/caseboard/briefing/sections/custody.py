"""Chain of custody: where the journal stands, whether it holds, and what was done to the evidence.

Every change-set of a case is chained to the one before it by its SHA-256.
"""

from collections.abc import Iterator, Sequence

from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Paragraph,
    Role,
    Row,
    Run,
    Runs,
    Table,
    Tone,
    plain,
)
from caseboard.briefing.citations import exhibit_anchor
from caseboard.briefing.making import Making
from caseboard.briefing.record import Deed, Record
from caseboard.briefing.words import utc
from caseboard.i18n import _, ngettext
from caseboard.model.refs import short
from caseboard.model.terms import ChangeKind

_SHARES = (0.07, 0.21, 0.37, 0.11, 0.24)
_DIGITS = 24
"""Of a change-set's hash: 96 bits, to find it by; the head stands whole."""
_REFS = 6
"""Exhibits that are named beside one deed."""


def made(making: Making) -> tuple[Block, ...]:
    """The head, the count, what verification found, and an extract; nothing without a record."""
    record = making.record
    if record is None:
        return ()
    deeds = [deed for deed in record.deeds if _is_told(making, deed)]
    return (Facts(tuple(_facts(making, record))), *_extract(making, deeds, record))


def _is_told(making: Making, deed: Deed) -> bool:
    """Whether all it touched is in this briefing: its label may name what it touched."""
    return bool(deed.clip_ids) and all(each in making.index.clips for each in deed.clip_ids)


def _facts(making: Making, record: Record) -> Iterator[Fact]:
    seq = _("change-set {number}").format(number=making.dossier.journal_seq)
    head = Run(making.dossier.journal_head or _("empty"), mono=True)
    yield Fact(_("Journal head"), (Run(f"{seq}, "), head))
    count = ngettext("{n} change-set in this case", "{n} change-sets in this case", record.count)
    yield Fact(_("Length"), (Run(count),))
    yield Fact(_("Verification"), _verified(making, record))


def _verified(making: Making, record: Record) -> Runs:
    if record.problems is None:
        return (Run(_("Not made for a preview; every export makes it."), tone=Tone.MUTED),)
    if not record.problems:
        said = _(
            "Made with this document: every file of the case has its SHA-256, and the journal is "
            "unbroken from its first change-set."
        )
        return (Run(said, tone=Tone.GOOD),)
    count = ngettext("{n} problem was found.", "{n} problems were found.", len(record.problems))
    named = "" if making.withheld else f" {' '.join(record.problems)}"
    return (Run(count, bold=True, tone=Tone.BAD), Run(named))


def _extract(making: Making, deeds: Sequence[Deed], record: Record) -> Iterator[Block]:
    if not deeds:
        return
    labels = (_("No."), _("When, UTC"), _("What was done"), _("Exhibits"), _("SHA-256, in part"))
    columns = tuple(Column(label, share) for label, share in zip(labels, _SHARES, strict=True))
    yield Table(columns, tuple(_row(making, deed) for deed in deeds))
    if rest := len(record.deeds) - len(deeds):
        text = ngettext(
            "{n} change-set more touched evidence that is not in this document.",
            "{n} change-sets more touched evidence that is not in this document.",
            rest,
        )
        yield plain(text, Role.SMALL)


def _row(making: Making, deed: Deed) -> Row:
    when = utc(deed.at).removesuffix(" UTC")
    hash_ = Paragraph((Run(f"{deed.hash[:_DIGITS]}…", mono=True),), Role.CODE)
    cells = (
        Cell((plain(str(deed.seq), Role.TABLE),)),
        Cell((plain(when, Role.TABLE),)),
        Cell((Paragraph(tuple(_done(deed)), Role.TABLE),)),
        Cell((Paragraph(tuple(_exhibits(making, deed)), Role.TABLE),)),
        Cell((hash_,)),
    )
    return Row(cells)


def _done(deed: Deed) -> Iterator[Run]:
    kinds = {
        ChangeKind.UNDO: _("Undone: {what}"),
        ChangeKind.REDO: _("Redone: {what}"),
        ChangeKind.REVERT: _("Taken back: {what}"),
    }
    yield Run(kinds.get(deed.kind, "{what}").format(what=deed.label))
    if deed.who:
        yield Run(f" \N{MIDDLE DOT}\u00a0{deed.who}", tone=Tone.MUTED)


def _exhibits(making: Making, deed: Deed) -> Iterator[Run]:
    for place, clip_id in enumerate(deed.clip_ids[:_REFS]):
        clip = making.index.clips[clip_id]
        if place:
            yield Run(", ")
        yield Run(short(clip.ref), tone=Tone.ACCENT, link=exhibit_anchor(clip))
    if (rest := len(deed.clip_ids) - _REFS) > 0:
        yield Run(_(" and {n} more").format(n=rest))
