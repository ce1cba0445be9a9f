"""What is to be known of one spot, in words, for the inspector."""

from collections.abc import Iterator

from caseboard.analysis.standing import status_name
from caseboard.briefing.words import country
from caseboard.i18n import _
from caseboard.mapping.coordinates import Notation
from caseboard.model import moments, numerals
from caseboard.model.entities import Location
from caseboard.model.spots import Spot, SpotKind
from caseboard.ui import words
from caseboard.ui.lib.keyvalue import Fact
from caseboard.ui.map import notations
from caseboard.ui.map.spot_pages import SpotPage
from caseboard.ui.map.spot_words import kind_name, precise

ALIASES = 3
GAZETTEERS = {"geonames": "GeoNames", "katottg": "KATOTTG"}


def title(page: SpotPage) -> str:
    """What it is called."""
    return page.spot.label


def second(page: SpotPage) -> str:
    """What else it is called and what kind of thing it is."""
    spot, place = page.spot, page.location
    if spot.key.kind is SpotKind.PLACE and place is not None:
        known = (words.term(place.kind), country(place.country))
        return " · ".join(part for part in (*place.aliases[:ALIASES], *known) if part)
    parts = [kind_name(spot.key.kind)]
    if spot.status is not None:
        parts.append(status_name(spot.status))
    if page.unit is not None:
        said = (page.unit.side, page.unit.echelon, page.unit.branch)
        parts += [words.term(each) for each in said if each != "unknown"]
    return " · ".join(parts)


def facts(page: SpotPage, notation: Notation) -> list[Fact]:
    """Position first, then how well it is known, then what its kind has."""
    spot = page.spot
    return [fact for fact in (*_where(spot, notation), *_what(page)) if fact.value]


def position(lat: float, lon: float, notation: Notation) -> Iterator[Fact]:
    """Where a point in degrees is: in decimals, in MGRS, and in that notation too."""
    yield Fact(_("Position"), four_places(lat, lon))
    yield Fact(_("MGRS"), notations.shown(lat, lon, Notation.MGRS), mono=True)
    if notation not in {Notation.DECIMAL, Notation.MGRS}:
        yield Fact(notations.name(notation), notations.shown(lat, lon, notation), mono=True)


def _where(spot: Spot, notation: Notation) -> Iterator[Fact]:
    yield from position(spot.lat, spot.lon, notation)
    yield Fact(_("Precision"), precise(spot.kind, spot.precision_m))


def _what(page: SpotPage) -> Iterator[Fact]:
    spot = page.spot
    if spot.key.kind is SpotKind.PLACE and page.location is not None:
        yield Fact(_("Gazetteer"), gazetteer(page.location))
        return
    if page.location is not None:
        yield Fact(_("At"), page.location.name)
    yield Fact(_("When"), moments.show(spot.when) if spot.when else _("not known"))
    if page.position is not None and page.position.bearing:
        yield Fact(_("Bearing"), page.position.bearing)
    if spot.direction is not None:
        yield Fact(_("Camera"), _("looked towards {n}°").format(n=f"{spot.direction:.0f}"))
    if page.unit is not None:
        yield Fact(_("APP-6 code"), page.unit.sidc, mono=True)


def gazetteer(place: Location) -> str:
    """`GeoNames 703656`; empty for a place that no gazetteer knows."""
    head, colon, number = (place.gazetteer_id or "").partition(":")
    return f"{GAZETTEERS.get(head, head)} {number}" if colon else head


def four_places(lat: float, lon: float) -> str:
    """`49.7100° N, 37.6158° E`: about ten metres."""
    return numerals.position(lat, lon, 4)
