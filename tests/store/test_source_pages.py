"""The list of sources, and one source."""

import pytest

from caseboard.commands.editing import Bin
from caseboard.commands.entities import AddEntity
from caseboard.model.entities import Source
from caseboard.store import source_pages
from caseboard.store.source_tallies import Tally
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


def names(work, **kwargs):
    found = work.library.database.read_now(source_pages.lines, work.case, **kwargs)
    return {line.source.name: line.tally for line in found}


async def two_cases(work):
    await work.open("Pokrovsk")
    await work.claim(await work.clip())
    work.first = work.case
    await work.open()
    clip_id = await work.clip(b"other")
    await work.claim(clip_id)
    await work.history.run(AddEntity(work.case, Source(name="Nobody yet")))


async def test_a_case_lists_its_own_sources_and_the_library_all(work):
    await two_cases(work)
    assert names(work) == {"General Staff": Tally(said=1), "Ukrinform": Tally(relayed=1)}
    assert names(work, everywhere=True) == {
        "General Staff": Tally(said=2),
        "Ukrinform": Tally(relayed=2),
        "Nobody yet": Tally(),
    }


async def test_a_source_tells_of_other_cases_apart(work):
    await two_cases(work)
    line = next(
        each
        for each in work.read(source_pages.lines, work.case)
        if each.source.name == "General Staff"
    )
    page = work.read(source_pages.read, work.case, line.id)
    assert page.here == Tally(said=1)
    assert [(each.title, each.tally) for each in page.elsewhere] == [("Pokrovsk", Tally(said=1))]
    assert page.everywhere == Tally(said=2)


async def test_a_source_in_the_bin_is_not_there(work):
    await two_cases(work)
    source_id = work.read(source_pages.lines, work.case)[0].id
    await work.history.run(Bin(Source, frozenset([source_id]), "Delete source", work.case))
    assert work.read(source_pages.read, work.case, source_id) is None
    assert len(names(work)) == 1
