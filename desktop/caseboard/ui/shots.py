"""Pictures of every view, made from the sample case without anybody at the keys."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from caseboard.model.ids import CaseId
from caseboard.store import clips
from caseboard.ui import map_shots, more_shots
from caseboard.ui.desk import Desk
from caseboard.ui.navigation import Place
from caseboard.ui.session import Session
from caseboard.ui.views.case import CaseView
from caseboard.ui.window import MainWindow

SIZES = ((1440, 900), (1100, 700))
LOOKS = ("light", "dark")
NAMES = {
    "change_set": "history",
    "person": "people",
    "links": "links",
    "map": "map",
    "timeline": "timeline",
}
PATIENCE = 10.0
"""Seconds that a view may take to come to rest."""


async def shoot(window: MainWindow, desk: Desk, case_id: CaseId, folder: Path) -> list[Path]:
    """Write a PNG of every view into `folder`, in both looks and sizes; returns the files."""
    session = Session(window, desk)
    await session.begin("")
    await at_rest()
    made = await _in_every_look(window, desk, folder, "start")
    await session.go_to(case_id, Place("clip"))
    first = (await desk.read(clips.ids, case_id, clips.Order.OLDEST))[0]
    for kind in sorted(CaseView.kinds()):
        session.navigator.open(Place(kind, first if kind == "clip" else ""))
        await at_rest()
        name = "reader" if kind == "clip" else NAMES.get(kind, f"{kind}s")
        made += await _in_every_look(window, desk, folder, name)

    def take(widget: QWidget, name: str) -> None:
        for look in _looks(widget, desk):
            made.append(_grabbed(widget, folder, f"{name}-{look}"))

    async def take_drawn(widget: QWidget, name: str) -> None:
        made.extend(await _in_every_look(widget, desk, folder, name))

    await more_shots.shoot(session, case_id, take, at_rest)
    await map_shots.shoot(session, case_id, take_drawn, at_rest)
    await session.close()
    return made


async def _in_every_look(widget: QWidget, desk: Desk, folder: Path, name: str) -> list[Path]:
    """Pictures in every look and size, each once all is drawn that is drawn off the loop."""
    made = []
    for look in _looks(widget, desk):
        await at_rest()
        made.append(_grabbed(widget, folder, f"{name}-{look}"))
    return made


def _looks(widget: QWidget, desk: Desk) -> Iterator[str]:
    """Puts on one look and size after the other and names it: the window in both sizes.

    Anything else stays as large as it is.
    """
    is_window = isinstance(widget, MainWindow)
    for look in LOOKS:
        desk.theme.choose(look)
        for width, height in SIZES if is_window else [widget.size().toTuple()]:
            widget.resize(width, height)
            _settle(widget)
            yield f"{look}-{width}"


def _grabbed(widget: QWidget, folder: Path, name: str) -> Path:
    path = folder / f"{name}.png"
    widget.grab().save(str(path))
    return path


def _settle(window: QWidget) -> None:
    """Let Qt lay out and paint what has changed."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    window.ensurePolished()
    QCoreApplication.sendPostedEvents()


async def at_rest() -> None:
    """Wait until every task but those that run for ever has ended."""
    here = asyncio.current_task()
    standing = {task for task in asyncio.all_tasks() if task is here or _is_standing(task)}
    async with asyncio.timeout(PATIENCE):
        while busy := {task for task in asyncio.all_tasks() if task not in standing}:
            await asyncio.wait(busy)
    for _turn in range(5):  # what Qt was told by them
        await asyncio.sleep(0.02)


def _is_standing(task: "asyncio.Task[object]") -> bool:
    return task.get_name().startswith("standing")
