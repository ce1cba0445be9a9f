"""A list of ten thousand clips: shown, scrolled and sorted in the real view."""

import asyncio
import itertools
import time

from bench import material
from bench.harness import Case, Contest, Place, p95
from bench.stage import Stage, heard, is_here, painted
from caseboard.store.clips import Order

FRAME = 0.016  # seconds
FRAMES = 250
WHEEL = 120  # pixels
FLING = 900


def first_paint(place: Place) -> Contest:
    """Opening the large case until its list is painted, against one of a tenth of its size."""
    cases = material.large(place.shared, place.rows)
    stage = Stage(cases.folder, place.own)
    return Contest(
        lambda: stage.open_case(cases.large), lambda: stage.open_case(cases.small), stage.close
    )


def scrolling(place: Place, step: int) -> Contest:
    """The p95 of what one frame costs the loop, painting and reading, `step` pixels a frame."""
    cases = material.large(place.shared, place.rows)
    stage = Stage(cases.folder, place.own)
    stage.open_case(cases.large)
    return Contest(lambda: p95(stage.run(_scroll(stage, step))), end=stage.close)


def sorting(place: Place) -> Contest:
    """Another order of the list, until it is painted."""
    cases = material.large(place.shared, place.rows)
    stage = Stage(cases.folder, place.own)
    stage.open_case(cases.large)
    orders = itertools.cycle((Order.TITLE, Order.PUBLISHED, Order.NEWEST))
    return Contest(lambda: stage.run(_sort(stage, next(orders))), end=stage.close)


async def _scroll(stage: Stage, step: int) -> list[float]:
    """Seconds each frame kept the loop busy: its own paint, and how late the next one came."""
    view = stage.clips.list
    bar = view.verticalScrollBar()
    bar.setValue(0)
    await painted(view, lambda: is_here(view, 0))
    frames = []
    for number in range(1, FRAMES + 1):
        start = time.perf_counter()
        bar.setValue(number * step)
        view.viewport().repaint()
        spent = time.perf_counter() - start
        rest = max(0.0, FRAME - spent)
        await asyncio.sleep(rest)
        frames.append(time.perf_counter() - start - rest)
    last = view.indexAt(view.viewport().rect().center()).row()
    await painted(view, lambda: is_here(view, last))
    return frames


async def _sort(stage: Stage, order: Order) -> float:
    model, view = stage.clips.model, stage.clips.list
    start = time.perf_counter()
    await heard(model.listed, lambda: model.sort_by(order))
    middle = view.indexAt(view.viewport().rect().center()).row()
    await painted(view, lambda: is_here(view, middle))
    return time.perf_counter() - start


CASES = [
    Case("10,000 clips listed, against 1,000", 1.3, first_paint),
    Case("10,000 clips, a frame turning the wheel (p95)", FRAME, lambda p: scrolling(p, WHEEL)),
    Case("10,000 clips, a frame flinging (p95)", FRAME, lambda p: scrolling(p, FLING)),
    Case("10,000 clips sorted anew", 0.3, sorting),
]
