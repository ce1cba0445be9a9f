"""Pictures of numbers and gaps where they stand in a claim, and in the form of a report."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.model.ids import CaseId
from caseboard.store import evidence
from caseboard.ui.forms.report_form import ReportForm
from caseboard.ui.session import Session
from caseboard.ui.views.claim_detail import ClaimDetail

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Open the first claim that tells a number, and take pictures of what there is of it."""
    desk, case_view = session.desk, session.case_view
    assert case_view is not None  # noqa: S101  the case was opened
    for claim in await desk.read(evidence.claims_of, case_id):
        told = [view for view in await desk.read(evidence.reports_of, claim.id) if view.quantities]
        if not told:
            continue
        session.navigator.open_entity("claim", claim.id)
        await rest()
        detail = case_view.view("claim").findChild(ClaimDetail)
        if isinstance(detail, ClaimDetail):
            for section, name in (
                (detail.quantities, "claim-numbers"),
                (detail.gaps, "claim-gaps"),
            ):
                detail.ensureWidgetVisible(section)
                await rest()
                take(session.window, name)
        form = ReportForm(case_view.desk, told[0], session.window)
        form.show()
        await rest()
        take(form, "report-numbers")
        form.close()
        form.deleteLater()
        return
