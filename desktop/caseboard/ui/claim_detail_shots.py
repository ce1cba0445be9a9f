"""Pictures of one claim: its wording checked, its status overridden, and the forms behind it."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.commands.assessing import OverrideStatus
from caseboard.model.ids import CaseId
from caseboard.model.terms import ClaimStatus
from caseboard.store import claim_pages, evidence
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.merge_claims_form import MergeClaimsForm
from caseboard.ui.forms.report_form import ReportForm
from caseboard.ui.navigation import Place
from caseboard.ui.session import Session

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Override the status of the first claim, and open the forms of its reports."""
    claims = await session.desk.read(evidence.claims_of, case_id)
    assert session.case_view is not None  # noqa: S101  the case was opened
    case, first = session.case_view.desk, claims[0]
    reason = "Imagery of 14 November shows the wrecks."
    command = OverrideStatus(case_id, first.id, ClaimStatus.CORROBORATED, reason)
    await session.desk.run(command)
    session.navigator.open(Place("claim", first.id))
    await rest()
    take(session.window, "claim-overridden")
    page = await session.desk.read(claim_pages.read, first.id)
    if page is not None and page.said:
        await _take(ReportForm(case, page.said[0]), "report-form", take, rest)
    merging = MergeClaimsForm(case, claims[1], 1, claims)
    merging.into.choose(first.id)
    await _take(merging, "merge-claims-form", take, rest)
    await session.desk.history.undo(case_id)
    await rest()


async def _take(form: Form, name: str, take: Take, rest: Rest) -> None:
    form.show()
    await rest()
    take(form, name)
    form.close()
    form.deleteLater()
