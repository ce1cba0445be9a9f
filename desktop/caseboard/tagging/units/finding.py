"""Puts together what names, numbers and counts say of the units of a text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseboard.tagging.context import Context
from caseboard.tagging.document import Document
from caseboard.tagging.gazetteer.naming import key as fold
from caseboard.tagging.suggestions import Kind, UnitSuggestion
from caseboard.tagging.units import (
    belonging,
    formations,
    garrison,
    mentions,
    phrases,
    refusals,
    table,
    tokens,
)
from caseboard.tagging.units.hits import Hits
from caseboard.tagging.units.identity import Identity, identify
from caseboard.tagging.units.phrases import Phrase
from caseboard.tagging.units.proposing import Proposer
from caseboard.tagging.units.table import Hit, Table
from caseboard.tagging.units.terms import vocabulary
from caseboard.tagging.units.tokens import Tokens


def find(document: Document, context: Context) -> list[UnitSuggestion]:
    """Every mention, in reading order, none within another; none that the case has turned down."""
    words = tokens.read(document)
    terms = vocabulary()
    tables = [*([table.of_case(context.units)] if context.units else []), table.shipped()]
    hits = Hits(words, (hit for one in tables for hit in one.hits(words)))
    every = phrases.read(words, terms)
    belonging.link(words, every)
    read: list[Phrase] = []
    for phrase in every:
        if not refusals.refuses(words, phrase):
            read.append(phrase)
        elif phrase.number is not None:
            hits.drop(phrase)
    proposer = Proposer(words, context.sides, tables)
    made = [*_of_phrases(words, read, hits, tables, proposer)]
    made += _of_names(words, hits.all, made, proposer)
    made += garrison.find(document.text, proposer)
    made = _apart(made)
    made += _free(mentions.later(words, made, hits.all, proposer), made)
    made += _free(formations.find(document, words, terms, context.sides), made)
    made.sort(key=lambda unit: (unit.start, unit.end))
    turned_down = {words for kind, words in context.rejected if kind is Kind.UNIT}
    return [unit for unit in made if fold(unit.surface) not in turned_down]


def _of_phrases(
    words: Tokens,
    read: Sequence[Phrase],
    hits: Hits,
    tables: Sequence[Table],
    proposer: Proposer,
) -> Iterator[UnitSuggestion]:
    resolved: dict[int, UnitSuggestion | None] = {}

    def resolve(phrase: Phrase) -> UnitSuggestion | None:
        if id(phrase) not in resolved:
            resolved[id(phrase)] = None  # what is above it may not lead back to it
            above = resolve(phrase.parent) if phrase.parent else None
            resolved[id(phrase)] = make(phrase, above)
        return resolved[id(phrase)]

    def make(phrase: Phrase, above: UnitSuggestion | None) -> UnitSuggestion | None:
        beside = hits.beside(phrase)
        identity = identify(words, phrase, beside, tables)
        if phrase.number is None and identity.basis != "name" and not phrase.quoted:
            return None
        if above and identity.row is None and not identity.country:
            identity = Identity(None, above.country, "parent")
        return proposer.of_phrase(_over(phrase, beside, identity), identity, above)

    for phrase in reversed(read):
        resolve(phrase)
    yield from (unit for unit in resolved.values() if unit)


def _over(phrase: Phrase, beside: Sequence[Hit], identity: Identity) -> Phrase:
    """The phrase, with the name of it that reaches over its ends."""
    mine = [hit for hit in beside if identity.basis == "name" and identity.row in hit.rows]
    if not mine or (phrase.number is not None and mine[0].first < phrase.first):
        return phrase
    first, after = mine[0].first, max(hit.after for hit in mine)
    return replace(
        phrase,
        first=min(phrase.first, first),
        after=max(phrase.after, after),
        start=-1 if first < phrase.first else phrase.start,
        end=-1 if after > phrase.after else phrase.end,
    )


def _of_names(
    words: Tokens, hits: Sequence[Hit], made: Sequence[UnitSuggestion], proposer: Proposer
) -> Iterator[UnitSuggestion]:
    taken = _Taken(made)
    for hit in hits:
        start, end = words[hit.first].start, words[hit.after - 1].end
        if taken.touches(start, end):
            continue
        if not hit.is_weak or mentions.is_plain(words, hit):
            yield proposer.of_name(hit)


def _apart(made: Sequence[UnitSuggestion]) -> list[UnitSuggestion]:
    kept: list[UnitSuggestion] = []
    for unit in sorted(made, key=lambda one: (one.start, -one.end)):
        if not kept or kept[-1].end <= unit.start:
            kept.append(unit)
        elif unit.score > kept[-1].score and unit.end - unit.start > kept[-1].end - kept[-1].start:
            kept[-1] = unit
    return kept


def _free(
    more: Iterator[UnitSuggestion], made: Sequence[UnitSuggestion]
) -> Iterator[UnitSuggestion]:
    taken = _Taken(made)
    for unit in list(more):
        if not taken.touches(unit.start, unit.end):
            yield unit


class _Taken:
    """The stretches of the text that are proposed already."""

    def __init__(self, made: Sequence[UnitSuggestion]) -> None:
        self._taken = {at for unit in made for at in range(unit.start, unit.end)}

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch shares a character with one of them."""
        return any(at in self._taken for at in range(start, end))
