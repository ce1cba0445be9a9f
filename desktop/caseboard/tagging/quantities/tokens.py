"""A text cut into numbers, words, designations and single marks, in one pass."""

import re
from dataclasses import dataclass
from enum import Enum

from caseboard.tagging.quantities.words import listed

_TOKEN = re.compile(
    r"(?P<designation>[^\W\d_]++[-‐‑]?\d\w*+(?:[-‐‑]\w++)*+)"
    r"|(?P<date>\d{1,4}(?:[./]\d{1,2}[./]\d{2,4}|[-‐‑]\d{2}[-‐‑]\d{2})(?!\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?)"
    r"|(?P<ordinal>\d++(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?!\d)"
    r"|\d++(?:[.,]\d++)?)"
    r"|(?P<word>[^\W\d_]++(?:['’ʼ`′][^\W\d_]++)*+)"
    r"|(?P<mark>\S)",
    re.IGNORECASE,
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`′", "'"))
_MONTHS = tuple(
    listed(
        "jan feb mar apr may jun jul aug sep oct nov dec січ лют берез квіт трав черв лип серп"
        " верес жовт листопад груд январ феврал март апрел мая май июн июл август сентябр октябр"
        " ноябр декабр"
    )
)
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|груд)(?:ень|ня|ні|ному|ого|ий|ем|нем)"
    r"|листопад[ауі]?|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяе]"
    r"|марта?е?|мая|август[ае]?)"
)


class Sort(Enum):
    """What a token is."""

    NUMBER = "number"
    WORD = "word"
    DESIGNATION = "designation"
    """`T-72`, `F-16s`, `BMP-2`."""
    OTHER = "other"
    """An ordinal, a date, a time of day: digits that count nothing."""
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the text; `key` is its text folded."""

    start: int
    end: int
    sort: Sort
    text: str
    key: str
    is_glued: bool
    """Whether nothing stands between it and the token before."""


def cut(text: str) -> list[Token]:
    """All of the text but its spaces, in order."""
    tokens: list[Token] = []
    at = 0
    while match := _TOKEN.search(text, at):
        start, end = match.span()
        sort = _SORTS[match.lastgroup or "mark"]
        if sort is Sort.NUMBER and " " in match[0] and tokens and _follows_month(tokens):
            end = start + match[0].index(" ")  # "Nov. 14 200 men": a day, then a number
        piece = text[start:end]
        glued = bool(tokens) and tokens[-1].end == start
        key = piece.casefold().translate(_APOSTROPHES)
        tokens.append(Token(start, end, sort, piece, key, glued))
        at = end
    return tokens


def is_month(key: str) -> bool:
    """Whether a folded word names a month."""
    return key.startswith(_MONTHS) and _MONTH.fullmatch(key) is not None


def _follows_month(tokens: list[Token]) -> bool:
    last = tokens[-1]
    if last.key == "." and len(tokens) > 1:
        last = tokens[-2]
    return is_month(last.key)


_SORTS = {
    "designation": Sort.DESIGNATION,
    "date": Sort.OTHER,
    "ordinal": Sort.OTHER,
    "number": Sort.NUMBER,
    "word": Sort.WORD,
    "mark": Sort.MARK,
}
