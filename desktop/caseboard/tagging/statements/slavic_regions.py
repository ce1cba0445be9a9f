"""The stretch of a text one saying can be about: a sentence, with the quotations it runs into."""

from bisect import bisect_right

from caseboard.tagging.document import Document, Span

_FEW = 3
"""Quotation marks around no more words are a name: «Хортиця»."""
_LONGEST = 3_000
"""Characters before and after that a sentence has at most."""
_ENDS = ".!?…,"


class Regions:
    """Sentences that do not end within a quotation."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.speeches = [q for q in document.quotations if is_speech(document, q)]
        self._starts = [q.start for q in self.speeches]

    def speech_at(self, offset: int) -> Span | None:
        """The quoted speech a character stands in."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.speeches[at].end:
            return self.speeches[at]
        return None

    def speech_ending(self, offset: int) -> Span | None:
        """The quoted speech that ends right at `offset`."""
        return self.speech_at(offset - 1) if offset else None

    def speech_from(self, offset: int) -> Span | None:
        """The next quoted speech that begins at `offset` or after."""
        at = bisect_right(self._starts, offset - 1)
        return self.speeches[at] if at < len(self.speeches) else None

    def around(self, offset: int) -> Span:
        """The sentence at `offset`, with the whole of the quotations it begins and ends in."""
        sentence = self._document.sentence_at(offset)
        start, end = sentence.start, sentence.end
        before = self.speech_at(start)
        if before is not None:
            start = min(start, self._document.sentence_at(before.start).start)
        after = self.speech_at(end - 1)
        if after is not None and after.end > end:
            end = after.end
        return Span(max(start, offset - _LONGEST), min(end, offset + _LONGEST))


def is_speech(document: Document, quotation: Span) -> bool:
    """Whether quotation marks hold words said, and no name."""
    words = document.words_in(quotation.start, quotation.end)
    if len(words) > _FEW:
        return True
    inner = document.text[quotation.start + 1 : quotation.end - 1].rstrip()
    return bool(words) and inner[-1:] in _ENDS
