"""What joins clips to all they name, read by the driver."""

import pytest
from sqlmodel import select

from caseboard.analysis import network, standing
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.editing import Bin
from caseboard.model.clip import Tag
from caseboard.model.network import EdgeKind, NodeKind
from caseboard.model.terms import TagState
from caseboard.store import ledgers, links
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def case_of_two(work):
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    one = await work.claim(clip_id)
    two = await work.claim(clip_id, "Two columns got in", exact="Two columns")
    await work.dispute(one, two)
    return clip_id, one, two


def drawn(work):
    ledger = work.read(ledgers.read, work.case)
    statuses = {key: each.status for key, each in standing.weigh(ledger).items()}
    return network.of(ledger, work.read(links.read, work.case), statuses)


async def test_a_case_becomes_a_network_of_all_it_names(work):
    clip_id, one, two = await case_of_two(work)
    net = drawn(work)
    titles = {node.title: node.kind for node in net.nodes.values()}
    assert titles == {
        "Two accounts": NodeKind.CLIP,
        "The attack was repelled": NodeKind.CLAIM,
        "Two columns got in": NodeKind.CLAIM,
        "Kupiansk": NodeKind.LOCATION,
        "General Staff": NodeKind.SOURCE,
        "Ukrinform": NodeKind.SOURCE,
    }
    kinds = {(e.kind, e.one, e.other) for e in net.edges}
    assert (EdgeKind.DISPUTES, one, two) in kinds
    assert (EdgeKind.STANDS_IN, one, clip_id) in kinds


async def test_every_place_of_every_edge_can_be_read(work):
    await case_of_two(work)
    for edge in drawn(work).edges:
        anchors = [place.anchor_id for place in edge.evidence]
        found = work.read(links.passages, anchors)
        assert [passage.anchor_id for passage in found] == anchors
        assert all(passage.ref.endswith("E001") for passage in found)


async def test_a_clip_in_the_bin_takes_its_names_with_it(work, history):
    clip_id, *_claims = await case_of_two(work)
    quiet = await work.clip(b"Nothing is claimed here.", "Nothing is claimed here.", "Quiet")
    await history.run(BinClips(work.case, frozenset([clip_id])))
    assert set(drawn(work).nodes) == {quiet}


async def test_a_tag_in_the_bin_joins_nothing(work, history):
    clip_id, *_claims = await case_of_two(work)
    (naming,) = work.read(links.read, work.case).namings
    assert naming.clip_id == clip_id
    tags = work.read(lambda session: list(session.exec(select(Tag.id))))
    await history.run(Bin(Tag, frozenset(tags), "Delete tag", work.case))
    assert work.read(links.read, work.case).namings == []


async def test_what_is_only_suggested_is_not_joined(work, history):
    await case_of_two(work)

    class Doubt:
        label, case_id = "Doubt", work.case

        def do(self, session):
            for tag in session.exec(select(Tag)):
                tag.state = TagState.SUGGESTED
                session.add(tag)

    await history.run(Doubt())
    assert work.read(links.read, work.case).namings == []


async def test_another_case_is_left_alone(work):
    await case_of_two(work)
    await work.open("Another case")
    threads = work.read(links.read, work.case)
    assert (threads.clips, threads.namings, threads.known) == ([], [], [])
