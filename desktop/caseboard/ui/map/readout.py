"""The card that says what is measured, or how to draw, while one does."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.buttons import flat_button, tool_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.canvas import MapCanvas
from caseboard.ui.map.measuring import in_words
from caseboard.ui.map.menu import copy
from caseboard.ui.map.tools import Tool


class Readout(Card):
    """Follows the tool of a canvas; it is there only while points are set."""

    def __init__(self, theme: Theme, canvas: MapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.result = plain_label("", self, size="strong")
        self.hint = plain_label("", self, tone="muted", size="small")
        self.hint.setMinimumWidth(theme.px(230))
        self.copy = tool_button(theme, "copy", _("Copy what was measured"), self)
        self.done = flat_button(theme, _("Done"), self)
        self.copy.clicked.connect(lambda: copy(self.result.text()))
        self.done.clicked.connect(self._on_done)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.result)
        words.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(6), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addLayout(words)
        row.addWidget(self.copy)
        row.addWidget(self.done)
        canvas.traced.connect(self._on_traced)
        self.hide()

    @Slot()
    def _on_traced(self) -> None:
        canvas = self._canvas
        trace, measure = canvas.trace, canvas.measure
        self.setVisible(trace is not None)
        if trace is None:
            return
        words = in_words(measure, trace.kind) if measure is not None else _name(canvas.tool)
        self.result.setText(words)
        self.result.setAccessibleName(words)
        self.copy.setVisible(canvas.tool.is_measuring and measure is not None)
        self.hint.setText(_hint(canvas.tool, is_ended=trace.is_ended))

    @Slot()
    def _on_done(self) -> None:
        """Ends what is drawn; what is only measured goes."""
        canvas = self._canvas
        canvas.end_trace()
        if canvas.trace is not None and (canvas.tool.is_measuring or not canvas.trace.points):
            canvas.set_tool(Tool.PAN)
        canvas.setFocus()


def _name(tool: Tool) -> str:
    return {
        Tool.PAN: "",
        Tool.DISTANCE: _("Measure a distance"),
        Tool.MEASURED_AREA: _("Measure an area"),
        Tool.POINT: _("Draw a point"),
        Tool.LINE: _("Draw a line"),
        Tool.AREA: _("Draw an area"),
    }[tool]


def _hint(tool: Tool, *, is_ended: bool) -> str:
    if is_ended:
        return _("Click to begin anew\nBackspace goes on · Esc clears")
    if tool is Tool.POINT:
        return _("Click, or press Space for the middle\nEsc leaves")
    return _("Click sets a point · double-click ends\nBackspace takes back · Esc clears")
