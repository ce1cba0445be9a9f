"""What is drawn, found again by place."""

from PySide6.QtCore import QPointF, QRectF

from caseboard.analysis.network import Edge, Network
from caseboard.model.network import EdgeKind
from caseboard.model.terms import Stance
from caseboard.ui.graph.look import Stroke
from caseboard.ui.graph.picture import LANE, Picture, middle_of, room, room_of


def test_a_node_is_found_by_its_shape_and_by_its_words(picture):
    assert picture.node_at(QPointF(4, -6)) == "claim"
    assert picture.node_at(QPointF(40, 35)) == "claim", "that is where its words stand"
    assert picture.node_at(QPointF(150, 150)) is None


def test_an_edge_is_found_only_near_its_line(picture):
    line = picture.line_at(QPointF(150, 3), 5)
    assert (line.edge.one, line.edge.other) == ("claim", "other")
    assert picture.line_at(QPointF(150, 9), 5) is None
    assert picture.line_at(QPointF(400, 0), 5) is None, "it ends at the node"


def test_edges_between_the_same_two_run_side_by_side_whichever_way_they_lead(picture):
    nodes = {i: picture.network.nodes[i] for i in ("claim", "staff")}
    edges = [
        Edge(EdgeKind.SAYS, "staff", "claim", (), stance)
        for stance in (Stance.SUPPORTS, Stance.CONTRADICTS)
    ]
    edges.append(Edge(EdgeKind.RELAYS, "claim", "staff", ()))
    two = Picture(Network(nodes, edges), {"claim": (0.0, 0.0), "staff": (100.0, 0.0)})
    heights = sorted(two.drawn(line).center().y() for line in two.lines)
    assert heights == [-LANE, 0.0, LANE]


def test_only_what_may_be_in_sight_is_drawn(picture):
    seen = dict(picture.in_sight(QRectF(100, -50, 100, 100)))
    assert {line: len(drawn) for line, drawn in seen.items() if drawn} == {Stroke.DISPUTES: 1}
    whole = dict(picture.in_sight(QRectF(-900, -900, 1800, 1800)))
    assert sum(len(drawn) for drawn in whole.values()) == 4
    assert set(picture.within(QRectF(250, -20, 60, 40))) >= {"other"}


def test_a_node_that_is_moved_takes_its_edges_and_bounds_along(picture):
    before, version = picture.bounds(), picture.version
    picture.move("other", QPointF(900, 0))
    assert picture.version > version
    assert picture.bounds().right() == before.right() + 600
    assert picture.line_at(QPointF(800, 0), 2) is not None
    assert picture.node_at(QPointF(900, 0)) == "other"
    assert picture.node_at(QPointF(300, 0)) is None


def test_the_room_of_a_node_and_its_shape_tell_of_each_other():
    assert room_of(middle_of((30.0, 40.0))) == (30.0, 40.0)
    middle = room(QPointF(*middle_of((30.0, 40.0)))).center()
    assert middle.toTuple() == (30.0, 40.0)
