"""What in a briefing falls with its exhibits: claims, judgements, sentences."""

from collections.abc import Collection
from dataclasses import dataclass

from caseboard.briefing.manifest_reading import Claimed, Manifest, Stated


@dataclass(frozen=True, slots=True)
class Shaken:
    """Something that rests on exhibits that are no longer what they were."""

    what: Claimed | Stated
    exhibits: tuple[str, ...]
    """Their refs, in the order of the manifest."""
    claims: tuple[str, ...] = ()
    """Of a statement: the claims it rests on that rest on them."""


def shaken(manifest: Manifest, changed: Collection[str]) -> tuple[Shaken, ...]:
    """The claims, then the judgements and sentences, that rest on exhibits `changed`, by ref."""
    if not changed:
        return ()
    order = [exhibit.ref for exhibit in manifest.exhibits if exhibit.ref in changed]
    of_claim = {
        claim.ref: {quote.exhibit for quote in claim.quotes} & set(changed)
        for claim in manifest.claims
    }
    claims = tuple(
        Shaken(claim, _ordered(order, of_claim[claim.ref]))
        for claim in manifest.claims
        if of_claim[claim.ref]
    )
    return (
        *claims,
        *(found for each in manifest.stated if (found := _stated(each, order, of_claim))),
    )


def _stated(each: Stated, order: list[str], of_claim: dict[str, set[str]]) -> Shaken | None:
    through = tuple(ref for ref in each.rests_on if of_claim.get(ref))
    exhibits = set(each.rests_on).intersection(order).union(*(of_claim[ref] for ref in through))
    return Shaken(each, _ordered(order, exhibits), through) if exhibits else None


def _ordered(order: list[str], wanted: Collection[str]) -> tuple[str, ...]:
    return tuple(ref for ref in order if ref in wanted)
