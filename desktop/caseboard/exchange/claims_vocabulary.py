"""What the words in our JSON-LD files mean: schema.org's, W3C's, and our own, defined here.

The context stands in each file, so that nobody has to fetch one; our own terms are explained there
too. Their names are tag URIs (RFC 4151): they name, and lead nowhere.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

Json = dict[str, Any]

FORMAT = "caseboard-claims-1"
OURS = "tag:caseboard.example,2026:claims/1#"

TERMS: Mapping[str, str] = MappingProxyType(
    {
        "format": "The form of this file and its version.",
        "marking": "Traffic Light Protocol 2.0: with whom the file may be shared.",
        "ladder": "The yardstick of likelihood words: icd203 (ICD 203) or phia (PHIA).",
        "clips": "What was taken into the case and is quoted.",
        "sources": "Who says things: claimants, relays and outlets.",
        "places": "The locations that claims are about.",
        "units": "The military units that claims are about.",
        "claims": "What is claimed.",
        "reviews": "The analyst’s judgement of claims.",
        "disputes": "Pairs of claims that clash.",
        "inquiries": "Questions with hypotheses that compete (Heuer 1999, chapter 8).",
        "gaps": "What is not known and would change a judgement.",
        "vocabulary": "What the terms of this file mean.",
        "captured": "When a clip was taken in (UTC).",
        "site": "The publisher’s name as read from the page.",
        "sourceKind": "official, agency, outlet, monitor, social, imagery or person.",
        "reliability": "Of a source, A to F (AJP-2.1); F: cannot be judged.",
        "reliabilityReason": "Why a source has that grade.",
        "interested": "Whether a source is a party to what it speaks of.",
        "placeKind": "settlement, region, river, country, site or point.",
        "precision": "Radius in metres of what a location stands for.",
        "country": "ISO 3166-1 alpha-2.",
        "side": "Standard identity of a unit (APP-6).",
        "echelon": "Size of a unit (APP-6).",
        "symbolCode": "Symbol code of a unit (APP-6 D/E), 20 digits.",
        "status": "open, single source, corroborated or disputed; of a dispute or a gap, its own.",
        "statusReason": "Why a dispute has that status.",
        "derivedStatus": "The status that follows from the reports alone.",
        "statusOverride": "The status that the analyst says instead.",
        "overrideReason": "Why the analyst says so.",
        "working": "How the status came about, in words.",
        "origins": "The independent origins of a claim, each counted once.",
        "chains": "The ways a report came by from its origin.",
        "via": "The names a report passed through after its claimant.",
        "countedWith": "Who is counted with an origin because they print one text.",
        "reports": "A claim as said somewhere; of an origin, how many such reports.",
        "stance": "What a report does to a claim: supports, contradicts or mentions.",
        "claimant": "Whose word a report is.",
        "relays": "Who passed a report on, nearest the claimant first.",
        "verb": "The outlet’s own word for it: said, claimed, reported.",
        "saidWhen": "When it was said: EDTF (ISO 8601-2).",
        "credibility": "Of one report, 1 to 6 (AJP-2.1); 6: cannot be judged.",
        "credibilityReason": "Why a report has that grade.",
        "quantities": "The numbers in a report: its claimant’s own, and nobody else’s.",
        "quantityKind": "What a number is a number of; only one kind is compared.",
        "what": "The things counted, in the words of the report.",
        "low": "At least so many.",
        "high": "At most so many.",
        "measure": "The unit of a distance or an area.",
        "approximate": "Whether the report says “about”.",
        "place": "Where a report stands in its clip (W3C Web Annotation).",
        "fileSha256": "SHA-256 of the picture or document that a place lies on.",
        "confidence": "How sound the basis of a judgement is: low, moderate or high.",
        "confidenceBasis": "What the confidence rests on.",
        "sides": "The two claims of a dispute.",
        "differsOn": "What two claims clash about.",
        "bothCouldHold": "How both claims could be true.",
        "evidence": "The claims that hypotheses are tried on.",
        "hypotheses": "Answers to a question that compete.",
        "cells": "How claims fit a hypothesis.",
        "claim": "The claim that is meant.",
        "fit": "CC, C, N, I or II: very consistent to very inconsistent.",
        "reason": "Why.",
        "changes": "Which judgement an answer would change, and how.",
        "due": "By when an answer is wanted (ISO 8601).",
        "answer": "What was found out.",
    }
)
"""Our own terms, for what schema.org has no word for."""

_IDS = ("claimant", "claim", "about")
_LISTS = ("relays", "sides", "via", "chains", "quantities")
_THEIRS: Mapping[str, Any] = MappingProxyType(
    {
        "@version": 1.1,
        "@vocab": "https://schema.org/",
        "ours": OURS,
        "oa": "http://www.w3.org/ns/oa#",
        "dcterms": "http://purl.org/dc/terms/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "id": "@id",
        "type": "@type",
        "comment": "rdfs:comment",
        "source": {"@id": "oa:hasSource", "@type": "@id"},
        "selector": "oa:hasSelector",
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "start": "oa:start",
        "end": "oa:end",
        "value": "rdf:value",
        "conformsTo": {"@id": "dcterms:conformsTo", "@type": "@id"},
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector",
        "FragmentSelector": "oa:FragmentSelector",
        "SvgSelector": "oa:SvgSelector",
        "SpecificResource": "oa:SpecificResource",
        "Property": "rdf:Property",
        "Unit": "ours:Unit",
        "ClaimReport": "ours:ClaimReport",
        "Dispute": "ours:Dispute",
        "Inquiry": "ours:Inquiry",
        "Hypothesis": "ours:Hypothesis",
        "Gap": "ours:Gap",
    }
)


def context() -> Json:
    """The `@context` of a file: nothing in it has to be fetched."""
    return {**_THEIRS, **{name: _term(name) for name in TERMS}, "about": {"@type": "@id"}}


def vocabulary() -> list[Json]:
    """Our own terms with what they mean, as they stand in a file."""
    return [
        {"id": f"{OURS}{name}", "type": "Property", "comment": meaning}
        for name, meaning in TERMS.items()
    ]


def _term(name: str) -> str | Json:
    term: Json = {"@id": f"{OURS}{name}"}
    if name in _IDS:
        term["@type"] = "@id"
    if name in _LISTS:
        term["@container"] = "@list"
    return term if len(term) > 1 else f"{OURS}{name}"
