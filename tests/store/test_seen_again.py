"""What the library knows from more than one case."""

from datetime import timedelta

import pytest

from caseboard.commands.anchoring import TextPlace
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.tags import AddTag, Known
from caseboard.model.entities import Location
from caseboard.store import clips
from caseboard.store.seen_again import seen_again
from caseworker import NOON, Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def in_two_cases(work):
    """Kupiansk, tagged in two cases; the clip of the second."""
    await work.open("B")
    first = await work.clip()
    await work.tag(first)
    place = work.library.database.read_now(clips.view, first).locations[0]
    await work.open("A")
    second = await work.clip()
    command = AddTag(work.case, second, TextPlace(0, 3), Known(Location, place.id, place.name))
    await work.history.run(command)
    return second


async def test_a_place_in_two_cases_is_named_with_both(work, library):
    await in_two_cases(work)
    (seen,) = library.database.read_now(seen_again, NOON)
    assert (seen.kind, seen.name) == ("location", "Kupiansk")
    assert [title for _id, title in seen.cases] == ["A", "B"]


async def test_only_clips_of_the_last_week_are_news(work, library):
    await in_two_cases(work)
    assert library.database.read_now(seen_again, NOON)[0].new_clips == 2
    later = NOON + timedelta(days=8)
    assert library.database.read_now(seen_again, later)[0].new_clips == 0


async def test_a_clip_in_the_bin_no_longer_counts(work, library, history):
    second = await in_two_cases(work)
    await history.run(BinClips(work.case, frozenset({second})))
    assert library.database.read_now(seen_again, NOON) == []
