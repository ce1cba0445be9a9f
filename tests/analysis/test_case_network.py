"""The graph of a case: every edge rests on places, and many that say the same are one."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis import network
from caseboard.analysis.network import Evidence
from caseboard.model.claim import Dispute
from caseboard.model.ledger import Formation, Ledger, Place, Stated, Voice, Word
from caseboard.model.network import EdgeKind, Known, Naming, NodeKind, Posting, Sheet, Threads
from caseboard.model.terms import (
    ClaimStatus,
    Credibility,
    Ladder,
    Reliability,
    SourceKind,
    Stance,
)

SOURCES = ("staff", "agency", "paper", "map")
CLAIMS = ("C1", "C2", "C3")
CLIPS = ("E1", "E2", "E3")


def stated(claim_id, places=(), units=()):
    return Stated(
        claim_id,
        f"KUP-2024-11-{claim_id}",
        f"Statement of {claim_id}",
        "",
        None,
        None,
        "",
        None,
        "",
        tuple(Place(name, name) for name in places),
        tuple(Formation(name, name) for name in units),
    )


def word(number, claim, clip, claimant, via=(), stance=Stance.SUPPORTS, grade="6", outlet=None):
    return Word(
        f"r{number}",
        claim,
        f"a{number}",
        clip,
        outlet,
        claimant,
        stance,
        Credibility(grade),
        "",
        tuple(via),
    )


def ledger(claims, words, disputes=()):
    by_claim = {}
    for each in words:
        by_claim.setdefault(each.claim_id, []).append(each)
    voices = {name: Voice(name, name, SourceKind.OUTLET, Reliability.B, False) for name in SOURCES}
    return Ledger(Ladder.ICD203, claims, by_claim, voices, disputes)


def threads(clips=CLIPS, outlet=None, namings=(), postings=(), known=()):
    sources = [Known(NodeKind.SOURCE, name, name, Reliability.B) for name in SOURCES]
    sheets = [Sheet(clip, f"KUP-2024-11-{clip}", f"Title of {clip}", outlet) for clip in clips]
    return Threads(sheets, namings, postings, [*sources, *known])


def edges(net, kind):
    return {(e.one, e.other): e for e in net.edges if e.kind is kind}


def test_parallel_reports_are_one_edge_with_every_place_they_stand_at():
    said = [word(n, "C1", "E1", "staff", grade=grade) for n, grade in enumerate("323")]
    net = network.of(ledger([stated("C1")], said), threads(), {})
    (edge,) = [e for e in net.edges if e.kind is EdgeKind.SAYS]
    assert (edge.one, edge.other, edge.stance) == ("staff", "C1", Stance.SUPPORTS)
    assert edge.evidence == tuple(Evidence("E1", f"a{n}", f"r{n}") for n in range(3))
    assert edge.credibilities == (Credibility.PROBABLE, Credibility.POSSIBLE)


def test_one_source_that_supports_and_contradicts_has_an_edge_for_each():
    said = [
        word(0, "C1", "E1", "staff"),
        word(1, "C1", "E2", "staff", stance=Stance.CONTRADICTS),
    ]
    net = network.of(ledger([stated("C1")], said), threads(), {})
    assert Counter(e.stance for e in net.edges if e.kind is EdgeKind.SAYS) == {
        Stance.SUPPORTS: 1,
        Stance.CONTRADICTS: 1,
    }


def test_relays_lead_from_the_claimant_to_the_outlet():
    said = [word(0, "C1", "E1", "staff", via=["agency"], outlet="paper")]
    net = network.of(ledger([stated("C1")], said), threads(outlet="paper"), {})
    assert set(edges(net, EdgeKind.RELAYS)) == {("staff", "agency"), ("agency", "paper")}
    assert set(edges(net, EdgeKind.PUBLISHED)) == {("paper", clip) for clip in CLIPS}


def test_an_outlet_in_its_own_voice_relays_nothing():
    said = [word(0, "C1", "E1", "paper", outlet="paper")]
    net = network.of(ledger([stated("C1")], said), threads(outlet="paper"), {})
    assert not edges(net, EdgeKind.RELAYS)


def test_a_dispute_rests_on_the_reports_of_both_sides():
    said = [word(0, "C1", "E1", "staff"), word(1, "C2", "E2", "map")]
    clash = Dispute(id="d", case_id="case", claim_a_id="C1", claim_b_id="C2", differs_on=["entry"])
    net = network.of(ledger([stated("C1"), stated("C2")], said, [clash]), threads(), {})
    edge = edges(net, EdgeKind.DISPUTES)["C1", "C2"]
    assert {place.report_id for place in edge.evidence} == {"r0", "r1"}
    assert (edge.dispute_id, edge.differs_on) == ("d", ("entry",))


def test_claims_are_about_places_and_units_on_the_word_of_their_reports():
    town, brigade = Known(NodeKind.LOCATION, "town", "Town"), Known(NodeKind.UNIT, "92", "92nd")
    said = [word(0, "C1", "E1", "staff")]
    net = network.of(
        ledger([stated("C1", ["town"], ["92"])], said), threads(known=[town, brigade]), {}
    )
    about = edges(net, EdgeKind.ABOUT)
    assert set(about) == {("C1", "town"), ("C1", "92")}
    assert all(e.evidence == (Evidence("E1", "a0", "r0"),) for e in about.values())


def test_tags_and_positions_rest_on_their_anchors():
    town, brigade = Known(NodeKind.LOCATION, "town", "Town"), Known(NodeKind.UNIT, "92", "92nd")
    namings = [Naming(f"t{n}", "E1", NodeKind.LOCATION, "town") for n in range(4)]
    posts = [Posting("92", "town", "p", "E2")]
    net = network.of(
        ledger([], []), threads(namings=namings, postings=posts, known=[town, brigade]), {}
    )
    assert len(edges(net, EdgeKind.NAMES)["E1", "town"].evidence) == 4
    assert edges(net, EdgeKind.POSITION)["92", "town"].evidence == (Evidence("E2", "p"),)


def test_claims_carry_their_status_and_sources_their_reliability():
    said = [word(0, "C1", "E1", "staff")]
    statuses = {"C1": ClaimStatus.SINGLE_SOURCE}
    net = network.of(ledger([stated("C1")], said), threads(), statuses)
    assert net.nodes["C1"].status is ClaimStatus.SINGLE_SOURCE
    assert net.nodes["staff"].reliability is Reliability.B
    assert (net.nodes["E1"].ref, net.nodes["E1"].title) == ("KUP-2024-11-E1", "Title of E1")


@pytest.mark.parametrize("gone", ["staff", "E1"])
def test_what_lies_in_the_bin_takes_its_edges_along(gone):
    said = [word(0, "C1", "E1", "staff")]
    everything = threads()
    left = Threads(
        [clip for clip in everything.clips if clip.id != gone],
        known=[known for known in everything.known if known.id != gone],
    )
    net = network.of(ledger([stated("C1")], said), left, {})
    assert gone not in net.nodes
    assert all(gone not in {e.one, e.other} for e in net.edges)


WORDS = st.lists(
    st.tuples(
        st.sampled_from(CLAIMS),
        st.sampled_from(CLIPS),
        st.sampled_from(SOURCES),
        st.lists(st.sampled_from(SOURCES), max_size=3),
        st.sampled_from(list(Stance)),
    ),
    max_size=40,
)


@given(WORDS)
def test_nothing_is_joined_without_a_place_it_was_said(rows):
    said = [
        word(n, claim, clip, source, via, stance)
        for n, (claim, clip, source, via, stance) in enumerate(rows)
    ]
    net = network.of(ledger([stated(claim) for claim in CLAIMS], said), threads(), {})
    assert all(edge.evidence for edge in net.edges)
    assert all(e.one in net.nodes and e.other in net.nodes for e in net.edges)
    assert all(edge.one != edge.other for edge in net.edges)
    told = [p.report_id for e in net.edges if e.kind is EdgeKind.SAYS for p in e.evidence]
    assert sorted(told) == sorted(each.id for each in said)


@given(WORDS)
def test_edges_and_weights_agree_however_many_reports_there_are(rows):
    said = [
        word(n, claim, clip, source, via, stance)
        for n, (claim, clip, source, via, stance) in enumerate(rows)
    ]
    net = network.of(ledger([stated(claim) for claim in CLAIMS], said), threads(), {})
    assert len({(e.kind, e.one, e.other, e.stance) for e in net.edges}) == len(net.edges)
    assert sum(node.weight for node in net.nodes.values()) == 2 * len(net.edges)
    assert {i: len(found) for i, found in net.at.items()} == {
        i: node.weight for i, node in net.nodes.items()
    }
