"""Coordinates in running text, in any common notation."""

from collections.abc import Iterator

from caseboard.mapping import written
from caseboard.model.terms import LocationKind
from caseboard.tagging.places.mention import Mention
from caseboard.tagging.suggestions import Place


def mentions(text: str) -> Iterator[Mention]:
    """Positions in reading order, none over another; those off the globe are left out."""
    for found in written.found(text):
        surface, point = text[found.start : found.end], found.point
        place = Place(
            name=f"{point.lat:.5f}, {point.lon:.5f}",
            kind=LocationKind.POINT,
            lat=point.lat,
            lon=point.lon,
            precision_m=point.precision_m,
        )
        yield Mention(
            start=found.start,
            end=found.end,
            surface=surface,
            names=(surface,),
            weight=0.97,
            place=place,
        )
