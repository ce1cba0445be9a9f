"""The timeline: twenty thousand events moved and zoomed; fifty thousand reports opened as one."""

import asyncio
import time
from collections.abc import Callable

from bench import claim_material
from bench.harness import Case, Contest, Place, p95
from bench.stage import Stage
from caseboard.ui.brush import Brush
from caseboard.ui.navigation import Place as Where
from caseboard.ui.timeline.canvas import TimelineCanvas
from caseboard.ui.timeline.lanes import prepare
from caseboard.ui.timeline.look import Names
from caseboard.ui.timeline.scales import Scale
from caseboard.ui.timeline_shots import MANY, SOURCES, made_up
from caseboard.ui.views.timeline import TimelineView

FRAME = 1 / 45  # seconds
FRAMES = 150
REST = 0.1  # seconds
OPENED = 3.0  # seconds
SIZE = (1440, 900)
BUSIEST = 1_731_000_000.0
"""A moment of November 2024, in the middle of what was made up."""


def moving(place: Place, scale: Scale, move: Callable[[TimelineCanvas, int], None]) -> Contest:
    """The p95 of what a frame costs the loop while one moves, repaints of all included."""
    stage, canvas = _canvas(place)
    return Contest(
        lambda: p95(stage.run(_frames(canvas, scale, move))), end=_closing(stage, canvas)
    )


def resting(place: Place) -> Contest:
    """The one frame after all of it was asked for, with everything laid out anew."""
    stage, canvas = _canvas(place)

    async def rest() -> float:
        canvas.fit()
        canvas.chart.forget()
        start = time.perf_counter()
        canvas.repaint()
        return time.perf_counter() - start

    return Contest(lambda: stage.run(rest()), end=_closing(stage, canvas))


def opening(place: Place) -> Contest:
    """From asking for the timeline of fifty thousand reports until its lanes are drawn."""
    folder, case_id = claim_material.library(place.shared)
    stage = Stage(folder, place.own)
    stage.window.resize(*SIZE)
    stage.open_case(case_id)
    return Contest(lambda: stage.run(_open(stage)), end=stage.close)


def _canvas(place: Place) -> tuple[Stage, TimelineCanvas]:
    stage = Stage(claim_material.library(place.shared)[0], place.own)
    canvas = TimelineCanvas(stage.theme, Brush())
    canvas.resize(1000, 800)
    canvas.show()
    canvas.show_timeline(prepare(made_up(MANY)), Names({}, SOURCES))
    return stage, canvas


def _closing(stage: Stage, canvas: TimelineCanvas) -> Callable[[], None]:
    def close() -> None:
        canvas.close()
        canvas.deleteLater()
        stage.close()

    return close


async def _frames(
    canvas: TimelineCanvas, scale: Scale, move: Callable[[TimelineCanvas, int], None]
) -> list[float]:
    """Seconds each frame kept the loop busy: its own paint, and how late the next one came."""
    canvas.show_scale(scale)
    canvas.look(canvas.axis.centred(BUSIEST))
    canvas.repaint()
    frames = []
    for number in range(FRAMES):
        start = time.perf_counter()
        move(canvas, number)
        canvas.repaint()
        spent = time.perf_counter() - start
        rest = max(0.0, FRAME - spent)
        await asyncio.sleep(rest)
        frames.append(time.perf_counter() - start - rest)
    return frames


def _pan(canvas: TimelineCanvas, number: int) -> None:
    canvas.look(canvas.axis.moved(14 if number % 60 < 30 else -14))


def _zoom(canvas: TimelineCanvas, number: int) -> None:
    canvas.zoom(1.07 if number % 80 < 40 else 1 / 1.07, 400)


async def _open(stage: Stage) -> float:
    case_view = stage.session.case_view
    assert case_view is not None  # noqa: S101  asked for with a case open
    stage.session.navigator.open(Where("clip"))
    old = case_view._views.pop("timeline", None)  # as if never looked at  # noqa: SLF001
    if old is not None:
        case_view.removeWidget(old)
        old.deleteLater()
    start = time.perf_counter()
    stage.session.navigator.open(Where("timeline"))
    view = case_view.view("timeline")
    assert isinstance(view, TimelineView)  # noqa: S101  that is what the table's view is
    while not view.shown.occurrences:  # noqa: ASYNC110  shown is no event
        await asyncio.sleep(0.002)
    view.canvas.repaint()
    spent = time.perf_counter() - start
    assert len(view.shown.occurrences) > 50_000  # noqa: S101  else another thing was timed
    return spent


CASES = [
    Case("20,000 events by months, moving (p95)", FRAME, lambda p: moving(p, Scale.MONTHS, _pan)),
    Case("20,000 events by weeks, moving (p95)", FRAME, lambda p: moving(p, Scale.WEEKS, _pan)),
    Case("20,000 events by days, moving (p95)", FRAME, lambda p: moving(p, Scale.DAYS, _pan)),
    Case("20,000 events, a frame zooming (p95)", FRAME, lambda p: moving(p, Scale.WEEKS, _zoom)),
    Case("20,000 events, laid out and drawn anew", REST, resting),
    Case("50,000 reports opened as a timeline", OPENED, opening),
]
