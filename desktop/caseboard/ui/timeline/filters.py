"""What of a timeline is shown: kinds, one place, one source, and what is brushed."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from caseboard.analysis.occurrences import EventKind, Timeline
from caseboard.analysis.relating import places, sources
from caseboard.analysis.sifting import Asked
from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.ui.brush import Brush
from caseboard.ui.lib.buttons import link_button, menu_button
from caseboard.ui.lib.choices import add_choices
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.timeline.brush_chip import BrushChip
from caseboard.ui.timeline.look import kinds_name

MOST = 40
"""So many places or sources stand in a menu, the most frequent."""


class TimelineFilters(Surface):
    """Stands as `asked` says; `changed` is sent with another `Asked` when the user wants it."""

    changed = Signal(object)

    def __init__(self, theme: Theme, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__("panel", "bottom", parent)
        self.asked = Asked()
        self._timeline = Timeline()
        self.kinds_menu, self.places_menu, self.sources_menu = (QMenu(self) for _n in range(3))
        self.kinds = menu_button("", self.kinds_menu, self, flat=True)
        self.places = menu_button("", self.places_menu, self, flat=True)
        self.sources = menu_button("", self.sources_menu, self, flat=True)
        self.chip = BrushChip(theme, brush, self)
        self.reset = link_button(_("Show everything"), self)
        self.reset.clicked.connect(lambda: self._ask(Asked()))
        for kind in EventKind:
            action = self.kinds_menu.addAction(kinds_name(kind))
            action.setCheckable(True)
            action.setData(kind.value)
            action.triggered.connect(self._on_kind_ticked)
        self.places_menu.aboutToShow.connect(self._offer_places)
        self.sources_menu.aboutToShow.connect(self._offer_sources)
        flow = FlowLayout(self, theme.px(6))
        flow.setContentsMargins(*(theme.px(n) for n in (8, 3, 8, 3)))
        for widget in (self.kinds, self.places, self.sources, self.chip, self.reset):
            flow.addWidget(widget)
        self.show_asked(self.asked)

    def show_timeline(self, timeline: Timeline) -> None:
        """Offer the places and sources of this one, the whole of a case."""
        self._timeline = timeline
        self._fill()

    def show_asked(self, asked: Asked) -> None:
        """Stand as that says."""
        self.asked = asked
        for action in self.kinds_menu.actions():
            action.setChecked(EventKind(action.data()) in asked.kinds)
        self._fill()
        self.reset.setVisible(not asked.is_all)

    def _fill(self) -> None:
        asked, few = self.asked, len(self.asked.kinds)
        every = _("all")
        kinds = every if few == len(EventKind) else f"{few}"
        if few == 1:
            kinds = kinds_name(next(iter(asked.kinds)))
        self.kinds.setText(_("Kinds: {what}").format(what=kinds))
        names = self._timeline.place_names
        place = names.get(asked.place_id, every) if asked.place_id else every
        self.places.setText(_("Location: {what}").format(what=_cut(place)))
        source = self._timeline.source_names.get(asked.source_id, every)
        self.sources.setText(_("Source: {what}").format(what=_cut(source)))

    @Slot()
    def _offer_places(self) -> None:
        _offer(self.places_menu, places(self._timeline), self._on_place, self.asked.place_id)

    @Slot()
    def _offer_sources(self) -> None:
        _offer(self.sources_menu, sources(self._timeline), self._on_source, self.asked.source_id)

    @Slot()
    def _on_kind_ticked(self) -> None:
        ticked = (EventKind(a.data()) for a in self.kinds_menu.actions() if a.isChecked())
        kinds = frozenset(ticked)
        self._ask(Asked(kinds, self.asked.place_id, self.asked.source_id))

    def _on_place(self, place_id: str) -> None:
        self._ask(Asked(self.asked.kinds, place_id, self.asked.source_id))

    def _on_source(self, source_id: str) -> None:
        self._ask(Asked(self.asked.kinds, self.asked.place_id, source_id))

    def _ask(self, asked: Asked) -> None:
        self.show_asked(asked)
        self.changed.emit(asked)


def _offer(
    menu: QMenu,
    ranked: Iterable[tuple[str, str, int]],
    choose: Callable[[str], None],
    current: str,
) -> None:
    menu.clear()
    rows = [(row_id, f"{name}  ·  {numerals.count(count)}") for row_id, name, count in ranked]
    shown = rows[:MOST] + [row for row in rows[MOST:] if row[0] == current]
    add_choices(menu, [("", _("All")), *shown], choose, current)


def _cut(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23]}…"
