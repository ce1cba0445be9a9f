"""In which case something known to the whole library can be looked at."""

from caseboard.commands.bin_clips import BinClips
from caseboard.store import clips
from caseboard.store.whereabouts import case_of
from caseworker import Casework


def entity(work, clip_id):
    return work.library.database.read_now(clips.view, clip_id).locations[0].id


async def test_a_place_is_looked_at_where_it_was_tagged(library, history):
    work = Casework(library, history)
    await work.open("Somewhere else")
    await work.open("Kupiansk approach")
    clip_id = await work.clip()
    await work.tag(clip_id)
    found = library.database.read_now(case_of, "location", entity(work, clip_id))
    assert found == work.case


async def test_a_source_is_looked_at_where_it_speaks(library, history):
    work = Casework(library, history)
    await work.open()
    clip_id = await work.clip()
    await work.claim(clip_id)
    claimant = library.database.read_now(clips.view, clip_id).reports[0].claimant_id
    assert library.database.read_now(case_of, "source", claimant) == work.case


async def test_what_is_only_in_the_bin_is_nowhere(library, history):
    work = Casework(library, history)
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    place = entity(work, clip_id)
    await history.run(BinClips(work.case, frozenset({clip_id})))
    assert library.database.read_now(case_of, "location", place) is None
