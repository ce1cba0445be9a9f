"""One saying of a sentence, in words of it."""

from dataclasses import dataclass

from caseboard.tagging.statements.vocabulary import Cue

Reach = tuple[int, int]
"""From a word to before another."""


@dataclass(slots=True)
class Saying:
    """One saying; all are indices of words of the sentence."""

    cue: Cue
    at: Reach
    """The verb, with nothing around it."""
    content: Reach
    """Empty where it must stand in the next sentence."""
    speaker: Reach | None
    told: Reach | None = None
    cited: Reach | None = None
    is_finite: bool = True
    """Whether the verb can carry a sentence, so that `and said` has the same speaker."""
    is_fronted: bool = False
    """Whether what is said comes first, so that it may go on in the next sentence."""
