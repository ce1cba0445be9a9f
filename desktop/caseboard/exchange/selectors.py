"""Places in clips as selectors of the W3C Web Annotation Data Model (2017), section 4.2.

A passage is a TextQuoteSelector and a TextPositionSelector; a rectangle is a FragmentSelector
(`xywh=percent:`, Media Fragments URI 1.0), an outline an SvgSelector over a square of one by one; a
page of a document is a FragmentSelector after RFC 3778. Fractions keep every digit.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from caseboard.exchange.claims_book import Passage
from caseboard.exchange.json_reading import Entry, Unreadable
from caseboard.i18n import _
from caseboard.model.terms import AnchorKind

MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><polygon points="{points}"/></svg>'
)
_POINTS = re.compile(r'points="([-+.,eE\d ]*)"')
_REGION = re.compile(r"xywh=percent:([-+.eE\d]+),([-+.eE\d]+),([-+.eE\d]+),([-+.eE\d]+)")
_PAGE = re.compile(r"page=(\d{1,7})")

Json = dict[str, Any]


def write(passage: Passage) -> list[Json]:
    """The selectors of a passage, each of which selects it by itself."""
    made: list[Json] = []
    if passage.exact:
        quote = {"exact": passage.exact, "prefix": passage.prefix, "suffix": passage.suffix}
        made.append({"type": "TextQuoteSelector", **quote})
    if passage.start is not None and passage.end is not None:
        made.append({"type": "TextPositionSelector", "start": passage.start, "end": passage.end})
    made.extend(_region(passage))
    if passage.page is not None:
        made.append(_fragment(f"page={passage.page}", PDF_FRAGMENTS))
    return made


def _region(passage: Passage) -> list[Json]:
    corners = (passage.x, passage.y, passage.w, passage.h)
    made = []
    if None not in corners:
        percent = ",".join(_percent(each) for each in corners if each is not None)
        made.append(_fragment(f"xywh=percent:{percent}", MEDIA_FRAGMENTS))
    if passage.polygon:
        points = " ".join(f"{x!r},{y!r}" for x, y in passage.polygon)
        made.append({"type": "SvgSelector", "value": _SVG.format(points=points)})
    return made


def _fragment(value: str, standard: str) -> Json:
    return {"type": "FragmentSelector", "conformsTo": standard, "value": value}


def read(entry: Entry, row_id: str, clip_id: str) -> Passage:
    """The passage that the object `entry` selects; raises `Unreadable` where none is selected."""
    found: Json = {}
    for selector in entry.entries("selector"):
        found |= _READERS.get(selector.text("type"), _nothing)(selector)
    kind = _kind(found)
    if kind is None:
        raise Unreadable(_("a report does not say where it stands."))
    return Passage(
        id=row_id, clip_id=clip_id, kind=kind, file_sha256=entry.text("fileSha256"), **found
    )


def _kind(found: Mapping[str, Any]) -> AnchorKind | None:
    if "exact" in found or "start" in found:
        return AnchorKind.TEXT
    if "x" in found:
        return AnchorKind.PICTURE if "page" not in found else AnchorKind.PAGE
    return AnchorKind.PAGE if "page" in found else None


def _quote(selector: Entry) -> Json:
    return {name: selector.text(name) for name in ("exact", "prefix", "suffix")}


def _position(selector: Entry) -> Json:
    return {name: selector.count(name) for name in ("start", "end")}


def _fragment_read(selector: Entry) -> Json:
    value = selector.text("value")
    if page := _PAGE.fullmatch(value):
        return {"page": int(page[1])}
    if region := _REGION.fullmatch(value):
        return dict(zip("xywh", map(_fraction, region.groups()), strict=True))
    return {}


def _outline(selector: Entry) -> Json:
    points = _POINTS.search(selector.text("value"))
    pairs = [pair.split(",") for pair in points[1].split()] if points else []
    if any(len(pair) != 2 for pair in pairs):
        raise Unreadable(_("an outline is not made of points."))
    return {"polygon": tuple((_number(x), _number(y)) for x, y in pairs)}


def _nothing(_selector: Entry) -> Json:
    return {}


_READERS = {
    "TextQuoteSelector": _quote,
    "TextPositionSelector": _position,
    "FragmentSelector": _fragment_read,
    "SvgSelector": _outline,
}


def _percent(fraction: float) -> str:
    return format(Decimal(repr(fraction)).scaleb(2).normalize(), "f")


def _fraction(percent: str) -> float:
    return _number(percent, -2)


def _number(written: str, shift: int = 0) -> float:
    try:
        found = float(Decimal(written[:400]).scaleb(shift))
    except ArithmeticError as error:
        raise Unreadable(_("a place on a picture is not made of numbers.")) from error
    if not -1e6 < found < 1e6:
        raise Unreadable(_("a place on a picture lies outside of it."))
    return found
