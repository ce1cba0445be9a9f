"""Claims as JSON-LD 1.1: schema.org's `Claim` and `ClaimReview`, and our own terms for the rest.

A claim's clips are its `appearance`s, its claimants its `author`s. A `ClaimReview` stands where the
analyst has judged: a likelihood (1 to 7 on the ladder, with its word), words of assessment, or a
status of the analyst's own.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from caseboard.exchange import selectors
from caseboard.exchange.claims_book import (
    Answer,
    Book,
    Clash,
    Exhibit,
    Missing,
    Number,
    Proposition,
    Question,
    Said,
    Speaker,
    Spot,
    Troop,
)
from caseboard.exchange.claims_vocabulary import FORMAT, Json, context, vocabulary
from caseboard.model import ladders, moments
from caseboard.model.terms import Ladder, SourceKind, Stance

URN = "urn:uuid:"


def text(book: Book, notice: str = "") -> str:
    """A file of `book`; `notice` says in words with whom it may be shared."""
    return json.dumps(document(book, notice), ensure_ascii=False, indent=1) + "\n"


def document(book: Book, notice: str = "") -> Json:
    """The file as JSON values; what is empty is left out."""
    published = {each.id: each.published for each in book.exhibits}
    return bare(
        {
            "@context": context(),
            "id": urn(book.case_id),
            "type": "Dataset",
            "format": FORMAT,
            "identifier": book.ref,
            "name": book.title,
            "marking": book.marking.value,
            "usageInfo": notice,
            "ladder": book.ladder.value,
            "creator": _person(book.collector),
            "dateModified": book.as_of,
            "clips": list(map(_clip, book.exhibits)),
            "sources": list(map(_source, book.speakers)),
            "places": list(map(_place, book.spots)),
            "units": list(map(_unit, book.troops)),
            "claims": [_claim(claim, published) for claim in book.claims],
            "reviews": [
                _review(claim, book.ladder, book.collector)
                for claim in book.claims
                if _is_judged(claim)
            ],
            "disputes": list(map(_dispute, book.clashes)),
            "inquiries": list(map(_inquiry, book.questions)),
            "gaps": list(map(_gap, book.gaps)),
            "vocabulary": vocabulary(),
        }
    )


def urn(row_id: str) -> str:
    """The name of a row in a file (RFC 9562); empty for none."""
    return f"{URN}{row_id}" if row_id else ""


def bare(held: Mapping[str, Any]) -> Json:
    """`held` without its members that are empty or false; a nought stays."""
    return {name: value for name, value in held.items() if not _is_empty(value)}


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})


def _refs(row_ids: Iterable[str]) -> list[Json]:
    return [{"id": urn(row_id)} for row_id in row_ids]


def _person(name: str) -> Json:
    return {"type": "Person", "name": name} if name else {}


def _clip(row: Exhibit) -> Json:
    return bare(
        {
            "id": urn(row.id),
            "type": "CreativeWork",
            "identifier": row.ref,
            "name": row.title,
            "url": row.url,
            "datePublished": row.published,
            "captured": row.captured,
            "sha256": row.sha256,
            "publisher": {"id": urn(row.outlet_id)} if row.outlet_id else {},
            "site": row.site,
        }
    )


def _source(row: Speaker) -> Json:
    return bare(
        {
            "id": urn(row.id),
            "type": "Person" if row.kind is SourceKind.PERSON else "Organization",
            "name": row.name,
            "sourceKind": row.kind.value,
            "reliability": row.reliability.value,
            "reliabilityReason": row.reliability_reason,
            "interested": row.interested,
            "country": row.country,
            "url": row.url,
        }
    )


def _place(row: Spot) -> Json:
    geo = bare({"latitude": row.lat, "longitude": row.lon})
    return bare(
        {
            "id": urn(row.id),
            "type": "Place",
            "name": row.name,
            "placeKind": row.kind.value,
            "geo": {"type": "GeoCoordinates", **geo} if geo else {},
            "precision": row.precision_m,
            "country": row.country,
        }
    )


def _unit(row: Troop) -> Json:
    return bare(
        {
            "id": urn(row.id),
            "type": ["Organization", "Unit"],
            "name": row.name,
            "side": row.side.value,
            "echelon": row.echelon.value,
            "symbolCode": row.sidc,
        }
    )


def _claim(claim: Proposition, published: Mapping[str, str]) -> Json:
    saying = [each for each in claim.said if each.stance is Stance.SUPPORTS]
    clips = dict.fromkeys(each.passage.clip_id for each in saying)
    first = min(clips, key=lambda clip: moments.sort_key(published.get(clip, "")), default="")
    judged = claim.judged
    return bare(
        {
            "id": urn(claim.id),
            "type": "Claim",
            "identifier": claim.ref,
            "text": claim.statement,
            "temporalCoverage": claim.event_time,
            "author": _refs(dict.fromkeys(each.claimant_id for each in saying)),
            "firstAppearance": {"id": urn(first)} if first else {},
            "appearance": _refs(clips),
            "contentLocation": _refs(claim.spots),
            "units": _refs(claim.troops),
            "status": judged.status.value,
            "derivedStatus": judged.derived.value,
            "statusOverride": claim.override.value if claim.override else None,
            "overrideReason": claim.override_reason,
            "working": judged.working,
            "origins": [
                bare(
                    {
                        "name": origin.name,
                        "reports": origin.reports,
                        "chains": [bare({"via": list(chain)}) for chain in origin.chains],
                        "countedWith": list(origin.counted_with),
                    }
                )
                for origin in judged.origins
            ],
            "reports": list(map(_report, claim.said)),
        }
    )


def _report(said: Said) -> Json:
    place = {
        "id": urn(said.passage.id),
        "type": "SpecificResource",
        "source": urn(said.passage.clip_id),
        "fileSha256": said.passage.file_sha256,
        "selector": selectors.write(said.passage),
    }
    return bare(
        {
            "id": urn(said.id),
            "type": "ClaimReport",
            "stance": said.stance.value,
            "claimant": urn(said.claimant_id),
            "relays": _refs(said.relays),
            "verb": said.verb,
            "saidWhen": said.said_when,
            "credibility": said.credibility.value,
            "credibilityReason": said.credibility_reason,
            "quantities": list(map(_number, said.numbers)),
            "place": bare(place),
        }
    )


def _number(row: Number) -> Json:
    return bare(
        {
            "quantityKind": row.kind.value,
            "what": row.what,
            "low": row.low,
            "high": row.high,
            "measure": row.measure.value if row.measure else None,
            "approximate": row.is_approximate,
        }
    )


def _is_judged(claim: Proposition) -> bool:
    judgement = (claim.band, claim.confidence, claim.override)
    return any(each is not None for each in judgement) or bool(
        claim.assessment or claim.confidence_basis
    )


def _review(claim: Proposition, ladder: Ladder, collector: str) -> Json:
    rating: Json = {}
    if claim.band is not None:
        rating = {
            "type": "Rating",
            "reviewAspect": "likelihood",
            "ratingValue": claim.band,
            "worstRating": 1,
            "bestRating": 7,
            "alternateName": ladders.rung(ladder, claim.band).word,
        }
    elif claim.override is not None:
        word = claim.override.value
        rating = {"type": "Rating", "reviewAspect": "status", "alternateName": word}
    return bare(
        {
            "type": "ClaimReview",
            "itemReviewed": {"id": urn(claim.id)},
            "claimReviewed": claim.statement,
            "author": _person(collector),
            "reviewRating": rating,
            "reviewBody": claim.assessment,
            "confidence": claim.confidence.value if claim.confidence else None,
            "confidenceBasis": claim.confidence_basis,
        }
    )


def _dispute(row: Clash) -> Json:
    return bare(
        {
            "id": urn(row.id),
            "type": "Dispute",
            "sides": _refs((row.one, row.other)),
            "differsOn": list(row.differs_on),
            "bothCouldHold": row.both_could_hold,
            "impliesFirst": row.implies_a,
            "impliesSecond": row.implies_b,
            "reading": row.reading,
            "status": row.status.value,
            "statusReason": row.status_reason,
        }
    )


def _inquiry(row: Question) -> Json:
    return bare(
        {
            "id": urn(row.id),
            "type": "Inquiry",
            "name": row.question,
            "evidence": _refs(row.claims),
            "hypotheses": list(map(_hypothesis, row.answers)),
        }
    )


def _hypothesis(row: Answer) -> Json:
    cells = [
        bare({"claim": urn(cell.claim_id), "fit": cell.fit.value, "reason": cell.reason})
        for cell in row.cells
    ]
    return bare(
        {
            "id": urn(row.id),
            "type": "Hypothesis",
            "identifier": row.ref,
            "text": row.statement,
            "cells": cells,
        }
    )


def _gap(row: Missing) -> Json:
    return bare(
        {
            "id": urn(row.id),
            "type": "Gap",
            "identifier": row.ref,
            "text": row.question,
            "about": urn(row.about),
            "changes": row.changes,
            "due": row.due,
            "status": row.status.value,
            "answer": row.answer,
        }
    )
