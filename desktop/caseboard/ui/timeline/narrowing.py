"""Lists that show no more than what the brushed stretch of time concerns."""

import asyncio

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.analysis.sifting import Within, within
from caseboard.errors import CaseError
from caseboard.ui.brush import Brush
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.timeline import brushed
from caseboard.ui.timeline.brush_chip import BrushChip
from caseboard.ui.timeline.model import TimelineModel

PAUSE = 120
"""Milliseconds that the brush must rest before lists follow it."""


class Narrowing(QObject):
    """Works out which clips and claims the brush leaves, while someone looks.

    `changed` is sent with `Within`, or with None where all of them are to be shown.
    """

    changed = Signal(object)

    def __init__(self, desk: CaseDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_asleep = True
        self._told: Within | None = None
        self._model = TimelineModel(desk, self)
        self._model.sleep(asleep=True)
        self._model.changed.connect(self._work)
        self._model.failed.connect(self._on_failed)
        self._resting = QTimer(self, singleShot=True, interval=PAUSE)
        self._resting.timeout.connect(self._follow)
        desk.brush.changed.connect(self._on_brushed)

    def sleep(self, *, asleep: bool) -> None:
        """Nothing is worked out while nobody looks."""
        self._is_asleep = asleep
        if not asleep:
            self._follow()

    @Slot()
    def _on_brushed(self) -> None:
        if not self._is_asleep:
            self._resting.start()

    @Slot()
    def _follow(self) -> None:
        """Take up what is brushed now; the case is read when that is first needed."""
        span = brushed.span_of(self._desk.brush.brushed)
        self._model.sleep(asleep=self._is_asleep or span is None)
        if span is None or self._model.timeline is not None:
            self._work()

    @newest_slot()
    async def _work(self) -> None:
        now, timeline = self._desk.brush.brushed, self._model.timeline
        span = brushed.span_of(now)
        if span is None:
            self._tell(None)
        elif timeline is not None:
            found = await asyncio.to_thread(within, timeline, now.clock, *span)
            if isValid(self) and now == self._desk.brush.brushed:
                self._tell(found)

    @async_slot(object)
    async def _on_failed(self, error: CaseError) -> None:
        """Lists stay as they are; why they could not follow is shown over the window."""
        raise error

    def _tell(self, found: Within | None) -> None:
        if found != self._told:
            self._told = found
            self.changed.emit(found)


class NarrowedBar(Surface):
    """Says over a list that it is narrowed, and by what; hidden while it is not."""

    def __init__(self, theme: Theme, brush: Brush, parent: QWidget) -> None:
        super().__init__("panel_2", "bottom", parent)
        self._brush = brush
        self.chip = BrushChip(theme, brush, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(n) for n in (10, 3, 10, 3)))
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        brush.changed.connect(self._on_brushed)
        self._on_brushed()

    @Slot()
    def _on_brushed(self) -> None:
        self.setVisible(not self._brush.brushed.is_all)
