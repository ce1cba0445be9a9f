"""Pictures of the timeline: a claim selected, every kind of time there is, and very many events."""

import random
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QWidget

from caseboard.analysis import stretches
from caseboard.analysis.occurrences import EventKind, Occurrence, Tie, Timeline, claim_key
from caseboard.analysis.timeline import Clock
from caseboard.model.ids import CaseId, ClaimId
from caseboard.model.terms import ClaimStatus, Stance
from caseboard.ui.session import Session
from caseboard.ui.timeline.lanes import prepare
from caseboard.ui.timeline.look import Names
from caseboard.ui.views.timeline import TimelineView

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]
MANY = 20_000
CLOCKS = {
    EventKind.CLAIM: Clock.HAPPENED,
    EventKind.POSITION: Clock.HAPPENED,
    EventKind.LAYER: Clock.HAPPENED,
    EventKind.REPORT: Clock.REPORTED,
    EventKind.PUBLISHED: Clock.REPORTED,
    EventKind.CAPTURED: Clock.CAPTURED,
}
SOURCES = {"monitor": "Monitor map", "staff": "General Staff", "agency": "Agency"}
TOLD = (
    (EventKind.CLAIM, "2024-11-11T06:00Z/2024-11-11T09:00Z", "Utilities cut, east bank", ""),
    (EventKind.CLAIM, "2024-11-13~", "Two columns near the town", ""),
    (EventKind.CLAIM, "2024-11-13/2024-11-14", "Push into the town", ""),
    (EventKind.CLAIM, "2024-11-12?", "An attack may have begun", ""),
    (EventKind.CLAIM, "2024-11-10/..", "Evacuation goes on", ""),
    (EventKind.POSITION, "2024-11-12/2024-11-13~", "A brigade at the river", ""),
    (EventKind.LAYER, "2024-11-13T20:00Z", "Control, 13 Nov", ""),
    (EventKind.REPORT, "2024-11-13T23:00Z~", "Push into the town", "monitor"),
    (EventKind.REPORT, "2024-11-14T08:00Z", "Push into the town", "staff"),
    (EventKind.REPORT, "2024-11-14T09:10Z", "Push into the town", "agency"),
    (EventKind.PUBLISHED, "2024-11-14T11:39Z", "Military says push was repelled", ""),
    (EventKind.CAPTURED, "2024-11-13T22:47Z", "Map frame", ""),
    (EventKind.CAPTURED, "2024-11-14T12:02Z", "Article", ""),
)
STATUSES = dict(zip(("0", "1", "2", "3", "4"), (*ClaimStatus, ClaimStatus.OPEN), strict=True))


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Brush the timeline of the case, then show made-up ones of few and of many events."""
    assert session.case_view is not None and session.case_view.desk.case_id == case_id  # noqa: S101, PT018
    session.navigator.open_view("timeline")
    await rest()
    view = session.case_view.view("timeline")
    assert isinstance(view, TimelineView)  # noqa: S101  that is what the table's view is
    brush = session.case_view.desk.brush
    claims = (o.key for o in view.shown.occurrences if o.kind is EventKind.CLAIM)
    view.canvas.select(next(claims, ""))
    brush.put(datetime(2024, 11, 13, tzinfo=UTC), datetime(2024, 11, 14, tzinfo=UTC))
    await rest()
    take(session.window, "timeline-claim")
    view.canvas.select("")
    brush.clear()
    for timeline, name in ((few(), "timeline-vague"), (made_up(), "timeline-many")):
        statuses = {ClaimId(number): status for number, status in STATUSES.items()}
        view.show_prepared(prepare(timeline), Names(statuses, SOURCES))
        view.canvas.fit()
        await rest()
        take(session.window, name)
    view.model.reload()
    await rest()


def few() -> Timeline:
    """A timeline with every kind of time and of event."""
    found = [
        _event(f"{number}", kind, when, label, source)
        for number, (kind, when, label, source) in enumerate(TOLD)
    ]
    stances = {"7": Stance.CONTRADICTS, "8": Stance.SUPPORTS, "9": Stance.MENTIONS}
    ties = [Tie(claim_key("2"), f"report:{n}", stance) for n, stance in stances.items()]
    return Timeline(_sorted(found), ties, source_names=SOURCES)


def made_up(count: int = MANY) -> Timeline:
    """So many events around a few weeks, as large cases have them; the same each time."""
    dice = random.Random(1)  # noqa: S311  it has to be the same each time
    return Timeline(_sorted(_some(dice, count)), source_names=SOURCES)


def _some(dice: random.Random, count: int) -> Iterator[Occurrence]:
    kinds = (EventKind.CLAIM, EventKind.REPORT, EventKind.PUBLISHED, EventKind.CAPTURED)
    for number in range(count):
        days = dice.gauss(40, 12) if dice.random() < 0.8 else dice.uniform(-400, 40)
        at = datetime(2024, 10, 1, tzinfo=UTC) + timedelta(days=days)
        when = f"{at:%Y-%m-%dT%H:%M}Z" if dice.random() < 0.7 else f"{at:%Y-%m-%d}"
        label = f"Something happened near the town {number}"
        kind = dice.choices(kinds, (1, 2, 1, 1))[0]
        yield _event(f"{number}", kind, when, label, dice.choice(list(SOURCES)))


def _sorted(found: Iterator[Occurrence] | list[Occurrence]) -> list[Occurrence]:
    return sorted(found, key=lambda each: each.stretch.start)


def _event(number: str, kind: EventKind, when: str, label: str, source: str) -> Occurrence:
    stretch = stretches.of(when)
    assert stretch is not None  # noqa: S101  written here
    claim_id = number if kind is EventKind.CLAIM else ""
    ref = f"BIG-2024-11-{'C' if claim_id else 'E'}{number}"
    return Occurrence(
        f"{kind}:{number}",
        kind,
        CLOCKS[kind],
        when,
        stretch,
        label,
        ref,
        number,
        claim_id=claim_id,
        source_id=source,
    )
