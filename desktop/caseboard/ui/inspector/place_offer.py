"""Where a photo says it was taken, and one key to tag it with that place."""

from dataclasses import replace

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.commands.photo_places import Basis, PhotoPlace, TagPhotoPlace, place_of
from caseboard.i18n import _
from caseboard.mapping import coordinates
from caseboard.model import numerals
from caseboard.model.files import read_from
from caseboard.store.clips import ClipView
from caseboard.tagging.gazetteer.nearness import Near
from caseboard.ui.desk import CaseDesk
from caseboard.ui.inspector import distance_words
from caseboard.ui.inspector.credit import credit_label
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.places_near import PlacesNear

KEYS = "Ctrl+Shift+L"
WIDEST = 1_000.0
"""Metres from the middle of a place within which a photo was taken in it or beside it."""


class PlaceOffer(Surface):
    """Stands above the tags of a photo that states its place, until that is tagged."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__("panel_2", "bottom", parent)
        self._desk = desk
        self._view: ClipView | None = None
        self._place: PhotoPlace | None = None
        px = desk.desk.theme.px
        self.position = plain_label("", self, wrap=True, selectable=True)
        self.near = plain_label("", self, wrap=True, selectable=True)
        self.attribution = credit_label(self)
        self._places = PlacesNear()
        self.precision = plain_label("", self, tone="muted", size="small", wrap=True)
        self.button = push_button(desk.desk.theme, _("Tag this place"), self)
        self.button.setShortcut(QKeySequence(KEYS))
        plain_tooltip(self.button, _("Tag the whole picture with this place ({keys})").format(
            keys=QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        ))  # fmt: skip
        self.button.clicked.connect(self._on_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(12))
        column.setSpacing(px(4))
        for widget in (self.position, self.near, self.attribution, self.precision, self.button):
            column.addWidget(widget)
        self.hide()

    def show_clip(self, view: ClipView | None) -> None:
        """Offer the place of this clip's photo, where it states one that is not tagged yet."""
        self._view = view
        self._place = _untagged(view) if view else None
        place = self._place
        self.setVisible(place is not None and not self._desk.desk.library.read_only)
        if place is None:
            return
        position = coordinates.show(place.lat, place.lon)
        self.position.setText(_("Taken at {position}").format(position=position))
        self.precision.setText(_precision(place))
        self.setAccessibleName(f"{self.position.text()}, {self.precision.text()}")
        self._say_near("")
        self._look_around(place)

    @async_slot()
    async def _look_around(self, place: PhotoPlace) -> None:
        """Say what is near, once the gazetteer has told."""
        near = await self._places.nearest(place.lat, place.lon)
        if near is None or place is not self._place or not isValid(self):
            return
        where = near_words(near)
        self._say_near(where)
        self.setAccessibleName(f"{self.position.text()}, {where}, {self.precision.text()}")
        if place.name == coordinates.show(place.lat, place.lon):
            name = _("{where} ({position})").format(where=where, position=place.name)
            self._place = replace(place, name=name)

    def _say_near(self, where: str) -> None:
        self.near.setText(where)
        self.near.setVisible(bool(where))
        self.attribution.setVisible(bool(where))

    @async_slot()
    async def _on_wanted(self) -> None:
        view, place = self._view, self._place
        if view is None or place is None:
            return
        who = self._desk.desk.settings.settings.analyst
        await self._desk.run(TagPhotoPlace(self._desk.case_id, view.clip.id, place, who))


def near_words(near: Near) -> str:
    """`3.2 km north-east of Kupiansk, Kharkiv Oblast`."""
    entry = near.entry
    away = (near.bearing + 180) % 360  # as seen from the place, not from the photo
    where = distance_words.from_place(entry.name, near.metres, away, min(entry.precision_m, WIDEST))
    return ", ".join(part for part in (where, entry.state) if part)


def _untagged(view: ClipView) -> PhotoPlace | None:
    place = place_of(read_from(view.files)) if view.files else None
    if place is None or any(place.is_at(location) for location in view.locations):
        return None
    return place


def _precision(place: PhotoPlace) -> str:
    metres = numerals.fixed(place.precision_m, 0)
    said = {
        Basis.STATED: _("± {metres} m, as the file states."),
        Basis.DILUTION: _("± {metres} m, reckoned from the dilution of precision it states."),
        Basis.ASSUMED: _("± {metres} m is assumed: the file does not state how precise it is."),
    }
    return said[place.basis].format(metres=metres)
