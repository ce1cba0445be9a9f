"""What is on the map, in words: for the list beside it, the inspector and screen readers."""

from caseboard.analysis.standing import status_name
from caseboard.i18n import _, ngettext
from caseboard.model import moments, numerals
from caseboard.model.spots import Spot, SpotKind
from caseboard.model.terms import ClaimStatus, LocationKind
from caseboard.ui import words
from caseboard.ui.delegates.line import Face
from caseboard.ui.itemmodels.entities import precision
from caseboard.ui.lib.tokens import Tint

STATUS_TINTS = {
    ClaimStatus.OPEN: Tint.NEUTRAL,
    ClaimStatus.SINGLE_SOURCE: Tint.CLAIM,
    ClaimStatus.CORROBORATED: Tint.SUPPORTS,
    ClaimStatus.DISPUTED: Tint.CONTRADICTS,
}
TINTS = {
    SpotKind.PLACE: Tint.LOCATION,
    SpotKind.CLAIM: Tint.CLAIM,
    SpotKind.POSITION: Tint.UNIT,
    SpotKind.PHOTO: Tint.PERSON,
}
ORDER = {
    kind: place
    for place, kind in enumerate(
        (SpotKind.PLACE, SpotKind.CLAIM, SpotKind.POSITION, SpotKind.PHOTO)
    )
}
TOWN_M = 5000.0
"""Metres up to which what is meant is a settlement itself, not the land about it."""


def kind_name(kind: SpotKind) -> str:
    """One of them."""
    return {
        SpotKind.PLACE: _("place"),
        SpotKind.CLAIM: _("claim"),
        SpotKind.POSITION: _("position of a unit"),
        SpotKind.PHOTO: _("photo"),
    }[kind]


def kinds_name(kind: SpotKind) -> str:
    """Several of them, as a heading."""
    return {
        SpotKind.PLACE: _("Tagged places"),
        SpotKind.CLAIM: _("Claims"),
        SpotKind.POSITION: _("Units"),
        SpotKind.PHOTO: _("Photos"),
    }[kind]


def table_of(kind: SpotKind) -> str:
    """What `Navigator` calls the view in which one of them is shown with all its rows."""
    return {
        SpotKind.PLACE: "location",
        SpotKind.CLAIM: "claim",
        SpotKind.POSITION: "unit",
        SpotKind.PHOTO: "clip",
    }[kind]


def rank(spot: Spot) -> tuple[int, int, str, tuple[str, str, str]]:
    """The order of the list: by kind, what is named most first."""
    return ORDER[spot.key.kind], -spot.count, spot.label.casefold(), spot.key


def face(spot: Spot) -> Face:
    """Its row: its name in the colour of its kind or after its status, and what tells it."""
    if spot.status is not None:
        pill = (status_name(spot.status), STATUS_TINTS[spot.status])
        return Face(spot.label, about(spot), pill=pill)
    return Face(spot.label, about(spot), named(spot), tint=TINTS[spot.key.kind])


def named(spot: Spot) -> str:
    """How often a place is named in the time that is shown; what is not named then says nothing."""
    is_named = spot.key.kind is SpotKind.PLACE and spot.count > 0
    return numerals.count(spot.count) if is_named else ""


def about(spot: Spot) -> str:
    """What kind of thing it is, when it was, how well its place is known."""
    kind = words.term(spot.kind) if spot.kind and spot.key.kind is SpotKind.PLACE else ""
    parts = (
        kind or kind_name(spot.key.kind),
        moments.show(spot.when) if spot.when else "",
        precision(spot.precision_m),
    )
    return " · ".join(part for part in parts if part)


def said(spot: Spot) -> str:
    """All that its row shows, as a screen reader says it."""
    status = status_name(spot.status) if spot.status is not None else ""
    count = ""
    if named(spot):
        count = ngettext("{n} mention", "{n} mentions", spot.count)
    return ", ".join(part for part in (spot.label, status, about(spot), count) if part)


def precise(kind: LocationKind | None, metres: float | None) -> str:
    """How well a place is known, in words: `the settlement itself, ± 3 km`."""
    around = precision(metres)
    if metres is None:
        return _("not known how precisely")
    if kind is LocationKind.SETTLEMENT and metres <= TOWN_M:
        return _("the settlement itself, {around}").format(around=around)
    if kind in {LocationKind.REGION, LocationKind.COUNTRY}:
        return _("the whole area, {around}").format(around=around)
    if kind is LocationKind.RIVER:
        return _("somewhere along it, {around}").format(around=around)
    if metres > TOWN_M:
        return _("somewhere in an area, {around}").format(around=around)
    return around
