"""Parts of a network: around, apart, folded, filtered, and the heaviest where there is too much."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis import subnetwork
from caseboard.analysis.network import Edge, Evidence, Network, Node
from caseboard.analysis.subnetwork import SMALL, Showing
from caseboard.model.network import EdgeKind, NodeKind
from caseboard.model.terms import ClaimStatus

PLACE = (Evidence("E1", "a"),)


def made(pairs, kinds=None, statuses=None, alone=()):
    ids = sorted({node_id for pair in pairs for node_id in pair} | set(alone))
    weights = dict.fromkeys(ids, 0)
    for one, other in pairs:
        weights[one] += 1
        weights[other] += 1
    nodes = {
        i: Node(
            i,
            (kinds or {}).get(i, NodeKind.CLAIM),
            f"Title {i}",
            weight=weights[i],
            status=(statuses or {}).get(i),
        )
        for i in ids
    }
    return Network(nodes, [Edge(EdgeKind.SAYS, one, other, PLACE) for one, other in pairs])


def chain(*ids):
    return list(pairwise(ids))


def test_around_reaches_as_many_steps_as_asked():
    net = made(chain("a", "b", "c", "d", "e"))
    assert set(subnetwork.around(net, {"b"}, 1).nodes) == {"a", "b", "c"}
    assert set(subnetwork.around(net, {"b"}, 2).nodes) == {"a", "b", "c", "d"}
    assert set(subnetwork.around(net, {"a", "e"}, 1).nodes) == {"a", "b", "d", "e"}


def test_what_is_not_joined_is_a_part_of_its_own():
    net = made([*chain("a", "b", "c"), ("x", "y")], alone=["z"])
    assert subnetwork.components(net) == [{"a", "b", "c"}, {"x", "y"}, {"z"}]


def test_leaves_of_a_hub_fold_into_a_number():
    net = made([("hub", "a"), ("hub", "b"), ("hub", "c"), ("c", "d"), ("d", "hub")])
    folded, counts = subnetwork.fold(net, {"hub"})
    assert set(folded.nodes) == {"hub", "c", "d"}
    assert counts == {"hub": 2}


def test_two_alone_with_each_other_do_not_fold():
    net = made([("a", "b")])
    assert subnetwork.fold(net, {"a", "b"}) == (net, {})


def test_without_leaves_what_is_kept_stays():
    net = made([("hub", "a"), ("hub", "b"), ("b", "c"), ("c", "hub")])
    assert set(subnetwork.without_leaves(net).nodes) == {"hub", "b", "c"}
    assert "a" in subnetwork.without_leaves(net, keeping={"a"}).nodes


def test_kinds_and_statuses_filter_and_an_expanded_node_brings_its_neighbours():
    kinds = {"clip": NodeKind.CLIP, "town": NodeKind.LOCATION}
    statuses = {"C1": ClaimStatus.OPEN, "C2": ClaimStatus.DISPUTED}
    net = made([("C1", "clip"), ("C2", "clip"), ("clip", "town")], kinds, statuses)
    only_claims = Showing(kinds=frozenset({NodeKind.CLAIM}))
    assert set(subnetwork.show(net, only_claims).network.nodes) == {"C1", "C2"}
    disputed = Showing(statuses=frozenset({ClaimStatus.DISPUTED}))
    assert set(subnetwork.show(net, disputed).network.nodes) == {"C2", "clip", "town"}
    opened = Showing(kinds=frozenset({NodeKind.CLAIM}), expanded=frozenset({"clip"}))
    assert set(subnetwork.show(net, opened).network.nodes) == {"C1", "C2", "clip", "town"}


def test_what_was_put_away_stays_away_even_beside_an_expanded_node():
    net = made(chain("a", "b", "c"))
    asked = Showing(hidden=frozenset({"a"}), expanded=frozenset({"b"}))
    assert set(subnetwork.show(net, asked).network.nodes) == {"b", "c"}


def test_what_nothing_is_joined_to_has_no_place_unless_it_is_a_claim():
    kinds = {"clip": NodeKind.CLIP}
    net = made([], kinds, alone=["clip", "C1"])
    assert set(subnetwork.show(net, Showing()).network.nodes) == {"C1"}


def test_steps_count_only_where_something_is_selected():
    net = made(chain("a", "b", "c", "d"))
    assert len(subnetwork.show(net, Showing(steps=1)).network.nodes) == 4
    near = Showing(steps=1, around=frozenset({"a"}))
    assert set(subnetwork.show(net, near).network.nodes) == {"a", "b"}


def test_too_many_leave_the_lightest_out_and_say_how_many():
    pairs = [("hub", f"leaf {n}") for n in range(10)]
    net = made([*pairs, ("leaf 3", "leaf 4")])
    shown = subnetwork.show(net, Showing(), most=3)
    assert set(shown.network.nodes) == {"hub", "leaf 3", "leaf 4"}
    assert shown.left_out == 8


def test_disputed_claims_and_what_is_expanded_come_first():
    statuses = {"quiet": ClaimStatus.DISPUTED}
    net = made([("hub", f"leaf {n}") for n in range(5)] + [("hub", "quiet")], None, statuses)
    assert "quiet" in subnetwork.heaviest(net, 2).nodes
    assert set(subnetwork.heaviest(net, 1, first={"leaf 2"}).nodes) == {"leaf 2"}


def test_a_small_case_shows_everything_at_first_and_a_large_one_claims_and_sources():
    small = made([("hub", f"leaf {n}") for n in range(SMALL - 1)])
    large = made([("hub", f"leaf {n}") for n in range(SMALL)])
    assert subnetwork.at_first(small) == Showing()
    assert subnetwork.at_first(large).kinds == {NodeKind.CLAIM, NodeKind.SOURCE}


def test_finding_asks_ref_and_title_in_any_case_of_letters():
    net = Network(
        {
            "1": Node("1", NodeKind.CLAIM, "The push was repelled", "KUP-2024-11-C1", 2),
            "2": Node("2", NodeKind.LOCATION, "Куп'янськ", "", 5),
        }
    )
    assert [node.id for node in subnetwork.find(net, "c1")] == ["1"]
    assert [node.id for node in subnetwork.find(net, " КУП")] == ["2"]
    assert subnetwork.find(net, " ") == []


PAIRS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(
        lambda pair: pair[0] != pair[1]
    ),
    max_size=16,
)


@given(PAIRS)
def test_components_part_the_nodes_and_no_edge_leads_between_them(pairs):
    net = made(pairs, alone="abcdefgh")
    parts = subnetwork.components(net)
    assert sorted(i for part in parts for i in part) == sorted(net.nodes)
    assert all(any({e.one, e.other} <= part for part in parts) for e in net.edges)


@given(PAIRS, st.sampled_from("abcdefgh"), st.integers(0, 4))
def test_a_step_more_never_shows_less(pairs, start, steps):
    net = made(pairs, alone="abcdefgh")
    near = subnetwork.around(net, {start}, steps).nodes.keys()
    further = subnetwork.around(net, {start}, steps + 1).nodes.keys()
    assert near <= further
    assert further - near <= {other for i in near for other in net.beside[i]}


@given(PAIRS, st.sets(st.sampled_from("abcdefgh")))
def test_folding_hides_as_many_as_it_tells(pairs, hubs):
    net = made(pairs, alone="abcdefgh")
    folded, counts = subnetwork.fold(net, hubs)
    assert len(folded.nodes) + sum(counts.values()) == len(net.nodes)
    assert counts.keys() <= folded.nodes.keys()
