"""Sources, places and units of a colleague's file: known again by name, or taken in."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from sqlmodel import Session, select

from caseboard.commands import sources
from caseboard.exchange.claims_book import Book, Speaker, Spot, Troop
from caseboard.model.entities import Location, Source, Unit, names_of
from caseboard.model.ids import LocationId, SourceId, UnitId
from caseboard.model.terms import Side
from caseboard.store.columns import column
from caseboard.store.folding import fold

N = TypeVar("N", Location, Unit)

NEAR = 0.1
"""Degrees by which two points of one name may differ and still be one place."""
_SIDC = 20
_LONGEST = 300


class Recogniser:
    """Gives the library's rows for those of a book; each is looked up when it is first needed."""

    def __init__(self, session: Session, book: Book) -> None:
        self._session = session
        self._speakers: Mapping[str, Speaker] = {each.id: each for each in book.speakers}
        self._spots = {each.id: each for each in book.spots if _tidy(each.name)}
        self._troops = {each.id: each for each in book.troops if _tidy(each.name)}
        self._known: dict[str, str] = {}

    def source(self, row_id: str) -> SourceId | None:
        """The source; None where the file does not say who that is.

        One that is new keeps the grade and the reason it comes with; one that is known, its own.
        """
        speaker = self._speakers.get(row_id)
        if speaker is None or not _tidy(speaker.name):
            return None
        if row_id not in self._known:
            known = sources.find(self._session, _tidy(speaker.name))
            self._known[row_id] = known.id if known else self._taken_in(_source(speaker))
        return SourceId(self._known[row_id])

    def locations(self, row_ids: Iterable[str]) -> tuple[LocationId, ...]:
        """The locations that a claim is about, each once."""
        spots = (self._spots[each] for each in row_ids if each in self._spots)
        return tuple(dict.fromkeys(LocationId(self._location(spot)) for spot in spots))

    def units(self, row_ids: Iterable[str]) -> tuple[UnitId, ...]:
        """The units that a claim is about, each once."""
        troops = (self._troops[each] for each in row_ids if each in self._troops)
        return tuple(dict.fromkeys(UnitId(self._unit(troop)) for troop in troops))

    def _location(self, spot: Spot) -> str:
        if spot.id not in self._known:
            made = _place(spot)
            named = self._named(Location, made.name)
            same = next((each for each in named if _is_near(each, made)), None)
            self._known[spot.id] = same.id if same else self._taken_in(made)
        return self._known[spot.id]

    def _unit(self, troop: Troop) -> str:
        if troop.id not in self._known:
            sides = {troop.side, Side.UNKNOWN}
            made = _troop(troop)
            named = self._named(Unit, made.name)
            same = next((each for each in named if each.side in sides), None)
            self._known[troop.id] = same.id if same else self._taken_in(made)
        return self._known[troop.id]

    def _named(self, model: type[N], name: str) -> list[N]:
        wanted = fold(name)
        rows = self._session.exec(select(model).where(column(model, "deleted").is_(None)))
        return [row for row in rows if wanted in map(fold, names_of(row))]

    def _taken_in(self, row: Source | Location | Unit) -> str:
        self._session.add(row)
        self._session.flush()
        return row.id


def _tidy(name: str) -> str:
    return " ".join(name.split())[:_LONGEST].strip()


def _source(speaker: Speaker) -> Source:
    return Source(
        name=_tidy(speaker.name),
        kind=speaker.kind,
        country=speaker.country,
        url=speaker.url if speaker.url.startswith(("https://", "http://")) else "",
        reliability=speaker.reliability,
        reliability_reason=speaker.reliability_reason,
        interested=speaker.interested,
    )


def _place(spot: Spot) -> Location:
    lat, lon = spot.lat, spot.lon
    is_point = lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180
    return Location(
        name=_tidy(spot.name),
        kind=spot.kind,
        lat=lat if is_point else None,
        lon=lon if is_point else None,
        precision_m=spot.precision_m if is_point and (spot.precision_m or 0) > 0 else None,
        country=spot.country,
    )


def _troop(troop: Troop) -> Unit:
    is_code = troop.sidc.isascii() and troop.sidc.isdecimal() and len(troop.sidc) == _SIDC
    return Unit(
        name=_tidy(troop.name),
        side=troop.side,
        echelon=troop.echelon,
        sidc=troop.sidc if is_code else "",
    )


def _is_near(one: Location, other: Location) -> bool:
    """Whether two places of one name may be the same; one without a point may be."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return True
    return abs(one.lat - other.lat) <= NEAR and abs(one.lon - other.lon) <= NEAR
