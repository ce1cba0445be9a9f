"""Pictures of competing hypotheses: the matrix, the popup over a cell, and where one begins."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.analysis import seeding
from caseboard.commands.inquiries import BinInquiry
from caseboard.model.ids import CaseId
from caseboard.store import inquiries, ledgers
from caseboard.ui.forms.inquiry_forms import InquiryForm
from caseboard.ui.itemmodels.hypotheses import FIRST
from caseboard.ui.navigation import Place
from caseboard.ui.session import Session
from caseboard.ui.views.claims import ClaimsView
from caseboard.ui.views.claims_bar import HYPOTHESES

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Look at the question of the sample case, into a cell of it, and at how one is asked."""
    assert session.case_view is not None  # noqa: S101  the case was opened
    session.navigator.open(Place("claim"))
    view = session.case_view.view("claim")
    assert isinstance(view, ClaimsView)  # noqa: S101  that is what it is
    before = view.mode
    view.show_mode(HYPOTHESES)
    await rest()
    pane = view.hypotheses
    pane.focus()
    pane.table.go_to(1, FIRST + 1)
    take(session.window, "hypotheses")
    pane.table.reason_wanted.emit(pane.table.currentIndex(), True)
    await rest()
    take(pane.popup, "hypotheses-cell")
    pane.popup.close_popup()
    ledger = await session.desk.read(ledgers.read, case_id)
    seed = seeding.from_dispute(ledger, ledger.disputes[0])
    form = InquiryForm(session.case_view.desk, ledger.claims, seed, session.window)
    form.show()
    await rest()
    take(form, "hypotheses-new")
    form.close()
    form.deleteLater()
    await _without_any(session, case_id, take, rest)
    view.show_mode(before)


async def _without_any(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """What is said where no question was asked; the questions come back afterwards."""
    asked = await session.desk.read(inquiries.of_case, case_id)
    for inquiry in asked:
        await session.desk.run(BinInquiry(case_id, inquiry.id))
    await rest()
    take(session.window, "hypotheses-none")
    for _inquiry in asked:
        await session.desk.history.undo(case_id)
    await rest()
