"""Pictures of a dispute: both accounts beside each other, and the forms behind them."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.commands.dispute_status import SetDisputeStatus
from caseboard.model.ids import CaseId
from caseboard.model.terms import DisputeStatus
from caseboard.store import evidence, ledgers
from caseboard.ui.forms.dispute_form import DisputeForm
from caseboard.ui.forms.dispute_status_form import DisputeStatusForm
from caseboard.ui.forms.form import Form
from caseboard.ui.navigation import Place
from caseboard.ui.session import Session
from caseboard.ui.views.claims import ClaimsView

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]
REASON = "Both hold: the columns entered at dusk and were driven out before noon."


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Reconcile the first dispute, show its card, and open its forms."""
    ledger = await session.desk.read(ledgers.read, case_id)
    assert session.case_view is not None  # noqa: S101  the case was opened
    case, dispute = session.case_view.desk, ledger.disputes[0]
    command = SetDisputeStatus(case_id, dispute.id, DisputeStatus.RECONCILED, REASON)
    await session.desk.run(command)
    session.navigator.open(Place("claim", dispute.claim_a_id))
    await rest()
    view = session.case_view.view("claim")
    assert isinstance(view, ClaimsView)  # noqa: S101  that is what lists claims
    card = view.detail.disputes[0]
    view.detail.ensureWidgetVisible(card.over_time)
    await rest()
    take(session.window, "dispute")
    claims = await session.desk.read(evidence.claims_of, case_id)
    await _take(DisputeForm(case, claims, dispute=dispute), "dispute-form", take, rest)
    settling = DisputeStatusForm(case, dispute, DisputeStatus.SETTLED)
    await _take(settling, "dispute-status-form", take, rest)
    await session.desk.history.undo(case_id)
    await rest()


async def _take(form: Form, name: str, take: Take, rest: Rest) -> None:
    form.show()
    await rest()
    take(form, name)
    form.close()
    form.deleteLater()
