"""Finds the sayings of one sentence: verb, who speaks, and which words are said."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from caseboard.tagging.statements import contents, fronted, grammar, nominal, refining, subjects
from caseboard.tagging.statements.lines import Token
from caseboard.tagging.statements.saying import Saying
from caseboard.tagging.statements.vocabulary import Cue, Form, Sort, nouns, verbs

_NOUNISH = grammar.DETERMINERS - {"both", "all", "many", "some", "most", "few", "this", "that"}
_PLURALISH = frozenset(
    ("people", "who", "which", "that", "they", "we", "you", "i", "police", "men", "women")
)


_SPECIAL = {
    "according": nominal.according,
    "per": nominal.according,
    "put": nominal.as_put,
}


def find(tokens: Sequence[Token]) -> list[Saying]:
    """Every saying of a sentence, in the order of their verbs."""
    known, things = verbs(), nouns()
    found = [*nominal.dashed(tokens), *nominal.named(tokens)]
    for at, token in enumerate(tokens):
        low = token.low
        if low in _SPECIAL:
            found.extend(_SPECIAL[low](tokens, at))
        elif low in known and is_verb(tokens, at, *known[low]):
            found.extend(_of_verb(tokens, at, *known[low], found))
        elif low in things:
            found.extend(nominal.of_noun(tokens, at, things[low]))
    own = [one for one in found if not _is_within(tokens, one, found)]
    return refining.refined(tokens, own)


def _is_within(tokens: Sequence[Token], one: Saying, found: Sequence[Saying]) -> bool:
    """Whether it is only part of what another one says: `Koval said he hoped to …`.

    That one reports another (`Koval said the ministry said …`) is worth telling.
    """
    speaker = one.speaker
    is_report = one.cue.sort is Sort.SAY and speaker is not None
    if is_report and speaker and tokens[speaker[0]].low not in grammar.PRONOUNS:
        return False
    return any(
        other is not one and other.content[0] <= one.at[0] < other.content[1] for other in found
    )


def _of_verb(
    tokens: Sequence[Token], at: int, cue: Cue, form: Form, before: Sequence[Saying]
) -> Iterator[Saying]:
    inverted = fronted.inverted(tokens, at, cue, form)
    if inverted is not None:
        yield inverted
        return
    subject, begin = subjects.of_verb(tokens, at, form, before)
    if not _FITS[form](tokens, at):
        subject = None
    told, after, opens = contents.opening(tokens, at + 1, cue)
    is_finite = form in (Form.PAST, Form.PRESENT)
    is_new = at + 1 < len(tokens) and tokens[at + 1].low in ("that", ":")
    goes_first = fronted.follows_quote(tokens, begin) or fronted.goes_around(tokens, begin, after)
    if opens and (is_new or not goes_first):
        content = contents.after_verb(tokens, after, cue)
        if content[0] < content[1]:
            yield Saying(cue, (at, at + 1), content, subject, told, is_finite=is_finite)
            return
    content_before = fronted.before_speaker(tokens, begin, after, cue, form)
    if content_before is not None:
        yield Saying(cue, (at, at + 1), content_before, subject, told, is_fronted=True)
    elif _leads_on(tokens, after, cue):
        yield Saying(cue, (at, at + 1), (len(tokens), len(tokens)), subject, told)


def _leads_on(tokens: Sequence[Token], after: int, cue: Cue) -> bool:
    """Whether a colon ends the sentence."""
    is_end = after >= len(tokens) - 1 and tokens[-1].low == ":"
    return is_end and cue.sort in (Sort.SAY, Sort.ASK, Sort.SHOW)


def is_verb(tokens: Sequence[Token], at: int, cue: Cue, form: Form) -> bool:
    """Whether a form that may be a noun or an adjective is the verb here."""
    if at == 0:
        return form is Form.ING or cue.lemma == "say"
    low = tokens[at - 1].low
    if low in _NOUNISH or (low.endswith(("'s", "s'")) and form is not Form.ING):
        return False
    if tokens[at].is_capital and not _is_headline(tokens):
        return False
    if cue.sort is Sort.SHOW and low == "to":
        return False
    return _FITS[form](tokens, at) or _is_impersonal(tokens, at)


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Whether most of the words are in capitals, so that a capital tells nothing."""
    words = [token for token in tokens if token.is_word]
    return sum(token.is_capital for token in words) * 3 > len(words) * 2


def _is_present(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at - 1].low
    is_object = low in verbs() and verbs()[low][1] is Form.PAST
    if is_object or low in grammar.PREPOSITIONS or low in grammar.MODALS:
        return False
    return tokens[at].low not in nouns() or _has_subject(tokens, at)


def _has_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether what may be a noun has a subject before it: `Moscow claims`, not `false claims`."""
    last = grammar.back_over_verb(tokens, at)
    if last < 0 or not tokens[last].is_word:
        return last >= 0
    phrase = grammar.phrase_before(tokens, last)
    if phrase is None:
        return False
    words = tokens[phrase[0] : phrase[1] + 1]
    is_known = words[0].low in grammar.DETERMINERS | grammar.PRONOUNS | grammar.RELATIVES
    return is_known or any(word.is_capital for word in words)


def _is_base(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before it can have a verb without an ending."""
    before = at - 1
    while before > 0 and grammar.is_adverb(tokens[before]) and not _may_govern(tokens[before].low):
        before -= 1
    return _may_govern(tokens[before].low)


def _may_govern(low: str) -> bool:
    if low in grammar.MODALS or low in _PLURALISH:
        return True
    if not low.endswith("s") or low in grammar.PREPOSITIONS or low in grammar.BE:
        return False
    return not low.endswith(("ss", "us", "is", "'s"))


def _is_active(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at - 1].low in _REDUCED:
        return False
    last = grammar.back_over_verb(tokens, at)
    return not any(token.low in grammar.BE for token in tokens[last + 1 : at])


def _is_impersonal(tokens: Sequence[Token], at: int) -> bool:
    """`it was reported that`."""
    last = grammar.back_over_verb(tokens, at)
    is_that = at + 1 < len(tokens) and tokens[at + 1].low == "that"
    return is_that and last >= 0 and tokens[last].low == "it"


_REDUCED = frozenset(("when", "if", "as", "once", "unless", "than", "where"))
"""After these a past form alone is a passive: `when asked`."""
_FITS: Mapping[Form, Callable[[Sequence[Token], int], bool]] = {
    Form.BASE: _is_base,
    Form.PRESENT: _is_present,
    Form.ING: lambda _tokens, _at: True,
    Form.PAST: _is_active,
    Form.PARTICIPLE: _is_active,
}
"""Whether each form is a verb that somebody does, where it stands."""
