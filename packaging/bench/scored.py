"""What the scorers of `dev.py measure` call: our readers, in the scorers' own terms."""

from collections.abc import Iterator

from caseboard.capture import page
from caseboard.model.terms import LocationKind
from caseboard.tagging.engine import suggest
from caseboard.tagging.suggestions import Place


def article(html: bytes, url: str) -> dict[str, object]:
    """The article of a page: its text, title, authors, date and pictures."""
    found = page.read(html, url)
    return {
        "text": found.text,
        "title": found.title,
        "authors": list(found.authors),
        "date": found.published,
        "images": [image.url for image in found.images],
    }


def quotes(text: str) -> Iterator[tuple[int, int, int | None, int | None]]:
    """Where each statement stands, and where the one who makes it."""
    for statement in suggest(text).statements:
        speaker = statement.claimant
        start, end = (speaker.start, speaker.end) if speaker else (None, None)
        yield statement.start, statement.end, start, end


def places(text: str) -> list[tuple[int, int, str, float | None, float | None]]:
    """Every mention of a place, and of a government by its place: what a scorer calls a toponym.

    `suggest` answers in reading order. The scorer of events takes the first for where the event
    was; a reader takes the most specific, so points and settlements stand before the regions
    and countries they lie in, and those before governments.
    """
    found = suggest(text)
    named = [(each.start, each.end, each.surface, each.place) for each in found.locations]
    acting = [
        (each.start, each.end, each.surface, each.place)
        for each in found.governments
        if each.place is not None
    ]
    ordered = [*sorted(named, key=lambda each: (_breadth(each[3]), each[0])), *acting]
    return [(start, end, surface, at.lat, at.lon) for start, end, surface, at in ordered]


def _breadth(place: Place) -> int:
    """0 for a point, the more the larger."""
    order = (
        LocationKind.POINT,
        LocationKind.SITE,
        LocationKind.SETTLEMENT,
        LocationKind.RIVER,
        LocationKind.REGION,
        LocationKind.COUNTRY,
    )
    return order.index(place.kind)
