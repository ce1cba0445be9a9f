"""Puts together what is found of people: known ones, full names, later surnames."""

from collections.abc import Iterable, Sequence

from caseboard.i18n import _
from caseboard.tagging.context import Context, KnownPerson
from caseboard.tagging.document import Document, Span
from caseboard.tagging.found import Found
from caseboard.tagging.gazetteer.naming import key as fold
from caseboard.tagging.people import authors, known, later, latin, public, slavic
from caseboard.tagging.people.mention import Mention
from caseboard.tagging.people.tables import fold as fold_name
from caseboard.tagging.people.token import Token, tokens
from caseboard.tagging.suggestions import Kind, PersonSuggestion


def found_in(document: Document, context: Context, found: Found) -> list[PersonSuggestion]:
    """Every mention of a person, in reading order."""
    words = tokens(document)
    knowns = list(known.mentions(words, context.people))
    full = _full(
        document,
        words,
        [Span(words[k.first].start, words[k.last - 1].end) for k in knowns if not k.is_surname],
    )
    named = frozenset(each.person.id for each in knowns if not each.is_surname)
    made = [_known(document, words, each, named) for each in knowns]
    made += _named(document, words, full, context.people)
    made = [one for one in made if not _is_left_out(one, context, found)]
    return sorted(_best(made), key=lambda one: one.start)


def _full(document: Document, words: Sequence[Token], taken: Sequence[Span]) -> list[Mention]:
    starts = _starts(document, words)
    apart = [*taken, *authors.lines(document)]
    language = document.language
    every = [
        *latin.mentions(document.text, words, starts),
        *slavic.mentions(document.text, words, starts, language),
    ]
    return [each for each in every if not _lies_in(each, words, apart)]


def _lies_in(mention: Mention, words: Sequence[Token], spans: Iterable[Span]) -> bool:
    start, end = words[mention.first].start, words[mention.last - 1].end
    return any(span.touches(start, end) for span in spans)


def _starts(document: Document, words: Sequence[Token]) -> frozenset[int]:
    """The tokens that begin a sentence."""
    found = set()
    at = 0
    for sentence in document.sentences:
        while at < len(words) and words[at].start < sentence.start:
            at += 1
        found.add(at)
    return frozenset(found)


def _known(
    document: Document, words: Sequence[Token], found: known.Known, named: frozenset[str]
) -> PersonSuggestion:
    """`named` are the ids of those whom the text names in full."""
    start, end = words[found.first].start, words[found.last - 1].end
    is_sure = not found.is_surname or found.person.id in named
    return PersonSuggestion(
        start=start,
        end=end,
        surface=document.text[start:end],
        score=0.97 if found.last - found.first > 1 else 0.88 if is_sure else 0.72,
        reason=_("a person of the case"),
        name=found.person.name,
        role=found.person.role,
        known_id=found.person.id,
    )


def _named(
    document: Document,
    words: Sequence[Token],
    full: Sequence[Mention],
    people: Sequence[KnownPerson],
) -> list[PersonSuggestion]:
    ids = {fold_name(name): p for p in people for name in (p.name, *p.aliases)}
    made = [_suggestion(document, words, each, (each.first, each.last), ids) for each in full]
    fullest = _fullest(full)
    for index, mention in later.mentions(words, fullest):
        made.append(_again(document, words, mention, index, ids, later.reason(mention)))
    return made + _public(document, words, full, ids)


def _public(
    document: Document, words: Sequence[Token], full: Sequence[Mention], ids: dict[str, KnownPerson]
) -> list[PersonSuggestion]:
    """Public figures by their surname alone; the words of full names are theirs."""
    taken = {index for each in full for index in range(each.first, each.last)}
    figures = public.figures(document.language, frozenset(each.surname for each in full))
    return [
        _again(document, words, mention, index, ids, mention.reason)
        for index, mention in later.mentions(words, figures)
        if index not in taken
    ]


def _fullest(full: Sequence[Mention]) -> list[Mention]:
    """Those with a given name; of others, `President Zelensky`, those nobody else explains."""
    named = {each.surname for each in full if " " in each.name}
    return [each for each in full if " " in each.name or each.surname not in named]


def _suggestion(
    document: Document,
    words: Sequence[Token],
    mention: Mention,
    span: tuple[int, int],
    ids: dict[str, KnownPerson],
) -> PersonSuggestion:
    start, end = words[span[0]].start, words[span[1] - 1].end
    person = ids.get(fold_name(mention.name))
    return PersonSuggestion(
        start=start,
        end=end,
        surface=document.text[start:end],
        score=round(mention.score, 2),
        reason=mention.reason,
        name=person.name if person else mention.name,
        role=mention.role,
        known_id=person.id if person else "",
    )


def _again(
    document: Document,
    words: Sequence[Token],
    mention: Mention,
    index: int,
    ids: dict[str, KnownPerson],
    reason: str,
) -> PersonSuggestion:
    token = words[index]
    person = ids.get(fold_name(mention.name))
    return PersonSuggestion(
        start=token.start,
        end=token.end,
        surface=document.text[token.start : token.end],
        score=round(max(0.5, mention.score - 0.05), 2),
        reason=reason,
        name=person.name if person else mention.name,
        role=mention.role,
        known_id=person.id if person else "",
    )


def _is_left_out(one: PersonSuggestion, context: Context, found: Found) -> bool:
    turned_down = {(Kind.PERSON, fold(one.surface)), (Kind.PERSON, fold(one.name))}
    if turned_down & context.rejected:
        return True
    taken = (*found.units, *found.equipment)
    return any(each.start <= one.start and one.end <= each.end for each in taken)


def _best(made: Iterable[PersonSuggestion]) -> list[PersonSuggestion]:
    """Of mentions that overlap, the surer."""
    kept: list[PersonSuggestion] = []
    for one in sorted(made, key=lambda each: (each.start, -each.score)):
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
        elif one.score > kept[-1].score:
            kept[-1] = one
    return kept
