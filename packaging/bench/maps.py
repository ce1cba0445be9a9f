"""The map: Ukraine dragged about and zoomed at 1600 × 1000; a map opened in a fresh program."""

import asyncio
import statistics
import sys
import time
from collections.abc import Callable, Coroutine
from typing import Any

from bench import claim_material
from bench.gaps import Pulse
from bench.harness import Case, Contest, Place, p95
from bench.programs import printed_figure
from bench.stage import Stage, heard
from caseboard.mapping.view import Bounds
from caseboard.ui.map.canvas import MapCanvas

SIZE = (1600, 1000)
UKRAINE = Bounds(22.0, 44.0, 40.3, 52.5)
FRAME = 1 / 45  # seconds
FRAMES = 180
ZOOMED = 0.2  # seconds
OPENED = 1.5  # seconds
GAP = 0.05  # seconds
STEPS = (0.5, 0.5, -0.5, 0.5, 0.5, -0.5, -0.5)
"""Zooms one after the other: nearer to regions of Ukraine, and back."""
Work = Callable[[MapCanvas], Coroutine[Any, Any, float]]


def on_a_map(place: Place, work: Work) -> Contest:
    """What `work` makes of a map of Ukraine of which all in sight has been drawn."""
    stage = Stage(claim_material.library(place.shared)[0], place.own)
    canvas = MapCanvas(stage.theme)
    canvas.resize(*SIZE)
    canvas.show()

    async def once() -> float:
        canvas.fit(UKRAINE)
        await _whole(canvas)
        return await work(canvas)

    def close() -> None:
        canvas.stop()
        canvas.close()
        canvas.deleteLater()
        stage.close()

    return Contest(lambda: stage.run(once()), end=close)


async def frames(canvas: MapCanvas) -> float:
    """The p95 of what a frame costs the loop while the map is dragged, new ground included."""
    spent = []
    for number in range(FRAMES):
        start = time.perf_counter()
        canvas.pan(16 if number % 120 < 60 else -16, 5 if number % 60 < 30 else -5)
        canvas.repaint()
        rest = max(0.0, FRAME - (time.perf_counter() - start))
        await asyncio.sleep(rest)
        spent.append(time.perf_counter() - start - rest)
    return p95(spent)


async def zoomed(canvas: MapCanvas) -> float:
    """The median of the seconds from a zoom until all of it stands sharp, names and all."""
    spent = []
    for step in STEPS:
        start = time.perf_counter()
        canvas.zoom(step)
        await _whole(canvas)
        canvas.repaint()
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


async def held_up(canvas: MapCanvas) -> float:
    """The widest gap while the map is zoomed and drawn."""
    pulse = Pulse()
    async with pulse.beating():
        for step in STEPS:
            canvas.zoom(step)
            await _whole(canvas)
    return pulse.widest


def opened(_place: Place) -> Contest:
    """From asking for the first map of a program until it stands whole."""
    return Contest(lambda: printed_figure([sys.executable, "-m", "bench.first_map"]))


async def _whole(canvas: MapCanvas) -> None:
    while not canvas.atlas.is_done:
        await heard(canvas.painted_anew, canvas.update)


CASES = [
    Case("map of Ukraine dragged, a frame (p95)", FRAME, lambda p: on_a_map(p, frames)),
    Case("map of Ukraine drawn whole after a zoom", ZOOMED, lambda p: on_a_map(p, zoomed)),
    Case("widest gap while a map is zoomed", GAP, lambda p: on_a_map(p, held_up)),
    Case("first map of a program", OPENED, opened),
]
"""Without the pace of another: the time itself counts."""
