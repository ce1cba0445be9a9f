"""Pictures of the graph of links: a claim with all it is joined to, and a graph of many nodes."""

import random
from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.analysis.network import Edge, Evidence, Network, Node
from caseboard.analysis.subnetwork import Showing
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.network import EdgeKind, NodeKind
from caseboard.model.terms import ClaimStatus, Reliability, Stance
from caseboard.store import evidence
from caseboard.ui.session import Session
from caseboard.ui.views.links import LinksView

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]
NODES, EDGES = 1000, 1600
WORDS = ("assault", "town", "repelled", "river", "brigade", "crossing", "column", "bridge")
PLACE = (Evidence(ClipId("clip")),)


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Select a claim in the graph of the case, then show a made-up one of a thousand nodes."""
    case_view = session.case_view
    assert case_view is not None  # noqa: S101  the case was opened
    claims = await session.desk.read(evidence.claims_of, case_id)
    if not claims:
        return
    session.navigator.open_entity("links", claims[0].id)
    await rest()
    view = case_view.view("links")
    assert isinstance(view, LinksView)  # noqa: S101  that is what the table's view is
    take(session.window, "links-claim")
    view.canvas.select(())
    view.model.network = made_up()
    view.canvas.refit()
    view.model.showing = Showing()
    view.model.lay_out_again()
    await rest()
    take(session.window, "links-thousand")
    view.model.reload()
    await rest()


def made_up(nodes: int = NODES, edges: int = EDGES) -> Network:
    """So many nodes around hubs, as large cases have them; the same each time."""
    dice = random.Random(3)  # noqa: S311  it has to be the same each time
    ends = [(number, dice.randrange(max(1, number // 9))) for number in range(1, nodes)]
    ends += [(dice.randrange(nodes), dice.randrange(nodes)) for _ in range(edges - len(ends))]
    pairs = [(one, other) for one, other in ends if one != other]
    weights = [0] * nodes
    for pair in pairs:
        for end in pair:
            weights[end] += 1
    found = {str(number): _node(dice, number, weight) for number, weight in enumerate(weights)}
    return Network(found, [_edge(dice, str(one), str(other)) for one, other in pairs])


def _node(dice: random.Random, number: int, weight: int) -> Node:
    kind = dice.choices(list(NodeKind), (5, 2, 3, 2, 1, 1))[0]
    title = " ".join(dice.choices(WORDS, k=5 if kind is NodeKind.CLAIM else 2)).capitalize()
    is_claim = kind is NodeKind.CLAIM
    return Node(
        str(number),
        kind,
        title,
        f"BIG-2024-11-C{number}" if is_claim else "",
        weight,
        dice.choice(list(ClaimStatus)) if is_claim else None,
        dice.choice(list(Reliability)) if kind is NodeKind.SOURCE else None,
    )


def _edge(dice: random.Random, one: str, other: str) -> Edge:
    kind = dice.choice((EdgeKind.SAYS, EdgeKind.SAYS, EdgeKind.NAMES, EdgeKind.ABOUT))
    stance = dice.choices(list(Stance), (5, 1, 2))[0] if kind is EdgeKind.SAYS else None
    return Edge(kind, one, other, PLACE, stance)
