"""What the reader's offer to read a scan leads to."""

import asyncio

import pytest
from PySide6.QtWidgets import QWidget

from caseboard.ui.lib.messages import ErrorDialog
from caseboard.ui.reader.center import ReaderPane
from caseboard.ui.views.scan_deeds import ScanDeeds
from support import settled, until


@pytest.fixture
def owner(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


@pytest.fixture
def pane(theme, owner):
    return ReaderPane(theme, lambda _file: None, owner)


class Slow:
    """Reads until it is told to end."""

    def __init__(self):
        self.asked, self.gate = [], asyncio.Event()

    async def read(self, clip_id):
        self.asked.append(clip_id)
        await self.gate.wait()


async def test_a_clip_is_read_once_however_often_it_is_asked_for(work, case_desk, pane, owner):
    case = await work.open()
    deeds = ScanDeeds(await case_desk(case), pane, owner)
    deeds._words = slow = Slow()
    for clip_id in ("a", "a", "b"):
        pane.words_wanted.emit(clip_id)
    await until(lambda: len(slow.asked) == 2)
    slow.gate.set()
    await settled()
    assert slow.asked == ["a", "b"]
    pane.words_wanted.emit("a")
    await settled()
    assert slow.asked == ["a", "b", "a"]


async def test_where_nothing_can_be_written_it_says_so(work, reader_desk, pane, owner):
    case = await work.open()
    deeds = ScanDeeds(await reader_desk(case), pane, owner)
    deeds._words = slow = Slow()
    pane.words_wanted.emit("a")
    box = await until(lambda: owner.findChild(ErrorDialog))
    assert "read only" in box.text.text()
    box.accept()
    await settled()
    assert slow.asked == []
