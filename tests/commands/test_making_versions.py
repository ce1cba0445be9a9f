"""Recapturing a page: what was tagged is carried over to its new version."""

import pytest

from caseboard.commands.versions import Carried, MakeVersion, UnlinkVersion
from caseboard.errors import CaseError
from caseboard.store import clips, verify
from recapturing import TEXT, Recaptures

PICTURE, OTHER = (b"one picture", "00ff00ff00ff00ff"), (b"another", "f0f0f0f00f0f0f0f")


@pytest.fixture
def work(library, history):
    return Recaptures(library, history)


async def tagged(work):
    await work.open()
    one = await work.capture()
    await work.mark(one, "14th Brigade", "brigade")
    await work.mark(one, "Two columns", "columns")
    await work.mark(one, "Kharkiv", "city")
    return one


async def test_tags_are_made_anew_where_their_passages_moved_to(work):
    one = await tagged(work)
    two, carried = await work.recapture(one, f"Updated at noon.\n\n{TEXT}")
    assert carried == Carried(3, ())
    assert work.marked(two) == work.marked(one)
    assert work.marked(two)[0] == ("brigade", "14th Brigade")
    mine = {anchor.id for anchor in work.view(one).anchors}
    assert mine.isdisjoint(anchor.id for anchor in work.view(two).anchors)
    anchor = next(a for a in work.view(two).anchors if a.exact == "Kharkiv")
    assert anchor.prefix.endswith("told reporters in ")
    assert anchor.suffix == "."


async def test_what_no_longer_fits_is_named_and_left_behind(work):
    one = await tagged(work)
    new = TEXT.replace("Two columns of armour got", "A patrol got").replace("14th", "15th")
    two, carried = await work.recapture(one, new)
    assert work.marked(two) == [("city", "Kharkiv")]
    lost = [a.exact for a in work.view(one).anchors if a.id in carried.lost]
    assert sorted(lost) == ["14th Brigade", "Two columns"]


async def test_tying_and_carrying_is_one_change_that_undo_takes_back(work):
    one = await tagged(work)
    two = await work.capture()
    await work.history.run(MakeVersion(work.case, two, one))
    assert work.view(two).clip.earlier_id == one
    await work.history.undo(work.case)
    assert work.view(two).clip.earlier_id is None
    assert work.marked(two) == []
    await work.history.redo(work.case)
    assert work.marked(two) == work.marked(one)
    assert work.read(verify.library, work.library.files) == []


async def test_doing_it_again_carries_only_what_is_new(work):
    one = await tagged(work)
    two, _ = await work.recapture(one)
    await work.mark(one, "General Staff", "staff")
    carried = await work.history.run(MakeVersion(work.case, two, one))
    assert carried == Carried(1, ())
    assert len(work.marked(two)) == 4
    again = await work.history.record(MakeVersion(work.case, two, one))
    assert again.change is None


async def test_a_new_version_follows_the_newest_there_is(work):
    one = await tagged(work)
    two, _ = await work.recapture(one)
    await work.mark(two, "a map", "map")
    three, carried = await work.recapture(one)
    assert work.view(three).clip.earlier_id == two
    assert carried.tags == 4


async def test_reports_stay_on_the_version_they_were_made_on(work):
    one = await tagged(work)
    await work.claim_on(one, "Two columns")
    two, _ = await work.recapture(one)
    assert len(work.view(one).reports) == 1
    assert work.view(two).reports == []


async def test_a_region_follows_its_picture_byte_for_byte(work):
    await work.open()
    one = await work.capture(pictures=[PICTURE, OTHER])
    await work.mark_region(one, ordinal=2)
    two, carried = await work.recapture(one, pictures=[OTHER, PICTURE])
    assert carried == Carried(1, ())
    (anchor,) = work.view(two).anchors
    file = next(f for f in work.view(two).files if f.id == anchor.file_id)
    assert file.ordinal == 1
    assert (anchor.x, anchor.y, anchor.w, anchor.h) == (0.25, 0.5, 0.125, 0.25)


async def test_a_region_follows_its_picture_to_a_copy_of_it(work):
    await work.open()
    one = await work.capture(pictures=[PICTURE, OTHER])
    await work.mark_region(one)
    _two, carried = await work.recapture(
        one, pictures=[(b"shrunk", "00ff00ff00ff00fe"), (b"else", OTHER[1])]
    )
    assert carried == Carried(1, ())


@pytest.mark.parametrize(
    "pictures",
    [
        [],
        [OTHER],
        [(b"no hash", "")],
        [(b"shrunk", PICTURE[1]), (b"shrunk again", PICTURE[1])],
    ],
)
async def test_a_region_without_its_one_picture_is_left_behind(work, pictures):
    await work.open()
    one = await work.capture(pictures=[PICTURE])
    await work.mark_region(one)
    _two, carried = await work.recapture(one, pictures=pictures)
    assert carried.tags == 0
    assert len(carried.lost) == 1


async def test_two_tags_on_one_passage_share_its_anchor(work):
    await work.open()
    one = await work.capture()
    await work.mark(one, "Kharkiv", "city")
    await work.mark(one, "Kharkiv", "river")
    two, carried = await work.recapture(one)
    assert carried.tags == 2
    assert len(work.view(two).anchors) == 1


async def test_a_clip_is_no_version_of_itself_nor_older_than_its_own_past(work):
    one = await tagged(work)
    with pytest.raises(CaseError, match="Only two clips"):
        await work.history.run(MakeVersion(work.case, one, one))
    two, _ = await work.recapture(one)
    with pytest.raises(CaseError, match="older of the two"):
        await work.history.run(MakeVersion(work.case, one, two))


async def test_two_captures_that_were_read_in_turn_both_follow_what_was_before(work):
    one = await tagged(work)
    two, three = await work.capture(), await work.capture()
    await work.history.run(MakeVersion(work.case, three, one))
    await work.history.run(MakeVersion(work.case, two, one))
    assert [work.view(each).clip.earlier_id for each in (two, three)] == [one, one]
    assert work.marked(two) == work.marked(three) == work.marked(one)


async def test_versions_never_make_a_circle_whatever_is_taken_back(work):
    one = await tagged(work)
    two, _ = await work.recapture(one)
    untied = await work.history.record(UnlinkVersion(work.case, two))
    with pytest.raises(CaseError, match="older of the two"):
        await work.history.run(MakeVersion(work.case, one, two))
    await work.history.revert(untied.change.seq)
    assert work.read(clips.ids, work.case) == [two]


async def test_a_version_of_one_page_is_not_made_one_of_another(work):
    one = await tagged(work)
    other = await work.capture(url="https://other.example/1")
    two, _ = await work.recapture(one)
    with pytest.raises(CaseError, match="another page already"):
        await work.history.run(MakeVersion(work.case, two, other))
    await work.history.run(UnlinkVersion(work.case, two))
    await work.history.run(MakeVersion(work.case, two, other))
    assert work.view(two).clip.earlier_id == other


async def test_clips_of_two_cases_are_no_versions(work):
    one = await tagged(work)
    await work.open("Another case")
    two = await work.capture()
    with pytest.raises(CaseError, match="one case"):
        await work.history.run(MakeVersion(work.case, two, one))
