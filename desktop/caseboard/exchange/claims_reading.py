"""Reading a file of claims, our own or a colleague's: what `claims_jsonld` wrote comes back whole.

The file is data of a stranger: see `json_reading`. Only our own form is read, with its context in
the file; a file that sends its reader to the network for one is refused.
"""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from caseboard.exchange import selectors
from caseboard.exchange.claims_book import (
    Answer,
    Book,
    Cell,
    Clash,
    Exhibit,
    Judged,
    Missing,
    Number,
    Origin,
    Proposition,
    Question,
    Said,
    Speaker,
    Spot,
    Troop,
)
from caseboard.exchange.claims_jsonld import URN
from caseboard.exchange.claims_vocabulary import FORMAT, context
from caseboard.exchange.json_reading import Entry, Unreadable, parse
from caseboard.i18n import _
from caseboard.model.terms import (
    ClaimStatus,
    Confidence,
    Credibility,
    DisputeStatus,
    Echelon,
    Fit,
    GapStatus,
    Ladder,
    LocationKind,
    Marking,
    Measure,
    QuantityKind,
    Reliability,
    Side,
    SourceKind,
    Stance,
)

T = TypeVar("T")


def read(data: bytes) -> Book:
    """The book in the bytes of a file; raises `Unreadable`."""
    whole = parse(data)
    if whole.text("format") != FORMAT:
        raise Unreadable(_("it is no file of claims that Caseboard has written."))
    if not whole.is_part_of("@context", context()):
        raise Unreadable(_("its words are defined elsewhere, and nothing is fetched."))
    reviews = {_ref(each, "itemReviewed"): each for each in whole.entries("reviews")}
    return Book(
        case_id=_id(whole),
        ref=whole.text("identifier"),
        title=whole.text("name"),
        marking=whole.one_of("marking", Marking) or Marking.RED,
        ladder=whole.one_of("ladder", Ladder) or Ladder.ICD203,
        collector=whole.entry("creator").text("name"),
        as_of=whole.text("dateModified"),
        exhibits=tuple(map(_clip, whole.entries("clips"))),
        speakers=tuple(map(_source, whole.entries("sources"))),
        spots=tuple(map(_place, whole.entries("places"))),
        troops=tuple(map(_unit, whole.entries("units"))),
        claims=tuple(_claim(each, reviews) for each in whole.entries("claims")),
        clashes=tuple(map(_dispute, whole.entries("disputes"))),
        questions=tuple(map(_inquiry, whole.entries("inquiries"))),
        gaps=tuple(map(_gap, whole.entries("gaps"))),
    )


def _id(entry: Entry) -> str:
    return entry.needed("id").removeprefix(URN)


def _ref(entry: Entry, name: str) -> str:
    return entry.entry(name).text("id").removeprefix(URN)


def _refs(entry: Entry, name: str) -> Iterator[str]:
    return (_id(each) for each in entry.entries(name))


def _must(value: T | None, name: str) -> T:
    if value is None:
        raise Unreadable(_("“{where}” is missing or not as it should be.").format(where=name))
    return value


def _clip(entry: Entry) -> Exhibit:
    return Exhibit(
        id=_id(entry),
        ref=entry.text("identifier"),
        title=entry.text("name"),
        url=entry.text("url"),
        published=entry.text("datePublished"),
        captured=entry.text("captured"),
        sha256=entry.text("sha256"),
        outlet_id=_ref(entry, "publisher"),
        site=entry.text("site"),
    )


def _source(entry: Entry) -> Speaker:
    return Speaker(
        id=_id(entry),
        name=entry.needed("name"),
        kind=entry.one_of("sourceKind", SourceKind) or SourceKind.OUTLET,
        reliability=entry.one_of("reliability", Reliability) or Reliability.F,
        reliability_reason=entry.text("reliabilityReason"),
        interested=entry.is_so("interested"),
        country=entry.text("country"),
        url=entry.text("url"),
    )


def _place(entry: Entry) -> Spot:
    geo = entry.entry("geo")
    return Spot(
        id=_id(entry),
        name=entry.needed("name"),
        kind=entry.one_of("placeKind", LocationKind) or LocationKind.POINT,
        lat=geo.number("latitude"),
        lon=geo.number("longitude"),
        precision_m=entry.number("precision"),
        country=entry.text("country"),
    )


def _unit(entry: Entry) -> Troop:
    return Troop(
        id=_id(entry),
        name=entry.needed("name"),
        side=entry.one_of("side", Side) or Side.UNKNOWN,
        echelon=entry.one_of("echelon", Echelon) or Echelon.UNKNOWN,
        sidc=entry.text("symbolCode"),
    )


