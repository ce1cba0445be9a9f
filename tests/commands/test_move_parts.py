"""Blocks of a text moved in and out of its article."""

from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from caseboard.analysis.similarity import sketch
from caseboard.capture.reading import Reading
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile
from caseboard.commands.parts import MoveParts
from caseboard.commands.tags import AddTag, Keyword
from caseboard.model.clip import Anchor, Clip
from caseboard.model.parts import GAP, Part, body_text
from caseboard.model.terms import ClipKind, FileRole, Method, PartKind
from caseboard.store import clips, search
from caseworker import NOON, Casework

BLOCKS = (
    "Support our newsroom.",
    "The bridge reopened on Monday.",
    "Lorries crossed it before noon.",
    "Read also",
)
BODY = (False, True, True, False)


async def article(library, history):
    work = Casework(library, history)
    case_id = await work.open()
    file = KeptFile(library.files.add(b"page"), "a.html", "text/html", FileRole.ORIGINAL)
    kept = KeptClip(ClipKind.ARTICLE, "Bridge", (file,), "", Method.FILE)
    clip_id = (await history.run(AddClips(case_id, (kept,), NOON)))[0]
    parts, at = [], 0
    for words, body in zip(BLOCKS, BODY, strict=True):
        parts.append(Part(PartKind.PARAGRAPH, at, at + len(words), body=body))
        at += len(words) + len(GAP)
    reading = Reading(title="Bridge", text=GAP.join(BLOCKS), parts=tuple(parts))
    await history.run(FillClip(case_id, clip_id, reading))
    return work, clip_id


def clip_of(work, clip_id):
    return work.read(clips.view, clip_id).clip


def article_of(clip):
    return body_text(clip.text, map(Part.from_json, clip.parts)).split(GAP)


async def test_several_blocks_move_in_one_step(library, history):
    work, clip_id = await article(library, history)
    await history.run(MoveParts(work.case, clip_id, frozenset({1, 2}), body=False))
    assert article_of(clip_of(work, clip_id)) == [""]
    await history.run(MoveParts(work.case, clip_id, frozenset({0, 1}), body=True))
    assert article_of(clip_of(work, clip_id)) == list(BLOCKS[:2])
    await history.undo(work.case)
    await history.undo(work.case)
    assert article_of(clip_of(work, clip_id)) == list(BLOCKS[1:3])


async def test_anchors_stay_where_they_are(library, history):
    work, clip_id = await article(library, history)
    place = work.at("bridge", GAP.join(BLOCKS))
    await history.run(AddTag(work.case, clip_id, place, Keyword("bridge")))
    before = work.read(lambda s: [(a.start, a.end, a.exact) for a in s.exec(select(Anchor))])
    await history.run(MoveParts(work.case, clip_id, frozenset({1}), body=False))
    after = work.read(lambda s: [(a.start, a.end, a.exact) for a in s.exec(select(Anchor))])
    assert after == before


async def test_search_and_likeness_follow(library, history):
    work, clip_id = await article(library, history)
    await history.run(MoveParts(work.case, clip_id, frozenset({2}), body=False))
    assert work.read(search.check) == []
    assert [hit.row_id for hit in work.read(search.search, "lorries").hits] == [clip_id]
    assert clip_of(work, clip_id).fingerprint == sketch(BLOCKS[1])
    await history.undo(work.case)
    assert work.read(search.check) == []
    assert clip_of(work, clip_id).fingerprint == sketch(GAP.join(BLOCKS[1:3]))


async def test_the_journal_counts_them(library, history):
    work, clip_id = await article(library, history)
    assert MoveParts(work.case, clip_id, frozenset({1}), body=False).label == (
        "Move 1 block out of the article"
    )
    assert MoveParts(work.case, clip_id, frozenset({0, 3}), body=True).label == (
        "Move 2 blocks into the article"
    )


class OneClip:
    """A session that holds one clip."""

    def __init__(self, clip):
        self.clip = clip

    def get(self, _kind, _id):
        return self.clip


@given(
    st.lists(st.tuples(st.sampled_from(PartKind), st.booleans(), st.text(min_size=1, max_size=9))),
    st.frozensets(st.integers(0, 12)),
    st.booleans(),
)
def test_only_the_mark_of_the_blocks_named_changes(blocks, indexes, body):
    parts, at = [], 0
    for kind, was, words in blocks:
        parts.append(Part(kind, at, at + len(words), was).as_json())
        at += len(words) + len(GAP)
    text = GAP.join(words for _kind, _was, words in blocks)
    clip = Clip(case_id="c", ref="r", kind=ClipKind.TEXT, title="t", captured=NOON, text=text,
                parts=parts, method=Method.PASTE, tool="test")  # fmt: skip
    MoveParts("c", clip.id, indexes, body).do(OneClip(clip))
    assert clip.text == text
    for index, (before, after) in enumerate(zip(parts, clip.parts, strict=True)):
        assert after["body"] == (body if index in indexes else before["body"])
        assert {**after, "body": 0} == {**before, "body": 0}
