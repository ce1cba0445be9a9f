"""The brush of a case in seconds, and in words."""

from caseboard.analysis.stretches import moment, seconds
from caseboard.analysis.timeline import Clock
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.ui.brush import Brush, Brushed
from caseboard.ui.timeline.axis import between
from caseboard.ui.timeline.dragging import Span


def span_of(brushed: Brushed) -> Span | None:
    """What is brushed, in seconds since 1970 UTC; None where nothing is left out."""
    if brushed.start is None or brushed.end is None:
        return None
    return seconds(brushed.start), seconds(brushed.end)


def put(brush: Brush, span: Span | None) -> None:
    """Brush that stretch."""
    if span is None:
        brush.clear()
    else:
        brush.put(moment(span[0]), moment(span[1]))


def clock_name(clock: Clock) -> str:
    """What a lane is called."""
    return {
        Clock.HAPPENED: _("Happened"),
        Clock.REPORTED: _("Reported"),
        Clock.CAPTURED: _("Captured"),
    }[clock]


def words(brushed: Brushed) -> str:
    """`Happened 13–14 Nov 2024`; empty for all of time."""
    if brushed.is_all:
        return ""
    span = span_of(brushed)
    if span is not None:
        when = between(*span)
    else:
        one = f"{brushed.start:%Y-%m-%d}" if brushed.start else ".."
        other = f"{brushed.end:%Y-%m-%d}" if brushed.end else ".."
        when = moments.show(f"{one}/{other}")
    return _("{clock} {when}").format(clock=clock_name(brushed.clock), when=when)
