"""Which stretches of a text are in another language than the briefing, for who has it read aloud.

Told by the letters alone: a quotation in Cyrillic inside an English briefing, two Latin words or
more inside a Ukrainian one. Where they do not say which language it is, the script is named and no
more (BCP 47, `und`).
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

_CYRILLIC: Final = "[\u0400-\u052f]"
_LATIN: Final = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"
_FOREIGN: Final = {
    "en": re.compile(rf"{_CYRILLIC}+(?:(?:[^\w]|\u02bc)+{_CYRILLIC}+)*"),
    "uk": re.compile(rf"{_LATIN}{{2,}}(?:[^\w]+{_LATIN}+)+"),
}
"""By the language of the briefing, what is foreign in it."""
_BELARUSIAN: Final = frozenset("ўЎ")
_UKRAINIAN: Final = frozenset("іїєґІЇЄҐ")
_RUSSIAN: Final = frozenset("ыэёъЫЭЁЪ")
_APOSTROPHE: Final = re.compile(rf"{_CYRILLIC}['\u2019\u02bc]{_CYRILLIC}")


class Stretch(NamedTuple):
    """Characters, and their language where it is not that of the briefing (BCP 47)."""

    text: str
    language: str = ""


def stretches(text: str, language: str) -> Iterator[Stretch]:
    """`text` cut where the language changes; together they are the text again, in NFC."""
    foreign = _FOREIGN.get(language)
    if foreign is None or (language == "en" and text.isascii()):
        yield Stretch(text)
        return
    text = unicodedata.normalize("NFC", text)  # else a letter would be parted from its accent
    done = 0
    for found in foreign.finditer(text):
        if found.start() > done:
            yield Stretch(text[done : found.start()])
        yield Stretch(found.group(), _language(found.group()))
        done = found.end()
    if done < len(text) or not text:
        yield Stretch(text[done:])


def _language(text: str) -> str:
    letters = frozenset(text)
    if not re.match(_CYRILLIC, text):
        is_plain = all(letter.isascii() for letter in letters if letter.isalpha())
        return "en" if is_plain else "und-Latn"
    if letters & _BELARUSIAN:
        return "be"
    if letters & _UKRAINIAN:
        return "und-Cyrl" if letters & _RUSSIAN else "uk"
    if letters & _RUSSIAN:
        return "ru"
    return "uk" if _APOSTROPHE.search(text) else "und-Cyrl"
