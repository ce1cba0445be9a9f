"""When a picture was taken, where, and whether that is the event it is printed with."""

import re
from collections.abc import Collection, Sequence

from caseboard.analysis import caption_dates
from caseboard.analysis.spots import taken
from caseboard.briefing.making import Making
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.entities import Position

_DAY = re.compile(r"(\d{4})[-:](\d{2})[-:](\d{2})")
_STATED = ("IPTC Date created", "XMP photoshop:DateCreated", "XMP exif:DateTimeOriginal")
_PLACE = ("IPTC Sublocation", "IPTC City", "IPTC State", "IPTC Country")


def stated_by_file(files: Sequence[ClipFile]) -> str:
    """EDTF of when it was taken, as its file says; empty where it does not."""
    stated = (taken(file.meta) or _stated(file) for file in files)
    return next(filter(None, stated), "")


def stated_by_caption(making: Making, files: Sequence[ClipFile]) -> str:
    """EDTF of the day its caption names, or of what the case has read from its caption."""
    named = (caption_dates.day(file.caption) for file in files)
    told = (position.interval for position in _of_caption(making, files))
    return next(filter(None, (*named, *told)), "")


def where(making: Making, files: Sequence[ClipFile]) -> str:
    """The place it was taken at, as its file or its caption names it; empty where none does."""
    for file in files:
        names = (file.meta.get(key) for key in _PLACE)
        if known := [name for name in names if isinstance(name, str) and name.strip()]:
            return ", ".join(known)
    places = (
        making.index.locations.get(position.location_id or "")
        for position in _of_caption(making, files)
        if not position.bearing
    )
    return next((place.name for place in places if place is not None), "")


def dated(making: Making, files: Sequence[ClipFile], clips: Sequence[Clip]) -> tuple[str, bool]:
    """What is said of its date, and whether it is illustrative: not of the event.

    A picture that a claim rests on is evidence, whatever its date; any other is of the events
    that its clips report, where one of them was on that date.
    """
    by_file = stated_by_file(files)
    stated = by_file or stated_by_caption(making, files)
    if not stated:
        return _("It is not known when this was taken."), False
    day = moments.show(stated)
    day = day if by_file else _("{when} (by its caption)").format(when=day)
    events = [] if _is_evidence(making, files) else _events(making, clips)
    if not events or any(_meet(stated, event) for event in events):
        return _("Taken {when}.").format(when=day), False
    told = "; ".join(dict.fromkeys(moments.show(event) for event in events))
    illustrative = _("Illustrative: taken {when}, not of the event ({event}).")
    return illustrative.format(when=day, event=told), True


def _stated(file: ClipFile) -> str:
    """A day that the file's publisher wrote into it."""
    found = (_DAY.match(str(file.meta.get(key, ""))) for key in _STATED)
    for day in found:
        if day and _span("-".join(day.groups())) is not None:
            return "-".join(day.groups())
    return ""


def _of_caption(making: Making, files: Sequence[ClipFile]) -> list[Position]:
    """Positions of units that were read from its caption."""
    index, found = making.index, []
    for file in files:
        caption = " ".join(file.caption.split())
        for position in index.positions_in.get(file.clip_id, []):
            exact = " ".join(index.anchors[position.anchor_id].exact.split())
            if exact and exact in caption:
                found.append(position)
    return found


def _is_evidence(making: Making, files: Sequence[ClipFile]) -> bool:
    marks = (mark for file in files for mark in making.index.marks.get(file.id, []))
    return any(mark.id in making.index.reports_at for mark in marks)


def _events(making: Making, clips: Collection[Clip]) -> list[str]:
    """When the claims that its clips report are said to have happened."""
    index = making.index
    wanted = {report.claim_id for clip in clips for report in index.reported_in.get(clip.id, [])}
    claims = (index.claims.get(claim_id) for claim_id in wanted)
    times = [claim.event_time for claim in claims if claim is not None]
    return sorted({time for time in times if time and _span(time)}, key=moments.sort_key)


def _meet(one: str, other: str) -> bool:
    first, second = _span(one), _span(other)
    if first is None or second is None:
        return True  # what cannot be read is not held against it
    starts = first.end is None or second.start is None or second.start < first.end
    return starts and (second.end is None or first.start is None or first.start < second.end)


def _span(edtf: str) -> moments.Span | None:
    try:
        return moments.read(edtf)
    except CaseError:
        return None
