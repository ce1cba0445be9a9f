"""What each section of a briefing holds that the analyst wrote, and how it is marked."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import chosen
from caseboard.model import markings
from caseboard.model.terms import Marking, Passage
from caseboard.model.work import Briefing

_K, _P = SectionKind, Passage
FIELDS: Mapping[SectionKind, tuple[str, ...]] = MappingProxyType(
    {
        _K.BOTTOM_LINE: ("bottom_line",),
        _K.JUDGEMENTS: ("judgements", "confidence", "confidence_basis"),
        _K.ASSESSMENT: ("assumptions",),
    }
)
"""Fields of `Briefing`, by the section they are printed in."""
PASSAGES: Mapping[SectionKind, tuple[Passage, ...]] = MappingProxyType(
    {
        _K.CHANGES: (_P.CHANGES,),
        _K.SITUATION: (_P.SITUATION,),
        _K.ASSESSMENT: (_P.ASSESSMENT,),
        _K.GAPS: (_P.INDICATORS,),
        _K.METHOD: (_P.METHOD, _P.LIMITS, _P.NOT_COLLECTED, _P.AUTOMATION),
        _K.SOURCE_SUMMARY: (_P.SOURCE_SUMMARY,),
        _K.ATTESTATION: (_P.ATTESTATION,),
    }
)
"""Keys of `Briefing.texts`, by the section they are printed in."""


def own_marking(briefing: Briefing, kind: SectionKind) -> Marking | None:
    """What the section is marked with itself; None where it is marked as the briefing is."""
    for row in briefing.sections:
        if row.get("kind") == kind.value and row.get("marking") in set(Marking):
            return Marking(row["marking"])
    return None


def own_above(briefing: Briefing, ceiling: Marking) -> frozenset[SectionKind]:
    """The sections whose own marking is above `ceiling`."""
    return frozenset(
        kind for kind in SectionKind if markings.is_above(own_marking(briefing, kind), ceiling)
    )


def unreadable(briefing: Briefing, ceiling: Marking) -> frozenset[SectionKind]:
    """The sections whose words readers of `ceiling` may not have."""
    return frozenset(
        kind
        for kind in SectionKind
        if markings.is_above(own_marking(briefing, kind) or briefing.marking, ceiling)
    )


def written(briefing: Briefing, kind: SectionKind) -> bool:
    """Whether the analyst wrote anything for the section."""
    fields = (getattr(briefing, name) for name in FIELDS.get(kind, ()))
    texts = (briefing.texts.get(passage.value) for passage in PASSAGES.get(kind, ()))
    return any([*fields, *texts])


def without(briefing: Briefing, kinds: frozenset[SectionKind]) -> dict[str, Any]:
    """The fields of `briefing` that change where nothing written for `kinds` is left."""
    blank: dict[str, Any] = {"confidence": None, "judgements": [], "assumptions": []}
    changes = {name: blank.get(name, "") for kind in kinds for name in FIELDS.get(kind, ())}
    gone = {passage.value for kind in kinds for passage in PASSAGES.get(kind, ())}
    known = {passage.value for passage in Passage}
    texts = {key: text for key, text in briefing.texts.items() if key in known - gone}
    return {**changes, "texts": texts}


def switched(briefing: Briefing, off: frozenset[SectionKind]) -> list[dict[str, Any]]:
    """The rows of `Briefing.sections` with these sections switched off.

    A row that is off says nothing more than its kind.
    """
    rows = briefing.sections or [{"kind": kind.value, "on": True} for kind in chosen(briefing)]
    kinds = {kind.value for kind in off}
    return [
        {"kind": row.get("kind"), "on": False} if row.get("kind") in kinds else dict(row)
        for row in rows
    ]
