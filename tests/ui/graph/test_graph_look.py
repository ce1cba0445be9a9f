"""Nothing is told by colour alone, and every kind has its word."""

import pytest

from caseboard.analysis.network import Edge, Evidence
from caseboard.model.network import EdgeKind, NodeKind
from caseboard.model.terms import ClaimStatus, Credibility, DisputeStatus, Stance
from caseboard.ui.graph import look
from caseboard.ui.graph.legend import entries
from caseboard.ui.graph.look import BADGES, LOOKS, Stroke, edge_word, stroke
from caseboard.ui.lib.tokens import DARK, LIGHT, contrast

PLACES = (Evidence("E1", "a"), Evidence("E1", "b"))


def test_no_two_kinds_share_a_shape_or_an_icon():
    assert set(LOOKS) == set(NodeKind)
    assert len({each.outline for each in LOOKS.values()}) == len(NodeKind)
    assert len({each.icon for each in LOOKS.values()}) == len(NodeKind)
    assert len(set(BADGES.values())) == len(ClaimStatus)


def test_no_two_lines_share_width_and_dashes():
    assert len({(line.width, line.dashes) for line in Stroke}) == len(Stroke)
    assert len({look.stroke_name(line) for line in Stroke}) == len(Stroke)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_nodes_can_be_told_from_their_ground(tokens):
    for kind in NodeKind:
        line, ground = look.node_colours(kind, tokens)
        assert contrast(line, ground) >= 3
        assert contrast(line, tokens.panel) >= 3


def test_every_edge_has_a_line():
    for kind in EdgeKind:
        assert stroke(Edge(kind, "a", "b", (), Stance.SUPPORTS)) in Stroke


def test_words_on_an_edge_tell_grades_counts_and_what_a_dispute_is_on(network):
    grades = (Credibility.PROBABLE, Credibility.POSSIBLE)
    says = Edge(EdgeKind.SAYS, "staff", "claim", PLACES, Stance.CONTRADICTS, grades)
    assert edge_word(says, network.nodes["staff"]) == "contradicts B 2, B 3 × 2"
    clash = Edge(
        EdgeKind.DISPUTES,
        "claim",
        "other",
        PLACES,
        dispute=DisputeStatus.SETTLED,
        differs_on=("entry", "outcome"),
    )
    assert edge_word(clash) == "dispute: entry, outcome (settled)"
    assert edge_word(Edge(EdgeKind.NAMES, "a", "b", PLACES)) == "names × 2"
    assert edge_word(Edge(EdgeKind.ABOUT, "a", "b", PLACES)) == "concerns"


def test_the_legend_explains_what_is_there_and_nothing_else(picture):
    words = [entry.words for entry in entries(picture)]
    assert words == [
        *("claim", "source", "clip", "location"),
        *("open", "disputed", "reliability of a source"),
        *("supports", "dispute", "stands in", "concerns"),
    ]
