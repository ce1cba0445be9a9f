"""Parts of a network: what lies around, what was asked for, what hangs together, what is folded."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from caseboard.analysis.network import Network, Node
from caseboard.model.network import NodeKind
from caseboard.model.terms import ClaimStatus

MOST = 1000
"""Nodes that a picture shows at most."""
TANGLED = 4000
"""Edges that a picture shows at most; more of them tell nothing."""
SMALL = 400
"""A network of more nodes is first shown without clips, places, units and people."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What of a network is asked for."""

    kinds: frozenset[NodeKind] = frozenset(NodeKind)
    statuses: frozenset[ClaimStatus] = frozenset(ClaimStatus)
    """Of claims."""
    around: frozenset[str] = frozenset()
    steps: int = 0
    """Only what lies so many steps around `around`; 0 is everything."""
    leaves: bool = True
    """Whether nodes with a single neighbour are shown."""
    hidden: frozenset[str] = frozenset()
    """Nodes put away one by one."""
    expanded: frozenset[str] = frozenset()
    """Nodes whose neighbours are shown whatever their kind."""
    added: frozenset[str] = frozenset()
    """Nodes shown whatever their kind."""
    folded: frozenset[str] = frozenset()
    """Nodes whose leaves are told as a number."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a network is shown."""

    network: Network = field(default_factory=Network)
    folds: dict[str, int] = field(default_factory=dict)
    """How many leaves each folded node stands for."""
    left_out: int = 0
    """Nodes asked for beyond what a picture shows: those of least weight."""


def at_first(network: Network) -> Showing:
    """Everything of a small case; of a large one its claims, its sources and their disputes."""
    if sum(1 for node in network.nodes.values() if _has_place(node)) <= SMALL:
        return Showing()
    return Showing(kinds=frozenset({NodeKind.CLAIM, NodeKind.SOURCE}))


def show(network: Network, showing: Showing, most: int = MOST) -> Shown:
    """The part of `network` that is asked for."""
    wanted = set(_wanted(network, showing))
    part = network.only(wanted)
    start = showing.around & wanted
    if showing.steps and start:
        part = around(part, start, showing.steps)
    if not showing.leaves:
        part = without_leaves(part, keeping=showing.expanded | showing.added | start)
    part, folds = fold(part, showing.folded)
    kept = heaviest(part, most, first=start | showing.expanded | showing.added)
    left_out = len(part.nodes) - len(kept.nodes)
    return Shown(kept, {hub: n for hub, n in folds.items() if hub in kept.nodes}, left_out)


def around(network: Network, start: Collection[str], steps: int) -> Network:
    """What lies at most so many steps from any node of `start`, with what joins it."""
    found = {node_id: 0 for node_id in start if node_id in network.nodes}
    queue = deque(found)
    while queue:
        here = queue.popleft()
        if found[here] == steps:
            continue
        for beside in network.beside[here]:
            if beside not in found:
                found[beside] = found[here] + 1
                queue.append(beside)
    return network.only(found.keys())


def components(network: Network) -> list[set[str]]:
    """What hangs together, the largest first."""
    left = dict.fromkeys(network.nodes)
    found = []
    while left:
        one = next(iter(left))
        part = _reached(network, one)
        found.append(part)
        for node_id in part:
            del left[node_id]
    return sorted(found, key=len, reverse=True)


def without_leaves(network: Network, keeping: Collection[str] = ()) -> Network:
    """Without the nodes that have one neighbour or none, but for those in `keeping`."""
    kept = {i for i in network.nodes if i in keeping or len(network.beside[i]) > 1}
    return network.only(kept)


def leaves_of(network: Network, hub: str) -> set[str]:
    """The neighbours of `hub` that have no other; of two alone with each other neither is one."""
    if len(network.beside[hub]) < 2:
        return set()
    return {node_id for node_id in network.beside[hub] if len(network.beside[node_id]) == 1}


def fold(network: Network, hubs: Collection[str]) -> tuple[Network, dict[str, int]]:
    """Without the leaves of `hubs`, and how many each of these then stands for."""
    gone: defaultdict[str, set[str]] = defaultdict(set)
    for hub in hubs:
        if hub in network.nodes:
            gone[hub] = leaves_of(network, hub)
    away = {leaf for leaves in gone.values() for leaf in leaves}
    rest = network.only(network.nodes.keys() - away)
    return rest, {hub: len(leaves) for hub, leaves in gone.items() if leaves}


def heaviest(
    network: Network, most: int, first: Collection[str] = (), tangled: int = TANGLED
) -> Network:
    """At most so many nodes and edges: `first` and their neighbours, then by weight.

    What is disputed weighs twice as much.
    """
    if len(network.nodes) <= most and len(network.edges) <= tangled:
        return network
    near = set(first)
    for node_id in first:
        near |= network.beside.get(node_id, frozenset())

    def rank(node: Node) -> tuple[bool, bool, int, str]:
        weight = node.weight * (2 if node.status is ClaimStatus.DISPUTED else 1)
        return node.id not in first, node.id not in near, -weight, node.id

    kept: set[str] = set()
    edges = 0
    for node in sorted(network.nodes.values(), key=rank)[:most]:
        edges += sum(1 for edge in network.at[node.id] if edge.beyond(node.id) in kept)
        if edges > tangled:
            break
        kept.add(node.id)
    return network.only(kept)


def find(network: Network, text: str) -> list[Node]:
    """The nodes whose ref or title holds `text`, in any case of letters; the heaviest first."""
    sought = text.strip().casefold()
    if not sought:
        return []
    found = [
        node
        for node in network.nodes.values()
        if sought in node.title.casefold() or sought in node.ref.casefold()
    ]
    return sorted(found, key=lambda node: (-node.weight, node.title, node.id))


def _wanted(network: Network, showing: Showing) -> Iterator[str]:
    near = set(showing.added | showing.expanded)
    for node_id in showing.expanded:
        near |= network.beside.get(node_id, frozenset())
    for node in network.nodes.values():
        if node.id in showing.hidden or not _has_place(node):
            continue
        if node.id in near or _is_asked(node, showing):
            yield node.id


def _is_asked(node: Node, showing: Showing) -> bool:
    is_kind = node.kind in showing.kinds
    return is_kind and (node.status is None or node.status in showing.statuses)


def _has_place(node: Node) -> bool:
    """A clip or a name that nothing is joined to tells nothing; a claim always does."""
    return node.weight > 0 or node.kind is NodeKind.CLAIM


def _reached(network: Network, start: str) -> set[str]:
    found, queue = {start}, deque([start])
    while queue:
        for beside in network.beside[queue.popleft()] - found:
            found.add(beside)
            queue.append(beside)
    return found
