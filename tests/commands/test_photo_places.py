"""A photo's place as a location that it is tagged with."""

import pytest

from caseboard.capture.reading import Reading
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile
from caseboard.commands.photo_places import UNSTATED_M, Basis, TagPhotoPlace, place_of
from caseboard.model.clip import ClipFile
from caseboard.model.terms import AnchorKind, ClipKind, FileRole, LocationKind, Method
from caseboard.store import clips
from caseworker import NOON, Casework

HERE = (50.2996028, 14.8202944)


async def photo(work, data=b"\xff\xd8\xff", place=HERE, precision=90.0, **words):
    """A photo that states a place, read; returns its clip's id."""
    if work.case is None:
        await work.open()
    file = KeptFile(work.library.files.add(data), "a.jpg", "image/jpeg", FileRole.ORIGINAL)
    kept = KeptClip(ClipKind.IMAGE, "A photo", (file,), "", Method.FILE)
    clip_id = (await work.history.run(AddClips(work.case, (kept,), NOON)))[0]
    said = Reading(title="A photo", place=place, place_precision=precision, metadata=words)
    await work.history.run(FillClip(work.case, clip_id, said))
    return clip_id


@pytest.fixture
def work(library, history):
    return Casework(library, history)


def seen(work, clip_id):
    return work.read(clips.view, clip_id)


async def test_the_whole_picture_is_tagged_with_a_point_as_precise_as_stated(work):
    clip_id = await photo(work)
    place = place_of(seen(work, clip_id).files[0])
    assert place.basis is Basis.DILUTION
    await work.history.run(TagPhotoPlace(work.case, clip_id, place, "ann"))
    view = seen(work, clip_id)
    (location,), (anchor,), (tag,) = view.locations, view.anchors, view.tags
    assert (location.lat, location.lon, location.precision_m) == (*HERE, 90.0)
    assert (location.name, location.kind) == ("50.29960, 14.82029", LocationKind.POINT)
    assert (anchor.kind, anchor.x, anchor.y, anchor.w, anchor.h) == (AnchorKind.PICTURE, 0, 0, 1, 1)
    assert (tag.location_id, tag.who) == (location.id, "ann")
    assert place.is_at(location)


async def test_it_can_be_undone(work):
    clip_id = await photo(work)
    place = place_of(seen(work, clip_id).files[0])
    await work.history.run(TagPhotoPlace(work.case, clip_id, place))
    await work.history.undo(work.case)
    view = seen(work, clip_id)
    assert (list(view.tags), list(view.locations)) == ([], [])


async def test_two_photos_of_one_point_share_its_location(work):
    found = []
    for data in (b"\xff\xd8\xff1", b"\xff\xd8\xff2"):
        clip_id = await photo(work, data)
        place = place_of(seen(work, clip_id).files[0])
        await work.history.run(TagPhotoPlace(work.case, clip_id, place))
        found += [location.id for location in seen(work, clip_id).locations]
    assert len(found) == 2
    assert found[0] == found[1]


def test_what_a_photo_desk_calls_the_place_stands_in_its_name():
    meta = {"lat": 38.8902373, "lon": -77.0492965, "IPTC Sublocation": "Lincoln Memorial"}
    place = place_of(ClipFile(meta=meta))
    assert place.name == "Lincoln Memorial (38.89024, -77.04930)"
    assert (place.precision_m, place.basis) == (UNSTATED_M, Basis.ASSUMED)
    stated = ClipFile(meta={**meta, "precision_m": 10.7, "GPS HPositioningError": "10.7 m"})
    assert place_of(stated).basis is Basis.STATED


@pytest.mark.parametrize("meta", [{}, {"lat": None, "lon": 3.0}, {"lat": "50", "lon": "14"}])
def test_a_picture_that_states_no_place_has_none(meta):
    assert place_of(ClipFile(meta=meta)) is None
