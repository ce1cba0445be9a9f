"""Edits a unit, or takes a new one in under a parent."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.commands.units import AddUnit, ChangeUnit
from caseboard.i18n import _
from caseboard.model.entities import Unit
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.entity_fields import UnitFields
from caseboard.ui.forms.form import Form

if TYPE_CHECKING:
    from caseboard.model.ids import UnitId


class UnitForm(Form):
    """All that the library knows of a unit but its place in the tree; `made` is a new one's id."""

    def __init__(
        self, desk: CaseDesk, unit: Unit, *, is_new: bool = False, parent: QWidget | None = None
    ) -> None:
        title = _("New unit") if is_new else _("Unit")
        super().__init__(desk.desk.theme, title, _("Save"), parent)
        self._desk = desk
        self._unit = unit
        self._is_new = is_new
        self.made: UnitId | None = None
        self.fields = UnitFields(self.theme, unit)
        self.body.addWidget(self.fields)

    @override
    async def save(self) -> None:
        """Write what differs."""
        values = self.fields.values()
        case_id = self._desk.case_id
        if self._is_new:
            made = Unit(**values, parent_id=self._unit.parent_id)
            self.made = await self._desk.run(AddUnit(case_id, made))
        else:
            await self._desk.run(ChangeUnit(case_id, self._unit.id, values, values["name"]))
