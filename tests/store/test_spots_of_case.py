"""What the window reads for its map, against what the whole dossier gives."""

import pytest

from caseboard.analysis import sightings, spots
from caseboard.analysis.standing import weigh
from caseboard.commands.editing import Bin
from caseboard.model.clip import Clip
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.spots import SpotKind
from caseboard.store import dossiers, ledgers
from caseboard.store import spots as stored
from recapturing import TEXT
from spotwork import Spotwork


@pytest.fixture
def work(library, history):
    return Spotwork(library, history)


def read(work):
    """The spots as the window has them."""
    statuses = {k: each.status for k, each in weigh(work.read(ledgers.read, work.case)).items()}
    return spots.placed(work.read(stored.read, work.case), statuses)


def whole(work):
    """The spots of the dossier."""
    return spots.of(work.read(dossiers.read, work.case))


async def test_the_window_has_the_spots_that_the_dossier_has(work):
    await work.fill()
    found = read(work)
    assert found == whole(work)
    kinds = [spot.key.kind for spot in found]
    assert [kinds.count(kind) for kind in SpotKind] == [2, 3, 1, 1]
    photo = next(spot for spot in found if spot.key.kind is SpotKind.PHOTO)
    assert (photo.direction, photo.when) == (90.0, "2024-11-13T08:00:00+02:00")


async def test_rows_are_those_of_the_dossier_one_by_one(work):
    await work.fill()
    quick = work.read(stored.read, work.case)
    slow = sightings.of(work.read(dossiers.read, work.case))
    assert quick.clips == slow.clips
    for name in ("mentions", "statements", "placings", "sayings"):
        assert sorted(getattr(quick, name)) == sorted(getattr(slow, name)), name
    assert [shot.meta for shot in quick.shots] == [shot.meta for shot in slow.shots]


@pytest.mark.parametrize(
    ("model", "name"),
    [(Clip, "clip_id"), (Location, "kupiansk"), (Position, "position_id"), (Unit, "unit_id")],
)
async def test_what_is_in_the_bin_is_on_no_map(work, model, name):
    await work.fill()
    before = read(work)
    await work.history.run(Bin(model, frozenset([getattr(work, name)]), "Delete", work.case))
    assert read(work) == whole(work) != before


async def test_an_older_version_of_a_page_counts_only_where_something_rests_on_it(work):
    await work.open()
    first = await work.capture()
    await work.tag_place(first, "Kupiansk")
    second, _carried = await work.recapture(first)
    assert read(work) == whole(work)
    assert [spot.clip_ids for spot in read(work)] == [(second,)]
    await work.claim_on(first, "Two columns", text=TEXT)
    assert read(work) == whole(work)
    assert [spot.count for spot in read(work)] == [2]


async def test_a_case_without_anything_has_an_empty_map(work):
    await work.open()
    assert read(work) == ()
