"""What is said in a clip: places, units, people, keywords, claims, and by whom it was published."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.commands.claims import BinReport
from caseboard.commands.editing import Bin
from caseboard.i18n import _, ngettext
from caseboard.model.clip import Tag
from caseboard.model.entities import Location, Named, Person, Unit
from caseboard.model.ids import ReportId
from caseboard.store import evidence
from caseboard.store.clips import ClipView
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms import position_form
from caseboard.ui.forms.entity_form import EntityForm
from caseboard.ui.forms.form import Form, fill
from caseboard.ui.forms.report_form import ReportForm
from caseboard.ui.inspector.chains import chain, graded
from caseboard.ui.inspector.groups import KINDS, Group, groups
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.inspector.place_offer import PlaceOffer
from caseboard.ui.inspector.rows import Said, SaidRow, TagRow
from caseboard.ui.inspector.source_section import SourceSection
from caseboard.ui.inspector.suggestions import SuggestionsSection
from caseboard.ui.inspector.suggestions_rejected import TurnedDown
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.section import Section
from caseboard.ui.navigation import Navigator

MODELS: dict[str, type[Location | Unit | Person]] = {
    "location": Location,
    "unit": Unit,
    "person": Person,
}

MAPPED = ("location", "unit")
"""Kinds that are somewhere."""
MOST = 60
"""More rows than this are shown only when asked for."""


class TagsTab(QScrollArea):
    """Sections that are made anew only when what they show has changed."""

    picked = Signal(str)
    """The id of an anchor."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._navigator = navigator
        self._theme = desk.desk.theme
        self._is_writable = not desk.desk.library.read_only
        self._anchor_id = ""
        self._shown: dict[str, Sequence[Any]] = {}
        self._unfolded: set[str] = set()
        self._entities: dict[str, Named] = {}
        self.rows: dict[str, list[PickRow]] = {}
        self.sections = {kind: Section(self._theme, _title(kind)) for kind in (*KINDS, "claim")}
        self.source = SourceSection(desk, self)
        self.place = PlaceOffer(desk, self)
        self.suggestions = SuggestionsSection(self._theme, self, is_writable=self._is_writable)
        self.turned_down = TurnedDown(self._theme, self, is_writable=self._is_writable)
        self.empty = EmptyState(
            self._theme,
            _("Nothing is tagged yet. Select words or draw on a picture, then press a key."),
            second=_("L location · U unit · C claim · P person · N note"),
            parent=self,
        )
        self._lay_out()

    def show_clip(self, view: ClipView | None) -> None:
        """Show what is tagged in this clip."""
        by_kind = groups(view) if view else {}
        said = reports_of(view) if view else []
        if view:
            self._entities = _entities(view)
        for kind in KINDS:
            self._fill(kind, by_kind.get(kind, []))
        self._fill("claim", said)
        self.empty.setVisible(view is not None and not said and not any(by_kind.values()))
        self.source.show_clip(view)
        self.place.show_clip(view)
        self._mark()

    def has(self, anchor_id: str) -> bool:
        """Whether a row stands for this anchor."""
        return any(anchor_id in _anchors(row) for rows in self.rows.values() for row in rows)

    def select(self, anchor_id: str) -> None:
        """Mark what stands at this anchor and bring it into sight."""
        self._anchor_id = anchor_id
        self._mark()
        active = next((row for rows in self.rows.values() for row in rows if row.is_active), None)
        if active is not None:
            self.bring(active)

    def bring(self, widget: QWidget) -> None:
        """Bring something into sight, up or down only."""
        self.ensureWidgetVisible(widget)
        self.horizontalScrollBar().setValue(0)

    def menu_for(self, row: PickRow) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        if isinstance(row, TagRow):
            self._fill_tag_menu(menu, row.named)
        elif isinstance(row, SaidRow):
            self._fill_claim_menu(menu, row.said)
        return menu

    def menu_at(self, anchor_id: str) -> QMenu | None:
        """The menu of what stands at an anchor; where that is several things, of each in turn."""
        rows = [r for rows in self.rows.values() for r in rows if anchor_id in _anchors(r)]
        if len(rows) < 2:
            return self.menu_for(rows[0]) if rows else None
        menu = QMenu(self)
        for row in rows:
            part = self.menu_for(row)
            part.setTitle(_name(row))
            menu.addMenu(part)
        return menu

    def _fill(self, kind: str, items: Sequence[Any]) -> None:
        section = self.sections[kind]
        section.setVisible(bool(items))
        if self._shown.get(kind) == items:
            return
        self._shown[kind] = items
        had_keyboard = any(row.hasFocus() for row in self.rows.get(kind, ()))
        for row in self.rows.get(kind, ()):
            section.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = items if kind in self._unfolded else items[:MOST]
        left = len(items) - len(shown)
        section.set_action(_("Show all {n}").format(n=len(items)) if left else "")
        self.rows[kind] = [self._row(item, section) for item in shown]
        for row in self.rows[kind]:
            section.body.addWidget(row)
        if had_keyboard and self.rows[kind]:
            self.rows[kind][0].setFocus()

    def _row(self, item: Group | Said, section: Section) -> PickRow:
        row: PickRow
        if isinstance(item, Group):
            row = TagRow(self._theme, item, section)
        else:
            row = SaidRow(self._theme, item, section)
        row.clicked.connect(lambda: self._on_row_clicked(row))
        row.menu_wanted.connect(lambda place: self._on_menu_wanted(row, place))
        row.delete_wanted.connect(lambda: self._on_delete_wanted(row))
        return row

    def _mark(self) -> None:
        for rows in self.rows.values():
            for row in rows:
                row.set_active(active=self._anchor_id in _anchors(row))

    @Slot()
    def _on_unfold(self) -> None:
        kind = next(k for k, section in self.sections.items() if section is self.sender())
        self._unfolded.add(kind)
        items = self._shown.pop(kind)
        self._fill(kind, items)

    def _on_row_clicked(self, row: PickRow) -> None:
        if isinstance(row, TagRow):
            self._pick(row.named.after(self._anchor_id))
        elif isinstance(row, SaidRow):
            self._pick(row.said.anchor_id)

    def _pick(self, anchor_id: str) -> None:
        self._anchor_id = anchor_id
        self._mark()
        self.picked.emit(anchor_id)

    @Slot(QPoint)
    def _on_menu_wanted(self, row: PickRow, place: QPoint) -> None:
        menu = self.menu_for(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _on_delete_wanted(self, row: PickRow) -> None:
        if not self._is_writable:
            return
        if isinstance(row, TagRow):
            self._remove(row.named, _here(row.named, self._anchor_id) or row.named.tags)
        elif isinstance(row, SaidRow):
            self._remove_report(row.said.report_id)

    def _fill_tag_menu(self, menu: QMenu, group: Group) -> None:
        if group.kind in MODELS:
            name = group.name.replace("&", "&&")  # a menu reads one & as the mark of a key
            go = menu.addAction(_("Go to {name}").format(name=name))
            go.triggered.connect(lambda: self._navigator.open_entity(group.kind, group.row_id))
            if group.kind in MAPPED:
                self._add_to_map(menu, group.row_id)
            if group.kind == "unit":
                add = menu.addAction(_("Add position…"))
                add.setEnabled(self._is_writable)
                add.triggered.connect(lambda: self._state_position(group))
            edit = menu.addAction(_("Edit…"))
            edit.setEnabled(self._is_writable)
            edit.triggered.connect(lambda: self._edit_entity(group.row_id))
            menu.addSeparator()
        here = _here(group, self._anchor_id)
        if here and len(group.tags) > 1:
            one = menu.addAction(_("Remove this tag"))
            one.setEnabled(self._is_writable)
            one.triggered.connect(lambda: self._remove(group, here))
        count = len(group.tags)
        every = menu.addAction(ngettext("Remove the tag", "Remove all {n} tags", count))
        every.setEnabled(self._is_writable)
        every.triggered.connect(lambda: self._remove(group, group.tags))

    def _add_to_map(self, menu: QMenu, row_id: str) -> None:
        action = menu.addAction(_("Show on the map"))
        action.triggered.connect(lambda: self._navigator.open_entity("map", row_id))

    def _fill_claim_menu(self, menu: QMenu, said: Said) -> None:
        go = menu.addAction(_("Go to the claim"))
        go.triggered.connect(lambda: self._navigator.open_entity("claim", said.claim_id))
        self._add_to_map(menu, said.claim_id)
        edit = menu.addAction(_("Edit report…"))
        edit.triggered.connect(lambda: self._edit_report(said.report_id))
        menu.addSeparator()
        remove = menu.addAction(_("Remove the report"))
        remove.triggered.connect(lambda: self._remove_report(said.report_id))
        for action in (edit, remove):
            action.setEnabled(self._is_writable)

    @async_slot()
    async def _edit_entity(self, row_id: str) -> None:
        entity = self._entities.get(row_id)
        if entity is not None:
            await fill(EntityForm(self._desk, entity, parent=self.window()))

    @async_slot()
    async def _state_position(self, group: Group) -> None:
        """Ask where the unit was by the words of this clip, those selected before others."""
        unit = self._entities.get(group.row_id)
        if isinstance(unit, Unit):
            here = self._anchor_id if self._anchor_id in group.anchors else group.anchors[0]
            await position_form.state(self._desk, unit, self, anchor_id=here)

    @async_slot()
    async def _edit_report(self, report_id: str) -> None:
        view = await self._desk.read(evidence.report, ReportId(report_id))
        if view is not None and isValid(self):
            form: Form = ReportForm(self._desk, view, self.window())
            await fill(form)

    @async_slot()
    async def _remove(self, group: Group, tags: Sequence[str]) -> None:
        label = _("Remove tag {name}").format(name=group.name)
        await self._desk.run(Bin(Tag, frozenset(tags), label, self._desk.case_id))

    @async_slot()
    async def _remove_report(self, report_id: str) -> None:
        await self._desk.run(BinReport(self._desk.case_id, ReportId(report_id)))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.place, self.suggestions, self.turned_down, self.empty):
            column.addWidget(widget)
        for section in self.sections.values():
            section.body.setSpacing(0)
            _widen(section, self._theme.px)
            section.hide()
            section.acted.connect(self._on_unfold)
            column.addWidget(section)
        column.addWidget(self.source)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inside)


