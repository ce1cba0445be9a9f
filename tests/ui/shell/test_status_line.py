"""The line at the bottom."""

import asyncio

import pytest
from PySide6.QtCore import Qt

from caseboard.runtime.jobs import Jobs
from caseboard.ui.jobs_strip import JobsStrip
from caseboard.ui.statusbar import Saved, StatusLine


@pytest.fixture
def line(qtbot, theme):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.resize(1200, line.height())
    line.show()
    return line


def test_it_says_saved_in_words_and_not_by_colour_alone(line):
    line.set_saved(Saved.SAVED)
    assert line.saved.text() == "● Saved"
    line.set_saved(Saved.SAVING)
    assert line.saved.text() == "○ Saving…"
    line.set_saved(Saved.READ_ONLY)
    assert "read only" in line.saved.text()


def test_a_message_can_offer_to_take_back_what_it_says(line, qtbot):
    done = []
    line.say("Deleted 1 clip", "Undo", lambda: done.append(True))
    qtbot.mouseClick(line.offer, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert line.message.text() == ""
    assert not line.offer.isVisible()


def test_the_next_message_takes_the_offer_of_the_last_away(line):
    line.say("Deleted 1 clip", "Undo", lambda: None)
    line.say("Clipped 1 thing")
    assert not line.offer.isVisible()


def test_damage_is_said_in_the_tone_of_trouble(line):
    line.set_integrity("2 things are damaged", is_sound=False)
    assert line.integrity.property("tone") == "bad"


async def test_a_job_is_named_with_its_progress_and_can_be_cancelled(qtbot, theme):
    jobs = Jobs()
    strip = JobsStrip(theme, jobs)
    qtbot.addWidget(strip)
    assert not strip.isVisible()

    async def work(job):
        job.step(1, 4, "Reading two of four")
        await asyncio.sleep(60)

    task = asyncio.ensure_future(jobs.run("Reading", work))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert strip.isVisible()
    assert strip.text.text() == "Reading two of four"
    assert strip.bar.value() == strip.bar.maximum() // 4
    qtbot.mouseClick(strip.cancel, Qt.MouseButton.LeftButton)
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not strip.isVisible()


async def test_more_jobs_than_one_are_counted(qtbot, theme):
    jobs = Jobs()
    strip = JobsStrip(theme, jobs)
    qtbot.addWidget(strip)
    go = asyncio.Event()

    async def work(_job):
        await go.wait()

    tasks = [asyncio.ensure_future(jobs.run(f"Job {n}", work)) for n in range(3)]
    await asyncio.sleep(0)
    assert strip.text.text() == "Job 0 · 2 more"
    go.set()
    await asyncio.gather(*tasks)
