"""Regions named by an adjective: `Харківської області`, `Сумська та Чернігівська області`."""

import re
from collections.abc import Iterator, Sequence

from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.morphology import agreed, forms
from caseboard.tagging.places import slavic_words as tables
from caseboard.tagging.places.slavic_names import entries as look_up
from caseboard.tagging.places.slavic_text import SlavicText
from caseboard.tagging.places.slavic_weight import Seen

_MOST = 6
_SURE = frozenset((EntryKind.STATE, EntryKind.RAION))
_WRITTEN_OUT = {"обл": "область", "р-н": "район"}
_GENDERS = {
    "область": "femn",
    "громада": "femn",
    "затока": "femn",
    "протока": "femn",
    "море": "neut",
    "озеро": "neut",
    "водосховище": "neut",
    "водохранилище": "neut",
}
"""Of the words that make names; the others are masculine."""


def regional(text: SlavicText, at: int) -> Sequence[Seen]:
    """The regions whose names begin with the adjective at a word, up to their common type word."""
    if not _has_adjective(text, at):
        return []
    run = list(_run(text, at))
    after = run[-1] + 1
    if after >= len(text.words) or not text.joins(after - 1):
        return []
    type_word, kinds = _type(text, after)
    seen = [_seen(text, each, type_word, kinds) for each in run] if type_word else []
    return [
        Seen(each.first, after if each.first == run[-1] else each.first, *_rest(each))
        for each in seen
        if each is not None
    ]


def directions(text: SlavicText, at: int) -> Sequence[Seen]:
    """`на Лиманському та Куп'янському напрямках`: the towns, by their adjectives."""
    if not _TOWN.fullmatch(text.words[at].text.casefold()):
        return []
    run = [at]
    while len(run) < _MOST and (following := _next_town(text, run[-1])):
        run.append(following)
    if not text.joins(run[-1]):
        return []
    lemmas = frozenset(text.lemmas(run[-1] + 1))
    if not any(lemmas & tables.words("direction", each).keys() for each in text.languages):
        return []
    return [seen for each in run if (seen := _town(text, each))]


def _next_town(text: SlavicText, at: int) -> int:
    """Where the next adjective of a row stands; 0 for none."""
    following = at + 1
    if text.gap(at) != ", ":
        if following >= len(text.words) or text.words[following].text not in tables.AND:
            return 0
        following += 1
    is_town = text.is_capital(following) and bool(
        _TOWN.fullmatch(text.words[following].text.casefold())
    )
    return following if is_town else 0


def _town(text: SlavicText, at: int) -> Seen | None:
    parted = _TOWN.fullmatch(text.words[at].text.casefold())
    stem, joint = parted.groups() if parted else ("", "")
    called = (stem + joint, *(stem + ending for ending in _TOWN_ENDINGS))
    names = tuple(name for name in called if look_up(name))
    found = {entry.id: entry for name in names for entry in look_up(name)}
    towns = tuple(entry for entry in found.values() if entry.kind in _TOWNS)
    if not towns:
        return None
    return Seen(at, at, names, towns, kinds=_TOWNS, is_typed=True, is_adjective=True)


_TOWN = re.compile(
    "([а-яіїєґё'’-]{3,}?)([сц]ь?к)(?:ий|ого|ому|им|ім|ом|ое|ие|их|ими|і|а|у|ою|ой|ую)"
)
"""`лиманський` is of `лиман`, `куп'янський` of `куп'янськ`, `торецький` of `торецьк`."""
_TOWN_ENDINGS = ("", "а", "и", "ы", "е", "о", "ка", "івка", "овка")
_TOWNS = tables.KINDS["settlement"]


def _rest(
    seen: Seen,
) -> tuple[tuple[str, ...], tuple[Entry, ...], tuple[()], frozenset[EntryKind], bool]:
    return seen.names, seen.entries, (), seen.kinds, True


def _run(text: SlavicText, at: int) -> Iterator[int]:
    yield at
    for _ in range(_MOST):
        following = at + 1
        if following >= len(text.words):
            return
        if text.words[following].text in tables.AND and text.joins(at) and text.joins(following):
            following += 1
        elif text.gap(at) != ", ":
            return
        if not (text.is_capital(following) and _has_adjective(text, following)):
            return
        yield following
        at = following


def _has_adjective(text: SlavicText, at: int) -> bool:
    return any(form.is_adjective for form in text.forms(at))


def _type(text: SlavicText, at: int) -> tuple[str, frozenset[EntryKind]]:
    for language in text.languages:
        types = tables.words("after", language)
        for lemma in text.lemmas(at):
            if lemma in types:
                return _WRITTEN_OUT.get(lemma, lemma), types[lemma]
    return "", frozenset()


def _seen(text: SlavicText, at: int, type_word: str, kinds: frozenset[EntryKind]) -> Seen | None:
    names = tuple(dict.fromkeys(_names(text, at, type_word)))
    found = {entry.id: entry for name in names for entry in look_up(name)}
    if not names or not (found or kinds & _SURE):
        return None
    return Seen(at, at, names, tuple(found.values()), kinds=kinds)


def _names(text: SlavicText, at: int, type_word: str) -> Iterator[str]:
    gender = _GENDERS.get(type_word, "masc")
    for language in text.languages_of(text.words[at].text):
        for form in forms(text.words[at].text, language):
            if form.is_adjective:
                yield f"{agreed(form.lemma, gender, language)} {type_word}"
