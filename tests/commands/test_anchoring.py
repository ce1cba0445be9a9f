"""Places in a clip and the anchors they become."""

import pytest
from sqlmodel import select

from caseboard.capture.reading import Reading
from caseboard.commands.anchoring import RegionPlace, TextPlace
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile
from caseboard.commands.tags import AddTag, Keyword
from caseboard.errors import CaseError
from caseboard.model.clip import Anchor
from caseboard.model.parts import GAP, Part
from caseboard.model.terms import AnchorKind, ClipKind, FileRole, Method, PartKind
from caseboard.store import clips
from caseworker import NOON, Casework

PAGES = ("The bridge was closed.", "The bridge was opened.", "The bridge fell.")


async def document(library, history):
    """A case with a document of three pages in it: casework, the clip's id and its file's."""
    work = Casework(library, history)
    case_id = await work.open()
    file = KeptFile(library.files.add(b"%PDF-"), "a.pdf", "application/pdf", FileRole.ORIGINAL)
    kept = KeptClip(ClipKind.DOCUMENT, "Bridges", (file,), "", Method.FILE)
    clip_id = (await history.run(AddClips(case_id, (kept,), NOON)))[0]
    parts, at = [], 0
    for number, words in enumerate(PAGES, 1):
        parts.append(Part(PartKind.PARAGRAPH, at, at + len(words), body=True, page=number))
        at += len(words) + len(GAP)
    reading = Reading(title="Bridges", text=GAP.join(PAGES), parts=tuple(parts))
    await history.run(FillClip(case_id, clip_id, reading))
    return work, clip_id, work.read(clips.view, clip_id).files[0].id


def anchors(work):
    return work.read(lambda session: list(session.exec(select(Anchor)).all()))


async def tag(work, clip_id, place, word="bridge"):
    await work.history.run(AddTag(work.case, clip_id, place, Keyword(word)))


async def test_words_of_a_document_are_anchored_with_their_page(library, history):
    work, clip_id, _file_id = await document(library, history)
    text = GAP.join(PAGES)
    start = text.index("bridge was opened")
    await tag(work, clip_id, TextPlace(start, start + 6))
    (anchor,) = anchors(work)
    assert (anchor.kind, anchor.exact, anchor.page) == (AnchorKind.TEXT, "bridge", 2)


async def test_words_of_a_text_without_pages_name_none(library, history):
    work = Casework(library, history)
    await work.open()
    await work.tag(await work.clip())
    assert [anchor.page for anchor in anchors(work)] == [None]


async def test_a_rectangle_on_a_page_names_the_file_and_the_page(library, history):
    work, clip_id, file_id = await document(library, history)
    for page in (3, 3, 1):
        await tag(work, clip_id, RegionPlace(file_id, 0.1, 0.2, 0.3, 0.4, page=page))
    found = sorted(anchors(work), key=lambda anchor: anchor.page)
    assert [(a.kind, a.page, a.file_id) for a in found] == [
        (AnchorKind.PAGE, 1, file_id),
        (AnchorKind.PAGE, 3, file_id),
    ]
    assert (found[0].x, found[0].y, found[0].w, found[0].h) == (0.1, 0.2, 0.3, 0.4)


async def test_a_rectangle_on_no_page_is_one_on_a_picture(library, history):
    work, clip_id, file_id = await document(library, history)
    await tag(work, clip_id, RegionPlace(file_id, 0.1, 0.2, 0.3, 0.4))
    assert [(a.kind, a.page) for a in anchors(work)] == [(AnchorKind.PICTURE, None)]


async def test_a_page_before_the_first_is_refused_in_words(library, history):
    work, clip_id, file_id = await document(library, history)
    with pytest.raises(CaseError, match="outside"):
        await tag(work, clip_id, RegionPlace(file_id, 0.1, 0.2, 0.3, 0.4, page=0))
    assert anchors(work) == []