def _claim(entry: Entry, reviews: Mapping[str, Entry]) -> Proposition:
    claim_id = _id(entry)
    review = reviews.get(claim_id, Entry({}, ""))
    band = review.entry("reviewRating").count("ratingValue")
    if band is not None and not 1 <= band <= 7:
        raise Unreadable(_("a likelihood is none of the seven."))
    return Proposition(
        id=claim_id,
        ref=entry.text("identifier"),
        statement=entry.needed("text"),
        judged=_judged(entry),
        event_time=entry.text("temporalCoverage"),
        band=band,
        confidence=review.one_of("confidence", Confidence),
        confidence_basis=review.text("confidenceBasis"),
        assessment=review.text("reviewBody"),
        override=entry.one_of("statusOverride", ClaimStatus),
        override_reason=entry.text("overrideReason"),
        spots=tuple(_refs(entry, "contentLocation")),
        troops=tuple(_refs(entry, "units")),
        said=tuple(map(_report, entry.entries("reports"))),
    )


def _judged(entry: Entry) -> Judged:
    derived = entry.one_of("derivedStatus", ClaimStatus) or ClaimStatus.OPEN
    return Judged(
        status=entry.one_of("status", ClaimStatus) or derived,
        derived=derived,
        working=entry.text("working"),
        origins=tuple(
            Origin(
                name=each.text("name"),
                reports=each.count("reports") or 0,
                chains=tuple(chain.texts("via") for chain in each.entries("chains")),
                counted_with=each.texts("countedWith"),
            )
            for each in entry.entries("origins")
        ),
    )


def _report(entry: Entry) -> Said:
    place = entry.entry("place")
    clip_id = place.needed("source").removeprefix(URN)
    return Said(
        id=_id(entry),
        passage=selectors.read(place, _id(place), clip_id),
        stance=_must(entry.one_of("stance", Stance), "stance"),
        claimant_id=entry.needed("claimant").removeprefix(URN),
        relays=tuple(_refs(entry, "relays")),
        verb=entry.text("verb"),
        said_when=entry.text("saidWhen"),
        credibility=entry.one_of("credibility", Credibility) or Credibility.UNJUDGED,
        credibility_reason=entry.text("credibilityReason"),
        numbers=tuple(map(_number, entry.entries("quantities"))),
    )


def _number(entry: Entry) -> Number:
    low, high = entry.number("low"), entry.number("high")
    ends = [end for end in (low, high) if end is not None]
    if not ends or min(ends) < 0 or ends != sorted(ends):
        raise Unreadable(_("a quantity is no range of numbers."))
    return Number(
        kind=entry.one_of("quantityKind", QuantityKind) or QuantityKind.OTHER,
        what=entry.text("what"),
        low=low,
        high=high,
        measure=entry.one_of("measure", Measure),
        is_approximate=entry.is_so("approximate"),
    )


def _dispute(entry: Entry) -> Clash:
    sides = tuple(_refs(entry, "sides"))
    if len(sides) != 2:
        raise Unreadable(_("a dispute is not between two claims."))
    return Clash(
        id=_id(entry),
        one=sides[0],
        other=sides[1],
        differs_on=entry.texts("differsOn"),
        both_could_hold=entry.text("bothCouldHold"),
        status=entry.one_of("status", DisputeStatus) or DisputeStatus.OPEN,
        status_reason=entry.text("statusReason"),
        implies_a=entry.text("impliesFirst"),
        implies_b=entry.text("impliesSecond"),
        reading=entry.text("reading"),
    )


def _inquiry(entry: Entry) -> Question:
    return Question(
        id=_id(entry),
        question=entry.text("name"),
        claims=tuple(_refs(entry, "evidence")),
        answers=tuple(map(_hypothesis, entry.entries("hypotheses"))),
    )


def _hypothesis(entry: Entry) -> Answer:
    return Answer(
        id=_id(entry),
        ref=entry.text("identifier"),
        statement=entry.text("text"),
        cells=tuple(
            Cell(
                each.needed("claim").removeprefix(URN),
                _must(each.one_of("fit", Fit), "fit"),
                each.text("reason"),
            )
            for each in entry.entries("cells")
        ),
    )


def _gap(entry: Entry) -> Missing:
    return Missing(
        id=_id(entry),
        ref=entry.text("identifier"),
        question=entry.text("text"),
        about=entry.text("about").removeprefix(URN),
        changes=entry.text("changes"),
        due=entry.text("due"),
        status=entry.one_of("status", GapStatus) or GapStatus.OPEN,
        answer=entry.text("answer"),
    )
