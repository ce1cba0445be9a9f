"""Draws unit symbols: milsymbol (APP-6, MIL-STD-2525), run by Qt's script engine.

The script takes a third of a second to load and belongs to one thread, so it is loaded when the
first symbol is asked for, on a thread of its own.
"""

import json
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from caseboard.mapping.sidc import is_code
from caseboard.mapping.symbol_picture import SymbolPicture
from caseboard.paths import resources

if TYPE_CHECKING:
    from PySide6.QtQml import QJSValue

_KEPT = 2000
"""Pictures, of about a kilobyte each."""
_QUIET = "qt.qml.usedbeforedeclared=false"
"""What the engine says of a script that was made small."""
_HALO = 5
"""Hundredths of the frame's height, of white around all lines: they stand on any ground."""
_FONT = "Inter"
_CENTRED = re.compile(
    r'y="(-?[\d.]+)"([^>]*?)font-size="([\d.]+)"([^>]*?) ?dominant-baseline="middle"'
)
_CAPITALS = 0.36
"""Half the height of a capital, in sizes of the font."""
_DRAW = """(function (asked) {
    var symbol = new ms.Symbol(JSON.parse(asked));
    var size = symbol.getSize(), anchor = symbol.getAnchor();
    return JSON.stringify([symbol.asSVG(), size.width, size.height, anchor.x, anchor.y]);
})"""


class _Asked(NamedTuple):
    sidc: str
    size: float
    designation: str
    direction: float | None


class SymbolMaker:
    """`Symbols` for any thread; remembers what it drew."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: OrderedDict[_Asked, SymbolPicture] = OrderedDict()
        self._orders: SimpleQueue[tuple[_Asked, Future[SymbolPicture]] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_closed = False

    def picture(
        self, sidc: str, size: float, designation: str = "", direction: float | None = None
    ) -> SymbolPicture | None:
        """The symbol of a 20-digit code, its frame about `size` pixels high; None for no code.

        `direction` is where the unit is heading, in degrees from north. Waits for a symbol that
        was never asked for; once closed, gives only what it remembers.
        """
        asked = _Asked(sidc, size, designation, direction)
        known = self._known(asked)
        if known is not None or not is_code(sidc):
            return known
        order = self._order(asked)
        return None if order is None else order.result()

    def drawn(
        self, sidc: str, size: float, designation: str = "", direction: float | None = None
    ) -> SymbolPicture | None:
        """The symbol if it is remembered; never waits."""
        return self._known(_Asked(sidc, size, designation, direction))

    def close(self) -> None:
        """Let the script engine go; safe to call twice."""
        with self._lock:
            self._is_closed = True
            thread, self._thread = self._thread, None
        if thread is not None:
            self._orders.put(None)
            thread.join()

    def _known(self, asked: _Asked) -> SymbolPicture | None:
        with self._lock:
            known = self._made.get(asked)
            if known is not None:
                self._made.move_to_end(asked)
            return known

    def _keep(self, asked: _Asked, picture: SymbolPicture) -> None:
        with self._lock:
            self._made[asked] = picture
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)

    def _order(self, asked: _Asked) -> Future[SymbolPicture] | None:
        with self._lock:
            if self._is_closed:
                return None
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="symbols", daemon=True)
                self._thread.start()
            order: Future[SymbolPicture] = Future()
            self._orders.put((asked, order))
            return order

    def _work(self) -> None:
        with ExitStack() as leaving:
            draw: Callable[[str], str] | None = None
            while (order := self._orders.get()) is not None:
                asked, answer = order
                try:
                    draw = draw or _script(leaving)
                    made = self._known(asked) or _picture(draw(_options(asked)))
                except (OSError, RuntimeError, ValueError) as error:
                    answer.set_exception(error)
                    continue
                self._keep(asked, made)
                answer.set_result(made)
            del draw  # the engine dies on the thread it was made on, before the application


@contextmanager
def application() -> Iterator[None]:
    """What the engine needs of a program without windows, to be entered on its main thread."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415  the window has one

    if QCoreApplication.instance() is not None:
        yield
        return
    made = QCoreApplication([])
    try:
        yield
    finally:
        made.shutdown()


def _script(leaving: ExitStack) -> Callable[[str], str]:
    """The script, loaded on this thread: options in, picture out, both as JSON."""
    from PySide6.QtCore import QCoreApplication, QLoggingCategory  # noqa: PLC0415  only when drawn
    from PySide6.QtQml import QJSEngine, QJSValue  # noqa: PLC0415

    if QCoreApplication.instance() is None:
        msg = "the script engine needs an application: see `application`"
        raise RuntimeError(msg)
    QLoggingCategory.setFilterRules(_QUIET)
    engine = QJSEngine()
    leaving.callback(engine.collectGarbage)  # and so held, until the application may go
    source = (resources() / "milsymbol.js").read_text(encoding="utf-8")
    _checked(engine.evaluate(source, "milsymbol.js"))
    function = _checked(engine.evaluate(_DRAW, "draw"))

    def draw(options: str) -> str:
        return str(_checked(function.call([QJSValue(options)])).toString())

    return draw


def _checked(value: Any) -> "QJSValue":
    """A value the script gave; Qt's stubs take an evaluation for a pair."""
    if value.isError():
        raise RuntimeError(value.toString())
    return cast("QJSValue", value)


def _options(asked: _Asked) -> str:
    options: dict[str, object] = {
        "sidc": asked.sidc,
        "size": asked.size,
        "outlineColor": "white",
        "outlineWidth": _HALO,
        "fontfamily": _FONT,
    }
    if asked.designation:
        options["uniqueDesignation"] = asked.designation
    if asked.direction is not None:
        options["direction"] = asked.direction % 360
    return json.dumps(options)


def _picture(drawn: str) -> SymbolPicture:
    svg, width, height, x, y = json.loads(drawn)
    return SymbolPicture(_plain(svg), width, height, x, y)


def _plain(svg: str) -> str:
    """SVG Tiny has no `dominant-baseline`, and we ship one font."""
    centred = _CENTRED.sub(_lowered, svg)
    return centred.replace('font-family="Arial"', f'font-family="{_FONT}"')


def _lowered(found: re.Match[str]) -> str:
    y, between, size, after = found.groups()
    return f'y="{float(y) + _CAPITALS * float(size):g}"{between}font-size="{size}"{after}'
