"""A theme, and pictures made up for the tests."""

import pytest

from caseboard.analysis.network import Edge, Evidence, Network, Node
from caseboard.model.network import EdgeKind, NodeKind
from caseboard.model.terms import ClaimStatus, Credibility, Reliability, Stance
from caseboard.ui.graph.picture import Picture
from caseboard.ui.lib.theme import Theme

PLACE = (Evidence("clip", "anchor", "report"),)
NODES = {
    "claim": Node("claim", NodeKind.CLAIM, "Push repelled", "KUP-2024-11-C1", 4, ClaimStatus.OPEN),
    "other": Node(
        "other", NodeKind.CLAIM, "Columns got in", "KUP-2024-11-C2", 2, ClaimStatus.DISPUTED
    ),
    "staff": Node("staff", NodeKind.SOURCE, "General Staff", "", 1, None, Reliability.B),
    "town": Node("town", NodeKind.LOCATION, "Kupiansk", "", 1),
    "clip": Node("clip", NodeKind.CLIP, "Two accounts", "KUP-2024-11-E1", 1),
}
EDGES = [
    Edge(EdgeKind.SAYS, "staff", "claim", PLACE * 2, Stance.SUPPORTS, (Credibility.PROBABLE,)),
    Edge(EdgeKind.DISPUTES, "claim", "other", PLACE, differs_on=("entry",)),
    Edge(EdgeKind.ABOUT, "claim", "town", PLACE),
    Edge(EdgeKind.STANDS_IN, "claim", "clip", PLACE),
]
PLACES = {
    "claim": (0.0, 0.0),
    "other": (300.0, 0.0),
    "staff": (-300.0, 10.0),
    "town": (0.0, 250.0),
    "clip": (0.0, -250.0),
}
"""The others stand around the claim, one on each side."""


@pytest.fixture(scope="session")
def theme(qapp):
    theme = Theme()
    theme.apply(qapp)
    theme.choose("light")
    return theme


@pytest.fixture
def network():
    return Network(NODES, EDGES)


@pytest.fixture
def picture(network):
    return Picture(network, PLACES)
