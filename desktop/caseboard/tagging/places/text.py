"""A text as those see it who look for names: words with what stands between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from caseboard.tagging.document import Document
from caseboard.tagging.places import tables

_POSSESSIVE = re.compile(r"(?:['’ʼ′`]s|['’])$")
_HYPHENS = "-‐‑"
_INITIAL = re.compile(r"[A-ZА-ЯІЇЄҐŁŚŻŹĆ]")
_SAINTS = frozenset({"St", "Ste", "Mt", "Ft", "Pt", "SS"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a part of a hyphenated one, without a possessive ending."""

    start: int
    end: int
    text: str
    lower: str
    is_capital: bool
    is_upper: bool
    is_possessive: bool
    gap: str
    """What stands between it and the next one, shortened."""


@dataclass
class Reading:
    """The tokens of a document, and where sentences begin."""

    document: Document
    tokens: Sequence[Token]
    starts: frozenset[int]
    """Indices of tokens that begin a sentence."""
    title_cased: frozenset[int] = field(default_factory=frozenset)
    """Indices of tokens in lines where capitals tell nothing: headlines, shouting."""

    @cached_property
    def index_at(self) -> dict[int, int]:
        """The token that begins at an offset."""
        return {token.start: index for index, token in enumerate(self.tokens)}

    def lower(self, index: int) -> str:
        """The word there in lower case; empty outside the text."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def gap_after(self, index: int) -> str:
        """What follows a word, up to the next one; `.` outside the text."""
        return self.tokens[index].gap if 0 <= index < len(self.tokens) else "."

    def joins(self, index: int) -> bool:
        """Whether a word and the next may be two words of one name."""
        gap = self.tokens[index].gap
        if gap in {" ", "\u00a0", "-"}:
            return True
        text = self.tokens[index].text
        is_short = text in _SAINTS or (len(text) == 1 and bool(_INITIAL.match(text)))
        return is_short and gap in {". ", "."}


def read(document: Document) -> Reading:
    """Cut a document into tokens; linear in its length."""
    tokens = list(_tokens(document))
    starts, title_cased = _layout(document, tokens)
    return Reading(document, tokens, frozenset(starts), frozenset(title_cased))


def _tokens(document: Document) -> Sequence[Token]:
    text = document.text
    pieces: list[tuple[int, int]] = []
    for word in document.words:
        pieces.extend(_pieces(word.start, word.end, word.text))
    found: list[Token] = []
    for at, (start, end) in enumerate(pieces):
        following = pieces[at + 1][0] if at + 1 < len(pieces) else len(text)
        whole = text[start:end]
        has_mark = not whole.isalnum()
        ending = _POSSESSIVE.search(whole) if has_mark else None
        stop = end - len(ending.group()) if ending else end
        bare = text[start:stop]
        found.append(
            Token(
                start,
                stop,
                bare,
                bare.lower(),
                bare[:1].isupper(),
                len(bare) > 1 and bare.isupper(),
                ending is not None or _is_plural_possessive(text, end),
                _gap(text[end : min(following, end + 4)]),
            )
        )
    return [token for token in found if token.text]


def _gap(between: str) -> str:
    """`between` without the apostrophe of `the States' forces`."""
    return between[1:] if between in {"' ", "’ "} else between


def _is_plural_possessive(text: str, end: int) -> bool:
    return text[end - 1 : end] == "s" and text[end : end + 2] in {"' ", "’ "}


def _pieces(start: int, end: int, text: str) -> Sequence[tuple[int, int]]:
    """A hyphenated word is one where all its parts are names, and cut where one is not."""
    if not any(hyphen in text for hyphen in _HYPHENS):
        return ((start, end),)
    found = []
    at = start
    for part in re.split(f"[{_HYPHENS}]", text):
        found.append((at, at + len(part)))
        at += len(part) + 1
    return found


def _layout(document: Document, tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    starts: set[int] = set()
    shouting: set[int] = set()
    at = 0
    for sentence in document.sentences:
        first = at
        while at < len(tokens) and tokens[at].start < sentence.end:
            at += 1
        if first < at:
            starts.add(first)
            if _is_title(tokens[first:at]):
                shouting.update(range(first, at))
    return starts, shouting


def _is_title(tokens: Sequence[Token]) -> bool:
    """Whether nearly every word has a capital, as in a headline."""
    long = [token for token in tokens if len(token.text) > 3]
    common = [token for token in long if token.lower in tables.common_words()]
    return len(common) >= 3 and sum(token.is_capital for token in common) > 0.7 * len(common)
