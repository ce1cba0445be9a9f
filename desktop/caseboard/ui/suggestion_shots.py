"""Pictures of suggestions: the list, the small map of a place, and what was turned down."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.capture.drop import Drop, Flavour
from caseboard.commands.accepting import RejectProposal
from caseboard.model.ids import CaseId
from caseboard.tagging.proposals import Proposal
from caseboard.tagging.suggestions import Kind
from caseboard.ui.inspector.suggestions_queue import id_of
from caseboard.ui.session import Session

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]

TEXT = """General Staff says push into Kupiansk was beaten back

Every assault toward Kupiansk has been thrown back, General Staff spokesperson Andrii Kovalev told \
the news agency Ukrinform on Nov. 14. DeepState had reported late on Nov. 13 that two columns \
entered the town.

Gunners of the Khartia Brigade fired a D-20 howitzer from a field in Donetsk Oblast. Moscow's \
forces aim for the Oskil River in Kharkiv Oblast, which would widen the way from Belgorod Oblast \
to the Donbas.
"""
"""Our own words on facts that are public."""


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Take in a short text, have it looked through, and take pictures of what is proposed."""
    desk, case_view = session.desk, session.case_view
    assert case_view is not None  # noqa: S101  the case was opened
    reading = case_view.reading
    drop = Drop((Flavour("text/plain;charset=utf-8", TEXT.encode()),))
    clip_id = (await desk.taking_in.take(case_id, drop)).clip_ids[0]
    await desk.taking_in.settled()
    await desk.suggesting.again(clip_id)
    session.navigator.open_clip(clip_id)
    await rest()
    take(session.window, "suggestions")
    asked = reading.suggestions
    place = next((p for p in asked.queue.shown if p.kind is Kind.LOCATION), None)
    if place is not None:
        asked.ask(id_of(place))
        await rest()
        take(session.window, "suggestions-place")
    for each in _few(asked.queue.shown):
        await desk.run(RejectProposal(case_id, each))
    await rest()
    if reading.inspector.tags.turned_down.isVisible():
        reading.inspector.tags.turned_down.fold.click()
        await rest()
        take(session.window, "suggestions-turned-down")
    asked.leave()


def _few(shown: tuple[Proposal, ...]) -> list[Proposal]:
    """Two of them, as an analyst might turn down."""
    return [each for each in shown if each.kind in {Kind.EQUIPMENT, Kind.GOVERNMENT}][:2]
