"""The graph of a case: who says what, where it stands, what it is about, what it clashes with.

Nothing is asserted without the place it was said: every edge carries the reports and anchors it
rests on, and many that say the same are one edge with all of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from caseboard.model.claim import Dispute
from caseboard.model.ids import AnchorId, ClaimId, ClipId, DisputeId, ReportId, SourceId
from caseboard.model.ledger import Ledger, Stated, Word
from caseboard.model.network import EdgeKind, NodeKind, Threads
from caseboard.model.terms import ClaimStatus, Credibility, DisputeStatus, Reliability, Stance


class Node(NamedTuple):
    """Something of the case. Ids are of one kind across all tables, so they alone tell nodes."""

    id: str
    kind: NodeKind
    title: str
    ref: str = ""
    """Of a claim or a clip, whole: `KUP-2024-11-C3`."""
    weight: int = 0
    """How many edges it has in the whole case."""
    status: ClaimStatus | None = None
    """Of a claim."""
    reliability: Reliability | None = None
    """Of a source."""


class Evidence(NamedTuple):
    """A place that an edge rests on; without an anchor it is the clip as a whole."""

    clip_id: ClipId
    anchor_id: AnchorId | None = None
    report_id: ReportId | None = None


class Edge(NamedTuple):
    """What joins `one` to `other`; read in that direction: one says other, one published other."""

    kind: EdgeKind
    one: str
    other: str
    evidence: tuple[Evidence, ...]
    stance: Stance | None = None
    """Of what is said."""
    credibilities: tuple[Credibility, ...] = ()
    """Of the reports of what is said: each grade that was given, best first."""
    dispute_id: DisputeId | None = None
    dispute: DisputeStatus | None = None
    """How a dispute stands."""
    differs_on: tuple[str, ...] = ()
    """Values of `DiffersOn`, of a dispute."""

    def beyond(self, node_id: str) -> str:
        """The node at the other end."""
        return self.other if node_id == self.one else self.one


@dataclass(frozen=True)
class Network:
    """Nodes and the edges between them; no edge leads to a node that is not there."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: Sequence[Edge] = ()

    @cached_property
    def at(self) -> Mapping[str, Sequence[Edge]]:
        """The edges of each node, in their order."""
        found: dict[str, list[Edge]] = {node_id: [] for node_id in self.nodes}
        for edge in self.edges:
            found[edge.one].append(edge)
            found[edge.other].append(edge)
        return found

    @cached_property
    def beside(self) -> Mapping[str, frozenset[str]]:
        """The neighbours of each node."""
        return {
            node_id: frozenset(edge.beyond(node_id) for edge in edges)
            for node_id, edges in self.at.items()
        }

    def only(self, node_ids: Collection[str]) -> "Network":
        """These nodes and what joins them; the same network where that is all of it."""
        kept = {node_id: node for node_id, node in self.nodes.items() if node_id in node_ids}
        if len(kept) == len(self.nodes):
            return self
        return Network(kept, [e for e in self.edges if e.one in kept and e.other in kept])


def of(ledger: Ledger, threads: Threads, statuses: Mapping[ClaimId, ClaimStatus]) -> Network:
    """The graph of a case from its ledger, the threads between its clips, and its weighing."""
    nodes = {node.id: node for node in _nodes(ledger, threads, statuses)}
    edges = [
        edge
        for edge in _edges(ledger, threads)
        if edge.one in nodes and edge.other in nodes and edge.one != edge.other
    ]
    weights: defaultdict[str, int] = defaultdict(int)
    for edge in edges:
        weights[edge.one] += 1
        weights[edge.other] += 1
    weighed = {key: node._replace(weight=weights[key]) for key, node in nodes.items()}
    return Network(weighed, edges)


def _nodes(
    ledger: Ledger, threads: Threads, statuses: Mapping[ClaimId, ClaimStatus]
) -> Iterator[Node]:
    for claim in ledger.claims:
        status = statuses.get(claim.id)
        yield Node(claim.id, NodeKind.CLAIM, claim.statement, claim.ref, status=status)
    for clip in threads.clips:
        yield Node(clip.id, NodeKind.CLIP, clip.title, clip.ref)
    for known in threads.known:
        yield Node(known.id, known.kind, known.name, reliability=known.reliability)


