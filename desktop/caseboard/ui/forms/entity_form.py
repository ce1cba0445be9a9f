"""Edits a location, unit, person or source, or takes a new one in."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.commands.editing import Edit
from caseboard.commands.entities import AddEntity
from caseboard.commands.units import ChangeUnit
from caseboard.i18n import _
from caseboard.model.entities import Location, Named, Person, Source, Unit
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.entity_fields import FIELDS
from caseboard.ui.forms.form import Form


class EntityForm(Form):
    """All that the library knows of one; what is changed holds in every case."""

    def __init__(
        self, desk: CaseDesk, entity: Named, *, is_new: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.desk.theme, _title(type(entity)), _("Save"), parent)
        self._desk = desk
        self._entity = entity
        self._is_new = is_new
        self.fields = FIELDS[type(entity)](self.theme, entity)
        self.body.addWidget(self.fields)

    @override
    async def save(self) -> None:
        """Write what differs."""
        values = self.fields.values()
        kind = type(self._entity)
        if self._is_new:
            await self._desk.run(AddEntity(self._desk.case_id, kind(**values)))
            return
        if isinstance(self._entity, Unit):  # its symbol follows
            case_id = self._desk.case_id
            change = ChangeUnit(case_id, self._entity.id, values, values["name"])
            await self._desk.run(change)
            return
        label = _("Edit {name}").format(name=values["name"])
        await self._desk.run(Edit(kind, self._entity.id, values, label, self._desk.case_id))


def _title(kind: type[Named]) -> str:
    return {
        Location: _("Location"),
        Unit: _("Unit"),
        Person: _("Person"),
        Source: _("Source"),
    }[kind]
