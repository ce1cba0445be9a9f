"""Times as an analyst types them, read as EDTF (ISO 8601-2).

EDTF itself is taken as it stands; so are dates as newspapers print them (`14 Nov 2024 11:39`,
`14.11.2024`, `14 листопада 2024`), a part of a day after one, two of them with a dash between,
and `about`, `~` or `?` for what is not sure. What two countries read differently is refused.
"""

import re

from caseboard.capture import printed
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import moments

_ABOUT = re.compile(r"^(?:about|approx\.?|around|circa|ca?\.|близько|~|≈)\s*", re.IGNORECASE)
_UNSURE = re.compile(r"\s*\?$")
_DASH = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*")
_DAYS = re.compile(r"^(\d{1,2})\s*[-–—]\s*(\d{1,2})(\D.*)$")
_AMBIGUOUS = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_YEAR = re.compile(r"\b\d{4}\b")
_YEAR_WORD = re.compile(r"\s*\b(?:року|рік|р\.|года|год|г\.)\s*$", re.IGNORECASE)
_MONTH = re.compile(r"^(\D+?)\.?\s+(\d{4})$")
_PARTS = {
    ("night", "overnight", "ніч", "вночі"): ("00:00", "05:59"),
    ("morning", "ранок", "вранці", "зранку"): ("06:00", "11:59"),
    ("afternoon", "день", "вдень"): ("12:00", "17:59"),
    ("evening", "late", "вечір", "ввечері", "увечері"): ("18:00", "23:59"),
}
_PART_OF = {word: hours for words, hours in _PARTS.items() for word in words}
_PART = re.compile(rf"^(.*?)[\s,]+({'|'.join(_PART_OF)})$", re.IGNORECASE)
_LEADING = re.compile(rf"^({'|'.join(_PART_OF)})\s+(?:on\s+)?(.*)$", re.IGNORECASE)


def edtf_of(typed: str) -> str:
    """The EDTF that `typed` stands for, empty for nothing; raises `CaseError` where none is."""
    text = " ".join(typed.split())
    if not text:
        return ""
    try:
        moments.read(text)
    except CaseError:
        return _from_words(text)
    return text


def _from_words(text: str) -> str:
    plain, is_about = _ABOUT.subn("", text)
    plain, is_unsure = _UNSURE.subn("", plain)
    plain = _YEAR_WORD.sub("", plain)
    found = _stretch(plain)
    if not found:
        raise _unreadable(text)
    mark = "%" if is_about and is_unsure else "~" * is_about + "?" * is_unsure
    edtf = "/".join(end + mark for end in found.split("/"))
    moments.read(edtf)
    return edtf


def _stretch(text: str) -> str:
    if days := _DAYS.match(text):
        text = f"{days[1]}{days[3]} – {days[2]}{days[3]}"
    ends = _DASH.split(text)
    if len(ends) == 2:
        year = _YEAR.search(ends[1])
        if year and not _YEAR.search(ends[0]):
            ends[0] = f"{ends[0]} {year[0]}"
        first, last = _one(ends[0]), _one(ends[1])
        return f"{first}/{last}" if first and last and "/" not in first + last else ""
    return _one(text) if len(ends) == 1 else ""


def _one(text: str) -> str:
    if found := _PART.match(text):
        return _part_of_day(found[1], found[2])
    if found := _LEADING.match(text):
        return _part_of_day(found[2], found[1])
    date = printed.find(text)
    if date and not (text[: date.start] + text[date.end :]).strip(" ,.("):
        return date.edtf
    return _month(text)


def _part_of_day(day: str, part: str) -> str:
    first, last = _PART_OF[part.lower()]
    date = _one(day)
    return f"{date}T{first}/{date}T{last}" if len(date) == 10 else ""


def _month(text: str) -> str:
    found = _MONTH.match(text)
    first = printed.find(f"1 {found[1]} {found[2]}") if found else None
    return first.edtf[:7] if first and first.start == 0 else ""


def _unreadable(text: str) -> CaseError:
    if _AMBIGUOUS.search(text):
        return CaseError(
            _("“{text}” can be read in two ways.").format(text=text),
            _("Write the month as a word: 3 Apr 2024."),
        )
    return CaseError(
        _("“{text}” is not a time that can be read.").format(text=text),
        _("Write it as in 14 Nov 2024 11:39, 2024-11-14 or about 13 Nov 2024."),
    )
