"""Edits a report."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.store.evidence import ReportView
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.report_fields import ReportFields
from caseboard.ui.lib.labels import plain_label


class ReportForm(Form):
    """What is said of one report; the claim and the passage stay what they are."""

    def __init__(self, desk: CaseDesk, view: ReportView, parent: QWidget | None = None) -> None:
        super().__init__(desk.desk.theme, _("Report"), _("Save"), parent)
        self._desk = desk
        self._report = view.report
        if view.anchor.exact:
            quote = _("“{words}”").format(words=" ".join(view.anchor.exact.split()))
            self.body.addWidget(plain_label(quote, self, tone="muted", size="quote", wrap=True))
        self.fields = ReportFields(desk, view.report, view.claimant, view.relays, view.quantities)
        self.fields.quantities.offer(view.anchor.exact, view.clip.language or "")
        self.fields.offer_outlet(view.outlet, view.clip.site)
        self.body.addWidget(self.fields)

    @override
    async def save(self) -> None:
        """Write what differs."""
        await self._desk.run(self.fields.edit(self._desk.case_id, self._report))
