"""From a drop on the window to its row in the list."""

import itertools
import time
from functools import partial

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from bench import material
from bench.harness import Case, Contest, Place
from bench.stage import Stage, painted
from caseboard.ui.itemmodels.paged import Role

SMALL = 40
SPOT = QPointF(400, 400)
NO_KEY = Qt.KeyboardModifier.NoModifier


def into_a_small_case(place: Place) -> Contest:
    """A page dropped on a few others."""
    cases = material.large(place.own, SMALL)
    stage = Stage(cases.folder, place.own)
    stage.open_case(cases.large)
    return _drops(stage)


def into_a_large_case(place: Place) -> Contest:
    """A page dropped on ten thousand others."""
    cases = material.large(place.shared, place.rows)
    stage = Stage(cases.folder, place.own)
    stage.open_case(cases.large)
    return _drops(stage)


def selection(number: int) -> QMimeData:
    """What a browser hands over of words selected in a page."""
    page = material.page(number)
    mime = QMimeData()
    mime.setHtml(page.decode())
    mime.setText(page.decode())
    return mime


def _drops(stage: Stage) -> Contest:
    numbers = itertools.count(time.time_ns() % 1_000_000)
    return Contest(lambda: stage.run(_drop(stage, next(numbers))), end=stage.close)


async def _drop(stage: Stage, number: int) -> float:
    """Seconds from the drop until its row is painted; then its reading is waited for, untimed."""
    known = set(stage.clips.model.ids)
    mime = selection(number)
    view = stage.clips.list
    held = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NO_KEY)
    stage.app.sendEvent(stage.window, QDragEnterEvent(SPOT.toPoint(), *held))
    start = time.perf_counter()
    stage.app.sendEvent(stage.window, QDropEvent(SPOT, *held))
    await painted(view, partial(_is_new, stage, known))
    spent = time.perf_counter() - start
    await stage.desk.taking_in.settled()
    return spent


def _is_new(stage: Stage, known: set[str]) -> bool:
    """Whether the newest row is one that was not there, and has been read."""
    model = stage.clips.model
    if not model.rowCount() or model.ids[0] in known:
        return False
    return model.index(0, 0).data(Role.ROW) is not None


CASES = [
    Case("drop to row, in a small case", 0.1, into_a_small_case),
    Case("drop to row, in a case of 10,000", 0.1, into_a_large_case),
]
