"""Reads what a Ukrainian or Russian text says someone is: before the name, and after it."""

from collections.abc import Sequence

from caseboard.tagging.people import tables
from caseboard.tagging.people.tables import words
from caseboard.tagging.people.token import Token

_FARTHEST = 10
_LONGEST_AFTER = 10
_LETTERS_OF_RUSSIAN = frozenset("ыэъё")


def before(text: str, tokens: Sequence[Token], first: int, language: str) -> str:
    """The role that ends where the name at token `first` begins, in the nominative."""
    heads = [i for i in _reach(tokens, first, language) if nominative(tokens[i], language)]
    if not heads:
        return ""
    head = heads[-1]
    start = _with_adjectives(tokens, head)
    written = text[tokens[start].start : tokens[first].start].strip(' \u00a0,«“"')
    return _in_nominative(written, tokens[start:first], head - start, language)


def after(text: str, tokens: Sequence[Token], last: int, language: str) -> str:
    """The role set off by a comma or a dash after the name."""
    if last >= len(tokens) or tokens[last - 1].gap not in {", ", " — ", " – "}:
        return ""
    end = last
    while end < len(tokens) and end - last < _LONGEST_AFTER:
        if tokens[end].key in words("stop_slavic") | words("say_slavic"):
            break
        end += 1
        if tokens[end - 1].gap not in {" ", "\u00a0"}:
            break
    head = next((i for i in range(last, end) if nominative(tokens[i], language)), None)
    if head is None or head - last > 2 or any(token.is_capital for token in tokens[last:head]):
        return ""
    return text[tokens[last].start : tokens[end - 1].end]


def nominative(token: Token, language: str) -> str:
    """The nominative of a word for a role; empty for other words."""
    found = tables.declined(f"role_{'ru' if language == 'ru' else 'uk'}").get(token.key, "")
    if not found and "-" in token.key:
        tail = token.key.rpartition("-")[2]
        return tables.declined("role_ru" if language == "ru" else "role_uk").get(tail, "")
    return found


def _reach(tokens: Sequence[Token], first: int, language: str) -> list[int]:
    """The tokens before a name that may belong to a role, nearest first."""
    found = []
    for index in range(first - 1, max(-1, first - _FARTHEST), -1):
        token = tokens[index]
        if token.gap not in {" ", "\u00a0", " «", "» ", " “", "” ", ' "', '" '}:
            break
        if not (_is_inside(token) or nominative(token, language)):
            break
        found.append(index)
    return found


def _is_inside(token: Token) -> bool:
    key = token.key
    if key in words("say_slavic"):
        return False
    if key in words("stop_slavic") and key not in words("inside_role_slavic"):
        return False
    return token.is_cyrillic or key.isdigit()


def _with_adjectives(tokens: Sequence[Token], head: int) -> int:
    start = head
    modifiers = tables.declined("modifier_slavic")
    while start and tokens[start - 1].gap == " " and tokens[start - 1].key in modifiers:
        start -= 1
    return start


def _in_nominative(written: str, inside: Sequence[Token], head: int, language: str) -> str:
    """With the head noun in the nominative, where no adjective would have to follow it."""
    noun = inside[head]
    lemma = nominative(noun, language)
    if head or noun.key == lemma or "-" in noun.key:
        return written
    written_lemma = lemma.capitalize() if noun.is_capital else lemma
    return written_lemma + written[len(noun.text) :]
