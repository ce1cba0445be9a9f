"""What is said in the reader of a clip's blocks, done."""

import pytest
from PySide6.QtWidgets import QWidget

from caseboard.capture.reading import Reading
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile
from caseboard.model.parts import Part
from caseboard.model.terms import ClipKind, FileRole, Method, PartKind
from caseboard.ui.reader.part_moves import PartMove
from caseboard.ui.views.clip_page import ClipPage
from caseboard.ui.views.part_deeds import PartDeeds
from caseworker import NOON
from support import settled

pytestmark = pytest.mark.usefixtures("qapp")


async def opened(work, case_desk, qtbot):
    case_id = await work.open()
    file = KeptFile(work.library.files.add(b"x"), "a.txt", "text/plain", FileRole.ORIGINAL)
    kept = KeptClip(ClipKind.TEXT, "Bridge", (file,), "", Method.PASTE)
    clip_id = (await work.history.run(AddClips(case_id, (kept,), NOON)))[0]
    parts = (Part(PartKind.PARAGRAPH, 0, 3, body=True), Part(PartKind.BANNER, 5, 8, body=False))
    reading = Reading(title="Bridge", text="One\n\nTwo", parts=parts)
    await work.history.run(FillClip(case_id, clip_id, reading))
    owner = QWidget()
    qtbot.addWidget(owner)
    page = ClipPage(case_desk(case_id), owner)
    page.owner = owner  # else it goes with this function, and all that stands on it
    qtbot.addWidget(page.reader)
    page.open(clip_id)
    await settled()
    deeds = PartDeeds(case_desk(case_id), page.reader.article, owner)
    return page, deeds


async def test_a_block_is_moved_shown_and_told_of(work, case_desk, qtbot):
    page, deeds = await opened(work, case_desk, qtbot)
    told = []
    deeds.told.connect(told.append)
    page.reader.article.moves.asked.emit(PartMove(frozenset({0, 1}), body=False))
    await settled()
    assert [row["body"] for row in page.reader.page.clip.parts] == [False, False]
    assert told[0].is_undoable
    assert told[0].text == "2 blocks were left out."
    await work.history.undo(work.case)
    await settled()
    assert [row["body"] for row in page.reader.page.clip.parts] == [True, False]
