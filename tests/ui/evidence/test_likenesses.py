"""What is like a clip, gathered in one read."""

import pytest

from caseboard.analysis.carryover import Fit
from caseboard.analysis.similarity import Turn, turned
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.editing import Edit
from caseboard.commands.syndications import JudgeCopies
from caseboard.model.clip import Clip
from caseboard.store.similar import FURNITURE
from caseboard.ui.inspector import likenesses
from recapturing import TEXT, Recaptures

HASH = 0x8F1B_2C3D_4E5F_6071
PICTURE = (b"one picture", f"{HASH:016x}")
TURNED = (b"turned", f"{turned(HASH)[Turn.RIGHT] ^ 0b111:016x}")
LONG = " ".join(f"word{number}" for number in range(100))


@pytest.fixture
def work(library, history):
    return Recaptures(library, history)


def like(work, clip_id):
    return work.read(likenesses.find, clip_id)


async def test_a_clip_like_no_other_is_like_nothing(work):
    await work.open()
    one = await work.capture(LONG, pictures=[PICTURE])
    await work.capture(
        LONG[::-1], "https://other.example", pictures=[(b"else", "b7d291c403ae65f8")]
    )
    assert like(work, one).count == 0


async def test_a_clip_that_has_gone_is_like_nothing(work):
    await work.open()
    one = await work.capture()
    await work.capture(url="https://other.example")
    await work.history.run(BinClips(work.case, frozenset({one})))
    assert like(work, one).count == 0


async def test_the_same_picture_in_other_clips_is_told_in_every_case(work):
    await work.open()
    one = await work.capture(LONG, pictures=[PICTURE])
    here = await work.capture("Else.", "https://a.example", pictures=[(PICTURE[0], "")])
    await work.open("Belgorod")
    there = await work.capture("Other.", "https://b.example", pictures=[(PICTURE[0], "")])
    found = like(work, one).same_files
    assert {(same.clip.id, same.clip.case_title) for same in found} == {
        (here, "Kupiansk approach"),
        (there, "Belgorod"),
    }
    assert found[0].names == ("0.jpg",)


async def test_what_is_in_the_bin_or_many_clips_show_is_not_told(work):
    await work.open()
    one = await work.capture(LONG, pictures=[PICTURE])
    gone = await work.capture("Gone.", "https://gone.example", pictures=[PICTURE])
    await work.history.run(BinClips(work.case, frozenset({gone})))
    assert like(work, one).count == 0
    for number in range(FURNITURE + 1):
        await work.capture(f"Logo {number}.", f"https://l.example/{number}", pictures=[PICTURE])
    assert like(work, one).count == 0


async def test_versions_of_a_page_are_told_once_and_only_as_such(work):
    await work.open()
    one = await work.capture(LONG, pictures=[PICTURE])
    two, _ = await work.recapture(one, LONG, pictures=[PICTURE, TURNED])
    found = like(work, two)
    assert [version.id for version in found.versions] == [one, two]
    assert (found.same_files, found.texts, found.pictures) == ([], [], [])
    assert found.count == 1


async def test_what_no_longer_fits_is_told_of_the_version_before(work):
    await work.open()
    one = await work.capture()
    await work.mark(one, "Two columns")
    await work.mark(one, "Kharkiv")
    two, _ = await work.recapture(one, TEXT.replace("Two columns of armour", "A patrol"))
    assert [passage.quote for passage in like(work, two).lost] == ["Two columns"]
    assert like(work, one).lost == []


@pytest.mark.parametrize(
    ("new", "fit", "now"),
    [
        (f"New. {TEXT}", Fit.SAME, "Two columns of armour got into the town's north"),
        (
            TEXT.replace("got into the", "had got into the"),
            Fit.EDITED,
            "Two columns of armour had got into the town's north",
        ),
        (
            TEXT.replace("Two columns", "Four columns"),
            Fit.REWRITTEN,
            "Four columns of armour got into the town's north",
        ),
        ("Nothing of the kind was ever said on this page.", None, ""),
    ],
)
async def test_a_claim_is_told_what_became_of_its_passage(work, new, fit, now):
    await work.open()
    one = await work.capture()
    quote = "Two columns of armour got into the town's north"
    await work.claim_on(one, quote)
    two, _ = await work.recapture(one, new)
    (report,) = like(work, two).reported
    assert (report.fit, report.now) == (fit, now)
    assert (report.passage.quote, report.statement) == (quote, "They got in")
    assert report.claim_ref.endswith("-C1")


async def test_texts_are_told_by_how_much_they_share(work):
    await work.open()
    one = await work.capture(LONG)
    near = await work.capture(LONG + " and more", "https://near.example")
    half = await work.capture(
        " ".join([*LONG.split()[:45], *(f"else{n}" for n in range(60))]), "https://half.example"
    )
    await work.capture("word1 word2 word3 word4 word5 word6", "https://short.example")
    found = like(work, one).texts
    assert [(alike.clip.id, alike.is_near) for alike in found] == [(near, True), (half, False)]
    assert found[0].shared == 1
    assert 0.4 < found[1].shared < 0.5


async def test_a_text_read_before_sketches_were_kept_is_found_from_its_own_side(work):
    await work.open()
    one = await work.capture(LONG)
    two = await work.capture(LONG, "https://near.example")
    await work.history.run(Edit(Clip, one, {"fingerprint": ""}, "Forget", work.case))
    assert [alike.clip.id for alike in like(work, one).texts] == [two]
    assert like(work, two).texts == []


async def test_clips_that_were_judged_are_told_however_they_differ(work):
    await work.open()
    one = await work.capture(LONG)
    two = await work.capture("Nothing alike.", "https://other.example")
    await work.history.run(JudgeCopies(work.case, two, one, True, "Their own words"))
    for here, there in ((one, two), (two, one)):
        (alike,) = like(work, here).texts
        assert (alike.clip.id, alike.shared) == (there, 0)
        assert alike.judged.reason == "Their own words"


async def test_a_turned_copy_of_a_picture_is_told_with_how_it_lies(work):
    await work.open()
    one = await work.capture(LONG, pictures=[PICTURE])
    two = await work.capture("Else.", "https://other.example", pictures=[TURNED])
    (pair,) = like(work, one).pictures
    assert (pair.clip.id, pair.turn, pair.bits) == (two, Turn.RIGHT, 3)
    (back,) = like(work, two).pictures
    assert (back.clip.id, back.turn, back.bits) == (one, Turn.LEFT, 3)
