"""Adds a gap to a case."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.store import gaps
from caseboard.store.gaps import Target
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.gap_fields import GapFields
from caseboard.ui.lib.asyncui import async_slot

if TYPE_CHECKING:
    from caseboard.model.ids import GapId


class GapForm(Form):
    """What is missing, which judgement it would change, and by when it is wanted."""

    def __init__(
        self, desk: CaseDesk, target: Target | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.desk.theme, _("Gap"), _("Add gap"), parent)
        self._desk = desk
        self.gap_id: GapId | None = None
        """The gap that was added."""
        self.fields = GapFields(self.theme)
        self.body.addWidget(self.fields)
        self.fields.question.setFocus()
        self._offer(target)

    @override
    async def save(self) -> None:
        """Add it."""
        self.gap_id = await self._desk.run(self.fields.new(self._desk.case_id))

    @async_slot(object)
    async def _offer(self, target: Target | None) -> None:
        offered = await self._desk.read(gaps.targets, self._desk.case_id)
        current = next((row for row in offered if row.target == target), None)
        self.fields.target.show_targets(offered, current)
