"""The timeline: what happened, was reported and was captured, each by its own clock."""

from caseboard.analysis.timeline import Clock, Event, events
from caseboard.briefing.blocks import Block, Cell, Column, Paragraph, Role, Row, Run, Table, Tone
from caseboard.briefing.making import Making
from caseboard.i18n import _
from caseboard.model import moments

_MARKS = {Clock.HAPPENED: "●", Clock.REPORTED: "○", Clock.CAPTURED: "□"}


def made(making: Making) -> tuple[Block, ...]:
    """A row for each event, in time."""
    rows = tuple(_row(making, event) for event in events(making.dossier))
    if not rows:
        return ()
    columns = (
        Column(_("When"), 0.29),
        Column(_("Clock"), 0.14),
        Column(_("What"), 0.50),
        Column(_("Ref"), 0.07),
    )
    return (Table(columns, rows),)


def _row(making: Making, event: Event) -> Row:
    ref = making.citations.refer(event.ref) or Run(event.ref)
    tone = Tone.MUTED if event.clock is Clock.CAPTURED else Tone.PLAIN
    clock = f"{_MARKS[event.clock]}\u00a0{_clock(event.clock)}"
    runs = (
        Run(moments.show(event.when), tone=tone),
        Run(clock, tone=tone),
        Run(event.label, tone=tone),
        ref,
    )
    return Row(tuple(Cell((Paragraph((run,), Role.TABLE),)) for run in runs))


def _clock(clock: Clock) -> str:
    return {
        Clock.HAPPENED: _("happened"),
        Clock.REPORTED: _("reported"),
        Clock.CAPTURED: _("captured"),
    }[clock]
