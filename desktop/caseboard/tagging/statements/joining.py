"""Joins what the cutting of sentences has parted: `"Why?"` and `Koval asked`."""

from collections.abc import Iterator, Sequence

from caseboard.tagging.document import Span
from caseboard.tagging.statements import grammar
from caseboard.tagging.statements.lines import Line, Token
from caseboard.tagging.statements.vocabulary import Form, Sort, verbs

_FINITE = (Form.PAST, Form.PRESENT)
_LONGEST = 150
"""Words of a line to which nothing more is joined."""
_REACH = 12
"""Within how many words the verb must stand."""


def joined(lines: Sequence[Line]) -> Iterator[Line]:
    """The same lines, those that belong together in one."""
    held: Line | None = None
    for line in lines:
        if held is not None and _belongs(held, line):
            span = Span(held.span.start, line.span.end)
            held = Line(span, [*held.tokens, *line.tokens], held.starts_paragraph)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _belongs(before: Line, line: Line) -> bool:
    """Whether a line is no more than who said the quotation before it."""
    if line.starts_paragraph or not before.tokens or not before.tokens[-1].is_quote:
        return False
    if len(before.tokens) > _LONGEST:
        return False
    if line.tokens[0].low in grammar.DASHES:
        return True
    body = before.tokens[-1].text.rstrip("\"”’'»")
    return body.endswith(("?", "!", "…", "-", "—", "...")) and is_tail(line.tokens)


def is_tail(tokens: Sequence[Token]) -> bool:
    """Whether these words tell who speaks and not what is said: `Koval asked on Monday`."""
    for at, token in enumerate(tokens[:_REACH]):
        if token.is_quote or token.low in (":", ";"):
            return False
        known = verbs().get(token.low)
        if known and known[1] in _FINITE and known[0].sort in (Sort.SAY, Sort.ASK):
            after = grammar.skip_adverbials(tokens, at + 1)
            if known[0].lemma == "tell":
                after = grammar.phrase_after(tokens, after)
            return after >= len(tokens) or tokens[after].low in grammar.STOPS
    return False
