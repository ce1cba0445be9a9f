"""Pictures of what the claims views show beyond how they open."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.model.ids import CaseId
from caseboard.ui import (
    claim_detail_shots,
    dispute_shots,
    hypothesis_shots,
    link_shots,
    number_shots,
    source_shots,
    timeline_shots,
)
from caseboard.ui.itemmodels.claims import FIRST
from caseboard.ui.navigation import Place
from caseboard.ui.session import Session
from caseboard.ui.views.claims import ClaimsView
from caseboard.ui.views.claims_bar import LIST, MATRIX

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]
Scene = Callable[[Session, CaseId, Take, Rest], Awaitable[None]]


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Take the pictures of every scene, one after the other."""
    for scene in SCENES:
        await scene(session, case_id, take, rest)


async def matrix(session: Session, _case_id: CaseId, take: Take, rest: Rest) -> None:
    """A cell of the matrix with its evidence marked, and the same claims as a list."""
    session.navigator.open(Place("claim"))
    await rest()
    assert session.case_view is not None  # noqa: S101  the case was opened
    view = session.case_view.view("claim")
    assert isinstance(view, ClaimsView)  # noqa: S101  that is what lists claims
    view.show_mode(MATRIX)
    await rest()
    cells = (view.model.index(0, column) for column in range(FIRST, view.model.columnCount()))
    filled = next((each for each in cells if view.model.cell(each) is not None), None)
    if filled is not None:
        view.matrix.table.setCurrentIndex(filled)
    view.focus()
    await rest()
    take(session.window, "claims-matrix")
    view.show_mode(LIST)
    await rest()
    take(session.window, "claims-list")
    view.show_mode(MATRIX)


SCENES: tuple[Scene, ...] = (
    matrix,
    claim_detail_shots.shoot,
    dispute_shots.shoot,
    source_shots.shoot,
    hypothesis_shots.shoot,
    link_shots.shoot,
    timeline_shots.shoot,
    number_shots.shoot,
)
