"""Pictures of the units view: a brigade of the sample with its positions, and one being stated."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.model.ids import CaseId
from caseboard.store import unit_pages
from caseboard.ui.forms.position_form import PositionForm
from caseboard.ui.session import Session
from caseboard.ui.views.units import UnitsView

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Select the unit that stands somewhere, then edit where."""
    lines = await session.desk.read(unit_pages.lines, case_id)
    placed = [line.id for line in lines if line.positions]
    if not placed or session.case_view is None:
        return
    session.navigator.open_entity("unit", placed[0])
    await rest()
    view = session.case_view.view("unit")
    assert isinstance(view, UnitsView)  # noqa: S101  that is what the table's view is
    take(session.window, "unit")
    assert view.page is not None  # noqa: S101  it was opened
    form = PositionForm(
        view.desk, view.page.unit, view.page.places, view.page.mentions, view.page.stands[0]
    )
    form.show()
    await rest()
    take(form, "unit-position")
    form.close()
    form.deleteLater()
