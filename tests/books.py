"""Books of claims at random, with the words that files trip over."""

from hypothesis import strategies as st

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
    Passage,
    Proposition,
    Question,
    Said,
    Speaker,
    Spot,
    Troop,
)
from caseboard.model import terms
from caseboard.model.terms import AnchorKind, DiffersOn

ODD = (
    '=HYPERLINK("http://x.example","y")', "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "'quoted",
    "a\nb\r\nc\rd", 'say "no"', "a;b,c", "\\n \\ \\\\", "שלום, עולם",
    "\u202eevil\u202c", "👩🏽‍🚀 🇺🇦",
    "Куп’янськ", " blank ", "\ufeffmark", "\x00nul", "＝1", "→ via", "</script>",
)  # fmt: skip

ids = st.uuids().map(str)
words = st.one_of(st.just(""), st.sampled_from(ODD), st.text(max_size=12))
names = st.one_of(st.sampled_from(ODD), st.text(min_size=1, max_size=12))
fractions = st.floats(0, 1, allow_nan=False)
amounts = st.one_of(st.none(), st.floats(0, 1e9), st.integers(0, 10**6).map(float))
moments = st.sampled_from(["", "2024-11-14", "2024-11-13T23:00Z", "2024-11~"])
hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)


def one_of(members):
    return st.sampled_from(list(members))


def maybe(strategy):
    return st.one_of(st.none(), strategy)


def some(strategy, most=2, **more):
    return st.lists(strategy, max_size=most, **more).map(tuple)


@st.composite
def numbers_told(draw):
    """At least, at most, or between."""
    low, high = draw(st.tuples(amounts, amounts).filter(lambda pair: pair != (None, None)))
    if low is not None and high is not None:
        low, high = sorted((low, high))
    kind, measure = draw(one_of(terms.QuantityKind)), draw(maybe(one_of(terms.Measure)))
    return Number(kind, draw(words), low, high, measure, draw(st.booleans()))


numbers = numbers_told()


@st.composite
def passages(draw, clips):
    """A passage, a region of a picture, or one of a page of a document."""
    kind = draw(one_of(AnchorKind))
    common = {"id": draw(ids), "clip_id": draw(st.sampled_from(clips)), "kind": kind}
    if kind is AnchorKind.TEXT:
        start = draw(st.integers(0, 5000))
        return Passage(
            **common, exact=draw(names), prefix=draw(words), suffix=draw(words), start=start,
            end=start + draw(st.integers(1, 90)), page=draw(maybe(st.integers(1, 400))),
        )  # fmt: skip
    corners = dict(zip("xywh", draw(st.tuples(*[fractions] * 4)), strict=True))
    page = draw(st.integers(1, 400)) if kind is AnchorKind.PAGE else None
    outline = draw(some(st.tuples(fractions, fractions), 4))
    return Passage(**common, **corners, polygon=outline, page=page, file_sha256=draw(hashes))


def reports(clips, sources):
    return st.builds(
        Said,
        id=ids,
        passage=passages(clips),
        stance=one_of(terms.Stance),
        claimant_id=st.sampled_from(sources),
        relays=some(st.sampled_from(sources), 3),
        verb=words,
        said_when=moments,
        credibility=one_of(terms.Credibility),
        credibility_reason=words,
        numbers=some(numbers),
    )


origins = st.builds(Origin, words, st.integers(0, 9), some(some(words, 3)), some(words))
judgements = st.builds(Judged, one_of(terms.ClaimStatus), one_of(terms.ClaimStatus), words,
                       some(origins))  # fmt: skip


def propositions(clips, sources, spots, troops):
    return st.builds(
        Proposition,
        id=ids,
        ref=words,
        statement=names,
        judged=judgements,
        event_time=moments,
        band=maybe(st.integers(1, 7)),
        confidence=maybe(one_of(terms.Confidence)),
        confidence_basis=words,
        assessment=words,
        override=maybe(one_of(terms.ClaimStatus)),
        override_reason=words,
        spots=some(st.sampled_from(spots), unique=True),
        troops=some(st.sampled_from(troops), unique=True),
        said=some(reports(clips, sources)),
    )


@st.composite
def books(draw):
    """A whole book whose rows point only at each other."""
    rows = {name: draw(st.lists(ids, min_size=1, max_size=2, unique=True)) for name in "abcd"}
    clips, sources, spots, troops = rows.values()
    outlets = st.sampled_from(["", *sources])
    exhibits = [
        Exhibit(
            row, *draw(st.tuples(words, words, words, moments, moments, hashes, outlets, words))
        )
        for row in clips
    ]
    claims = draw(some(propositions(clips, sources, spots, troops), 3, unique_by=lambda c: c.id))
    about = [claim.id for claim in claims]
    pairs = st.sampled_from(about) if about else st.nothing()
    clashes = st.builds(
        Clash, ids, pairs, pairs, some(one_of(DiffersOn).map(str), unique=True), words,
        one_of(terms.DisputeStatus), words,
    )  # fmt: skip
    cells = st.builds(Cell, pairs, one_of(terms.Fit), words)
    answers = st.builds(Answer, ids, words, words, some(cells))
    questions = st.builds(Question, ids, words, some(pairs), some(answers))
    dues = st.sampled_from(["", "2024-12-01"])
    ends = (one_of(terms.GapStatus), words)
    gaps = st.builds(Missing, ids, words, words, st.one_of(st.just(""), pairs), words, dues, *ends)
    return Book(
        case_id=draw(ids),
        ref=draw(words),
        title=draw(words),
        marking=draw(one_of(terms.Marking)),
        ladder=draw(one_of(terms.Ladder)),
        collector=draw(words),
        as_of="2024-11-14T12:00:00Z",
        exhibits=tuple(exhibits),
        speakers=tuple(
            draw(st.builds(Speaker, st.just(row), names, one_of(terms.SourceKind),
                           one_of(terms.Reliability), words, st.booleans(), words, words))
            for row in sources
        ),
        spots=tuple(
            draw(st.builds(Spot, st.just(row), names, one_of(terms.LocationKind),
                           maybe(st.floats(-90, 90)), maybe(st.floats(-180, 180)), amounts, words))
            for row in spots
        ),
        troops=tuple(
            draw(st.builds(Troop, st.just(row), names, one_of(terms.Side), one_of(terms.Echelon),
                           words))
            for row in troops
        ),
        claims=claims,
        clashes=draw(some(clashes)) if about else (),
        questions=draw(some(questions)) if about else (),
        gaps=draw(some(gaps)),
    )  # fmt: skip
