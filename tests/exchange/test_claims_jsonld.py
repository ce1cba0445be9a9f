"""Claims as JSON-LD: what is written reads back whole, and hostile files are refused."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from books import books
from caseboard.exchange import claims_jsonld
from caseboard.exchange.claims_book import (
    Book,
    Exhibit,
    Judged,
    Number,
    Passage,
    Proposition,
    Said,
    Speaker,
)
from caseboard.exchange.claims_reading import read
from caseboard.exchange.claims_vocabulary import TERMS
from caseboard.exchange.json_reading import BYTES, Unreadable
from caseboard.model.terms import (
    AnchorKind,
    ClaimStatus,
    Confidence,
    Ladder,
    Marking,
    QuantityKind,
    SourceKind,
    Stance,
)

WORDS = Passage("a1", "e1", AnchorKind.TEXT, "two columns", "that ", " got in", 4, 15)
SAID = Said(
    "r1",
    WORDS,
    Stance.SUPPORTS,
    "s1",
    ("s2",),
    "said",
    numbers=(Number(QuantityKind.FORMATIONS, "columns", 2.0, 2.0),),
)
CLAIM = Proposition(
    "c1",
    "KUP-2024-11-C1",
    "Two columns got in",
    Judged(ClaimStatus.SINGLE_SOURCE, ClaimStatus.SINGLE_SOURCE, "1 report"),
    band=5,
    confidence=Confidence.LOW,
    assessment="Likely.",
    said=(SAID,),
)
BOOK = Book(
    "case",
    "KUP-2024-11",
    "Kupiansk approach",
    Marking.AMBER,
    Ladder.ICD203,
    "O. Analyst",
    exhibits=(Exhibit("e1", "KUP-2024-11-E001", url="https://news.example/a", sha256="ab" * 32),),
    speakers=(Speaker("s1", "DeepState", SourceKind.MONITOR), Speaker("s2", "Ukrinform")),
    claims=(CLAIM,),
)


def as_bytes(document):
    return json.dumps(document).encode()


@given(books())
@settings(deadline=None, max_examples=150)
def test_what_is_written_reads_back_whole(book):
    assert read(claims_jsonld.text(book).encode()) == book


def test_a_claim_is_one_of_schema_org():
    (claim,) = claims_jsonld.document(BOOK)["claims"]
    assert claim["type"] == "Claim"
    assert claim["text"] == "Two columns got in"
    assert claim["author"] == [{"id": "urn:uuid:s1"}]
    assert claim["firstAppearance"] == {"id": "urn:uuid:e1"}


def test_a_judgement_is_a_claim_review_with_the_word_of_the_ladder():
    (review,) = claims_jsonld.document(BOOK)["reviews"]
    rating = review["reviewRating"]
    assert (rating["ratingValue"], rating["worstRating"], rating["bestRating"]) == (5, 1, 7)
    assert rating["alternateName"] == "likely"
    assert review["author"] == {"type": "Person", "name": "O. Analyst"}
    assert review["itemReviewed"] == {"id": "urn:uuid:c1"}


def test_a_claim_that_nobody_has_judged_is_not_reviewed():
    plain = replace(CLAIM, band=None, confidence=None, assessment="")
    assert "reviews" not in claims_jsonld.document(replace(BOOK, claims=(plain,)))


def test_a_status_of_the_analyst_s_own_is_a_review_too():
    said = replace(CLAIM, band=None, confidence=None, override=ClaimStatus.DISPUTED)
    (review,) = claims_jsonld.document(replace(BOOK, claims=(said,)))["reviews"]
    assert review["reviewRating"]["alternateName"] == "disputed"
    assert "ratingValue" not in review["reviewRating"]


def test_the_marking_stands_in_the_file_with_its_notice():
    document = claims_jsonld.document(BOOK, "Not beyond the team.")
    assert document["marking"] == "TLP:AMBER"
    assert document["usageInfo"] == "Not beyond the team."


def test_each_word_of_our_own_is_explained_in_the_file_and_used_by_its_context():
    document = claims_jsonld.document(BOOK)
    assert len(document["vocabulary"]) == len(TERMS)
    assert all(each["comment"].endswith((".", "7")) for each in document["vocabulary"])
    assert set(TERMS) <= set(document["@context"])


@given(books())
@settings(deadline=None, max_examples=25)
def test_every_word_of_a_file_is_schema_org_s_or_explained(book):
    document = claims_jsonld.document(book, "notice")
    theirs = {
        *("identifier", "name", "usageInfo", "creator", "dateModified", "url", "datePublished"),
        *("sha256", "publisher", "geo", "latitude", "longitude", "text", "temporalCoverage"),
        *("author", "firstAppearance", "appearance", "contentLocation", "itemReviewed"),
        *("claimReviewed", "reviewRating", "reviewBody", "reviewAspect", "ratingValue"),
        *("worstRating", "bestRating", "alternateName", "@context"),
    }
    assert set(members(document)) <= theirs | set(document["@context"])


def members(value):
    if isinstance(value, dict):
        for name, held in value.items():
            yield name
            if name != "@context":
                yield from members(held)
    elif isinstance(value, list):
        for held in value:
            yield from members(held)


def changed(**members):
    return as_bytes(claims_jsonld.document(BOOK) | members)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not JSON"),
        (b"[1", "not JSON"),
        (b"[]", "no object"),
        (b"\xff\xfe{}", "not UTF-8"),
        (b"{}", "no file of claims"),
        (b" " * (BYTES + 1), "larger than 64 MB"),
        (b"[" * 100_000, "too deep"),
        (b'{"a":' * 50_000, "too deep"),
        (b'{"format": "x", "format": "y"}', "not JSON"),
        (b'{"format": NaN}', "not JSON"),
        (b'{"a": ' + b"9" * 100_000 + b"}", "not JSON"),
        (b'{"format": "\\ud800"}', "not JSON"),
        (changed(format="caseboard-claims-99"), "no file of claims"),
        (changed(**{"@context": "https://evil.example/context"}), "nothing is fetched"),
        (changed(**{"@context": {"@import": "https://evil.example"}}), "nothing is fetched"),
        (changed(**{"@context": ["https://schema.org"]}), "nothing is fetched"),
        (changed(claims="all of them"), "no object"),
        (changed(claims=[{"id": "x"}]), "claims 1, text"),
        (changed(claims=[{"id": 3, "text": "x"}]), "claims 1, id"),
        (changed(disputes=[{"id": "d", "sides": [{"id": "c1"}]}]), "between two claims"),
        (changed(sources=[{"id": "s", "name": "x", "reliability": "Z"}]), "sources 1, reliability"),
        (
            changed(places=[{"id": "s", "name": "x", "geo": {"latitude": 7.125}}]).replace(
                b"7.125", b"1e999"
            ),
            "latitude",
        ),
        (changed(marking="TLP:PINK"), "marking"),
        (changed(name="x" * 1_000_001), "name"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_refused_in_words(data, reason):
    with pytest.raises(Unreadable, match=reason):
        read(data)


def test_escaped_quotes_without_an_end_are_gone_through_once():
    with pytest.raises(Unreadable, match="not JSON"):
        read(b'{"' + b'\\"' * 2_000_000)


def test_brackets_in_a_text_are_not_counted_as_depth():
    deep = replace(BOOK, title="[" * 500 + '\\"' + "{" * 500)
    assert read(claims_jsonld.text(deep).encode()) == deep


def test_a_report_that_stands_nowhere_is_refused():
    document = claims_jsonld.document(BOOK)
    document["claims"][0]["reports"][0]["place"]["selector"] = []
    with pytest.raises(Unreadable, match="where it stands"):
        read(as_bytes(document))
