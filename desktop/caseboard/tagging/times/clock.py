"""Reads times of day, with their zone."""

import re
from dataclasses import dataclass
from datetime import date

from caseboard.tagging.times import vocabulary

_CLOCK = re.compile(
    r"(?<![\d:.,/\-])(\d{1,2})(?::(\d\d)(?::(\d\d))?)?(?:[ \u00a0]?([ap])(?:\.m\.|m\b))?"
    r"(?![\d:]|[.,]\d|[ ]?%)",
    re.I,
)
_ZONE = re.compile(
    r",?[ \u00a0]\(?(UTC|GMT|EET|EEST|MSK|CET|CEST|BST|EST|EDT|Z|МСК|мск"
    r"|(?:за київським|по киевскому|за Києвом|по Киеву)"
    r"|(?:Kyiv|Kiev|Moscow) time|(?:за московським|по московскому|по Москве|за Москвою))"
    r"([+\-−]\d{1,2}(?::\d\d)?)?\)?(?:[ \u00a0](?:time|часом|времени))?(?!\w)"
)
_LEAD = re.compile(
    r"(?<!\w)(?:at|by|around|about|before|after|until|till|from|between|since|near|approximately"
    r"|о|об|близько|біля|після|приблизно|в|во|около|после|примерно|станом на|o|około|po)[ \u00a0]$",
    re.I,
)
_KYIV = ("київ", "києв", "киев", "kyiv", "kiev")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: `hour` and the rest as they go into EDTF."""

    start: int
    end: int
    hour: int
    minute: int
    second: str
    zone: str
    """As printed after a `|`: an EDTF zone, or `kyiv`, which depends on the day."""
    has_lead: bool

    def on(self, day: date) -> str:
        """EDTF of it on a day."""
        zone = self.zone
        if zone == "kyiv":
            zone = "+03:00" if _is_summer(day) else "+02:00"
        return f"{day}T{self.hour:02}:{self.minute:02}{self.second}{zone}"

    @property
    def part_of_day(self) -> str:
        """Which part of the day it lies in."""
        for end, part in ((5, "night"), (12, "morning"), (18, "afternoon"), (23, "evening")):
            if self.hour < end:
                return part
        return "night"


def at(text: str, start: int) -> Clock | None:
    """The time of day that begins at `start`."""
    found = _CLOCK.match(text, start)
    if found is None or not (found[2] or found[4]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[4].casefold() == "p" else 0)
    if hour > 23 or minute > 59 or int(found[3] or 0) > 59:
        return None
    zone, end = _zone(text, found.end())
    lead = bool(_LEAD.search(text[max(0, start - 14) : start]))
    second = f":{found[3]}" if found[3] else ""
    is_sure = lead or bool(found[4]) or bool(zone)
    return Clock(start, end, hour, minute, second, zone, is_sure)


def _zone(text: str, end: int) -> tuple[str, int]:
    found = _ZONE.match(text, end)
    if found is None:
        return "", end
    name = vocabulary.fold(found[1])
    if found[2]:
        sign = "-" if found[2][0] in "-−" else "+"
        hours, _colon, minutes = found[2][1:].partition(":")
        if int(hours) > 14 or int(minutes or 0) > 59:
            return "", end
        return f"{sign}{int(hours):02}:{int(minutes or 0):02}", found.end()
    if any(city in name for city in _KYIV):
        return "kyiv", found.end()
    if "моск" in name or "moscow" in name or name == "мск":
        return "+03:00", found.end()
    return vocabulary.words("zone").get(name, ""), found.end()


def _is_summer(day: date) -> bool:
    """Whether daylight saving holds in Europe, from the last Sunday of March to October's."""
    return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return date(year, month, 31 - (last.weekday() + 1) % 7)
