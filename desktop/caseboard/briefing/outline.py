"""Composes a briefing: a dossier and what the analyst wrote become an outline."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from caseboard.analysis import releasing
from caseboard.analysis.standing import Standing
from caseboard.briefing import portions
from caseboard.briefing.annexes import lettered, letters
from caseboard.briefing.blocks import Outline, Section, SectionKind
from caseboard.briefing.choosing import chosen, title
from caseboard.briefing.citations import Citations
from caseboard.briefing.index import Index
from caseboard.briefing.making import Making, MapStuff, Pictures
from caseboard.briefing.numbering import numbered
from caseboard.briefing.record import Record
from caseboard.briefing.release import Withheld
from caseboard.briefing.sections import MAKERS, head
from caseboard.i18n import speaking
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClaimId, ClipId, UnitId
from caseboard.model.net_change import Since
from caseboard.model.work import Briefing

_LAST = tuple(SectionKind)[tuple(SectionKind).index(SectionKind.SOURCES) :]
"""Made after all others, wherever they stand: they need to know what was cited."""
_VERY_LAST = SectionKind.CHECK
"""Made when all annexes are known."""


def prepared(
    dossier: Dossier,
    briefing: Briefing,
    pictures: Pictures,
    standings: Mapping[ClaimId, Standing],
    *,
    exported: datetime,
    program: str,
    version: int | None = None,
    map_stuff: MapStuff | None = None,
    since: Since | None = None,
    record: Record | None = None,
    withheld: tuple[Withheld, ...] = (),
    pictureless: frozenset[ClipId] = frozenset(),
    coarsened: frozenset[UnitId] = frozenset(),
) -> Making:
    """What the sections of a briefing are made from; its numbering of sources is still empty.

    `version` is the number this export will carry; without one it is a draft. A picture that
    cannot be had leaves a sentence in its place; positions are printed no finer than their units
    may be released; those of `coarsened` units already are. Without `map_stuff` there is no map.
    """
    with speaking(briefing.language):  # coarsened places are named
        released = releasing.released(dossier)
    index = Index(released.dossier)
    return Making(
        released.dossier,
        briefing,
        index,
        Citations(index),
        pictures,
        standings,
        exported,
        program,
        version,
        coarsened | released.coarsened.keys(),
        map_stuff,
        since,
        record,
        withheld,
        pictureless,
    )


def made(making: Making) -> Outline:
    """The briefing as blocks, in its own language; the same input gives the same outline."""
    briefing = making.briefing
    with speaking(briefing.language):
        return Outline(
            head=head.made(making),
            marking=briefing.marking,
            classification=briefing.classification.strip(),
            language=briefing.language,
            case_ref=making.case.ref,
            imprint=head.imprint(making),
            author=head.author(making),
            exported=making.exported,
            program=making.program,
            sections=tuple(lettered(numbered(_sections(making)))),
        )


def _sections(making: Making) -> tuple[Section, ...]:
    wanted = list(chosen(making.briefing))
    if making.withheld and SectionKind.WITHHELD not in wanted:
        wanted.append(SectionKind.WITHHELD)
    made: dict[SectionKind, Section] = {}
    for kind in sorted(wanted, key=lambda kind: (kind in _LAST, kind is _VERY_LAST)):
        making.citations.begin(kind)
        if kind is _VERY_LAST:
            known = letters(each for each in wanted if each in made or each is kind)
            making = replace(making, annexes=known)
        if blocks := MAKERS[kind](making):
            made[kind] = Section(kind, title(kind), blocks, _portion_mark(making.briefing, kind))
    return tuple(made[kind] for kind in wanted if kind in made)


def _portion_mark(briefing: Briefing, kind: SectionKind) -> str:
    """`TLP:GREEN`, or the classification of the whole; nothing where portions are not marked."""
    if not briefing.has_portion_marks:
        return ""
    own = portions.own_marking(briefing, kind)
    whole = briefing.classification.strip() or briefing.marking.value
    return whole if own is None else own.value
