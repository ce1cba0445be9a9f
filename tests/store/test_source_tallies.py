"""Counting what sources gave."""

import pytest

from caseboard.commands.bin_clips import BinClips
from caseboard.commands.claims import BinClaim
from caseboard.commands.editing import Edit
from caseboard.model.clip import Clip
from caseboard.model.entities import Source
from caseboard.store import cases, entities, source_tallies
from caseboard.store.source_tallies import Tally
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def told(work):
    """The staff said two things, the agency passed both on and published the clip."""
    await work.open()
    work.clip_id = await work.clip()
    work.claims = [
        await work.claim(work.clip_id),
        await work.claim(work.clip_id, "Two columns got in", "columns"),
    ]
    found = work.read(source_tallies.of_all, [work.case])
    names = {work.read(entities.rows, Source, work.case, [i])[i].entity.name: i for i in found}
    work.staff, work.agency = names["General Staff"], names["Ukrinform"]
    outlet = {"source_id": work.agency}
    await work.history.run(Edit(Clip, work.clip_id, outlet, "Edit clip", work.case))


def tallies(work):
    found = work.read(source_tallies.of_all, [work.case])
    return found.get(work.staff, Tally()), found.get(work.agency, Tally())


async def test_what_was_said_passed_on_and_published_is_counted_apart(work):
    await told(work)
    assert tallies(work) == (Tally(said=2), Tally(relayed=2, published=1))


async def test_one_source_is_counted_case_by_case(work):
    await told(work)
    first = work.case
    await work.open("Pokrovsk")
    await work.claim(await work.clip(b"other"), "Another thing", "Two columns")
    both = work.read(source_tallies.living_cases)
    assert work.read(source_tallies.of_one, work.staff, both) == {
        first: Tally(said=2),
        work.case: Tally(said=1),
    }
    assert work.read(source_tallies.of_one, work.agency, [work.case]) == {
        work.case: Tally(relayed=1)
    }


async def test_a_claim_in_the_bin_counts_for_nobody(work):
    await told(work)
    await work.history.run(BinClaim(work.case, work.claims[0]))
    assert tallies(work) == (Tally(said=1), Tally(relayed=1, published=1))


async def test_a_clip_in_the_bin_takes_its_reports_along(work):
    await told(work)
    await work.history.run(BinClips(work.case, (work.clip_id,)))
    assert tallies(work) == (Tally(), Tally())


async def test_the_sources_of_a_case_are_all_who_have_a_part_in_it(work):
    await told(work)
    assert work.read(cases.source_ids, work.case) == {work.staff, work.agency}
