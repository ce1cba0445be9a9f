"""The forms of Ukrainian and Russian words, by the dictionaries of pymorphy3.

Every parse counts: the right one of a place name often stands second or later (`Харкові` is a
surname first). Loaded when first asked for; what was asked lately is kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

Language = Literal["uk", "ru"]
KEPT = 4_096
"""How many words of each language are remembered, at about 2 kB a word."""
_LONGEST = 60
"""Letters of a word; what is longer is none, and costs the dictionary time."""
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct", "gen2", "acc2", "loc2")
_GENDERS = ("masc", "femn", "neut")
_PERSON = ("Surn", "Name", "Patr")
_ADJECTIVES = frozenset({"ADJF", "PRTF"})


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a word; all its words are lower case."""

    lemma: str
    nominative: str
    """In the same number, and for an adjective in the same gender."""
    part: str
    """The part of speech as pymorphy3 names it: `NOUN`, `ADJF`, `VERB` …; empty: not known."""
    case: str = ""
    number: str = ""
    """`sing` or `plur`."""
    gender: str = ""
    person: str = ""
    """`Surn`, `Name` or `Patr`, where it is a part of a person's name."""
    is_place: bool = False
    """Whether the dictionary has it as a proper name of no person (in Russian: of a place)."""
    is_known: bool = True
    """Whether the dictionary has the word; the others are guessed by their endings."""

    @property
    def is_adjective(self) -> bool:
        """Whether it is declined as adjectives are, participles too."""
        return self.part in _ADJECTIVES

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun, a name too."""
        return self.part == "NOUN"

    @property
    def is_common(self) -> bool:
        """Whether the dictionary has it as a word that is no name."""
        return self.is_known and bool(self.part) and not (self.is_place or self.person)


def forms(word: str, language: Language) -> Sequence[Form]:
    """Every way to read `word`, whatever its case; likeliest first; none of an endless one."""
    if len(word) > _LONGEST:
        return ()
    return _forms(word.casefold().replace("’", "'").replace("ʼ", "'"), language)


@lru_cache(2 * KEPT)
def _forms(word: str, language: Language) -> tuple[Form, ...]:
    parses = _analyzer(language).parse(word)
    return tuple(dict.fromkeys(_form(parse, word, language) for parse in _apart(parses)))


@cache
def _analyzer(language: Language) -> MorphAnalyzer:
    return MorphAnalyzer(lang=language)


def _apart(parses: Sequence[Parse]) -> Iterator[Parse]:
    """The parses without those that differ in nothing we keep, which cost time."""
    seen: set[tuple[str, str]] = set()
    for parse in parses:
        mark = (parse.normal_form, str(parse.tag))
        if mark not in seen:
            seen.add(mark)
            yield parse


@dataclass(frozen=True, slots=True)
class _Tag:
    part: str
    case: str
    number: str
    gender: str
    person: str
    is_place: bool
    is_fixed_number: bool
    """Whether the lemma has the same number."""


@lru_cache(4096)
def _tag(tag: str, part: str, language: Language) -> _Tag:
    fixed = tag.partition(" ")[0]
    marks = frozenset(tag.replace(" ", ",").split(","))
    number = "plur" if "plur" in marks else "sing"
    return _Tag(
        part=part,
        case=_first(_CASES, marks),
        number=number,
        gender=_first(_GENDERS, marks),
        person=_first(_PERSON, marks),
        is_place=_is_place(fixed, marks, language),
        is_fixed_number=number == "sing" or "Pltm" in marks,
    )


def _form(parse: Parse, word: str, language: Language) -> Form:
    tag = _tag(str(parse.tag), str(parse.tag.POS or ""), language)
    return Form(
        lemma=parse.normal_form,
        nominative=_nominative(parse, tag, word, language),
        part=tag.part,
        case=tag.case,
        number=tag.number,
        gender=tag.gender,
        person=tag.person,
        is_place=tag.is_place,
        is_known=parse.is_known,
    )


def _is_place(fixed: str, marks: frozenset[str], language: Language) -> bool:
    """The Ukrainian dictionary marks no places, but gives proper names a gender that stands fast.

    Of `лиман` it has both: `NOUN,masc,inan loct`, the town, and `NOUN,inan masc,loct`.
    """
    if language == "ru":
        return "Geox" in marks
    order = fixed.split(",")
    return (
        order[0] == "NOUN"
        and "inan" in order
        and not marks.intersection(_PERSON)
        and bool({"plur", *_GENDERS}.intersection(order))
    )


def _nominative(parse: Parse, tag: _Tag, word: str, language: Language) -> str:
    lemma = str(parse.normal_form)
    if tag.part == "ADJF":
        return agreed(lemma, "plur" if tag.number == "plur" else tag.gender, language)
    if not tag.part:
        return word
    if tag.part == "PRTF":
        wanted = {"nomn", "plur" if tag.number == "plur" else tag.gender or "masc"}
    elif tag.part == "NOUN" and not tag.is_fixed_number:
        wanted = {"nomn", "plur"}
    else:
        return lemma
    inflected = parse.inflect(wanted)
    return str(inflected.word) if inflected else lemma


def agreed(lemma: str, wanted: str, language: Language) -> str:
    """The nominative of an adjective; asking pymorphy for it costs twice what all the rest does."""
    stem, ending = lemma[:-2], lemma[-2:]
    if wanted not in _PLACE or not stem:
        return lemma
    declined = _UKRAINIAN if language == "uk" else _RUSSIAN
    kind = ending
    if language == "ru" and ending in ("ий", "ой"):
        kind = "velar" if stem[-1] in "гкх" else "hush" if stem[-1] in "жшчщ" else ending
    endings = declined.get(kind)
    return stem + endings[_PLACE[wanted]] if endings else lemma


_PLACE = {"femn": 0, "neut": 1, "plur": 2}
_UKRAINIAN = {"ий": ("а", "е", "і"), "ій": ("я", "є", "і")}
_RUSSIAN = {
    "ый": ("ая", "ое", "ые"),
    "ой": ("ая", "ое", "ые"),
    "ий": ("яя", "ее", "ие"),
    "velar": ("ая", "ое", "ие"),
    "hush": ("ая", "ее", "ие"),
}
"""Feminine, neuter and plural, by the ending of the lemma."""


def _first(wanted: Sequence[str], marks: frozenset[str]) -> str:
    return next((mark for mark in wanted if mark in marks), "")
