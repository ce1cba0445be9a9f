"""Composes a briefing of a case, on any thread or in a process of its own; writes nothing."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import Session

from caseboard import PROGRAM
from caseboard.analysis import cutoff, narrowing, spot_times, standing
from caseboard.briefing import manifest, outline, release, unplaced
from caseboard.briefing.blocks import Outline
from caseboard.briefing.making import MapStuff
from caseboard.briefing.record import Record, untold
from caseboard.briefing.release import Ceiling, ReleaseCopy
from caseboard.commands import map_pictures, recording
from caseboard.i18n import speaking
from caseboard.model.dossier import Dossier
from caseboard.model.net_change import Since
from caseboard.model.work import Briefing, BriefingExport
from caseboard.store import briefings, changes_since, dossiers
from caseboard.store.files import FileStore

if TYPE_CHECKING:
    from caseboard.commands.overlaying import Laid

Stuff = Callable[[FileStore, "Sequence[Laid]"], AbstractContextManager[MapStuff]]
"""Opens what maps are drawn from, for as long as one is inside."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a briefing is made from, as it was read at one moment: detached rows."""

    dossier: Dossier
    past: Sequence[BriefingExport]
    """Its exports, newest first."""
    laid: "Sequence[Laid]"
    since: Since | None = None
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Composition:
    """A briefing composed: what any format is made of, and what an export is recorded with."""

    outline: Outline
    copy: ReleaseCopy
    """What it was made from; the whole where nothing is left out."""
    version: int
    exported: datetime
    journal_seq: int
    journal_head: str
    manifest: bytes
    """What it rests on, as JSON: see `caseboard.briefing.manifest`; empty for a draft."""


def read(
    session: Session,
    briefing: Briefing,
    whole: Dossier | None = None,
    *,
    files: FileStore | None = None,
) -> Material:
    """Read what `briefing` reports on, as of its cut-off (a `store` query).

    `whole` is its case, where that has been read already. With `files` the evidence is checked
    against its hashes, where the briefing says what came of that.
    """
    whole = whole or dossiers.read(session, briefing.case_id)
    past = briefings.exports(session, briefing.id)
    return Material(
        cutoff.before(whole, briefing.cutoff),
        past,
        map_pictures.layers(session, briefing.case_id),
        _since(session, whole, briefing, past),
        recording.of_briefing(session, briefing, whole.journal_seq, files),
    )


def _since(
    session: Session, whole: Dossier, briefing: Briefing, past: Sequence[BriefingExport]
) -> Since | None:
    """The version before the one to be made; None for the first."""
    version = next_version(past, whole.journal_seq)
    earlier = next((export for export in past if export.version < version), None)
    if earlier is None:
        return None
    since = changes_since.read(session, whole, briefing, earlier)
    return replace(since, dossier=cutoff.before(since.dossier, since.briefing.cutoff))


def next_version(past: Sequence[BriefingExport], journal_seq: int) -> int:
    """The number of the next export, given those so far, newest first.

    An export of what has not changed since the last is that version again, to the byte.
    """
    if not past:
        return 1
    return past[0].version + (past[0].journal_seq != journal_seq)


@contextmanager
def composed(
    files: FileStore,
    material: Material,
    briefing: Briefing,
    ceiling: Ceiling | None = None,
    *,
    is_draft: bool = False,
    stuff: Stuff = map_pictures.stuff,
) -> Iterator[Composition]:
    """The briefing composed; what it draws pictures and maps from is open while one is inside.

    The same material and briefing give the same outline: its date is that of the newest
    change-set. A draft has no version number. `stuff` opens what maps are drawn from. Raises
    `CaseError` where an exhibit is damaged.
    """
    copy = _copy(material, briefing, ceiling)
    with speaking(briefing.language):
        material = _told(material, briefing, copy, ceiling)
        standings = standing.standings(copy.dossier)  # of the whole, whatever it is narrowed to
    dossier = narrowing.to_subject(copy.dossier, copy.briefing)
    version = next_version(material.past, dossier.journal_seq)
    exported = dossier.as_of.replace(microsecond=0)
    there = {layer.id: layer for layer in spot_times.holding(dossier.layers, briefing.cutoff)}
    shown = [
        replace(each, layer=there[each.layer.id])  # in the words of the copy
        for each in material.laid
        if each.layer.is_shown and each.layer.id in there
    ]
    with stuff(files, shown) as map_stuff:
        making = outline.prepared(
            dossier,
            copy.briefing,
            files.read,
            standings,
            exported=exported,
            program=PROGRAM,
            version=None if is_draft else version,
            map_stuff=_mapped(map_stuff, copy),
            since=material.since,
            record=material.record,
            withheld=copy.withheld,
            pictureless=copy.pictureless,
            coarsened=copy.coarsened,
        )
        made = outline.made(making)
        yield Composition(
            made,
            copy,
            version,
            exported,
            dossier.journal_seq,
            dossier.journal_head,
            b"" if is_draft else manifest.written(manifest.made(making, made)),
        )


def _copy(material: Material, briefing: Briefing, ceiling: Ceiling | None) -> ReleaseCopy:
    if ceiling is None:
        return ReleaseCopy(material.dossier, briefing)
    return release.made(material.dossier, briefing, ceiling)


def _mapped(stuff: MapStuff, copy: ReleaseCopy) -> MapStuff:
    finder = copy.finder
    if finder is None:
        return stuff
    return replace(stuff, overlays=tuple(unplaced.overlay(each, finder) for each in stuff.overlays))


def _told(
    material: Material, briefing: Briefing, copy: ReleaseCopy, ceiling: Ceiling | None
) -> Material:
    """What else a briefing is made from, with no more in it than `copy` may have."""
    if ceiling is None:
        return material
    since = material.since and release.past(
        material.since, material.dossier, briefing, copy, ceiling
    )
    hides_who = ceiling.hides_collector
    record = material.record and untold(material.record, hides_who=hides_who)
    return replace(material, dossier=copy.dossier, since=since, record=record)
