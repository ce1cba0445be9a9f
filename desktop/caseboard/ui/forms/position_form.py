"""Says where a unit was, when, how precisely, and which words of which clip that rests on."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.commands.placing import place_of
from caseboard.commands.positions import AddPosition, ChangePosition
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import coordinates
from caseboard.model.entities import Location, Unit, names_of
from caseboard.model.ids import ClipId, LocationId
from caseboard.model.refs import short
from caseboard.store import entities, unit_pages
from caseboard.store.entities import Mention
from caseboard.store.folding import fold
from caseboard.store.unit_pages import Stand
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms import fields
from caseboard.ui.forms.fields import FieldError, side_by_side
from caseboard.ui.forms.form import Form, fill
from caseboard.ui.forms.moment_field import MomentField
from caseboard.ui.lib.labels import plain_label

LONGEST = 90
"""Characters of a passage that is offered."""
PLACES = 5_000
"""So many places of the library are offered, at most."""
Where = tuple[LocationId | None, tuple[float, float] | None]


class PositionForm(Form):
    """A new position rests on one of `passages`; one that is edited stays on what it rests on."""

    def __init__(
        self,
        desk: CaseDesk,
        unit: Unit,
        places: Sequence[Location],
        passages: Sequence[Mention],
        stand: Stand | None = None,
        anchor_id: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """The passage at `anchor_id` is taken at first."""
        title = _("Position of {unit}").format(unit=unit.name)
        super().__init__(desk.desk.theme, title, _("Save"), parent)
        self._desk = desk
        self._unit = unit
        self._stand = stand
        self._passages = passages
        self._places = {fold(name): place for place in places for name in names_of(place)}
        position = stand.position if stand else None
        self.where = fields.line(_where(stand), _("Kupiansk, or 49.71003, 37.61581"))
        self._complete(places)
        self.when = MomentField(self.theme, _("When"), position.interval if position else "")
        self.how = QComboBox()
        self.how.setEditable(True)
        for words in ("", _("heading for"), _("direction of fire"), _("seen from")):
            self.how.addItem(words)
        self.how.setCurrentText(position.bearing if position else "")
        self.precision = fields.line(_metres(position.precision_m if position else None))
        self.rests_on = QComboBox()
        self.rests_on.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._put()
        here = [passage.anchor_id for passage in passages]
        self.rests_on.setCurrentIndex(here.index(anchor_id) if anchor_id in here else 0)

    @override
    async def save(self) -> None:
        """Write the position."""
        location_id, point = self._read_where()
        interval, bearing = self.when.edtf(), self.how.currentText().strip()
        precision, case_id = self._read_precision(), self._desk.case_id
        if self._stand is not None:
            await self._desk.run(
                ChangePosition(
                    case_id,
                    self._stand.position.id,
                    location_id,
                    interval,
                    bearing,
                    precision,
                    point,
                )
            )
            return
        passage = self._passages[self.rests_on.currentIndex()]
        anchor = await self._desk.read(unit_pages.anchor, passage.anchor_id)
        if anchor is None:
            raise FieldError(CaseError(_("That passage has gone.")), self.rests_on)
        await self._desk.run(
            AddPosition(
                case_id,
                self._unit.id,
                location_id,
                ClipId(passage.clip_id),
                place_of(anchor),
                interval,
                bearing,
                precision,
                point,
            )
        )

    def _put(self) -> None:
        self.add(_("Where"), self.where)
        self.add(_("When"), self.when)
        precision = fields.Named(_("Precise to, in metres"), self.precision)
        how = fields.Named(_("If not at it: how it bears on the unit"), self.how)
        self.body.addWidget(side_by_side(how, precision, shares=(3, 2)))
        if self._stand is not None:
            exact = " ".join(self._stand.anchor.exact.split()) or _("A region of a picture")
            shown = plain_label(f"{exact} · {self._stand.clip_ref}", wrap=True, size="quote")
            self.add(_("Rests on"), shown)
            return
        for passage in self._passages:
            exact = " ".join(passage.exact.split()) or _("A region of a picture")
            exact = exact if len(exact) <= LONGEST else f"{exact[:LONGEST]}…"
            self.rests_on.addItem(f"{short(passage.clip_ref)} · {exact}")
        self.add(_("Rests on"), self.rests_on)

    def _complete(self, places: Sequence[Location]) -> None:
        completer = QCompleter(self)
        completer.setModel(QStringListModel(sorted(place.name for place in places), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.where.setCompleter(completer)

    def _read_where(self) -> Where:
        """A place of the library by any of its names, else coordinates."""
        typed = self.where.text().strip()
        if not typed:
            raise FieldError(CaseError(_("Say where it was.")), self.where)
        stood = self._stand.place if self._stand else None
        if stood is not None and typed == stood.name:
            return stood.id, None
        place = self._places.get(fold(typed))
        if place is not None:
            return place.id, None
        try:
            point = coordinates.parse(typed)
        except CaseError as error:
            unknown = CaseError(
                _("“{text}” is no place of the library and no coordinates.").format(text=typed),
                _("Tag the place in a clip first, or type coordinates in any notation."),
            )
            raise FieldError(unknown, self.where) from error
        return None, (point.lat, point.lon)

    def _read_precision(self) -> float | None:
        typed = self.precision.text().replace("\u00a0", "").replace(" ", "").replace(",", ".")
        if not typed:
            return None
        try:
            return float(typed)
        except ValueError:
            wrong = _("“{text}” is not a number of metres.").format(text=self.precision.text())
            raise FieldError(CaseError(wrong), self.precision) from None


async def state(
    desk: CaseDesk, unit: Unit, over: QWidget, stand: Stand | None = None, anchor_id: str = ""
) -> bool:
    """Ask for a position, or for what is to be said otherwise of one.

    False where no clip of the case speaks of the unit, so that there is nothing to rest it on.
    """
    places = await desk.read(entities.matches, Location, "", PLACES)
    passages = await desk.read(unit_pages.passages, desk.case_id, unit.id)
    if stand is None and not passages:
        return False
    if isValid(over):
        here = [place for place in places if isinstance(place, Location)]
        await fill(PositionForm(desk, unit, here, passages, stand, anchor_id, over.window()))
    return True


def _where(stand: Stand | None) -> str:
    if stand is None:
        return ""
    if stand.place is not None:
        return stand.place.name
    lat, lon = stand.position.lat, stand.position.lon
    return "" if lat is None or lon is None else coordinates.show(lat, lon)


def _metres(length: float | None) -> str:
    return "" if length is None else f"{length:g}"
