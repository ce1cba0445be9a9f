"""The graph of links: a thousand nodes moved and zoomed; fifty thousand reports opened as one."""

import asyncio
import time
from collections.abc import Callable

from PySide6.QtCore import QPointF

from bench import claim_material
from bench.gaps import Pulse
from bench.harness import Case, Contest, Place, p95
from bench.stage import Stage
from caseboard.analysis.layout import lay_out
from caseboard.ui.graph import laying
from caseboard.ui.graph.canvas import Canvas
from caseboard.ui.graph.picture import HEIGHT, WIDTH, Picture, middle_of
from caseboard.ui.graph.still import Still
from caseboard.ui.link_shots import made_up
from caseboard.ui.navigation import Place as Where
from caseboard.ui.views.links import LinksView

NODES, EDGES = 1_000, 3_000
FRAME = 1 / 45  # seconds
REST = 0.05  # seconds
FRAMES = 150
OPENED = 3.0  # seconds
GAP = 0.05  # seconds
SIZE = (1440, 900)


def moving(place: Place, move: Callable[[Canvas, int], None]) -> Contest:
    """The p95 of what a frame costs the loop while the picture moves, repaints of all included."""
    stage, canvas = _canvas(place)
    return Contest(lambda: p95(stage.run(_frames(canvas, move))), end=_closing(stage, canvas))


def resting(place: Place) -> Contest:
    """The one frame with every line and sign drawn fine, once nobody moves the picture."""
    stage, canvas = _canvas(place)

    async def rest() -> float:
        canvas.fit()
        canvas._on_rest()  # noqa: SLF001  the timer would tell it so a moment later
        canvas._still = Still()  # noqa: SLF001  else the frame before would do
        start = time.perf_counter()
        canvas.repaint()
        return time.perf_counter() - start

    return Contest(lambda: stage.run(rest()), end=_closing(stage, canvas))


def opening(place: Place) -> Contest:
    """From asking for the view of fifty thousand reports until its graph is drawn."""
    stage = _stage_of_many(place)
    return Contest(lambda: stage.run(_open(stage)), end=stage.close)


def laying_out(place: Place) -> Contest:
    """The widest gap while a thousand nodes are laid out."""
    stage = Stage(claim_material.library(place.shared)[0], place.own)
    network = made_up(NODES, EDGES)

    async def beaten() -> float:
        pulse = Pulse()
        async with pulse.beating():
            await laying.lay_out(network, (WIDTH, HEIGHT), {}, {})
        return pulse.widest

    return Contest(lambda: stage.run(beaten()), end=stage.close)


def _canvas(place: Place) -> tuple[Stage, Canvas]:
    folder, _case_id = claim_material.library(place.shared)
    stage = Stage(folder, place.own)
    network = made_up(NODES, EDGES)
    order = {node_id: number for number, node_id in enumerate(network.nodes)}
    links = [(order[edge.one], order[edge.other]) for edge in network.edges]
    laid = lay_out([(WIDTH, HEIGHT)] * NODES, links)
    places = {node_id: middle_of(laid[number]) for node_id, number in order.items()}
    canvas = Canvas(stage.theme)
    canvas.resize(1000, 800)
    canvas.show()
    canvas.show_picture(Picture(network, places), frozenset())
    return stage, canvas


def _closing(stage: Stage, canvas: Canvas) -> Callable[[], None]:
    def close() -> None:
        canvas.close()
        canvas.deleteLater()
        stage.close()

    return close


async def _frames(canvas: Canvas, move: Callable[[Canvas, int], None]) -> list[float]:
    """Seconds each frame kept the loop busy: its own paint, and how late the next one came."""
    canvas.fit()
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


def _pan(canvas: Canvas, number: int) -> None:
    canvas.pan(QPointF(14 if number % 60 < 30 else -14, 6))


def _zoom(canvas: Canvas, number: int) -> None:
    canvas.zoom(1.07 if number % 80 < 40 else 1 / 1.07, QPointF(400, 300))


def _stage_of_many(place: Place) -> Stage:
    folder, case_id = claim_material.library(place.shared)
    stage = Stage(folder, place.own)
    stage.window.resize(*SIZE)
    stage.open_case(case_id)
    return stage


async def _open(stage: Stage) -> float:
    case_view = stage.session.case_view
    assert case_view is not None  # noqa: S101  asked for with a case open
    stage.session.navigator.open(Where("clip"))
    old = case_view._views.pop("links", None)  # as if it had never been looked at  # noqa: SLF001
    if old is not None:
        case_view.removeWidget(old)
        old.deleteLater()
    start = time.perf_counter()
    stage.session.navigator.open(Where("links"))
    view = case_view.view("links")
    assert isinstance(view, LinksView)  # noqa: S101  that is what the table's view is
    drawn = asyncio.get_running_loop().create_future()
    view.model.drawn.connect(lambda _picture: None if drawn.done() else drawn.set_result(None))
    await drawn
    view.canvas.repaint()
    spent = time.perf_counter() - start
    assert len(view.canvas.picture) > 50  # noqa: S101  else another thing was timed
    return spent


CASES = [
    Case("1,000 nodes and 3,000 links, a frame moving (p95)", FRAME, lambda p: moving(p, _pan)),
    Case("1,000 nodes and 3,000 links, a frame zooming (p95)", FRAME, lambda p: moving(p, _zoom)),
    Case("1,000 nodes and 3,000 links, drawn at rest", REST, resting),
    Case("50,000 reports opened as links", OPENED, opening),
    Case("widest gap while 1,000 nodes are laid out", GAP, laying_out),
]
