"""Pictures of a source: how it stands to others, a grade that lacks its reason, and merging."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.model.ids import CaseId
from caseboard.model.terms import Reliability
from caseboard.ui.forms.merge_source_form import MergeSourceForm
from caseboard.ui.navigation import Place
from caseboard.ui.session import Session
from caseboard.ui.views.source_pane import Tab
from caseboard.ui.views.sources import SourcesView

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]


async def shoot(session: Session, _case_id: CaseId, take: Take, rest: Rest) -> None:
    """Take them on the first source of the case, which is left as it was."""
    session.navigator.open(Place("source"))
    await rest()
    assert session.case_view is not None  # noqa: S101  the case was opened
    view = session.case_view.view("source")
    assert isinstance(view, SourcesView)  # noqa: S101  that is what lists sources
    view.middle.show_tab(Tab.COMPARED)
    await rest()
    take(session.window, "source-agreement")
    grade = view.facts.grade
    grade.letter.choose(Reliability.D)
    grade.reason.clear()
    grade.set.click()
    await rest()
    take(session.window, "source-grade")
    grade.leave.click()
    view.middle.show_tab(Tab.SAID)
    if view.page is not None:
        form = MergeSourceForm(session.case_view.desk, view.page, session.window)
        form.show()
        form.into.line.setText("Ukrinform")
        await rest()
        take(form, "source-merge")
        form.close()
        form.deleteLater()
