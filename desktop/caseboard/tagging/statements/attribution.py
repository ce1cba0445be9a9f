"""One saying as a text has it, before it is known who the speaker is and how the word travelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from caseboard.tagging.document import Span


class Manner(StrEnum):
    """How firmly a text puts words into a mouth."""

    QUOTE = "quote"
    """The very words, in quotation marks."""
    MIXED = "mixed"
    """Reported, with some of the very words."""
    SPEECH = "speech"
    """Reported: `said that`, `according to`, `promised to`."""
    THOUGHT = "thought"
    """Believed, hoped, wanted: seldom worth a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what, as the text has it; every span is offsets in Unicode code points.

    A quotation that is broken by its speaker (`"…," he said, "…"`) or runs over paragraphs is one.
    """

    content_start: int
    content_end: int
    """What is said; with its quotation marks, and without `that`."""
    speaker_start: int | None = None
    speaker_end: int | None = None
    """Where the speaker stands, `he` included; None where the text does not tell."""
    verb: str = ""
    """The word for it as a dictionary has it (`say`, `claim`, `according to`), in English."""
    cue_start: int | None = None
    cue_end: int | None = None
    """Where that word stands."""
    manner: Manner = Manner.SPEECH
    sentence: Span
    """The sentence of the cue, or of the content where there is no cue."""
    told: Sequence[Span] = ()
    """Who was told: `Ukrinform` of `Kovalev told Ukrinform`, `in an interview with Ukrinform`."""
    cited: Sequence[Span] = ()
    """Whom the speaker rests on: `the General Staff` of `Ukrinform reported, citing …`."""
    stands_for: Span | None = None
    """Who is meant, where the speaker is `he`, `she` or `who`, and that is known."""
    strength: float = 0.5
    """0 to 1: how sure it is that somebody says this in so many words."""

    @property
    def is_quote(self) -> bool:
        """Whether the words, or some of them, stand in quotation marks."""
        return self.manner in (Manner.QUOTE, Manner.MIXED)

    @property
    def speaker(self) -> Span | None:
        """Where the speaker stands."""
        if self.speaker_start is None or self.speaker_end is None:
            return None
        return Span(self.speaker_start, self.speaker_end)
