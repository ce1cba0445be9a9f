"""Finds again, by surname alone, people whom a text names in full."""

from collections.abc import Iterator, Sequence

from caseboard.i18n import _
from caseboard.tagging.people import declension
from caseboard.tagging.people.mention import Mention
from caseboard.tagging.people.tables import words
from caseboard.tagging.people.token import Token

_ENOUGH = 0.6
"""How sure a full name must be for its surname to count alone."""


def mentions(tokens: Sequence[Token], full: Sequence[Mention]) -> Iterator[tuple[int, Mention]]:
    """The token of each surname that stands alone, with the full name nearest before it."""
    known: dict[str, Mention] = {}
    for mention in sorted(full, key=lambda each: each.first, reverse=True):
        if mention.score >= _ENOUGH and len(mention.surname) > 2:
            known.update((form, mention) for form in _forms(mention))
    if not known:
        return
    taken = {at for mention in full for at in range(mention.first, mention.last)}
    for index, token in enumerate(tokens):
        if index in taken or not token.is_capital or token.key not in known:
            continue
        if stands_alone(tokens, index):
            yield index, known[token.key]


def reason(mention: Mention) -> str:
    """Why a surname alone is that person."""
    return _("named in full as {name}").format(name=mention.name)


def _forms(mention: Mention) -> Iterator[str]:
    yield mention.surname
    if mention.gender:
        is_plain_woman = mention.gender == "f" and not mention.surname.endswith(("а", "я"))
        if not is_plain_woman:
            yield from declension.forms(mention.surname)


def stands_alone(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is not part of a longer name, such as that of a street or county."""
    token = tokens[index]
    follows = tokens[index + 1] if index + 1 < len(tokens) and token.joins else None
    heads = words("head_slavic") if token.is_cyrillic else words("head_en")
    if follows is not None and follows.key in heads:
        return False
    if follows is not None and follows.is_capital and follows.is_name_like:
        return False
    before = tokens[index - 1] if index and tokens[index - 1].joins else None
    if before is None:
        return True
    fronts = words("pre_slavic") if token.is_cyrillic else words("pre_en")
    return before.key not in fronts
