"""How long the window cannot answer while the program works."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from bench import material
from bench.harness import Case, Contest, Place
from bench.searching import COMMON, type_into
from bench.stage import Stage
from caseboard.capture.drop import Drop
from caseboard.commands import briefings, exporting_briefings

REACH = 0.05  # seconds
TICK = 0.005  # seconds
CLIPS = 20
SMALL = 40


class Pulse:
    """Beats every few milliseconds on the loop; `widest` is the longest it was kept waiting."""

    def __init__(self) -> None:
        self.widest = 0.0
        self.during = ""
        """What was going on then."""
        self.now = ""
        """What is going on, as whoever has it beat may say."""

    @asynccontextmanager
    async def beating(self) -> AsyncIterator[None]:
        """Beat as long as this lasts."""
        task = asyncio.ensure_future(self._beat())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _beat(self) -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(TICK)
            now = time.perf_counter()
            if now - last - TICK > self.widest:
                self.widest, self.during = now - last - TICK, self.now
            last = now


def taking_in(place: Place) -> Contest:
    """The widest gap while 20 pages are taken in and read, with their list in sight."""
    stage = _open(place)
    pages = _pages(place.own)
    return Contest(lambda: _widest(stage, _take_in(stage, next(pages))), end=stage.close)


def exporting(place: Place) -> Contest:
    """The widest gap while a briefing on 20 pages is exported."""
    stage = _open(place)
    stage.run(_take_in(stage, next(_pages(place.own))))
    target = place.own / "briefing.pdf"
    return Contest(lambda: _widest(stage, _export(stage, target)), end=stage.close)


def searching(place: Place) -> Contest:
    """The widest gap while someone types into the search field of ten thousand articles."""
    made = material.large(place.shared, place.rows)
    stage = Stage(made.folder, place.own)
    stage.open_case(made.large)
    queries = itertools.cycle(COMMON)
    return Contest(lambda: _widest(stage, type_into(stage, next(queries))), end=stage.close)


def _open(place: Place) -> Stage:
    cases = material.large(place.own, SMALL)
    stage = Stage(cases.folder, place.own)
    stage.open_case(cases.large)
    return stage


def _pages(folder: Path) -> Any:
    """Twenty files at a time, each new."""
    for first in itertools.count(0, CLIPS):
        paths = [folder / f"{number}.html" for number in range(first, first + CLIPS)]
        for path in paths:
            path.write_bytes(material.page(int(path.stem)))
        yield paths


def _widest(stage: Stage, work: Coroutine[Any, Any, object]) -> float:
    pulse = Pulse()

    async def beaten() -> None:
        async with pulse.beating():
            await work

    stage.run(beaten())
    return pulse.widest


async def _take_in(stage: Stage, paths: list[Path]) -> None:
    case_id = stage.session.case_id
    assert case_id is not None  # noqa: S101  `_open` opened it
    await stage.desk.taking_in.take(case_id, Drop(files=tuple(paths)))
    await stage.desk.taking_in.settled()


async def _export(stage: Stage, target: Path) -> None:
    case = stage.session.case
    assert case is not None  # noqa: S101  `_open` opened it
    briefing = briefings.draft(case)
    await stage.desk.run(briefings.SaveBriefing(briefing))
    await exporting_briefings.export(stage.desk.library, stage.desk.history, briefing, target)


CASES = [
    Case("widest gap while 20 pages are taken in", REACH, taking_in),
    Case("widest gap while a briefing is exported", REACH, exporting),
    Case("widest gap while someone searches", REACH, searching),
]
