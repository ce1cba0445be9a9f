"""Folds designations, so that Т-72 and T-72, БМП-2 and BMP-2 are the same, and reads new ones."""

import re
from functools import lru_cache

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ye",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "y", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya",
}  # fmt: skip
_DROPPED = str.maketrans(dict.fromkeys("-‐‑’'ʼ") | {ord(k): v for k, v in _LATIN.items()})
_SUFFIX = re.compile(r"(?:[a-z]{1,3}\d?[a-z]?\d?|[a-z]{1,4})")
_PLAIN = re.compile(r"[A-Za-z\d]*-?\d+[A-Z\d]*")
_FAMILIES = (
    (re.compile(r"(kab|fab|odab|rbk|ofab|betab)(\d{2,4})(s|m\d\d)?"), "{0}-{1}", "aerial bomb"),
    (re.compile(r"(su)(\d\d)([a-z]{0,3}\d?)"), "Su-{1}{2}", "combat aircraft"),
    (re.compile(r"(mig)(\d\d)([a-z]{0,3}\d?)"), "MiG-{1}{2}", "fighter aircraft"),
    (re.compile(r"(ka)(\d\d)([a-z]{0,2})"), "Ka-{1}{2}", "helicopter"),
    (re.compile(r"(kh)(\d\d\d?)([a-z]{0,3}\d?)"), "Kh-{1}{2}", "air-launched missile"),
    (re.compile(r"(btr)(\d\d)([a-z]{0,3}\d?)"), "BTR-{1}{2}", "armoured personnel carrier"),
    (re.compile(r"(shahed|geran)(\d{1,3})()"), "{0}-{1}", "attack drone"),
)


@lru_cache(16384)
def key(word: str) -> str:
    """`word` in Latin letters, lower case, without hyphens."""
    return word.casefold().translate(_DROPPED)


def singular(word: str) -> str:
    """Without the `s` of `BMP-2s`, `F-16s` and `KABs`."""
    if word.endswith("s") and len(word) > 3 and (word[-2].isdigit() or word[-2].isupper()):
        return word[:-1]
    return word


def has_digit(word: str) -> bool:
    """Whether a digit stands in it."""
    return any(char.isdigit() for char in word)


def split(folded: str) -> list[tuple[str, str]]:
    """A designation and its modification, `t72` and `b3m`, longest first."""
    cuts = range(len(folded) - 1, max(2, len(folded) - 6), -1)
    return [
        (folded[:cut], folded[cut:])
        for cut in cuts
        if _SUFFIX.fullmatch(folded, cut) and (folded[cut - 1].isdigit() or cut > 3)
    ]


def modified(name: str, suffix: str) -> str:
    """The name of a modification: `T-72` and `b3` give `T-72B3`; a proper name stays."""
    return name + suffix.upper() if _PLAIN.fullmatch(name) else name


def family(folded: str) -> tuple[str, str] | None:
    """The usual spelling and category of a designation of a known family."""
    for pattern, spelling, category in _FAMILIES:
        if found := pattern.fullmatch(folded):
            start, number, tail = found.groups(default="")
            lead = start.capitalize() if start in {"shahed", "geran"} else start.upper()
            return spelling.format(lead, number, tail.upper()), category
    return None
