"""What is done to the claim that is shown: its status set, merged, a report of it deleted."""

import asyncio
from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from caseboard.analysis.matching import nearest_first
from caseboard.commands.assessing import OverrideStatus
from caseboard.commands.claims import BinReport
from caseboard.i18n import _
from caseboard.model.ids import ReportId
from caseboard.store import evidence
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.known_passage_form import KnownPassageForm, can_be_used
from caseboard.ui.forms.merge_claims_form import MergeClaimsForm
from caseboard.ui.forms.override_form import OverrideForm
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.navigation import Navigator
from caseboard.ui.telling import Telling
from caseboard.ui.views.claim_detail import ClaimDetail

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from caseboard.store.evidence import ReportView

NEAR = 20
"""The passages of so many other claims are offered, those most like the claim first."""


class ClaimDeeds(QObject):
    """Answers what a `ClaimDetail` asks for; of a library that is read only nothing is asked."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, detail: ClaimDetail) -> None:
        super().__init__(detail)
        self._desk = desk
        self._navigator = navigator
        self._detail = detail
        detail.override_wanted.connect(self._override)
        detail.take_back_wanted.connect(self._take_back)
        detail.merge_wanted.connect(self._merge)
        detail.report_delete_wanted.connect(self._delete_report)

    @async_slot()
    async def add_known_passage(self) -> None:
        """Let a passage that stands behind another claim be reported on this one as well."""
        sheet = self._detail.sheet
        if sheet is None:
            return
        claims = await self._desk.read(evidence.claims_of, self._desk.case_id)
        others = [each for each in claims if each.id != sheet.claim.id]
        near = await asyncio.to_thread(nearest_first, sheet.claim.statement, others)
        said = await self._desk.read(evidence.reports_of_all, [each.id for each in near[:NEAR]])
        known = {(each.anchor.id, each.claimant.id) for each in sheet.page.said}
        free = [each for each in said if _is_free(each, known)]
        if not isValid(self):
            return
        if not free:
            self.told.emit(Telling(_("No other claim of the case has a passage to offer.")))
            return
        await fill(KnownPassageForm(self._desk, sheet.claim, free, self._window()))

    @async_slot()
    async def _override(self) -> None:
        sheet = self._detail.sheet
        if sheet is not None:
            await fill(OverrideForm(self._desk, sheet.claim, sheet.standing, self._window()))

    @async_slot()
    async def _take_back(self) -> None:
        sheet = self._detail.sheet
        if sheet is not None:
            command = OverrideStatus(self._desk.case_id, sheet.claim.id, None)
            await self._tell(command, _("The status follows from the reports again."))

    @async_slot()
    async def _merge(self) -> None:
        sheet = self._detail.sheet
        if sheet is None:
            return
        claims = await self._desk.read(evidence.claims_of, self._desk.case_id)
        if not isValid(self):
            return
        if len(claims) < 2:
            self.told.emit(Telling(_("There is no other claim to merge it with.")))
            return
        form = MergeClaimsForm(
            self._desk, sheet.claim, len(sheet.page.said), claims, self._window()
        )
        kept = await fill(form) and form.kept
        if kept and isValid(self):
            self.told.emit(Telling(_("Claims merged."), is_undoable=True))
            self._navigator.open_entity("claim", kept)

    @async_slot(str)
    async def _delete_report(self, report_id: str) -> None:
        command = BinReport(self._desk.case_id, ReportId(report_id))
        await self._tell(command, _("{what}. It is in the bin.").format(what=command.label))

    async def _tell(self, command: OverrideStatus | BinReport, words: str) -> None:
        await self._desk.run(command)
        if isValid(self):
            self.told.emit(Telling(words, is_undoable=True))

    def _window(self) -> "QWidget":
        return self._detail.window()


def _is_free(said: "ReportView", known: Collection[tuple[str, str]]) -> bool:
    """Whether it can be pointed at, and is not yet behind the claim in the same mouth."""
    return can_be_used(said) and (said.anchor.id, said.claimant.id) not in known
