"""Reading clips."""

import pytest

from caseboard.commands.tags import AddTag, Keyword, Known
from caseboard.model.entities import Location
from caseboard.store import clips
from caseworker import TEXT, Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def test_a_row_names_the_commonest_tag_of_each_kind_first(work):
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id, "All", "Oskil")
    await work.tag(clip_id, "Куп'янськ", "Kupiansk")
    view = work.read(clips.view, clip_id)
    oskil = next(place for place in view.locations if place.name == "Oskil")
    again = AddTag(work.case, clip_id, work.at("columns"), Known(Location, oskil.id, oskil.name))
    await work.history.run(again)
    keyword = AddTag(work.case, clip_id, work.at("map"), Keyword("map"))
    await work.history.run(keyword)
    row = work.read(clips.rows, [clip_id])[clip_id]
    assert row.chips == (("location", "Oskil"), ("keyword", "map"), ("location", "Kupiansk"))


async def test_a_row_counts_the_claims_it_speaks_to_once(work):
    await work.open()
    clip_id = await work.clip()
    await work.claim(clip_id)
    await work.claim(clip_id, "They entered", "Two columns")
    assert work.read(clips.rows, [clip_id])[clip_id].claims == 2


async def test_the_list_is_in_the_order_asked_for(work):
    case = await work.open()
    first = await work.clip(b"one", TEXT, "Beta")
    second = await work.clip(b"two", TEXT, "Alpha")
    assert work.read(clips.ids, case) == [second, first]
    assert work.read(clips.ids, case, clips.Order.OLDEST) == [first, second]
    assert work.read(clips.ids, case, clips.Order.TITLE) == [second, first]


async def test_numbers_go_on_after_nine_hundred_and_ninety_nine(work):
    case = await work.open()
    clip_id = await work.clip()

    class Renumber:
        label, case_id = "renumber", case

        def do(self, session):
            session.get(clips.Clip, clip_id).ref = "KUP-E1000"

    await work.history.run(Renumber())
    await work.clip(b"next")
    refs = {row.ref for row in work.read(clips.rows, work.read(clips.ids, case)).values()}
    assert any(ref.endswith("-E1001") for ref in refs)


async def test_the_same_bytes_are_known_again(work):
    case = await work.open()
    clip_id = await work.clip(b"same")
    sha256 = work.read(clips.view, clip_id).files[0].sha256
    ((known, ref),) = work.read(clips.same_bytes, case, sha256)
    assert (known, ref[-4:]) == (clip_id, "E001")
