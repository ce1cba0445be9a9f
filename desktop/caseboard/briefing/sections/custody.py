"""Chain of custody: where the journal stands, whether it holds, and what was done to the evidence.

Every change-set of a case is chained to the one before it by its SHA-256.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

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

_TAKEN_BACK = frozenset({ChangeKind.UNDO, ChangeKind.REDO, ChangeKind.REVERT})
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
    if not any(deed.label for deed in deeds):
        yield plain(_untold(deeds), Role.TABLE)
    columns = _columns(deeds)
    table = tuple(Column(each.label, each.share) for each in columns)
    yield Table(
        table, tuple(Row(tuple(each.cell(making, deed) for each in columns)) for deed in deeds)
    )
    if rest := len(record.deeds) - len(deeds):
        text = ngettext(
            "{n} change-set more touched evidence that is not in this document.",
            "{n} change-sets more touched evidence that is not in this document.",
            rest,
        )
        yield plain(text, Role.SMALL)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the extract, and what stands in it."""

    label: str
    share: float
    cell: Callable[[Making, Deed], Cell]


def _columns(deeds: Sequence[Deed]) -> list[_Column]:
    """Those that have something to say: a copy for others tells neither deeds nor names."""
    columns = [_Column(_("No."), 0.07, _seq), _Column(_("When, UTC"), 0.21, _when)]
    if any(deed.label for deed in deeds):
        columns.append(_Column(_("What was done"), 0.37, _what))
    elif any(deed.who for deed in deeds):
        columns.append(_Column(_("By whom"), 0.37, _what))
    columns.append(_Column(_("Exhibits"), 0.11, _touched))
    columns.append(_Column(_("SHA-256, in part"), 0.24, _hash))
    whole = sum(each.share for each in columns)
    return [replace(each, share=each.share / whole) for each in columns]


def _seq(_making: Making, deed: Deed) -> Cell:
    return Cell((plain(str(deed.seq), Role.TABLE),))


def _when(_making: Making, deed: Deed) -> Cell:
    return Cell((plain(utc(deed.at).removesuffix(" UTC"), Role.TABLE),))


def _what(_making: Making, deed: Deed) -> Cell:
    return Cell((Paragraph(tuple(_done(deed)), Role.TABLE),))


def _touched(making: Making, deed: Deed) -> Cell:
    return Cell((Paragraph(tuple(_exhibits(making, deed)), Role.TABLE),))


def _hash(_making: Making, deed: Deed) -> Cell:
    return Cell((Paragraph((Run(f"{deed.hash[:_DIGITS]}…", mono=True),), Role.CODE),))


def _untold(deeds: Sequence[Deed]) -> str:
    """How many there are, and of what kinds, where it is not said what each of them did."""
    seen: set[str] = set()
    taken = changed = undone = 0
    for deed in deeds:
        if deed.kind in _TAKEN_BACK:
            undone += 1
        elif seen.issuperset(deed.clip_ids):
            changed += 1
        else:
            taken += 1
        seen.update(deed.clip_ids)
    kinds = (
        (taken, ngettext("{n} took exhibits in", "{n} took exhibits in", taken)),
        (changed, ngettext("{n} changed what is kept", "{n} changed what is kept", changed)),
        (undone, ngettext("{n} undid or redid that", "{n} undid or redid that", undone)),
    )
    said = ngettext(
        "What {n} change-set did is not told in this copy",
        "What {n} change-sets did is not told in this copy",
        len(deeds),
    )
    return f"{said}: {', '.join(words for count, words in kinds if count)}."


def _done(deed: Deed) -> Iterator[Run]:
    kinds = {
        ChangeKind.UNDO: _("Undone: {what}"),
        ChangeKind.REDO: _("Redone: {what}"),
        ChangeKind.REVERT: _("Taken back: {what}"),
    }
    if deed.label:
        yield Run(kinds.get(deed.kind, "{what}").format(what=deed.label))
    if deed.who:
        mark = " \N{MIDDLE DOT}\u00a0" if deed.label else ""
        yield Run(f"{mark}{deed.who}", tone=Tone.MUTED)


def _exhibits(making: Making, deed: Deed) -> Iterator[Run]:
    for place, clip_id in enumerate(deed.clip_ids[:_REFS]):
        clip = making.index.clips[clip_id]
        if place:
            yield Run(", ")
        yield Run(short(clip.ref), tone=Tone.ACCENT, link=exhibit_anchor(clip))
    if (rest := len(deed.clip_ids) - _REFS) > 0:
        yield Run(_(" and {n} more").format(n=rest))