def _edges(ledger: Ledger, threads: Threads) -> Iterator[Edge]:
    places = {word.id: _place(word) for words in ledger.words.values() for word in words}
    rests = {
        claim_id: tuple(places[word.id] for word in words)
        for claim_id, words in ledger.words.items()
    }
    yield from _said(ledger, places)
    yield from _relayed(ledger, places)
    for clip in threads.clips:
        if clip.outlet_id is not None:
            yield Edge(EdgeKind.PUBLISHED, clip.outlet_id, clip.id, (Evidence(clip.id),))
    yield from _stands_in(rests)
    for dispute in ledger.disputes:
        yield _dispute(dispute, rests)
    for claim in ledger.claims:
        yield from _about(claim, rests.get(claim.id, ()))
    yield from _named(threads)


def _said(ledger: Ledger, places: Mapping[ReportId, Evidence]) -> Iterator[Edge]:
    """One edge for each source, claim and stance, however many reports say so."""
    grouped: defaultdict[tuple[SourceId, ClaimId, Stance], list[Word]] = defaultdict(list)
    for words in ledger.words.values():
        for word in words:
            grouped[word.claimant_id, word.claim_id, word.stance].append(word)
    for (claimant, claim, stance), said in grouped.items():
        grades = tuple(sorted({word.credibility for word in said}))
        rests = tuple(places[word.id] for word in said)
        yield Edge(EdgeKind.SAYS, claimant, claim, rests, stance, grades)


def _relayed(ledger: Ledger, places: Mapping[ReportId, Evidence]) -> Iterator[Edge]:
    """Along each chain: the claimant to the first relay, and so on to who published the clip."""
    grouped: defaultdict[tuple[SourceId, SourceId], list[Evidence]] = defaultdict(list)
    for words in ledger.words.values():
        for word in words:
            for hop in _hops(word):
                grouped[hop].append(places[word.id])
    for (one, other), evidence in grouped.items():
        yield Edge(EdgeKind.RELAYS, one, other, tuple(evidence))


def _hops(word: Word) -> Iterator[tuple[SourceId, SourceId]]:
    chain = [word.claimant_id, *word.relays]
    if word.outlet_id is not None and word.outlet_id not in chain:
        chain.append(word.outlet_id)
    yield from pairwise(chain)


def _stands_in(rests: Mapping[ClaimId, tuple[Evidence, ...]]) -> Iterator[Edge]:
    for claim_id, places in rests.items():
        by_clip: defaultdict[ClipId, list[Evidence]] = defaultdict(list)
        for place in places:
            by_clip[place.clip_id].append(place)
        for clip_id, here in by_clip.items():
            yield Edge(EdgeKind.STANDS_IN, claim_id, clip_id, tuple(here))


def _dispute(dispute: Dispute, rests: Mapping[ClaimId, tuple[Evidence, ...]]) -> Edge:
    one, other = dispute.claim_a_id, dispute.claim_b_id
    return Edge(
        EdgeKind.DISPUTES,
        one,
        other,
        (*rests.get(one, ()), *rests.get(other, ())),
        dispute_id=dispute.id,
        dispute=dispute.status,
        differs_on=tuple(dispute.differs_on),
    )


def _about(claim: Stated, rests: tuple[Evidence, ...]) -> Iterator[Edge]:
    targets: list[str] = [place.id for place in claim.places]
    targets += [unit.id for unit in claim.units]
    for target in targets:
        yield Edge(EdgeKind.ABOUT, claim.id, target, rests)


def _named(threads: Threads) -> Iterator[Edge]:
    grouped: defaultdict[tuple[EdgeKind, str, str], list[Evidence]] = defaultdict(list)
    for naming in threads.namings:
        found = grouped[EdgeKind.NAMES, naming.clip_id, naming.target_id]
        found.append(Evidence(naming.clip_id, naming.anchor_id))
    for post in threads.postings:
        found = grouped[EdgeKind.POSITION, post.unit_id, post.location_id]
        found.append(Evidence(post.clip_id, post.anchor_id))
    for (kind, one, other), evidence in grouped.items():
        yield Edge(kind, one, other, tuple(evidence))


def _place(word: Word) -> Evidence:
    return Evidence(word.clip_id, word.anchor_id, word.id)
