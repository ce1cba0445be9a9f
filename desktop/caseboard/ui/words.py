"""The field's closed terms, as the forms and the inspector say them."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from caseboard.briefing import words
from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.entities import Location, Named, Person, Source, Unit
from caseboard.model.terms import (
    CaseStatus,
    Credibility,
    FileRole,
    Fit,
    GapStatus,
    Ladder,
    LocationKind,
    QuantityKind,
    Reliability,
    Stance,
    UnitStatus,
)
from caseboard.ui.lib.tokens import Tint

E = TypeVar("E", bound=StrEnum)

TINTS: dict[type[Named], Tint] = {
    Location: Tint.LOCATION,
    Unit: Tint.UNIT,
    Person: Tint.PERSON,
    Source: Tint.NEUTRAL,
}
TABLES: dict[type[Named], str] = {
    Location: "location",
    Unit: "unit",
    Person: "person",
    Source: "source",
}
"""What `Navigator` calls them."""

STANCE_TINTS = {
    Stance.SUPPORTS: Tint.SUPPORTS,
    Stance.CONTRADICTS: Tint.CONTRADICTS,
    Stance.MENTIONS: Tint.MENTIONS,
}


def term(value: StrEnum) -> str:
    """Any closed term in the user's language."""
    own = {QuantityKind: _quantity_kinds, Fit: _fits}.get(type(value), _terms)
    return own().get(value) or words.term(value)


def options(kind: type[E], name: Callable[[E], str] | None = None) -> list[tuple[E, str]]:
    """Every member of a closed set with what it is called."""
    return [(member, name(member) if name else term(member)) for member in kind]


def reliability(grade: Reliability) -> str:
    """`B, usually reliable`."""
    return _("{letter}, {words}").format(letter=grade.value, words=words.reliability(grade))


def credibility(grade: Credibility) -> str:
    """`2, probably true` (AJP-2.1)."""
    meaning = {
        Credibility.CONFIRMED: _("confirmed by others"),
        Credibility.PROBABLE: _("probably true"),
        Credibility.POSSIBLE: _("possibly true"),
        Credibility.DOUBTFUL: _("doubtful"),
        Credibility.IMPROBABLE: _("improbable"),
        Credibility.UNJUDGED: _("cannot be judged"),
    }[grade]
    return _("{number}, {words}").format(number=grade.value, words=meaning)


def said_in(clip: Clip, field: str) -> str:
    """`from EXIF DateTimeOriginal`; empty for what the analyst has set."""
    place = clip.said_in.get(field)
    return _("from {place}").format(place=place) if isinstance(place, str) and place else ""


def about(entity: Named) -> str:
    """One short line that tells an entity from others of its name."""
    if isinstance(entity, Location):
        parts: Iterable[str] = (term(entity.kind), position(entity))
    elif isinstance(entity, Unit):
        known = (value for value in (entity.echelon, entity.branch) if value.value != "unknown")
        parts = (entity.country, entity.designation, *map(term, known))
    elif isinstance(entity, Person):
        parts = (entity.role,)
    else:
        parts = (term(entity.kind), reliability(entity.reliability))
    return " · ".join(part for part in parts if part)


def position(place: Location) -> str:
    """`49.710° N, 37.616° E`; empty where it is not known."""
    return degrees(place.lat, place.lon)


def degrees(lat: float | None, lon: float | None) -> str:
    """`49.710° N, 37.616° E`; empty where it is not known."""
    if lat is None or lon is None:
        return ""
    return numerals.position(lat, lon, 3)


def file_role(file: ClipFile) -> str:
    """What a file is to its clip; for a derivative, what made it."""
    if file.role is not FileRole.DERIVATIVE or not file.step:
        return term(file.role)
    made = {
        "thumbnail": _("thumbnail"),
        "picture to show": _("picture to show"),
        "sanitised page": _("sanitised page"),
        "page source": _("page source"),
    }
    return _("derivative: {step}").format(step=made.get(file.step, file.step))


def _terms() -> dict[StrEnum, str]:
    return {
        Stance.SUPPORTS: _("supports"),
        Stance.CONTRADICTS: _("contradicts"),
        Stance.MENTIONS: _("mentions"),
        LocationKind.SETTLEMENT: _("settlement"),
        LocationKind.REGION: _("region"),
        LocationKind.RIVER: _("river"),
        LocationKind.COUNTRY: _("country"),
        LocationKind.SITE: _("site"),
        LocationKind.POINT: _("point"),
        Ladder.ICD203: _("ICD 203 (US)"),
        Ladder.PHIA: _("PHIA yardstick (UK)"),
        GapStatus.OPEN: _("open"),
        GapStatus.ANSWERED: _("answered"),
        GapStatus.DROPPED: _("dropped"),
        CaseStatus.OPEN: _("open"),
        CaseStatus.CLOSED: _("closed"),
        UnitStatus.PRESENT: _("present"),
        UnitStatus.PLANNED: _("expected"),
    }


# Members of two sets with one value are one key of a dictionary: "losses", "C".


def _quantity_kinds() -> dict[StrEnum, str]:
    return {
        QuantityKind.KILLED: _("killed"),
        QuantityKind.WOUNDED: _("wounded"),
        QuantityKind.CAPTURED: _("captured"),
        QuantityKind.LOSSES: _("losses of people"),
        QuantityKind.PERSONNEL: _("personnel"),
        QuantityKind.VEHICLES: _("vehicles"),
        QuantityKind.EQUIPMENT: _("equipment"),
        QuantityKind.STRIKES: _("strikes"),
        QuantityKind.ATTACKS: _("attacks"),
        QuantityKind.FORMATIONS: _("formations"),
        QuantityKind.DISTANCE: _("distance"),
        QuantityKind.AREA: _("area"),
        QuantityKind.OTHER: _("other"),
    }


def _fits() -> dict[StrEnum, str]:
    return {each: words.fit(each) for each in Fit}
