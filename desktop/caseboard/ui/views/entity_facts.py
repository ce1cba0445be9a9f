"""What the library knows of one location or person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from caseboard.briefing.words import country
from caseboard.i18n import _
from caseboard.model.entities import Location, Named, Person
from caseboard.store.entity_pages import EntityPage
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.entities import precision
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.keyvalue import Fact, KeyValues
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.views.position_rows import PositionRows


class EntityFacts(QScrollArea):
    """Sections of facts; `edit_wanted` is sent by the first one's action."""

    edit_wanted = Signal()
    map_wanted = Signal()
    """The place is to be seen on the map."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self._theme = theme
        action = "" if desk.desk.library.read_only else _("Edit…")
        self.about = Section(theme, _("Facts"), action, self)
        self.facts = KeyValues(theme, self)
        self.position = Section(theme, _("Coordinates, WGS 84"), parent=self)
        self.rows = PositionRows(theme, self)
        self.unplaced = plain_label(_("Not known yet."), self, tone="muted", size="fact")
        self.names = Section(theme, _("Also called"), parent=self, last=True)
        self._names = FlowLayout(spacing=theme.px(4))
        self._lay_out()
        self.about.acted.connect(self.edit_wanted)
        self.position.acted.connect(self.map_wanted)

    def show_page(self, page: EntityPage) -> None:
        """Show what is known of this one."""
        entity = page.entity
        self.facts.set_facts([fact for fact in _facts(page) if fact.value])
        self.position.setVisible(isinstance(entity, Location))
        if isinstance(entity, Location):
            self._show_position(entity)
        self._show_names(entity)

    def _show_position(self, place: Location) -> None:
        is_known = place.lat is not None and place.lon is not None
        self.rows.setVisible(is_known)
        self.unplaced.setVisible(not is_known)
        self.position.set_action(_("Show on the map") if is_known else "")
        if place.lat is not None and place.lon is not None:
            self.rows.show_position(place.lat, place.lon)

    def _show_names(self, entity: Named) -> None:
        self._names.clear()
        for alias in entity.aliases:
            self._names.addWidget(Pill(self._theme, alias))
        self.names.setVisible(bool(entity.aliases))

    def _lay_out(self) -> None:
        self.about.body.addWidget(self.facts)
        self.position.body.addWidget(self.rows)
        self.position.body.addWidget(self.unplaced)
        self.names.body.addLayout(self._names)
        inside = Surface("panel_2")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self.about, self.position, self.names):
            column.addWidget(section)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inside)


def _facts(page: EntityPage) -> list[Fact]:
    entity = page.entity
    if isinstance(entity, Location):
        return [
            Fact(_("Kind"), words.term(entity.kind)),
            Fact(_("Country"), country(entity.country)),
            Fact(_("Precise to"), precision(entity.precision_m)),
            Fact(_("Gazetteer"), entity.gazetteer_id or "", mono=True),
        ]
    return [Fact(_("Role"), entity.role or "—")] if isinstance(entity, Person) else []
