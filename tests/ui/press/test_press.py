"""The process that prints what is being written."""

import asyncio
import os
import signal
import sys

import pypdfium2
import pytest

from caseboard.briefing.release import Ceiling, Reason
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.errors import CaseError
from caseboard.model.case import Case
from caseboard.model.terms import Marking, Template
from caseboard.store import briefings
from caseboard.ui.press.press import Press
from caseworker import Casework
from support import child_environment, until


@pytest.fixture
def press(library):
    press = Press(library.folder)
    yield press
    press.close()


@pytest.fixture
def begun(library, history):
    """A case with a claim, and a briefing on it."""

    async def begun():
        work = Casework(library, history)
        await work.open()
        work.clip_id = await work.clip()
        await work.claim(work.clip_id)
        case = await library.database.read(lambda session: session.get(Case, work.case))
        briefing_id = await history.run(SaveBriefing(draft(case)))
        return work, await library.database.read(briefings.by_id, briefing_id)

    return begun


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
        return " ".join(" ".join(pages).split())
    finally:
        document.close()


def with_line(briefing, text):
    return briefing.model_copy(update={"bottom_line": text})


async def test_what_is_not_kept_yet_is_printed(press, begun):
    _work, briefing = await begun()
    printed = await press.render(with_line(briefing, "Nothing was taken."))
    assert "Nothing was taken." in text_of(printed.pdf)
    assert printed.pages == len(pypdfium2.PdfDocument(printed.pdf))
    page, top = printed.places["bottom_line"]
    assert page == 0
    assert 0 < top < 842


async def test_a_change_of_the_case_is_in_the_next_print(press, begun):
    work, briefing = await begun()
    briefing = briefing.model_copy(update={"template": Template.INCIDENT})  # it prints claims
    await press.render(briefing)
    await work.claim(work.clip_id, "A bridge fell", "columns")
    assert "A bridge fell" in text_of((await press.render(briefing)).pdf)


async def test_the_newest_of_many_states_is_always_printed(press, begun):
    _work, briefing = await begun()
    states = [with_line(briefing, f"State {number}.") for number in range(6)]
    printed = await asyncio.gather(*map(press.render, states))
    assert "State 5." in text_of(printed[-1].pdf)
    assert None in printed


async def test_a_process_that_was_killed_is_started_again(press, begun):
    _work, briefing = await begun()
    await press.render(briefing)
    first = press.pid
    os.kill(first, signal.SIGKILL)
    await until(lambda: press.pid is None)
    assert await press.render(briefing)
    assert press.pid != first


async def test_a_process_that_dies_at_once_is_told_in_words(library, begun):
    _work, briefing = await begun()
    press = Press(library.folder, [sys.executable, "-c", "raise SystemExit('no ink')"])
    with pytest.raises(CaseError, match="could not be made"):
        await press.render(briefing)
    press.close()


class ToldLine:
    """A process that answers, and dies, as it is told to."""

    def __init__(self, made, on_heard, on_ended):
        self.sent, self.is_alive, self.pid = [], True, 1
        self._on_heard, self._on_ended = on_heard, on_ended
        made.append(self)

    def send(self, request):
        if not self.is_alive:
            raise BrokenPipeError
        self.sent.append(request)

    def answer(self, task, **answer):
        for request in self.sent:
            if request["task"] == task:
                self._on_heard(self, {"id": request["id"], **answer}, b"")

    def tell_of_its_end(self):
        self._on_ended(self)

    def last_words(self):
        return ""

    def end(self):
        self.is_alive = False

    close = end


async def test_what_a_dead_process_was_asked_is_asked_again_even_where_that_was_seen_before(
    library, begun, monkeypatch
):
    _work, briefing = await begun()
    lines = []
    monkeypatch.setattr(
        "caseboard.ui.press.press.Line", lambda _start, *heard: ToldLine(lines, *heard)
    )
    press = Press(library.folder)
    first = asyncio.ensure_future(press.findings(briefing))
    await until(lambda: lines and lines[0].sent)
    lines[0].is_alive = False
    second = asyncio.ensure_future(press.left_out(briefing, Ceiling(Marking.RED)))
    await until(lambda: len(lines) == 2 and lines[1].sent)
    lines[0].tell_of_its_end()
    await until(lambda: len(lines[1].sent) == 2)
    lines[1].answer("findings", findings=[])
    lines[1].answer("left_out", withheld=[])
    assert [await first, await second] == [(), ()]
    press.close()


async def test_what_is_asked_again_is_still_known_to_be_older(library, begun, monkeypatch):
    _work, briefing = await begun()
    lines = []
    monkeypatch.setattr(
        "caseboard.ui.press.press.Line", lambda _start, *heard: ToldLine(lines, *heard)
    )
    press = Press(library.folder)
    tasks = ("findings", "left_out")
    older = asyncio.ensure_future(press.findings(briefing))
    newer = asyncio.ensure_future(press.left_out(briefing, Ceiling(Marking.RED)))
    await until(lambda: lines and len(lines[0].sent) == 2)
    lines[0].is_alive = False
    lines[0].tell_of_its_end()
    await until(lambda: len(lines) == 2 and len(lines[1].sent) == 2)
    numbers = [{each["task"]: each["id"] for each in line.sent} for line in lines]
    assert numbers[0] == numbers[1]
    assert numbers[0][tasks[0]] < numbers[0][tasks[1]]
    press.close()
    assert [await older, await newer] == [None, None]


async def test_closing_ends_the_process_and_answers_nothing_more(press, begun):
    _work, briefing = await begun()
    await press.render(briefing)
    pid = press.pid
    asked = asyncio.ensure_future(press.render(briefing))
    await asyncio.sleep(0)
    press.close()
    assert await asked is None
    assert await press.render(briefing) is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_a_case_that_is_gone_is_told_in_words(press, begun):
    _work, briefing = await begun()
    with pytest.raises(CaseError, match="no longer in the library"):
        await press.render(briefing.model_copy(update={"case_id": "gone"}))


async def test_what_a_copy_would_leave_out_is_listed(press, begun):
    _work, briefing = await begun()
    assert (
        await press.left_out(
            briefing, Ceiling(Marking.RED, hides_collector=False, hides_unlicensed=False)
        )
        == ()
    )
    left_out = await press.left_out(briefing, Ceiling(Marking.CLEAR))
    assert any("E001" in each.what for each in left_out if each.reason is Reason.MARKING)


async def test_a_bundle_prints_with_the_program_itself(library, begun, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", child_environment()["PYTHONPATH"])
    _work, briefing = await begun()
    program = [sys.executable, "-m", "caseboard", "--print-briefings", str(library.folder)]
    press = Press(library.folder, program)
    try:
        printed = await press.render(with_line(briefing, "Printed by the bundle."))
    finally:
        press.close()
    assert "Printed by the bundle." in text_of(printed.pdf)
