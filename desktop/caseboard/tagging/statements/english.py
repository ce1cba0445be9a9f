"""Who says what in an English text."""

from dataclasses import replace

from caseboard.tagging.document import Document, Span
from caseboard.tagging.found import Found
from caseboard.tagging.statements import joining, sayings, topics
from caseboard.tagging.statements import lines as cutting
from caseboard.tagging.statements.attribution import Attribution, Manner
from caseboard.tagging.statements.lines import Line
from caseboard.tagging.statements.saying import Reach, Saying
from caseboard.tagging.statements.vocabulary import Sort


def find(document: Document, found: Found | None = None) -> list[Attribution]:
    """Every attribution, in reading order; `found` tells who is a person."""
    reader = _Reader()
    lines = list(joining.joined(cutting.cut(document)))
    for line in lines:
        reader.read(line)
    made = topics.settled(reader.found, lines, found) if found is not None else reader.found
    return sorted(made, key=lambda one: (one.content_start, one.content_end))


class _Reader:
    """Goes through a text line by line and remembers who was speaking."""

    def __init__(self) -> None:
        self.found: list[Attribution] = []
        self._awaited: Attribution | None = None
        """The attribution whose words come next: `Koval continued:`."""
        self._open: int | None = None
        """The index of the attribution that the next quotation of the paragraph goes on with."""
        self._block = False
        """Whether the whole paragraph is what that one says."""

    def read(self, line: Line) -> None:
        """Add what is said in the line."""
        if line.starts_paragraph:
            self._open = None
            self._block = False
        if line.is_bare:
            self._read_bare(line)
            return
        if self._awaited is not None and line.starts_paragraph:
            self._read_block(line)
            return
        if self._block and not line.starts_paragraph:
            self._go_on(line.span.end)
            return
        self._awaited = self._open = None
        self._block = False
        for saying in sayings.find(line.tokens):
            made = _attribution(line, saying)
            if saying.content[0] >= len(line.tokens):
                self._awaited = made
                continue
            self.found.append(made)
            if saying.is_fronted or made.manner is Manner.QUOTE:
                self._open = len(self.found) - 1

    def _read_block(self, line: Line) -> None:
        """The whole paragraph after `Koval continued:` is what Koval says."""
        awaited = self._awaited
        self._awaited = None
        if awaited is not None:
            span = line.span
            self.found.append(replace(awaited, content_start=span.start, content_end=span.end))
            self._open = len(self.found) - 1
            self._block = True

    def _go_on(self, end: int) -> None:
        if self._open is not None:
            so_far = self.found[self._open]
            self.found[self._open] = replace(so_far, content_end=max(so_far.content_end, end))

    def _read_bare(self, line: Line) -> None:
        start, end = line.tokens[0].start, _end_of_quotes(line)
        if self._awaited is not None:
            self.found.append(
                replace(self._awaited, content_start=start, content_end=end, manner=Manner.QUOTE)
            )
            self._open = len(self.found) - 1
        else:
            self._go_on(end)


def _end_of_quotes(line: Line) -> int:
    return max(token.end for token in line.tokens if token.is_quote)


def _attribution(line: Line, saying: Saying) -> Attribution:
    content = _span(line, saying.content)
    speaker = _speaker(line, saying.speaker) if saying.speaker else None
    cue = _span(line, saying.at)
    return Attribution(
        content_start=content.start,
        content_end=content.end,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        verb=saying.cue.lemma,
        cue_start=cue.start,
        cue_end=cue.end,
        manner=_manner(line, saying),
        sentence=line.span,
        told=(_span(line, saying.told),) if saying.told else (),
        cited=(_span(line, saying.cited),) if saying.cited else (),
        strength=_strength(line, saying),
    )


def _speaker(line: Line, reach: Reach) -> Span:
    """Without the `'s` of an owner."""
    span = _span(line, reach)
    is_owner = line.tokens[reach[1] - 1].low.endswith("'s")
    return Span(span.start, span.end - 2) if is_owner else span


def _span(line: Line, reach: Reach) -> Span:
    if reach[0] >= len(line.tokens):
        return Span(line.span.end, line.span.end)
    return Span(line.tokens[reach[0]].start, line.tokens[reach[1] - 1].end)


def _strength(line: Line, saying: Saying) -> float:
    """That somebody did not say something is hardly worth a report."""
    before = line.tokens[max(0, saying.at[0] - 3) : saying.at[0]]
    is_denied = any(token.low in _DENIALS or token.low.endswith("n't") for token in before)
    return saying.cue.strength * (0.4 if is_denied else 1)


_DENIALS = frozenset(("not", "never", "neither", "nor"))


def _manner(line: Line, saying: Saying) -> Manner:
    said = line.tokens[slice(*saying.content)]
    if any(token.is_quote for token in said):
        is_pure = said[0].is_quote and (
            saying.is_fronted or not any(token.is_word for token in said)
        )
        return Manner.QUOTE if is_pure else Manner.MIXED
    return Manner.THOUGHT if saying.cue.sort in (Sort.THINK, Sort.DEED) else Manner.SPEECH
