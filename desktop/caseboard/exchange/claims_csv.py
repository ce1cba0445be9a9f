r"""Claims as a table for spreadsheets: CSV (RFC 4180), a row for each report.

UTF-8 begins with a byte order mark, without which Excel takes it for the local code page. The
marking stands in every row, so that it stays with any part that is copied out. A cell that a
spreadsheet would take for a formula begins with an apostrophe (and so does one that begins with an
apostrophe itself); lists stand one to a line in their cell, line breaks in their words as `\n`.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from caseboard.exchange.claims_book import Book, Exhibit, Number, Proposition, Said, Speaker
from caseboard.exchange.json_reading import BYTES, Unreadable
from caseboard.i18n import _
from caseboard.model import ladders
from caseboard.model.terms import Ladder

_CLAIM = (
    "marking", "case", "as_of", "claim", "statement", "event_time", "status", "derived_status",
    "status_override", "override_reason", "working", "likelihood_band", "likelihood", "confidence",
    "confidence_basis", "assessment", "locations", "units", "disputed_with",
)  # fmt: skip
_REPORT = (
    "stance", "claimant", "claimant_kind", "reliability", "reliability_reason", "interested",
    "relays", "outlet", "verb", "said_when", "credibility", "credibility_reason", "quantities",
    "quote", "prefix", "suffix", "start", "end", "page", "region", "clip", "clip_title",
    "clip_url", "clip_published", "clip_captured", "sha256",
)  # fmt: skip
COLUMNS = (*_CLAIM, *_REPORT)

_FORMULA = frozenset("=+-@\t\r\n'＝＋－＠")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_FIELD = 1_000_000

Row = dict[str, str]


def write(book: Book) -> bytes:
    """The file of a book; a claim without a report has a row whose report is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in rows(book):
        writer.writerow({name: guarded(value) for name, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


def read(data: bytes) -> list[Row]:
    """The rows of a file, as they were before they were guarded; raises `Unreadable`."""
    if len(data) > BYTES:
        raise Unreadable(_("it is larger than 64 MB."))
    before = csv.field_size_limit(_FIELD)
    try:
        reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        found = [_unguarded(row) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(_("it is no table of claims.")) from error
    finally:
        csv.field_size_limit(before)
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise Unreadable(_("it is no table of claims."))
    return found


def guarded(cell: str) -> str:
    """`cell` so that no spreadsheet runs it."""
    return f"'{cell}" if cell[:1] in _FORMULA and cell else cell


def listed(items: Iterable[str]) -> str:
    """Texts in one cell, one to a line."""
    return "\n".join(map(_escaped, items))


def unlisted(cell: str) -> tuple[str, ...]:
    """The texts that `listed` put into a cell; one empty text alone cannot be told from none."""
    return tuple(_ESCAPE.sub(_meant, line) for line in cell.split("\n")) if cell else ()


def rows(book: Book) -> Iterator[Row]:
    """The table, cell by cell."""
    names = {each.id: each.name for each in book.spots}
    names |= {each.id: each.name for each in book.troops}
    rivals = _rivals(book)
    speakers = {each.id: each for each in book.speakers}
    exhibits = {each.id: each for each in book.exhibits}
    for claim in book.claims:
        held = _claim(book, claim, names) | {"disputed_with": listed(rivals.get(claim.id, ()))}
        if not claim.said:
            yield held
        for said in claim.said:
            clip = exhibits.get(said.passage.clip_id, Exhibit("", ""))
            yield held | _report(said, clip, speakers)


def _claim(book: Book, claim: Proposition, names: Mapping[str, str]) -> Row:
    return {
        "marking": book.marking.value,
        "case": book.ref,
        "as_of": book.as_of,
        "claim": claim.ref,
        "statement": claim.statement,
        "event_time": claim.event_time,
        "status": claim.judged.status.value,
        "derived_status": claim.judged.derived.value,
        "status_override": claim.override.value if claim.override else "",
        "override_reason": claim.override_reason,
        "working": claim.judged.working,
        "likelihood_band": _shown(claim.band),
        "likelihood": _word(book.ladder, claim.band),
        "confidence": claim.confidence.value if claim.confidence else "",
        "confidence_basis": claim.confidence_basis,
        "assessment": claim.assessment,
        "locations": listed(names[each] for each in claim.spots),
        "units": listed(names[each] for each in claim.troops),
    }


def _report(said: Said, clip: Exhibit, speakers: Mapping[str, Speaker]) -> Row:
    claimant = speakers.get(said.claimant_id, Speaker("", ""))
    outlet = speakers.get(clip.outlet_id)
    place = said.passage
    corners = (place.x, place.y, place.w, place.h)
    return {
        "stance": said.stance.value,
        "claimant": claimant.name,
        "claimant_kind": claimant.kind.value,
        "reliability": claimant.reliability.value,
        "reliability_reason": claimant.reliability_reason,
        "interested": "yes" if claimant.interested else "no",
        "relays": listed(speakers[each].name for each in said.relays if each in speakers),
        "outlet": outlet.name if outlet else clip.site,
        "verb": said.verb,
        "said_when": said.said_when,
        "credibility": said.credibility.value,
        "credibility_reason": said.credibility_reason,
        "quantities": listed(f"{number(each)} (per {claimant.name})" for each in said.numbers),
        "quote": place.exact,
        "prefix": place.prefix,
        "suffix": place.suffix,
        "start": _shown(place.start),
        "end": _shown(place.end),
        "page": _shown(place.page),
        "region": " ".join(map(_shown, corners)) if None not in corners else "",
        "clip": clip.ref,
        "clip_title": clip.title,
        "clip_url": clip.url,
        "clip_published": clip.published,
        "clip_captured": clip.captured,
        "sha256": clip.sha256,
    }


def number(held: Number) -> str:
    """A number of a report in one line: `vehicles: about 10–12 km armoured vehicles`."""
    low, high = held.low, held.high
    if low is None or high is None:
        span = f"≥ {low:.15g}" if low is not None else f"≤ {high:.15g}"
    else:
        span = f"{low:.15g}" if low == high else f"{low:.15g}–{high:.15g}"
    parts = ("about" if held.is_approximate else "", span, held.measure or "", held.what)
    return f"{held.kind.value}: {' '.join(filter(None, parts))}"


def _rivals(book: Book) -> dict[str, list[str]]:
    refs = {claim.id: claim.ref for claim in book.claims}
    found: dict[str, list[str]] = {}
    for clash in book.clashes:
        found.setdefault(clash.one, []).append(refs[clash.other])
        found.setdefault(clash.other, []).append(refs[clash.one])
    return found


def _word(ladder: Ladder, band: int | None) -> str:
    return ladders.rung(ladder, band).word if band is not None else ""


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _escaped(text: str) -> str:
    for letter, written in (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r")):
        text = text.replace(letter, written)
    return text


def _meant(found: re.Match[str]) -> str:
    return {"n": "\n", "r": "\r"}.get(found[1], found[1])


def _unguarded(row: Mapping[str | Any, str | Any]) -> Row:
    if None in row or None in row.values():
        raise Unreadable(_("its rows are not of one length."))
    return {name: cell[1:] if cell[:1] == "'" else cell for name, cell in row.items()}
