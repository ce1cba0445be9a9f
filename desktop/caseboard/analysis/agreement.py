"""How often sources agree or clash, over what they say themselves.

Only independent origins are set against each other: an outlet that passes an agency on, or prints
its text, adds nothing to what the agency says. A mention takes no stance. One who has taken both
sides of a claim neither agrees nor clashes with anybody over it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from caseboard.analysis.origins import Origin, Trails
from caseboard.analysis.similarity import joined
from caseboard.model.claim import Dispute
from caseboard.model.ids import ClaimId, SourceId
from caseboard.model.ledger import Ledger
from caseboard.model.terms import DisputeStatus, Stance

FEWEST = 5
"""Of fewer claims than this no share is told: it would say more than is known."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How one source stands to another. A claim is counted once, and on one side only."""

    other: SourceId
    agreed: tuple[ClaimId, ...]
    """Both support it or both contradict it."""
    clashed: tuple[tuple[ClaimId, ...], ...]
    """Each the claims of one clash: one that they take opposite sides on, or the two of an open
    dispute of which each supports one; clashes that share a claim are one."""

    @property
    def compared(self) -> int:
        """Over how much both have taken a stance: what a share would be a share of."""
        return len(self.agreed) + len(self.clashed)

    @property
    def share(self) -> float | None:
        """How often they agreed, 0 to 1; None where too little is compared to say so."""
        return len(self.agreed) / self.compared if self.compared >= FEWEST else None

    @property
    def clash_claims(self) -> tuple[ClaimId, ...]:
        """The claims of every clash."""
        return tuple(chain.from_iterable(self.clashed))


class Side(NamedTuple):
    """Whom a claim's independent origins are for and against."""

    supports: frozenset[SourceId]
    contradicts: frozenset[SourceId]


class Sides:
    """Who stands where on every claim of one case."""

    def __init__(
        self, origins: Mapping[ClaimId, Sequence[Origin]], disputes: Iterable[Dispute]
    ) -> None:
        """`origins` are those that take a stance on each claim; other than open disputes are over.

        Raises nothing for a dispute of claims that are not there: it counts for nobody.
        """
        self._sides = {claim: _side(found) for claim, found in sorted(origins.items())}
        pairs = {
            (min(pair), max(pair))
            for pair in ((each.claim_a_id, each.claim_b_id) for each in _open(disputes))
            if set(pair) <= self._sides.keys()
        }
        self._disputed = sorted(pairs)

    @classmethod
    def of(cls, ledger: Ledger) -> "Sides":
        """Who stands where, worked out from the reports of a case."""
        trails = Trails(ledger)
        return cls({claim.id: trails.origins(claim.id) for claim in ledger.claims}, ledger.disputes)

    def agreements(self, source: SourceId) -> list[Agreement]:
        """How `source` stands to each other one; who clashes most, then who agrees most first."""
        agreed: defaultdict[SourceId, list[ClaimId]] = defaultdict(list)
        clashes: defaultdict[SourceId, list[tuple[ClaimId, ClaimId]]] = defaultdict(list)
        for claim, side in self._sides.items():
            mine, theirs = _seen_by(source, side)
            for other in mine:
                agreed[other].append(claim)
            for other in theirs:
                clashes[other].append((claim, claim))
        for pair, rivals in self._across(source):
            for other in rivals:
                clashes[other].append(pair)
        found = [
            Agreement(other, tuple(agreed[other]), _clashes(clashes[other]))
            for other in agreed.keys() | clashes.keys()
        ]
        return sorted(found, key=lambda a: (-len(a.clashed), -len(a.agreed), a.other))

    def clashing(self) -> Counter[SourceId]:
        """How often each source clashes with anybody, counted as in `Agreement.clashed`."""
        pairs: defaultdict[SourceId, list[tuple[ClaimId, ClaimId]]] = defaultdict(list)
        for claim, side in self._sides.items():
            if side.supports and side.contradicts:
                for source in side.supports | side.contradicts:
                    pairs[source].append((claim, claim))
        for one, other in self._disputed:
            first, second = self._only(one, other), self._only(other, one)
            if first and second:
                for source in first | second:
                    pairs[source].append((one, other))
        return Counter({source: len(joined(several)) for source, several in pairs.items()})

    def _across(
        self, source: SourceId
    ) -> Iterator[tuple[tuple[ClaimId, ClaimId], frozenset[SourceId]]]:
        """The open disputes of which `source` supports one side, with who supports the other."""
        for one, other in self._disputed:
            first, second = self._only(one, other), self._only(other, one)
            if source in first:
                yield (one, other), second
            elif source in second:
                yield (one, other), first

    def _only(self, one: ClaimId, other: ClaimId) -> frozenset[SourceId]:
        return self._sides[one].supports - self._sides[other].supports


def _open(disputes: Iterable[Dispute]) -> Iterator[Dispute]:
    return (each for each in disputes if each.status is DisputeStatus.OPEN)


def _side(origins: Iterable[Origin]) -> Side:
    def those(stance: Stance) -> frozenset[SourceId]:
        return frozenset(each.source_id for each in origins if each.stances == {stance})

    origins = tuple(origins)
    return Side(those(Stance.SUPPORTS), those(Stance.CONTRADICTS))


def _seen_by(source: SourceId, side: Side) -> tuple[frozenset[SourceId], frozenset[SourceId]]:
    """Who stands on the side of `source`, and who on the other; nobody where it takes none."""
    if source in side.supports:
        return side.supports - {source}, side.contradicts
    if source in side.contradicts:
        return side.contradicts - {source}, side.supports
    return frozenset(), frozenset()


def _clashes(pairs: Iterable[tuple[ClaimId, ClaimId]]) -> tuple[tuple[ClaimId, ...], ...]:
    return tuple(sorted(tuple(sorted(group)) for group in joined(pairs)))
