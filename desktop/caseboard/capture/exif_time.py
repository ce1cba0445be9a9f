"""When a camera says a picture was taken: as EDTF, with a zone only where one is stated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

_MOMENT = re.compile(r"(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)\Z")
_EDITORS = re.compile(
    "photoshop|gimp|lightroom|capture one|affinity|darktable|snapseed|picasa", re.I
)
_FIRST_YEAR = 1970
_OF_CAMERA = (
    ("DateTimeOriginal", 36867, 36881),
    ("DateTimeDigitized", 36868, 36882),
)
_CHANGED, _CHANGED_OFFSET, _SOFTWARE = 0x0132, 36880, 0x0131
_LONGEST_OFFSET = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Taken:
    """A moment a file states: `edtf` is None where it cannot be one, `printed` is as it stands."""

    edtf: str | None
    printed: str
    origin: str
    """Such as `EXIF DateTimeOriginal`."""


def by_camera(camera: Mapping[int, Any], main: Mapping[int, Any]) -> list[Taken]:
    """What the camera's own clock says, best first."""
    found = []
    for name, moment, offset in _OF_CAMERA:
        printed = _printed(camera.get(moment))
        if printed:
            zone = camera.get(offset)
            said = f"EXIF {name}"
            if zone is None and printed == _printed(main.get(_CHANGED)):
                zone = camera.get(_CHANGED_OFFSET)  # of the same moment by the same clock
                said = f"{said}, its zone in EXIF OffsetTime" if _zone(zone) else said
            found.append(Taken(edtf(printed, zone), printed, said))
    return found


def by_file(camera: Mapping[int, Any], main: Mapping[int, Any]) -> Taken | None:
    """When the file was last changed: no more than a clue, and none after an editor's work."""
    printed = _printed(main.get(_CHANGED))
    if not printed or _EDITORS.search(str(main.get(_SOFTWARE, ""))):
        return None
    return Taken(edtf(printed, camera.get(_CHANGED_OFFSET)), printed, "EXIF DateTime")


def by_satellite(moment: datetime | None) -> Taken | None:
    """The time of a GPS fix, which is in UTC."""
    if moment is None or not is_plausible(moment.date()):
        return None
    text = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return Taken(text, text, "EXIF GPSDateStamp and GPSTimeStamp")


def edtf(moment: Any, offset: Any) -> str | None:
    """EDTF of `2025:03:04 08:15:30` and `+02:00`; parts of a second are left out."""
    match = _MOMENT.match(moment) if isinstance(moment, str) else None
    if match is None:
        return None
    year, month, day, hour, minute, second = map(int, match.groups())
    try:
        taken = datetime(year, month, day, hour, minute, second)
    except ValueError:  # 0000:00:00 and the like
        return None
    return f"{taken.isoformat()}{_zone(offset)}" if is_plausible(taken.date()) else None


def ahead_of_utc(taken: str, satellite: datetime | None) -> str:
    """How far a clock without a zone was ahead of the satellites', in words; else empty.

    It is told and not filled in: a fix may be older than its picture, and a clock may be wrong.
    """
    if satellite is None or len(taken) != 19:
        return ""
    ahead = datetime.fromisoformat(taken).replace(tzinfo=UTC) - satellite
    if abs(ahead) > _LONGEST_OFFSET + timedelta(minutes=2):
        return "far from the camera’s clock, so one of them is wrong"
    minutes = round(ahead.total_seconds() / 60)
    hours, left = divmod(abs(minutes), 60)
    side = "behind" if minutes < 0 else "ahead of"
    if not minutes:
        return "the camera’s clock showed UTC"
    return f"the camera’s clock was {hours} h {left:02} min {side} UTC"


def is_plausible(day: date) -> bool:
    """Whether a picture file can have been made on `day`: cameras start at 1904 or in 2099."""
    return day.year > _FIRST_YEAR and day <= datetime.now(UTC).date() + timedelta(days=2)


def _zone(offset: Any) -> str:
    said = _OFFSET.match(offset.strip("\x00 ")) if isinstance(offset, str) else None
    if said is None:
        return "Z" if isinstance(offset, str) and offset.strip("\x00 ") == "Z" else ""
    return said[0] if int(said[2]) * 60 + int(said[3]) <= 14 * 60 and int(said[3]) < 60 else ""


def _printed(value: Any) -> str:
    said = value.strip("\x00 \t") if isinstance(value, str) else ""
    return said[:40] if any(letter.isdigit() for letter in said) else ""