def _entities(view: ClipView) -> dict[str, Named]:
    return {
        **{place.id: place for place in view.locations},
        **{unit.id: unit for unit in view.units},
        **{person.id: person for person in view.people},
    }


def reports_of(view: ClipView) -> list[Said]:
    """The claims reported in a clip, in reading order."""
    sources = {source.id: source for source in view.sources}
    claims = {claim.id: claim for claim in view.claims}
    outlet = view.source.name if view.source else view.clip.site
    starts = {anchor.id: anchor.start or 0 for anchor in view.anchors}
    found = []
    for report in sorted(view.reports, key=lambda r: (starts.get(r.anchor_id, 0), r.id)):
        if report.claim_id not in claims:
            continue
        claimant = sources.get(report.claimant_id)
        passed = [
            sources[relay.source_id]
            for relay in view.relays
            if relay.report_id == report.id and relay.source_id in sources
        ]
        way = f"{chain(claimant, passed, outlet)} · {graded(report, claimant)}"
        statement = claims[report.claim_id].statement
        found.append(
            Said(report.id, report.claim_id, report.anchor_id, report.stance, statement, way)
        )
    return found


def _widen(section: Section, px: Callable[[float], int]) -> None:
    """Rows have a ground of their own, a little wider than what stands in them."""
    layout = section.layout()
    if layout is not None:
        layout.setContentsMargins(px(8), px(10), px(8), px(12))
    section.heading.setContentsMargins(px(6), 0, 0, 0)


def _anchors(row: PickRow) -> tuple[str, ...]:
    if isinstance(row, TagRow):
        return row.named.anchors
    return (row.said.anchor_id,) if isinstance(row, SaidRow) else ()


def _name(row: PickRow) -> str:
    """As it stands in a menu, where & would be read as the mark of a key."""
    name = row.named.name if isinstance(row, TagRow) else ""
    name = row.said.statement if isinstance(row, SaidRow) else name
    return name.replace("&", "&&")


def _here(group: Group, anchor_id: str) -> tuple[str, ...]:
    """The tags of a group at this anchor."""
    pairs = zip(group.anchors, group.tags, strict=True)
    return tuple(tag for anchor, tag in pairs if anchor == anchor_id)


def _title(kind: str) -> str:
    return {
        "location": _("Locations"),
        "unit": _("Units"),
        "person": _("People"),
        "keyword": _("Keywords"),
        "claim": _("Claims"),
    }[kind]
