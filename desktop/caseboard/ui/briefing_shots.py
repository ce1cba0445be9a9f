"""Pictures of a briefing being written: in its list, in one column, and what is found of it."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.briefing.blocks import SectionKind
from caseboard.ui.session import Session
from caseboard.ui.views.briefings import OUTLINE, PREVIEW, BriefingsView

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]


async def shoot(session: Session, take: Take, rest: Rest) -> None:
    """Open sections, cite something, write in one column, and look at what was found."""
    case_view = session.case_view
    assert case_view is not None  # noqa: S101  the case was opened
    session.navigator.open_view("briefing")
    await rest()
    view = case_view.view("briefing")
    assert isinstance(view, BriefingsView)  # noqa: S101  that is what the table's view is
    view.composer.open_section(SectionKind.BOTTOM_LINE)
    view.composer.open_section(SectionKind.JUDGEMENTS)
    await rest()
    take(session.window, "briefing-sections")
    view.preview.tools.findings.click()
    await rest()
    take(session.window, "briefing-findings")
    view.preview.tools.findings.click()
    _look(view, OUTLINE)
    await rest()
    take(session.window, "briefing-outline")
    _look(view, PREVIEW)
    await rest()


def _look(view: BriefingsView, look: str) -> None:
    view.looks.choose(look)
    view.looks.chosen.emit(look)
