"""The map one measures and draws on: which tool is in hand, and the points it has set."""

import asyncio

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from caseboard.mapping.symbol_picture import Symbols
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map import marking, measuring
from caseboard.ui.map.board import MapBoard
from caseboard.ui.map.later_ground import LaterGround
from caseboard.ui.map.tools import Position, Tool, Trace


class Drafting(MapBoard):
    """Points come by `add`, from wherever; `traced` tells of each change."""

    drawn = Signal(object)
    """`Sketch`: a point, line or area that was drawn by hand and ended."""
    traced = Signal()
    """The points being set, what they measure, or the tool are others now."""

    def __init__(
        self,
        theme: Theme,
        reader: LaterGround | None = None,
        parent: QWidget | None = None,
        symbols: Symbols | None = None,
    ) -> None:
        super().__init__(theme, reader, parent, symbols)
        self.tool = Tool.PAN
        self.trace: Trace | None = None
        self._pointer: Position | None = None
        self._is_by_keys = False

    @property
    def position(self) -> Position:
        """Latitude and longitude under the pointer, or in the middle; degrees WGS 84."""
        return self._pointer or (self.view.lat, self.view.lon)

    def set_tool(self, tool: Tool) -> None:
        """Use another tool; what was being drawn is let go."""
        kind = tool.kind
        self.tool = tool
        self.trace = None if kind is None else Trace(kind)
        self.setCursor(Qt.CursorShape.ArrowCursor if kind is None else Qt.CursorShape.CrossCursor)
        if kind is not None:
            self._warm_up()
        self._tell_trace()

    def begin_at(self, tool: Tool, lat: float, lon: float) -> None:
        """Use a tool whose first point is set already."""
        self.set_tool(tool)
        self.add(lat, lon)
        self.setFocus()

    @property
    def measure(self) -> measuring.Measure | None:
        """What the points set measure, the pointer as the next one; None while none is set."""
        trace = self.trace
        if trace is None or not trace.points:
            return None
        points = list(trace.points)
        if self._pointer is not None and not trace.is_ended and not self._is_by_keys:
            points.append(self._pointer)
        return measuring.measured(points, trace.kind)

    def end_trace(self) -> None:
        """Set no more points; tells what was drawn, if it is something."""
        sketch = self.trace.end() if self.trace is not None else None
        self._tell_trace()
        if sketch is not None and not self.tool.is_measuring:
            self.set_tool(Tool.PAN)
            self.drawn.emit(sketch)

    def take_back(self) -> None:
        """Take the last point back."""
        if self.trace is not None and self.trace.take_back():
            self._tell_trace()

    def clear_trace(self) -> None:
        """Begin anew; where nothing is drawn, put the tool away."""
        if self.trace is not None and self.trace.points:
            self.trace.clear()
            self._tell_trace()
        else:
            self.set_tool(Tool.PAN)

    def add(self, lat: float, lon: float) -> None:
        """Set another point; without a tool for that, none is set."""
        if self.trace is None:
            return
        self.trace.add(lat, lon)
        self._tell_trace()
        if self.tool is Tool.POINT:
            self.end_trace()

    def _tell_trace(self) -> None:
        self.traced.emit()
        self.update()

    @async_slot()
    async def _warm_up(self) -> None:
        await asyncio.to_thread(measuring.warm_up)

    def trace_by(self, key: int) -> bool:
        """Points set by keys: with Space in the middle; whether the key was for that."""
        if self.trace is None:
            return False
        if key == Qt.Key.Key_Space:
            self._is_by_keys = True
            self.add(self.view.lat, self.view.lon)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.end_trace()
        elif key == Qt.Key.Key_Backspace:
            self.take_back()
        elif key == Qt.Key.Key_Escape:
            self.clear_trace()
        else:
            return False
        return True

    def paint_trace(self, painter: QPainter) -> None:
        """Paint the points set, the leg to the pointer, and where a key would set the next."""
        if self.trace is None:
            return
        pointer = None if self._is_by_keys else self._pointer
        marking.paint_trace(painter, self._theme.tokens, self.view, self.trace, pointer)
        if self._is_by_keys:
            middle = QPointF(self.view.width / 2, self.view.height / 2)
            marking.paint_pin(painter, self._theme.tokens, middle)
