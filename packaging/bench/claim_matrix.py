"""Fifty thousand reports of sixty claimants as a matrix: opened, scrolled both ways, grouped."""

import asyncio
import itertools
import time
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent

from bench import claim_material
from bench.harness import Case, Contest, Place, p95
from bench.stage import Stage, heard, painted
from caseboard.analysis.matrix import Grouping
from caseboard.model.ids import CaseId
from caseboard.ui.navigation import Place as Where
from caseboard.ui.views.claims import ClaimsView
from caseboard.ui.views.claims_bar import MATRIX

FRAME = 0.016  # seconds
FRAMES = 200
WHEEL = 120  # pixels
SIZE = (1440, 900)


def opening(place: Place) -> Contest:
    """From asking for the view until the matrix stands painted, nothing read before."""
    stage, case_id = _stage(place)
    stage.open_case(case_id)
    return Contest(lambda: stage.run(_open(stage)), end=stage.close)


def scrolling(place: Place, *, across: bool) -> Contest:
    """The p95 of what one frame costs the loop, painting and all else."""
    stage, case_id = _stage(place)
    stage.open_case(case_id)
    stage.run(_open(stage))
    return Contest(lambda: p95(stage.run(_scroll(stage, across=across))), end=stage.close)


def grouping(place: Place) -> Contest:
    """Another grouping of all claims, until it is painted."""
    stage, case_id = _stage(place)
    stage.open_case(case_id)
    stage.run(_open(stage))
    kinds = itertools.cycle((Grouping.PLACE, Grouping.EVENT, Grouping.NONE))
    return Contest(lambda: stage.run(_group(stage, next(kinds))), end=stage.close)


def _stage(place: Place) -> tuple[Stage, CaseId]:
    folder, case_id = claim_material.library(place.shared)
    stage = Stage(folder, place.own)
    stage.window.resize(*SIZE)
    return stage, case_id


def _view(stage: Stage) -> ClaimsView:
    assert stage.session.case_view is not None  # noqa: S101  asked for with a case open
    view = stage.session.case_view.view("claim")
    assert isinstance(view, ClaimsView)  # noqa: S101  that is what the table's view is
    return view


async def _open(stage: Stage) -> float:
    case_view = stage.session.case_view
    assert case_view is not None  # noqa: S101  asked for with a case open
    stage.session.navigator.open(Where("clip"))
    old = case_view._views.pop("claim", None)  # as if it had never been looked at  # noqa: SLF001
    if old is not None:
        case_view.removeWidget(old)
        old.deleteLater()
    start = time.perf_counter()
    stage.session.navigator.open(Where("claim"))
    view = _view(stage)
    table = view.matrix.table
    await painted(table, lambda: view.model.rowCount() == claim_material.CLAIMS)
    spent = time.perf_counter() - start
    assert view.mode == MATRIX  # noqa: S101  else another thing was timed
    return spent


async def _scroll(stage: Stage, *, across: bool) -> list[float]:
    """Seconds each frame kept the loop busy: its own paint, and how late the next one came."""
    table = _view(stage).matrix.table
    bar = table.horizontalScrollBar() if across else table.verticalScrollBar()
    bar.setValue(0)
    await asyncio.sleep(0.2)
    assert bar.maximum() > FRAMES * 20  # noqa: S101  else nothing moved
    frames = []
    for number in range(1, FRAMES + 1):
        start = time.perf_counter()
        bar.setValue(number * (20 if across else WHEEL))
        QCoreApplication.sendPostedEvents(stage.window, QEvent.Type.UpdateRequest.value)
        spent = time.perf_counter() - start
        rest = max(0.0, FRAME - spent)
        await asyncio.sleep(rest)
        frames.append(time.perf_counter() - start - rest)
    return frames


async def _group(stage: Stage, kind: Grouping) -> float:
    view = _view(stage)
    start = time.perf_counter()
    await heard(view.model.listed, lambda: view.model.ask(replace(view.model.asked, grouping=kind)))
    await painted(view.matrix.table, lambda: True)
    return time.perf_counter() - start


CASES = [
    Case("50,000 reports opened as a matrix", 0.5, opening),
    Case("2,000 claims × 60, a frame down (p95)", FRAME, lambda p: scrolling(p, across=False)),
    Case("2,000 claims × 60, a frame across (p95)", FRAME, lambda p: scrolling(p, across=True)),
    Case("2,000 claims grouped anew", 0.3, grouping),
]
