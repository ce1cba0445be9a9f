"""What a case says of one of the things it names."""

import pytest

from caseboard.commands.bin_clips import BinClips
from caseboard.commands.editing import Edit
from caseboard.model.entities import Location
from caseboard.store import entities, entity_pages
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def begun(work):
    """A case with a clip that names a place and carries a claim."""

    async def begun():
        await work.open()
        work.clip_id = await work.clip()
        await work.tag(work.clip_id)
        await work.claim(work.clip_id)
        (work.place,) = work.read(entities.ids_in_case, Location, work.case)
        return work

    return begun


async def test_a_filter_looks_at_every_name_in_any_script(begun, history):
    work = await begun()
    names = {"aliases": ["Куп'янськ"]}
    await history.run(Edit(Location, work.place, names, "Edit", work.case))
    for typed in ("kupi", "КУПʼЯН", "янськ"):
        assert work.read(entity_pages.ids, Location, work.case, typed) == [work.place]
    assert work.read(entity_pages.ids, Location, work.case, "oskil") == []


async def test_only_apostrophes_typed_filter_nothing(begun):
    work = await begun()
    assert work.read(entity_pages.ids, Location, work.case, "'") == [work.place]


async def test_a_clip_in_the_bin_names_nothing(begun, history):
    work = await begun()
    await history.run(BinClips(work.case, frozenset([work.clip_id])))
    assert not work.read(entity_pages.page, Location, work.case, work.place).passages


async def test_what_is_gone_has_no_page(begun):
    work = await begun()
    assert work.read(entity_pages.page, Location, work.case, "nowhere") is None
