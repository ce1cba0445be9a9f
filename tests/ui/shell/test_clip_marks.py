"""What is marked in a clip, for the reader."""

from caseboard.commands.editing import Edit
from caseboard.model.clip import Clip, Tag
from caseboard.model.ids import ClipId
from caseboard.model.terms import TagState
from caseboard.store import clips
from caseboard.ui.reader.page import MarkKind
from caseboard.ui.views.clip_marks import byline, page_of
from caseworker import Casework


async def opened(work):
    await work.open()
    return await work.clip()


def view_of(library, clip_id):
    return library.database.read_now(clips.view, ClipId(clip_id))


async def test_tags_and_claims_are_marked_where_they_stand(library, history):
    work = Casework(library, history)
    clip_id = await opened(work)
    await work.tag(clip_id)
    await work.claim(clip_id)
    page = page_of(view_of(library, clip_id))
    text = page.clip.text
    found = {(mark.kind, text[mark.start : mark.end], mark.label) for mark in page.highlights}
    assert (MarkKind.LOCATION, "Куп'янськ", "Kupiansk") in found
    assert (MarkKind.CLAIM, "All assaults", "The attack was repelled") in found


async def test_the_key_of_a_mark_is_its_anchor(library, history):
    work = Casework(library, history)
    clip_id = await opened(work)
    await work.tag(clip_id)
    view = view_of(library, clip_id)
    assert [mark.key for mark in page_of(view).highlights] == [view.anchors[0].id]


async def test_a_suggestion_looks_like_one_and_a_rejected_tag_like_nothing(library, history):
    work = Casework(library, history)
    clip_id = await opened(work)
    tag = await work.tag(clip_id)
    await history.run(Edit(Tag, tag, {"state": TagState.SUGGESTED}, "Suggest", work.case))
    kinds = [mark.kind for mark in page_of(view_of(library, clip_id)).highlights]
    assert kinds == [MarkKind.SUGGESTION]
    await history.run(Edit(Tag, tag, {"state": TagState.REJECTED}, "Reject", work.case))
    assert page_of(view_of(library, clip_id)).highlights == []


async def test_the_byline_says_who_and_all_three_clocks_it_knows(library, history):
    work = Casework(library, history)
    clip_id = await opened(work)
    changes = {"site": "Daily News", "author": "A. Reporter", "published": "2024-11-14T11:39:00"}
    await history.run(Edit(Clip, clip_id, changes, "Edit clip", work.case))
    line = byline(view_of(library, clip_id))
    assert line.startswith("Daily News · A. Reporter · Published 14 Nov 2024 11:39")
    assert line.endswith("Captured 14 Nov 2024 12:00 UTC")
