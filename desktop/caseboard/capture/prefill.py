"""What a picture says of itself, brought together: the better word of each, and where it stood."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from caseboard.capture import exif_time, gps
from caseboard.capture.exif import Exif
from caseboard.capture.exif_time import Taken
from caseboard.capture.iptc import Iptc
from caseboard.capture.xmp import Xmp

Said = tuple[str, str]
"""A value, and where it stood."""
_IIM_LIMITS = {(2, 5): 64, (2, 80): 32, (2, 105): 256, (2, 110): 32, (2, 116): 128, (2, 120): 2000}
"""Bytes that IIM has room for: a longer word of XMP is the whole one."""


@dataclass(frozen=True, slots=True)
class Prefill:
    """The fields that a picture's own words fill; what none of them says is empty."""

    title: str = ""
    caption: str = ""
    credit: str = ""
    byline: str = ""
    licence: str = ""
    taken: str | None = None
    """EDTF (ISO 8601-2), with a zone only where one was stated."""
    taken_as_printed: str = ""
    place: tuple[float, float] | None = None
    precision_m: float | None = None
    said_in: dict[str, str] = field(default_factory=dict)
    """By field, where it was read: `IPTC 2:110 Credit`."""
    words: dict[str, str] = field(default_factory=dict)
    """What is to be said of it besides: the camera, and where the file contradicts itself."""


def bring_together(exif: Exif, iptc: Iptc, xmp: Xmp, text: dict[str, str]) -> Prefill:
    """The best of what EXIF, IPTC, XMP and the `text` chunks of a PNG say."""
    said_in: dict[str, str] = {}
    words: dict[str, str] = {"Camera": exif.camera} if exif.camera else {}
    filled = {
        name: _best(name, candidates, said_in, words)
        for name, candidates in _texts(exif, iptc, xmp, text).items()
    }
    taken = _taken(exif, iptc, xmp, words)
    if taken is not None:
        said_in["published"] = taken.origin
    place, precision = _place(exif, xmp, said_in, words)
    return Prefill(
        **filled,
        taken=taken.edtf if taken else None,
        taken_as_printed=taken.printed if taken else "",
        place=place,
        precision_m=precision,
        said_in=said_in,
        words=words,
    )


def _texts(exif: Exif, iptc: Iptc, xmp: Xmp, text: dict[str, str]) -> dict[str, list[Said]]:
    """By field, who may fill it, best first."""
    pair = _Pair(iptc, xmp)
    return {
        "title": [
            *pair.of((2, 105), "photoshop:Headline"),
            *pair.of((2, 5), "dc:title"),
            (exif.words.get("EXIF XPTitle", ""), "EXIF XPTitle"),
            (text.get("Title", ""), "PNG Title"),
        ],
        "caption": [
            *pair.of((2, 120), "dc:description"),
            (exif.description, "EXIF ImageDescription"),
            (text.get("Description", ""), "PNG Description"),
        ],
        "credit": pair.of((2, 110), "photoshop:Credit"),
        "byline": [
            *pair.of((2, 80), "dc:creator"),
            (exif.artist, "EXIF Artist"),
            (text.get("Author", ""), "PNG Author"),
        ],
        "licence": [
            xmp.said("cc:license"),
            xmp.said("xmpRights:UsageTerms"),
            *pair.of((2, 116), "dc:rights"),
            (exif.copyright, "EXIF Copyright"),
            (text.get("Copyright", ""), "PNG Copyright"),
        ],
    }


@dataclass(frozen=True, slots=True)
class _Pair:
    """The same field in IPTC and in XMP, of which programs keep the one, the other or both."""

    iptc: Iptc
    xmp: Xmp

    def of(self, key: tuple[int, int], name: str) -> list[Said]:
        """Both, the better one first."""
        old, new = self.iptc.said(key), self.xmp.said(name)
        is_doubtful = not self.iptc.has_charset and not old[0].isascii() and old[0] != new[0]
        if new[0] and (is_doubtful or self._is_cut(old[0], new[0], key)):
            return [new, old]
        return [old, new]

    @staticmethod
    def _is_cut(old: str, new: str, key: tuple[int, int]) -> bool:
        room = _IIM_LIMITS.get(key, 0)
        return len(new) > len(old) and new.startswith(old) and len(old.encode()) >= room - 4


