"""At the right of the map: what is known at the spot that is selected."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.analysis.standing import status_name
from caseboard.i18n import _, ngettext
from caseboard.mapping.content import Overlay
from caseboard.mapping.coordinates import Notation
from caseboard.model import moments
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.store import spots as stored
from caseboard.ui.delegates.line import Face
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.lib.buttons import push_button, tool_button
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.keyvalue import KeyValues
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.map import spot_facts
from caseboard.ui.map.ground_page import GroundPage
from caseboard.ui.map.layers_here import LayersHere, of_spot
from caseboard.ui.map.spot_pages import ClaimLine, ClipLine, PositionLine, SpotPage
from caseboard.ui.map.spot_words import STATUS_TINTS, TINTS, kind_name, named, rank, table_of
from caseboard.ui.map.tools import Position
from caseboard.ui.thumbnails import Thumbnails
from caseboard.ui.views.map_lists import ListSection, PhotoSection

NARROWEST = 220


class MapInspector(QStackedWidget):
    """Nothing, several spots as a list, one with all that is known there, or a bare point."""

    clip_opened = Signal(str, object)
    """Clip and anchor, or None for the clip as a whole."""
    entity_opened = Signal(str, str)
    """A table as `Navigator` knows it, and the id of a row."""
    chosen = Signal(object)
    """The keys of what was taken from a list: it is to be selected."""
    centre_wanted = Signal(object)
    """The `SpotKey` that the map is to show."""

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self._desk = desk
        self.page: SpotPage | None = None
        self.notation = Notation.DECIMAL
        self.nothing = EmptyState(
            theme, _("Select something on the map, or click any point of it."), icon="map-pin"
        )
        self.several: ListSection[Spot] = ListSection(theme, _several_face, _("Here"), self)
        self.name = plain_label("", self, size="heading", wrap=True, selectable=True)
        self.second = plain_label("", self, tone="muted", size="small", wrap=True)
        self.open = push_button(theme, _("Open"), self)
        self.centre = tool_button(theme, "crosshair", _("Bring it to the middle of the map"), self)
        self.facts = KeyValues(theme, self)
        self.clips: ListSection[ClipLine] = ListSection(theme, _clip_face, _("Mentioned in"), self)
        self.claims: ListSection[ClaimLine] = ListSection(
            theme, _claim_face, _("Claims here"), self
        )
        self.positions: ListSection[PositionLine] = ListSection(
            theme, _position_face, _("Positions here"), self
        )
        self.thumbnails = Thumbnails(desk.desk.library.files, self)
        self.photos = PhotoSection(theme, self.thumbnails, self)
        self.layers = LayersHere(theme, self)
        self.ground = GroundPage(theme, self)
        self._overlays: tuple[Overlay, ...] = ()
        self._lay_out()
        self._connect()

    def show_page(self, page: SpotPage | None) -> None:
        """Show all that is known of one spot; of one that has gone, nothing."""
        if page is None:
            self.show_several(())
            return
        self.page = page
        self.ground.show_position(None)
        self.name.setText(spot_facts.title(page))
        self.second.setText(spot_facts.second(page))
        self.open.setText(_open_words(page.spot.key.kind))
        self.facts.set_facts(spot_facts.facts(page, self.notation))
        self.clips.show_rows(page.clips, _clips_title(page))
        self.claims.show_rows(page.claims)
        self.positions.show_rows(page.positions, _positions_title(page))
        self.layers.show_at(of_spot(page.spot), self._overlays)
        is_photo = page.spot.key.kind is SpotKind.PHOTO
        photos = (page.spot,) if is_photo else page.photos
        self.photos.show_photos(photos, {}, is_itself=is_photo)
        self._read_pictures(photos)
        self.setCurrentIndex(2)

    def show_several(self, spots: Collection[Spot]) -> None:
        """List what is selected; of nothing, say so."""
        self.page = None
        self.ground.show_position(None)
        words = ngettext("{n} thing selected", "{n} things selected", len(spots))
        self.several.show_rows(sorted(spots, key=rank), words)
        self.setCurrentIndex(1 if spots else 0)

    def show_ground(self, position: Position) -> None:
        """Show a point at which nothing of the case need be."""
        self.page = None
        self.ground.show_position(position)
        self.setCurrentIndex(3)

    def show_layers(self, overlays: Sequence[Overlay]) -> None:
        """Judge what is selected by these layers."""
        self._overlays = tuple(overlays)
        self.layers.show_at(of_spot(self.page.spot) if self.page else None, self._overlays)
        self.ground.show_layers(self._overlays)

    def use_notation(self, notation: Notation) -> None:
        """Write positions in this notation too."""
        self.notation = notation
        self.ground.use_notation(notation)
        if self.page is not None:
            self.facts.set_facts(spot_facts.facts(self.page, notation))

    @newest_slot(object)
    async def _read_pictures(self, photos: Collection[Spot]) -> None:
        """Show the photos as they are; none ends what is being read for another page."""
        if not photos:
            return
        ids = [photo.key.row_id for photo in photos]
        found = await self._desk.read(stored.thumbnails, ids)
        if isValid(self):
            is_photo = self.page is not None and self.page.spot.key.kind is SpotKind.PHOTO
            self.photos.show_photos(tuple(photos), found, is_itself=is_photo)

    def _lay_out(self) -> None:
        px = self._desk.desk.theme.px
        head = Surface("panel_2", "bottom", self)
        top = QVBoxLayout(head)
        top.setContentsMargins(*(px(n) for n in (14, 12, 14, 12)))
        top.setSpacing(px(4))
        top.addWidget(self.name)
        top.addWidget(self.second)
        top.addSpacing(px(4))
        top.addWidget(self.facts)
        deeds = QHBoxLayout()
        deeds.setSpacing(px(4))
        deeds.addWidget(self.open)
        deeds.addWidget(self.centre)
        deeds.addStretch(1)
        top.addSpacing(px(4))
        top.addLayout(deeds)
        empty = Surface("panel_2")
        around = QVBoxLayout(empty)
        around.addWidget(self.nothing)
        self.addWidget(empty)
        self.addWidget(_scrolling([self.several]))
        self.addWidget(
            _scrolling([head, self.photos, self.clips, self.claims, self.positions, self.layers])
        )
        self.addWidget(_scrolling([self.ground]))
        self.setMinimumWidth(px(NARROWEST))

    def _connect(self) -> None:
        self.several.taken.connect(lambda spot: self.chosen.emit(frozenset({spot.key})))
        self.photos.taken.connect(self._on_photo_taken)
        self.clips.taken.connect(lambda row: self.clip_opened.emit(row.clip.id, row.anchor_id))
        self.claims.taken.connect(lambda row: self.entity_opened.emit("claim", row.claim.id))
        self.positions.taken.connect(
            lambda row: self.clip_opened.emit(row.clip.id, row.position.anchor_id)
        )
        self.open.clicked.connect(self._on_open_clicked)
        self.centre.clicked.connect(self._on_centre_clicked)

    @Slot(object)
    def _on_photo_taken(self, spot: Spot) -> None:
        if self.page is not None and self.page.spot.key == spot.key:
            self.clip_opened.emit(spot.clip_ids[0], None)
        else:
            self.chosen.emit(frozenset({spot.key}))

    @Slot()
    def _on_open_clicked(self) -> None:
        if self.page is not None:
            table, row_id = opening(self.page)
            self.entity_opened.emit(table, row_id)

    @Slot()
    def _on_centre_clicked(self) -> None:
        if self.page is not None:
            self.centre_wanted.emit(self.page.spot.key)


def opening(page: SpotPage) -> tuple[str, str]:
    """The view in which all of a spot is shown, and the row there."""
    key: SpotKey = page.spot.key
    if key.kind is SpotKind.PHOTO:
        return "clip", page.spot.clip_ids[0]
    if page.unit is not None:
        return "unit", page.unit.id
    return table_of(key.kind), key.row_id


def _open_words(kind: SpotKind) -> str:
    return {
        SpotKind.PLACE: _("Open the location"),
        SpotKind.CLAIM: _("Open the claim"),
        SpotKind.POSITION: _("Open the unit"),
        SpotKind.PHOTO: _("Open the clip"),
    }[kind]


def _clips_title(page: SpotPage) -> str:
    count = len(page.clips)
    if page.spot.key.kind is SpotKind.CLAIM:
        return ngettext("Reported in {n} clip", "Reported in {n} clips", count)
    if page.spot.key.kind is SpotKind.PLACE:
        return ngettext("Mentioned in · {n} clip", "Mentioned in · {n} clips", count)
    return _("Rests on")


def _positions_title(page: SpotPage) -> str:
    return _("Other positions of this unit") if page.unit is not None else ""


def _several_face(spot: Spot) -> Face:
    if spot.status is not None:
        return Face(spot.label, pill=(status_name(spot.status), STATUS_TINTS[spot.status]))
    pill = (kind_name(spot.key.kind), TINTS[spot.key.kind])
    return Face(spot.label, right=named(spot), pill=pill)


def _clip_face(line: ClipLine) -> Face:
    when = line.clip.published or f"{line.clip.captured:%Y-%m-%d}"
    return Face(line.clip.title, right=moments.show(when.partition("T")[0]))


def _claim_face(line: ClaimLine) -> Face:
    if line.status is None:
        return Face(line.claim.text)
    return Face(line.claim.text, pill=(status_name(line.status), STATUS_TINTS[line.status]))


def _position_face(line: PositionLine) -> Face:
    when = line.position.interval
    return Face(line.unit.name, right=moments.show(when) if when else "")


def _scrolling(sections: Sequence[QWidget]) -> QScrollArea:
    inside = Surface("panel_2")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for section in sections:
        column.addWidget(section)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
