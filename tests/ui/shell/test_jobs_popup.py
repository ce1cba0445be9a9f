"""The list of running jobs over the status line."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from caseboard.runtime.jobs import Jobs
from caseboard.ui.jobs_popup import MOST, how_far, in_bytes
from caseboard.ui.jobs_strip import JobsStrip
from support import until

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _plain_numbers():
    before = QLocale()
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(before)


@pytest.fixture
def jobs():
    return Jobs()


@pytest.fixture
def strip(qtbot, theme, jobs):
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    strip = JobsStrip(theme, jobs, window)
    strip.setGeometry(400, 570, 480, 26)
    window.show()
    return strip


@pytest.fixture
def running(jobs):
    """A context: so many jobs, which end with it unless they are cancelled before."""

    @asynccontextmanager
    async def running(count):
        go, started = asyncio.Event(), []

        async def work(job):
            started.append(job)
            await go.wait()

        tasks = [asyncio.ensure_future(jobs.run(f"Job {n}", work)) for n in range(count)]
        await until(lambda: len(started) == count)
        try:
            yield started
        finally:
            go.set()
            await asyncio.gather(*tasks, return_exceptions=True)

    return running


async def test_a_click_on_the_strip_lists_every_job(strip, running, qtbot):
    async with running(3) as jobs:
        qtbot.mouseClick(strip, LEFT)
        assert strip.popup.isVisible()
        assert list(strip.popup.rows) == jobs
        assert strip.popup.head.text() == "3 jobs are running"
    assert not strip.popup.isVisible()
    assert strip.popup.rows == {}


async def test_the_list_can_be_opened_and_left_by_key(strip, running, qtbot):
    async with running(2):
        strip.all.setFocus()
        qtbot.keyClick(strip.all, Qt.Key.Key_Space)
        assert strip.popup.isVisible()
        qtbot.keyClick(strip.popup, Qt.Key.Key_Escape)
        assert not strip.popup.isVisible()


async def test_each_job_says_how_far_it_is(strip, running):
    async with running(2) as (first, second):
        strip.show_all()
        first.read(1_500_000, 3_000_000)
        second.step(3, 12, "Reading three of twelve")
        rows = strip.popup.rows
        assert rows[first].size_.text() == "1.5 MB of 3.0 MB"
        assert rows[first].bar.value() == rows[first].bar.maximum() // 2
        assert rows[second].text.text() == "Reading three of twelve"
        assert rows[second].size_.text() == "3 of 12"


async def test_one_of_several_can_be_cancelled(strip, running, qtbot):
    async with running(3) as jobs:
        strip.show_all()
        button = strip.popup.rows[jobs[1]].cancel
        assert button.accessibleName() == "Cancel Job 1"
        qtbot.mouseClick(button, LEFT)
        await until(lambda: len(strip.popup.rows) == 2)
        assert jobs[1].is_cancelled
        assert not jobs[0].is_cancelled


async def test_all_can_be_cancelled_at_once(strip, running, qtbot):
    async with running(3):
        strip.show_all()
        qtbot.mouseClick(strip.popup.cancel_all, LEFT)
        await until(lambda: not strip.popup.isVisible())


async def test_a_job_that_begins_joins_the_list(strip, running):
    async with running(1):
        strip.show_all()
        async with running(1):
            assert len(strip.popup.rows) == 2
        assert len(strip.popup.rows) == 1


async def test_more_jobs_than_fit_are_counted(strip, running):
    async with running(MOST + 3):
        strip.show_all()
        assert len(strip.popup.rows) == MOST
        assert strip.popup.more.text() == "and 3 more"
        assert strip.popup.height() < strip.window().height()


async def test_bytes_are_told_in_steps_of_a_thousand(jobs):
    assert [in_bytes(count) for count in (512, 1_200, 3_400_000)] == [
        *("512 bytes", "1.2 kB", "3.4 MB")
    ]

    async def work(job):
        job.read(2_000)
        return how_far(job)

    assert await jobs.run("Job", work) == "2.0 kB"
