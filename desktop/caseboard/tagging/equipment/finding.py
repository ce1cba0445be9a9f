"""Finds types of weapons and vehicles word by word."""

from collections.abc import Iterator, Sequence

from caseboard.i18n import _
from caseboard.tagging.document import Document, Word
from caseboard.tagging.equipment import designation, table
from caseboard.tagging.equipment.table import Alias
from caseboard.tagging.people.tables import given_latin
from caseboard.tagging.suggestions import EquipmentSuggestion

_GAPS = frozenset({" ", "\u00a0", "-", "/", "–"})
_NEAR = 5
"""Within so many words a word of the trade counts."""
_TITLES = frozenset({"gen", "general", "mr", "mrs", "ms", "dr", "sen", "president", "генерал"})
_LOOK_ALIKES = (("c", "s"), ("x", "kh"))


def found_in(document: Document) -> list[EquipmentSuggestion]:
    """Every mention, in reading order."""
    return list(_found(document))


def _found(document: Document) -> Iterator[EquipmentSuggestion]:
    words = document.words
    names = table.by_first()
    lower = table.lower_firsts()
    index = 0
    while index < len(words):
        word = words[index]
        first = word.text[0]
        if not (first.isupper() or first.isdigit() or word.text in lower):
            index += 1
            continue
        listed = names.get(designation.key(designation.singular(word.text)), ())
        found = _listed(document, index, listed) or _modification(document, index)
        if found is None:
            index += 1
        else:
            yield found[0]
            index = found[1]


def _listed(
    document: Document, index: int, listed: Sequence[Alias]
) -> tuple[EquipmentSuggestion, int] | None:
    words = document.words
    for alias in listed:
        last = index + len(alias.keys)
        if not _stands(document, index, last, alias):
            continue
        if not _is_allowed(document, index, last, alias):
            continue
        start, end = words[index].start, words[last - 1].end
        end = start + len(_without_plural(document.text[start:end]))
        score, reason = _score(alias, is_weak=alias.is_weak[_is_cyrillic(words[index].text)])
        return _made(document, (start, end), alias.name, alias.category, score, reason), last
    return None


def _without_plural(surface: str) -> str:
    for mark in ("'s", "’s"):
        surface = surface.removesuffix(mark)
    return surface


def _stands(document: Document, index: int, last: int, alias: Alias) -> bool:
    words = document.words
    if last > len(words):
        return False
    for place in range(index + 1, last):
        if designation.key(words[place].text) != alias.keys[place - index]:
            return False
        if document.text[words[place - 1].end : words[place].start] not in _GAPS:
            return False
    return True


def _is_allowed(document: Document, index: int, last: int, alias: Alias) -> bool:
    word = document.words[index]
    text = word.text
    if alias.is_exact and not designation.singular(text).isupper():
        return False
    if len(alias.keys) == 1 and _is_too_short(text):
        return False
    if _is_on_a_road(document, index):
        return False
    return not alias.is_weak[_is_cyrillic(text)] or _is_of_the_trade(document, index, last)


def _is_too_short(text: str) -> bool:
    """`D20` and `T62` are dice and shirts; `D-20` is a gun."""
    return len(text) <= 3 and designation.has_digit(text) and not text[0].isdigit()


def _is_on_a_road(document: Document, index: int) -> bool:
    word = document.words[index]
    if not (designation.has_digit(word.text) and index):
        return False
    return document.words[index - 1].text.casefold() in table.roads()


def _is_of_the_trade(document: Document, index: int, last: int) -> bool:
    """Whether an ambiguous name stands among words of the trade, and is no person's."""
    words = document.words
    if _is_a_person(document, index, last):
        return False
    near = (*words[max(0, index - _NEAR) : index], *words[last : last + _NEAR])
    sentence = document.sentence_at(words[index].start)
    trade = table.trade()
    return any(
        sentence.holds(word.start, word.end) and word.text.casefold().startswith(trade)
        for word in near
    )


def _is_a_person(document: Document, index: int, last: int) -> bool:
    words, text = document.words, document.text
    if index and text[words[index - 1].end : words[index].start] in {" ", ". "}:
        before = words[index - 1].text.casefold()
        if before in _TITLES or (words[index - 1].is_capital and before in given_latin()):
            return True
    if last < len(words) and text[words[last - 1].end : words[last].start] == " ":
        follows = words[last]
        is_name = follows.is_capital and follows.text[1:].islower()
        return is_name and not follows.text.casefold().startswith(table.trade())
    return False


def _is_cyrillic(word: str) -> bool:
    """Whether its first letter is Cyrillic."""
    return next((char for char in word if char.isalpha()), "") >= "\u0400"


def _score(alias: Alias, *, is_weak: bool) -> tuple[float, str]:
    if is_weak:
        return 0.78, _("beside words of the trade")
    if any(map(designation.has_digit, alias.keys)):
        return 0.93, _("a type of the table")
    return 0.9, _("a type of the table")


def _modification(document: Document, index: int) -> tuple[EquipmentSuggestion, int] | None:
    """A modification of a type of the table, or a designation of a known family."""
    word = document.words[index]
    folded = designation.key(designation.singular(word.text))
    if not 4 <= len(folded) <= 14 or not designation.has_digit(folded):
        return None
    if _is_on_a_road(document, index):
        return None
    named = _by_type(folded) or _by_family(word, folded) or _by_look(document, folded)
    if named is None:
        return None
    name, category = named
    reason = _("a modification of a known type")
    return _made(document, (word.start, word.end), name, category, 0.82, reason), index + 1


def _by_type(folded: str) -> tuple[str, str] | None:
    names = table.by_first()
    for base, suffix in designation.split(folded):
        for alias in names.get(base, ()):
            if len(alias.keys) == 1 and not any(alias.is_weak) and designation.has_digit(base):
                return designation.modified(alias.name, suffix), alias.category
    return None


def _by_family(word: Word, folded: str) -> tuple[str, str] | None:
    return designation.family(folded) if "-" in word.text else None


def _by_look(document: Document, folded: str) -> tuple[str, str] | None:
    """Latin letters that look like the Cyrillic ones meant: `C-300`, `X-101`."""
    if document.language not in {"uk", "ru"}:
        return None
    for wrong, right in _LOOK_ALIKES:
        if folded.startswith(wrong) and folded[1:2].isdigit():
            for alias in table.by_first().get(right + folded[1:], ()):
                if len(alias.keys) == 1 and not any(alias.is_weak):
                    return alias.name, alias.category
    return None


def _made(
    document: Document, span: tuple[int, int], name: str, category: str, score: float, reason: str
) -> EquipmentSuggestion:
    return EquipmentSuggestion(
        start=span[0],
        end=span[1],
        surface=document.text[span[0] : span[1]],
        score=score,
        reason=reason,
        name=name,
        category=category,
    )
