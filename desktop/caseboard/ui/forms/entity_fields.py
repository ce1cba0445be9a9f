"""The fields of a location, unit, person or source: for taking one in, and for editing it."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.coordinates import Point
from caseboard.model.entities import Location, Named, Person, Source, Unit
from caseboard.model.terms import Branch, Echelon, LocationKind, Reliability, Side, SourceKind
from caseboard.ui import words
from caseboard.ui.forms import fields
from caseboard.ui.forms.coordinates_field import CoordinatesField
from caseboard.ui.forms.fields import Area, Choice, FieldError, side_by_side
from caseboard.ui.lib.theme import Theme


class EntityFields(QWidget):
    """Fields that all kinds have; `values` are what a row of the table is to hold.

    The short form leaves out what can wait until someone edits it.
    """

    def __init__(self, theme: Theme, entity: Named, *, short: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(10))
        self.name = fields.line(entity.name)
        self.aliases = Area(theme, "\n".join(entity.aliases))
        self.aliases.setPlaceholderText(_("One a line, in any script"))
        self.add(self.called(), self.name)
        self.build(entity, short=short)
        if not short:
            self.add(_("Also called"), self.aliases)

    def called(self) -> str:
        """What the name of this kind is called: a person's is not a thing's everywhere."""
        return _("Name")

    def build(self, entity: Any, *, short: bool) -> None:
        """Add the fields of this kind."""
        raise NotImplementedError

    def add(self, name: str, field: QWidget) -> None:
        """Put a field under its name."""
        self.column.addWidget(fields.Named(name, field))

    def add_row(self, *named: tuple[str, QWidget]) -> None:
        """Put fields beside each other."""
        self.column.addWidget(side_by_side(*(fields.Named(n, field) for n, field in named)))

    def values(self) -> dict[str, Any]:
        """What the fields hold; raises `FieldError` for what cannot be taken."""
        name = self.name.text().strip()
        if not name:
            raise FieldError(CaseError(_("A name is needed.")), self.name)
        return {
            "name": name,
            "aliases": fields.lines_of(self.aliases.text()),
            **self.own_values(),
        }

    def own_values(self) -> dict[str, Any]:
        """What the fields of this kind hold."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Where one most likely goes on typing after the name."""
        return self.name


class LocationFields(EntityFields):
    """Where: coordinates in any notation, and how precise they are meant to be."""

    @override
    def build(self, entity: Location, *, short: bool) -> None:
        """Coordinates, kind and precision."""
        self.coordinates = CoordinatesField(self.theme, entity.lat, entity.lon)
        self.kind = Choice(words.options(LocationKind), entity.kind)
        self.precision = fields.line(_metres(entity.precision_m))
        self.country = fields.line(entity.country, "UA")
        self.add(_("Coordinates, if known"), self.coordinates)
        self.add_row((_("Kind"), self.kind), (_("Precise to, in metres"), self.precision))
        if not short:
            self.add(_("Country"), self.country)
        self.coordinates.understood.connect(self._on_understood)

    @override
    def own_values(self) -> dict[str, Any]:
        """Position, precision, kind and country."""
        point = self.coordinates.point()
        return {
            "kind": self.kind.member,
            "lat": point.lat if point else None,
            "lon": point.lon if point else None,
            "precision_m": self._precision(),
            "country": self.country.text().strip().upper(),
        }

    @override
    def first(self) -> QWidget:
        """The coordinates."""
        return self.coordinates.line

    def _precision(self) -> float | None:
        typed = self.precision.text() or self.precision.placeholderText()
        typed = typed.replace("\u00a0", "").replace(" ", "").replace(",", ".").rstrip("mм")
        if not typed:
            return None
        try:
            metres = float(typed)
        except ValueError:
            metres = -1
        if not 0 < metres < 1e8:
            error = CaseError(
                _("“{text}” is not a number of metres.").format(text=self.precision.text()),
                _("Write it as in 500: how far the place may be off."),
            )
            raise FieldError(error, self.precision)
        return metres

    @Slot(object)
    def _on_understood(self, point: Point | None) -> None:
        """Until the analyst says otherwise it is as precise as it was written."""
        self.precision.setPlaceholderText(_metres(point.precision_m) if point else "")


