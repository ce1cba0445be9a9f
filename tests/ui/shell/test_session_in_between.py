"""What is asked for while something else is still on its way."""

import asyncio

import pytest

from caseboard.commands.cases import NewCase
from caseboard.commands.editing import Bin
from caseboard.model.case import Case
from caseboard.model.terms import Method
from caseboard.store import cases, clips
from caseboard.ui.desk import Desk
from caseboard.ui.dropping import Payload
from support import settled, until


class LateCase:
    """One case was read, and does not come until it is told to."""

    def __init__(self, monkeypatch, case_id):
        self.may_come = asyncio.Event()
        self.is_asked = False
        read = Desk.read

        async def late(desk, query, *args):
            answer = await read(desk, query, *args)
            if query is cases.by_id and args[0] == case_id:
                self.is_asked = True
                await self.may_come.wait()
            return answer

        monkeypatch.setattr(Desk, "read", late)


@pytest.fixture
def other(history):
    """The id of a second case."""
    return lambda: history.run(NewCase("Rail strikes", collector="tester"))


async def test_the_case_wanted_last_is_shown_though_another_is_read_later(
    opened, work, other, monkeypatch
):
    await work.open()
    second = await other()
    async with opened() as session:
        late = LateCase(monkeypatch, work.case)
        session.open_case(work.case)
        await until(lambda: late.is_asked)
        session.open_case(second)
        await until(lambda: session.case_id == second)
        late.may_come.set()
        await settled()
        assert session.case_id == second


async def test_a_case_deleted_while_another_is_opened_does_not_lead_away_from_that(
    opened, work, other, history, monkeypatch
):
    await work.open()
    second = await other()
    async with opened(work.case) as session:
        await settled()
        late = LateCase(monkeypatch, work.case)
        await history.run(Bin(Case, frozenset([work.case]), "Delete case", work.case))
        await until(lambda: late.is_asked)
        session.open_case(second)
        await until(lambda: session.case_id == second)
        late.may_come.set()
        await settled()
        assert session.case_id == second


async def test_no_case_is_opened_in_a_library_that_is_being_closed(
    opened, window, work, other, monkeypatch
):
    await work.open()
    second = await other()
    late = LateCase(monkeypatch, second)
    async with opened(work.case) as session:
        session.open_case(second)
        await until(lambda: late.is_asked)
        show_waiting = window.show_waiting

        def closing():
            late.may_come.set()
            show_waiting()

        monkeypatch.setattr(window, "show_waiting", closing)
    assert session.case_view is None


async def test_what_was_dropped_on_a_case_comes_into_that_case(
    opened, window, work, other, library, monkeypatch
):
    await work.open()
    second = await other()
    async with opened(work.case) as session:
        may_look, gather = asyncio.Event(), session.clipper.gather

        async def late(payload, method):
            await may_look.wait()
            return await gather(payload, method)

        monkeypatch.setattr(session.clipper, "gather", late)
        session.take(Payload((("text/plain", b"Artillery was heard."),)), Method.PASTE)
        await asyncio.sleep(0)
        session.open_case(second)
        await until(lambda: session.case_id == second)
        may_look.set()
        await until(window.status.offer.isVisible)
        await settled()
        (clip_id,) = library.database.read_now(clips.ids, work.case)
        assert not session.case_view.reading.page.clip_id
        window.status.offer.click()
        await until(lambda: session.case_id == work.case)
        await until(lambda: session.case_view.reading.page.clip_id == clip_id)
        await settled()
