"""Opens a map in a program that never showed one, and prints the seconds until it stands whole.

What the window has loaded by then is loaded before; numpy, shapely, the ground and its names come
with the map.
"""

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding

import qasync
from PySide6.QtWidgets import QApplication

from bench.stage import heard  # and with it, all that the window has loaded
from caseboard.mapping.view import Bounds
from caseboard.ui.lib import asyncui
from caseboard.ui.lib.theme import Theme

UKRAINE = Bounds(22.0, 44.0, 40.3, 52.5)
SIZE = (1600, 1000)


async def opened(theme: Theme) -> float:
    """Seconds from asking for a map of Ukraine until it is painted with all its names."""
    start = time.perf_counter()
    from caseboard.ui.map.canvas import MapCanvas  # noqa: PLC0415  # that is what is timed

    canvas = MapCanvas(theme)
    canvas.resize(*SIZE)
    canvas.show()
    canvas.fit(UKRAINE)
    while not canvas.atlas.is_done:
        await heard(canvas.painted_anew, canvas.update)
    canvas.repaint()
    seconds = time.perf_counter() - start
    canvas.stop()
    canvas.close()
    await asyncui.finish()
    return seconds


if __name__ == "__main__":
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    look = Theme(app)
    look.apply(app)
    with qasync.QEventLoop(app) as loop:
        print(loop.run_until_complete(opened(look)), flush=True)
    os._exit(0)  # tidying up is no part of it