class UnitFields(EntityFields):
    """Who fights: side, size and branch."""

    @override
    def build(self, entity: Unit, *, short: bool) -> None:
        """Side, echelon, branch, designation, country."""
        self.side = Choice(words.options(Side), entity.side)
        self.echelon = Choice(words.options(Echelon), entity.echelon)
        self.branch = Choice(words.options(Branch), entity.branch)
        self.designation = fields.line(entity.designation)
        self.country = fields.line(entity.country, "UA")
        self.add_row((_("Side"), self.side), (_("Echelon"), self.echelon))
        if short:
            self.add(_("Branch"), self.branch)
            return
        self.add_row((_("Branch"), self.branch), (_("Country"), self.country))
        self.add(_("Designation"), self.designation)

    @override
    def own_values(self) -> dict[str, Any]:
        """All of them."""
        return {
            "side": self.side.member,
            "echelon": self.echelon.member,
            "branch": self.branch.member,
            "designation": self.designation.text().strip(),
            "country": self.country.text().strip().upper(),
        }

    @override
    def first(self) -> QWidget:
        """The side."""
        return self.side


class PersonFields(EntityFields):
    """Who is named: and as what."""

    @override
    def called(self) -> str:
        """Not what things are called."""
        return _("Full name")

    @override
    def build(self, entity: Person, *, short: bool) -> None:
        """The role."""
        self.role = fields.line(entity.role)
        self.add(_("Role"), self.role)

    @override
    def own_values(self) -> dict[str, Any]:
        """The role."""
        return {"role": self.role.text().strip()}

    @override
    def first(self) -> QWidget:
        """The role."""
        return self.role


class SourceFields(EntityFields):
    """Who says things, how far they are to be relied on, and why."""

    @override
    def build(self, entity: Source, *, short: bool) -> None:
        """Kind, country, grade with its reason, interest, address."""
        self.kind = Choice(words.options(SourceKind), entity.kind)
        self.country = fields.line(entity.country, "UA")
        self.reliability = Choice(words.options(Reliability, words.reliability), entity.reliability)
        self.reason = Area(self.theme, entity.reliability_reason)
        self.reason.setPlaceholderText(_("What the grade rests on"))
        self.interested = QCheckBox(_("It is a party to what it speaks of"))
        self.interested.setChecked(entity.interested)
        self.url = fields.line(entity.url, "https://")
        self.add_row((_("Kind"), self.kind), (_("Country"), self.country))
        self.add(_("Reliability"), self.reliability)
        self.add(_("Reason for the grade"), self.reason)
        self.column.addWidget(self.interested)
        self.add(_("Address"), self.url)

    @override
    def own_values(self) -> dict[str, Any]:
        """All of them; a grade is not taken without its reason."""
        is_judged = self.reliability.member is not Reliability.F
        if is_judged and not self.reason.text():
            raise FieldError(CaseError(_("Say what the grade rests on.")), self.reason)
        return {
            "kind": self.kind.member,
            "country": self.country.text().strip().upper(),
            "reliability": self.reliability.member,
            "reliability_reason": self.reason.text(),
            "interested": self.interested.isChecked(),
            "url": self.url.text().strip(),
        }

    @override
    def first(self) -> QLineEdit:
        """The name."""
        return self.name


FIELDS: dict[type[Named], type[EntityFields]] = {
    Location: LocationFields,
    Unit: UnitFields,
    Person: PersonFields,
    Source: SourceFields,
}


def _metres(length: float | None) -> str:
    return "" if length is None else f"{length:g}"
