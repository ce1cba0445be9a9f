"""Which clips are versions of one page, and which of them the lists show."""

import pytest

from caseboard.commands.bin_clips import BinClips
from caseboard.commands.claims import BinClaim
from caseboard.commands.notes import WriteNote
from caseboard.commands.versions import UnlinkVersion
from caseboard.model.columns import new_id
from caseboard.model.entities import Location
from caseboard.model.ids import NoteId
from caseboard.store import cases, clips, dossiers, entities, search, versions
from recapturing import TEXT, URL, Recaptures


@pytest.fixture
def work(library, history):
    return Recaptures(library, history)


def numbered(work, clip_id):
    return [(v.number, v.id) for v in work.read(versions.chain, clip_id)]


def listed(work):
    ids = work.read(clips.ids, work.case)
    assert work.read(cases.counts, work.case).clips == len(ids)
    assert sum(card.clips for card in work.read(cases.cards)) == len(ids)
    rows = work.read(clips.rows, ids)
    return [(each, rows[each].version) for each in ids]


async def three(work):
    await work.open()
    one = await work.capture()
    two, _ = await work.recapture(one)
    three, _ = await work.recapture(two)
    return one, two, three


async def test_a_list_shows_the_newest_version_and_which_it_is(work):
    one, two, three_ = await three(work)
    other = await work.capture(url="https://other.example/")
    assert listed(work) == [(other, 1), (three_, 3)]
    for each in (one, two, three_):
        assert numbered(work, each) == [(1, one), (2, two), (3, three_)]


async def test_undo_brings_the_version_before_back(work):
    _one, two, three_ = await three(work)
    await work.history.undo(work.case)  # the tie
    assert listed(work) == [(three_, 1), (two, 2)]
    await work.history.undo(work.case)  # the capture
    assert listed(work) == [(two, 2)]


async def test_the_bin_takes_a_version_out_of_the_line_wherever_it_stood(work):
    one, two, three_ = await three(work)
    await work.history.run(BinClips(work.case, frozenset({two})))
    assert listed(work) == [(three_, 2)]
    assert numbered(work, one) == [(1, one), (2, three_)]
    await work.history.run(BinClips(work.case, frozenset({three_})))
    assert listed(work) == [(one, 1)]
    await work.history.undo(work.case)
    await work.history.run(BinClips(work.case, frozenset({one})))
    assert listed(work) == [(three_, 1)]


async def test_an_untied_clip_is_a_page_of_its_own_with_its_later_versions(work):
    one, two, three_ = await three(work)
    await work.history.run(UnlinkVersion(work.case, two))
    assert listed(work) == [(three_, 2), (one, 1)]
    await work.history.undo(work.case)
    assert listed(work) == [(three_, 3)]


@pytest.mark.parametrize("lack", [{"hollow": "paywall"}, {"read": False}])
async def test_a_capture_that_holds_nothing_takes_no_others_place(work, lack):
    await work.open()
    one = await work.capture()
    two, _ = await work.recapture(one, **lack)
    assert listed(work) == [(two, 2), (one, 1)]
    three_, _ = await work.recapture(one)
    assert (three_, 3) in listed(work)
    assert (one, 1) not in listed(work)


async def test_an_address_leads_to_the_newest_version_of_its_page(work):
    _one, _two, three_ = await three(work)
    await work.capture(url="https://daily.example/news/10")
    known = work.read(versions.earlier_of_url, work.case, "http://DAILY.example/news/1/?utm_x=1#a")
    assert known == three_
    assert work.read(versions.earlier_of_url, work.case, "https://daily.example/news") is None
    assert work.read(versions.earlier_of_url, work.case, "https://daily.example/news/1?p=2") is None
    assert work.read(versions.earlier_of_url, work.case, "file:///news/1") is None
    assert work.read(versions.earlier_of_url, "another case", URL) is None


async def test_a_clip_in_the_bin_is_no_earlier_version(work):
    await work.open()
    one = await work.capture()
    await work.history.run(BinClips(work.case, frozenset({one})))
    assert work.read(versions.earlier_of_url, work.case, URL) is None


async def test_where_an_address_led_to_counts_after_what_was_asked_for(work):
    await work.open()
    asked = await work.capture()
    led = await work.capture(url="https://daily.example/short")
    await work.reach(led, URL)
    assert work.read(versions.earlier_of_url, work.case, URL) == asked
    await work.history.run(BinClips(work.case, frozenset({asked})))
    assert work.read(versions.earlier_of_url, work.case, URL) == led


async def test_the_front_page_where_dead_addresses_end_is_no_page_of_theirs(work):
    await work.open()
    led = await work.capture(url="https://daily.example/dead")
    await work.reach(led, "https://daily.example/")
    assert work.read(versions.earlier_of_url, work.case, "https://daily.example") is None


async def test_a_case_is_read_with_the_older_versions_that_something_rests_on(work):
    await work.open()
    one = await work.capture()
    two, _ = await work.recapture(one)
    await work.mark(one, "Kharkiv")
    three_, _ = await work.recapture(two)
    assert clips_read(work) == {three_}
    claim = await work.claim_on(two, "Two columns")
    assert clips_read(work) == {two, three_}
    await work.history.run(BinClaim(work.case, claim))
    assert clips_read(work) == {three_}
    await work.history.run(WriteNote(work.case, NoteId(new_id()), "Look again", clip_id=one))
    assert clips_read(work) == {one, three_}


def clips_read(work):
    return {clip.id for clip in work.read(dossiers.read, work.case).clips}


async def test_what_was_carried_over_is_counted_once(work):
    await work.open()
    one = await work.capture()
    await work.tag_place(one, "Kharkiv")
    await work.tag_place(one, "Two columns")
    two, _ = await work.recapture(one, TEXT.replace("Two columns", "A few"))
    rows = work.read(entities.ids_in_case, Location, work.case)
    found = {r.entity.name: r for r in work.read(entities.rows, Location, work.case, rows).values()}
    assert [(found[name].mentions, found[name].clips) for name in ("Kharkiv", "Two columns")] == [
        (1, 1),
        (1, 1),
    ]
    places = {name: row.id for name, row in found.items()}
    assert clips_naming(work, places["Kharkiv"]) == [two]
    assert clips_naming(work, places["Two columns"]) == [one]


def clips_naming(work, place):
    return [m.clip_id for m in work.read(entities.mentions, Location, work.case, place)]


async def test_search_finds_the_newest_version_that_has_the_words(work):
    await work.open()
    one = await work.capture()
    two, _ = await work.recapture(one, TEXT.replace("armour", "tanks"))
    for word, clip_id in (("Kharkiv", two), ("armour", one), ("tanks", two)):
        hits = work.read(search.search, word, work.case).hits
        assert [hit.row_id for hit in hits] == [clip_id]
