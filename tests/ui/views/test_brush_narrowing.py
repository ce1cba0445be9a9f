"""Which clips and claims a brushed stretch of time leaves."""

import threading
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from caseboard.ui.timeline import narrowing
from caseboard.ui.timeline.narrowing import Narrowing
from support import settled, until


async def test_what_an_older_state_of_the_case_leaves_is_not_shown_over_a_newer_one(
    case_desk, work, monkeypatch
):
    await work.open()
    desk = await case_desk(work.case)
    owner, told, may_answer = QObject(), [], threading.Event()
    sifting = Narrowing(desk, owner)
    sifting.changed.connect(told.append)
    asked = []

    def slow(timeline, *_span):
        asked.append(timeline)
        if timeline == "older":
            assert may_answer.wait(30)
        return f"of the {timeline}"

    monkeypatch.setattr(narrowing, "within", slow)
    day = datetime(2024, 11, 13, tzinfo=UTC)
    desk.brush.put(day, day.replace(day=14))
    for timeline in ("older", "newer"):
        sifting._model.timeline = timeline
        sifting._model.changed.emit()
        await until(lambda timeline=timeline: timeline in asked)
    await until(lambda: told)
    may_answer.set()
    await settled()
    assert told == ["of the newer"]
    owner.deleteLater()
