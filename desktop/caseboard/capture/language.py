"""The language of a text: as the page states it, else by its letters and commonest words."""

import re

_COMMON = {
    "en": "the of and to in that is was for on with as by at from has said are it be",
    "de": "der die das und ist nicht mit ein eine den von zu auf für im dem sich des auch",
    "pl": "i w na z się nie do że to jest o po od przez dla oraz są jak za został",
    "fr": "le la les de des et est une un dans pour que qui sur au par il avec ce du",
    "es": "el la los las de y que en un una por con para del se es al su lo como",
    "uk": "і в у на що не та з до за про від які як це але його було також",
    "ru": "и в на что не с по из за от как это но его было также он они для",
}
_WORD = re.compile(r"[^\W\d_]+")
_UKRAINIAN = re.compile("[іїєґ]")
_RUSSIAN = re.compile("[ыэъё]")
_POLISH = re.compile("[ąęłńśźż]")


def stated(tag: str) -> str:
    """The primary subtag of a BCP 47 tag or a locale: `uk` of `uk_UA`; empty where it is none."""
    primary = re.split(r"[-_,; ]", tag.strip().lower(), maxsplit=1)[0]
    return primary if re.fullmatch(r"[a-z]{2,3}", primary) and primary != "und" else ""


_DAY_FIRST_ENGLISH = {"gb", "uk", "ie", "au", "nz", "in", "za", "ng", "ke"}


def day_first(tag: str, host: str = "") -> bool | None:
    """Whether 03/04 is the third of April where a BCP 47 tag, a locale or a host is at home.

    None where it cannot be told: English without a country, on a host of no country.
    """
    primary = stated(tag)
    if primary and primary != "en":
        return True
    pieces = re.split(r"[-_]", tag.strip().lower())
    country = pieces[1] if len(pieces) > 1 else host.rpartition(".")[2]
    return True if country in _DAY_FIRST_ENGLISH else False if country == "us" else None


def guess(text: str) -> str:
    """The language of `text` where its words leave little doubt, else empty."""
    words = _WORD.findall(text[:6000].lower())
    if len(words) < 5:
        return ""
    counts = {tag: sum(map(words.count, common.split())) for tag, common in _COMMON.items()}
    letters = "".join(words)
    cyrillic = sum("а" <= letter <= "ґ" for letter in letters) * 2 > len(letters)
    if cyrillic:
        ukrainian, russian = len(_UKRAINIAN.findall(letters)), len(_RUSSIAN.findall(letters))
        if ukrainian == russian:
            return ""
        return "uk" if ukrainian > russian else "ru"
    best, second = sorted((counts[tag], tag) for tag in ("en", "de", "pl", "fr", "es"))[-1:-3:-1]
    sure = best[0] >= 3 and best[0] * 12 >= len(words) and best[0] > second[0]
    return best[1] if sure else ""


def likely(text: str) -> str:
    """The language of `text` where `guess` leaves it open: of headlines, of a few words.

    Cyrillic is Ukrainian or Russian, by its letters, else by its commonest words; where nothing
    tells, Ukrainian. Empty for Latin letters that are not plainly Polish.
    """
    found = guess(text)
    if found:
        return found
    words = _WORD.findall(text[:6000].lower())
    letters = "".join(words)
    if sum("а" <= letter <= "ґ" for letter in letters) * 2 > len(letters):
        return _cyrillic(words, letters)
    is_english = any(word in _COMMON["en"].split() for word in words)
    is_polish = not is_english and len(_POLISH.findall(letters)) * 25 >= len(letters) > 0
    return "pl" if is_polish else ""


def _cyrillic(words: list[str], letters: str) -> str:
    ukrainian = len(_UKRAINIAN.findall(letters)), _common(words, "uk")
    russian = len(_RUSSIAN.findall(letters)), _common(words, "ru")
    return "ru" if russian > ukrainian else "uk"


def _common(words: list[str], tag: str) -> int:
    return sum(map(words.count, _COMMON[tag].split()))
