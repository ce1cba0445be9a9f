"""A text as the reader of Ukrainian and Russian names sees it: words, and what is between."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from caseboard.tagging.document import Document, Word
from caseboard.tagging.morphology import Form, Language, forms
from caseboard.tagging.places.slavic_forms import nominatives
from caseboard.tagging.places.slavic_names import entries
from caseboard.tagging.places.slavic_words import given_names

_CYRILLIC = re.compile("[А-Яа-яІіЇїЄєҐґЁё]")
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_RUSSIAN = re.compile("[ыэъё]", re.IGNORECASE)
_HYPHEN = re.compile("[-‐‑]")
SPACES = frozenset((" ", "\u00a0", "  "))
_BOTH: Sequence[Language] = ("uk", "ru")
_ENOUGH = 20_000
_SHORT_QUOTATION = 40
_FEW_WORDS = 3


class SlavicText:
    """The words of a document with their forms, and what stands around them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = list(apart(document.words, _is_one_name))
        self.languages = _languages(document)

    def languages_of(self, word: str) -> Sequence[Language]:
        """In which a word is read: its letters tell, else the text."""
        if _UKRAINIAN.search(word):
            return ("uk",)
        if _RUSSIAN.search(word):
            return ("ru",)
        return self.languages

    def forms(self, at: int) -> Sequence[Form]:
        """Every way to read a word; none outside the text, and of words in other letters."""
        if not 0 <= at < len(self.words) or not _CYRILLIC.match(self.words[at].text):
            return ()
        word = self.words[at].text
        return [form for each in self.languages_of(word) for form in forms(word, each)]

    def lemmas(self, at: int) -> Iterator[str]:
        """The word as it stands, and what it may be a form of; in lower case."""
        if 0 <= at < len(self.words):
            yield self.words[at].text.casefold()
            yield from (form.lemma for form in self.forms(at))

    def gap(self, at: int) -> str:
        """What stands between a word and the next; a full stop at the ends of the text."""
        if not 0 <= at < len(self.words) - 1:
            return "."
        return self.document.text[self.words[at].end : self.words[at + 1].start]

    def joins(self, at: int) -> bool:
        """Whether only a space stands between a word and the next."""
        return self.gap(at) in SPACES

    def is_capital(self, at: int) -> bool:
        """Whether a Cyrillic word with a capital letter stands there."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        return word.is_capital and bool(_CYRILLIC.match(word.text))

    @cached_property
    def lower(self) -> frozenset[str]:
        """The beginnings of the words that stand in lower case somewhere in the text."""
        return frozenset(stem(word.text) for word in self.words if word.text[0].islower())

    @cached_property
    def surnames(self) -> frozenset[str]:
        """What stands after given names and initials, in the nominative."""
        return frozenset(
            form.nominative
            for at in range(len(self.words) - 1)
            if self.is_capital(at) and self.is_capital(at + 1) and self.is_given_name(at)
            for form in self.forms(at + 1)
            if form.is_noun or not form.part
        )

    def is_given_name(self, at: int) -> bool:
        """Whether a given name or an initial stands there, with the next word after it."""
        if not self.is_capital(at):
            return False
        if len(self.words[at].text) == 1:
            return self.gap(at) in (". ", ".", ".\u00a0")
        if not self.joins(at):
            return False
        read = [form for form in self.forms(at) if form.is_known]
        if not any(form.person == "Name" or form.lemma in given_names() for form in read):
            return False
        if not any(form.is_place for form in read):
            return True
        after = self.forms(at + 1)
        return any(form.person == "Surn" or not form.is_known for form in after)


def is_named_in_quotes(document: Document, start: int, end: int) -> bool:
    """Whether a stretch stands in a quotation so short that it is a name: `«Газпром»`."""
    quotations = document.quotations
    at = bisect_right(quotations, start, key=lambda each: each.start) - 1
    if at < 0 or not quotations[at].holds(start, end):
        return False
    quotation = quotations[at]
    length = quotation.end - quotation.start
    return (
        length <= _SHORT_QUOTATION
        and len(document.text[quotation.start : quotation.end].split()) <= _FEW_WORDS
    )


def stem(word: str) -> str:
    """A word without what changes at its end, roughly."""
    return word.casefold()[: max(4, len(word) - 2)]


def _languages(document: Document) -> Sequence[Language]:
    """The language of the Cyrillic words that tell nothing themselves; both where none does."""
    ukrainian = len(_UKRAINIAN.findall(document.text[:_ENOUGH]))
    russian = len(_RUSSIAN.findall(document.text[:_ENOUGH]))
    if ukrainian == russian:
        return _BOTH
    return ("uk",) if ukrainian > russian else ("ru",)


def apart(words: Sequence[Word], is_one_name: Callable[[str], bool]) -> Iterator[Word]:
    """The words, with those apart that a hyphen joins as a route does: `Київ-Берлін`."""
    for word in words:
        pieces = _HYPHEN.split(word.text)
        is_route = len(pieces) > 1 and all(len(each) > 1 and each[0].isupper() for each in pieces)
        if is_route and not is_one_name(word.text):
            yield from _parts(word)
        else:
            yield word


def _parts(word: Word) -> Iterator[Word]:
    start = word.start
    for part in _HYPHEN.split(word.text):
        yield Word(start, start + len(part), part)
        start += len(part) + 1


def _is_one_name(word: str) -> bool:
    return any(entries(name) for name in nominatives([word], _BOTH)) or any(
        form.is_known for each in _BOTH for form in forms(word, each)
    )
