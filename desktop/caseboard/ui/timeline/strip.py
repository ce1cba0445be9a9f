"""The timeline in small, under a map: bars, the brush, and playing through time."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.analysis.calendar import Unit
from caseboard.analysis.stretches import DAY
from caseboard.analysis.tallies import Tally
from caseboard.analysis.timeline import Clock
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.buttons import ThemedIcon, flat_button, menu_button
from caseboard.ui.lib.choices import add_choices
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.timeline.axis import between
from caseboard.ui.timeline.bars import Bars
from caseboard.ui.timeline.brush_chip import BrushChip
from caseboard.ui.timeline.brushed import clock_name
from caseboard.ui.timeline.model import TimelineModel
from caseboard.ui.timeline.player import Player

LONGEST = 8
"""Units up to which what lasts is counted in bars."""
UNITS = (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH)


class TimelineStrip(Surface):
    """Shows how much of the case is when, on the clock that is brushed.

    What is brushed here is `desk.brush`: whoever shows anything by time follows that.
    """

    opened = Signal()
    """The whole timeline is wanted."""

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__("panel", "top", parent)
        theme = desk.desk.theme
        self._desk = desk
        self._theme = theme
        self._tallied: tuple[object, ...] = ()
        self.unit = Unit.DAY
        self.model = TimelineModel(desk, self)
        self.player = Player(desk.brush, self)
        self.bars = Bars(theme, desk.brush, self)
        self.range = plain_label("", self, tone="muted")
        self.chip = BrushChip(theme, desk.brush, self)
        self.play = flat_button(theme, _("Play"), self)
        self._play_icon = ThemedIcon(theme, self.play, "play", "muted")
        self.menu = QMenu(self)
        self.units = menu_button("", self.menu, self, flat=True)
        self._lay_out()
        self._connect()
        self._show()
        self.model.reload()

    def choose_unit(self, unit: Unit) -> None:
        """Count and play by that unit."""
        self.unit = unit
        self._show()

    def _lay_out(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(plain_label(_("Timeline"), self, size="strong"))
        head.addWidget(self.range)
        head.addWidget(self.chip, 1)
        head.addStretch(1)
        head.addWidget(self.play)
        head.addWidget(self.units)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(px(n) for n in (14, 6, 10, 8)))
        column.setSpacing(px(2))
        column.addLayout(head)
        column.addWidget(self.bars, 1)

    def _connect(self) -> None:
        self.model.changed.connect(self._show)
        self.model.failed.connect(self._on_failed)
        self._desk.brush.changed.connect(self._show)
        self.bars.looked.connect(self._say_range)
        self.bars.opened.connect(self.opened)
        self.bars.play_wanted.connect(self.player.toggle)
        self.play.clicked.connect(self.player.toggle)
        self.player.turned.connect(self._on_turned)

    @Slot()
    def _show(self) -> None:
        """Count anew, where anything is other than it was."""
        timeline, clock = self.model.timeline, self._desk.brush.brushed.clock
        if self._tallied == (id(timeline), self.unit, clock):
            return
        self._tallied = (id(timeline), self.unit, clock)
        occurrences = timeline.occurrences if timeline else ()
        stretches = [each.stretch for each in occurrences if each.clock is clock]
        tally = Tally(stretches, LONGEST * self.unit.length)
        self.bars.show_tally(tally, self.unit)
        self.player.unit = self.unit
        self.player.count_by(tally)
        self.play.setEnabled(len(tally) > 0)
        self._fill_menu(clock)
        self._say_range()

    def _fill_menu(self, clock: Clock) -> None:
        names = unit_names()
        self.units.setText(names[self.unit])
        spoken = _("{unit}, by the clock {clock}").format(
            unit=names[self.unit], clock=clock_name(clock)
        )
        self.units.setAccessibleName(spoken)
        self.menu.clear()
        add_choices(self.menu, [(u, names[u]) for u in UNITS], self.choose_unit, self.unit)
        self.menu.addSeparator()
        clocks = [(each, clock_name(each)) for each in Clock]
        add_choices(self.menu, clocks, self._desk.brush.use, clock)

    @Slot()
    def _say_range(self) -> None:
        if self.model.timeline is None:
            self.range.setText("")
        elif self.bars.tally.bounds is None:
            self.range.setText(_("Nothing here has a time on this clock"))
        else:
            axis = self.bars.axis
            self.range.setText(between(axis.start // DAY * DAY, -(-axis.end // DAY) * DAY))

    @Slot(object)
    def _on_failed(self, trouble: CaseError) -> None:
        self.range.setText(f"{trouble} {trouble.hint}".strip())

    @Slot(bool)
    def _on_turned(self, is_playing: bool) -> None:
        self.play.setText(_("Pause") if is_playing else _("Play"))
        self._play_icon.change("pause" if is_playing else "play")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.sleep(asleep=False)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.player.stop()
        self.model.sleep(asleep=True)


def unit_names() -> dict[Unit, str]:
    """What each unit is called in a menu."""
    return {
        Unit.HOUR: _("Hour"),
        Unit.DAY: _("Day"),
        Unit.WEEK: _("Week"),
        Unit.MONTH: _("Month"),
        Unit.YEAR: _("Year"),
    }