def _best(
    name: str, candidates: Iterable[Said], said_in: dict[str, str], words: dict[str, str]
) -> str:
    found = [(value, origin) for value, origin in candidates if value]
    if not found:
        return ""
    value, origin = found[0]
    said_in[_FIELDS.get(name, name)] = origin
    if name in _SINGLE:
        others = {other: at for other, at in reversed(found[1:]) if not _agree(value, other)}
        if others:
            said = "; ".join(f"{at} says “{other[:200]}”" for other, at in others.items())
            words[f"Disagreement on {name}"] = f"{origin} is used; {said}"
    return value


_FIELDS = {"byline": "author"}
"""What `Reading` calls them."""
_SINGLE = {"credit", "byline", "caption"}
"""Fields of which the file can have but one, so that two words of it contradict each other."""


def _agree(one: str, other: str) -> bool:
    """Whether two words differ in no more than spaces, case, and where one of them was cut."""
    first, second = (" ".join(text.casefold().replace(";", ",").split()) for text in (one, other))
    return first.startswith(second) or second.startswith(first)


def _taken(exif: Exif, iptc: Iptc, xmp: Xmp, words: dict[str, str]) -> Taken | None:
    """The best moment; where none of them can be one, the first as it is printed."""
    of_xmp = xmp.taken
    camera = [found for found in of_xmp if "exif:DateTimeOriginal" in found.origin]
    created = [found for found in of_xmp if found not in camera]
    stated = [*exif.taken, *camera, *([iptc.taken] if iptc.taken else []), *created]
    clues = [exif_time.by_satellite(exif.place.moment), exif.changed]
    stated += [clue for clue in clues if clue]
    best = next((found for found in stated if found.edtf), stated[0] if stated else None)
    if best is None or best.edtf is None:
        return best
    _compare(best, stated, words)
    if len(best.edtf) == 19:
        words["Time zone"] = _unstated_zone(best.edtf, stated, exif)
    return best


def _unstated_zone(taken: str, stated: list[Taken], exif: Exif) -> str:
    """What is known of the zone of a clock that did not state it; it is told, never filled in."""
    known = ["not stated"]
    for other in stated:
        if other.edtf and other.edtf[:19] == taken and len(other.edtf) > 19:
            known.append(
                f"{other.origin} adds {other.edtf[19:]}, which may be that of an editor’s computer"
            )
            break
    ahead = exif_time.ahead_of_utc(taken, exif.place.moment)
    if ahead:
        known.append(f"by the time of its GPS fix, {ahead}")
    return "; ".join(known)


def _compare(best: Taken, stated: list[Taken], words: dict[str, str]) -> None:
    """Say who of those that tell when it was taken tells something else."""
    differing = [
        f"{other.origin} says {other.edtf}"
        for other in stated
        if other.edtf
        and best.edtf
        and other.origin.split()[1] not in _OTHER_MOMENTS
        and not _same_moment(best.edtf, other.edtf)
    ]
    if differing:
        words["Disagreement on time"] = f"{best.origin} is used; {'; '.join(differing)}"


_OTHER_MOMENTS = {"DateTime", "DateTimeDigitized", "exif:DateTimeDigitized", "GPSDateStamp"}
"""They say when something else was done than the picture taken."""


def _same_moment(one: str, other: str) -> bool:
    """Whether one says what the other says, as far as both go."""
    shorter = min(len(one), len(other), 19)
    zones = {edtf[19:].replace("Z", "+00:00") for edtf in (one, other) if len(edtf) > 19}
    return one[:shorter] == other[:shorter] and len(zones) < 2


def _place(
    exif: Exif, xmp: Xmp, said_in: dict[str, str], words: dict[str, str]
) -> tuple[tuple[float, float] | None, float | None]:
    here = exif.place
    if here.latitude is not None and here.longitude is not None:
        said_in["place"] = "EXIF GPSLatitude and GPSLongitude"
        if here.precision_said:
            said_in["place_precision"] = here.precision_said
        other = xmp.place
        if other and max(abs(other[0] - here.latitude), abs(other[1] - here.longitude)) > 0.001:
            words["Disagreement on place"] = (
                f"EXIF GPSLatitude and GPSLongitude are used; XMP says {gps.show(*other)}"
            )
        return (here.latitude, here.longitude), here.precision_m
    if xmp.place is not None and not any(name.startswith("GPS L") for name in here.words):
        said_in["place"] = "XMP exif:GPSLatitude and exif:GPSLongitude"
        return xmp.place, None
    return None, None
