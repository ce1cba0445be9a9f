"""Sentences of a report that nobody wrote, as different from one another as those of a real one."""

import random

_WHO = (
    "The council", "A spokesman for the ferry", "The head of the school", "Two engineers",
    "A neighbour", "The owner of the mill", "One of the drivers", "The fire brigade",
    "A clerk at the lock", "The bus company", "Her brother", "The doctor on duty",
)  # fmt: skip
_DID = (
    "said that", "wrote on Tuesday that", "would not say whether", "was told by the office that",
    "heard at the barrier that", "confirmed to this newspaper that", "doubts that",
    "had warned last autumn that", "learned only in the evening that",
)  # fmt: skip
_WHAT = (
    "the eastern pillar had moved by a hand's breadth", "the road will stay closed until May",
    "no lorry may cross it again", "the water took the lower gate along",
    "the old bridge was to be measured anew", "the boat carries nine people at a time",
    "the families on the far bank have bread for a week", "the cracks were painted over in spring",
    "the money for repairs went elsewhere", "a second opinion had been asked for in writing",
    "the ambulance needs forty minutes by the other road", "the cables under it are still sound",
)  # fmt: skip
_AND = (
    "and nobody has come to look since", "as the minutes of the meeting show",
    "though the mayor remembers it otherwise", "which the ministry neither denies nor explains",
    "and that was before the rain", "according to a letter seen by the Post",
    "while the ferry waits at the lock", "so the children stay with relatives for now",
    "and the barrier is guarded at night", "which is the third such case on this river",
)  # fmt: skip


def sentences(count: int) -> list[str]:
    """`count` of them, the same each time, each with its number so that no two are the same."""
    rng = random.Random(7)  # noqa: S311  it has to be the same each time
    return [_sentence(number, rng) for number in range(1, count + 1)]


def _sentence(number: int, rng: random.Random) -> str:
    who, did, what, also = (rng.choice(words) for words in (_WHO, _DID, _WHAT, _AND))
    at = f"{rng.randrange(6, 22)}:{rng.randrange(60):02d}"
    return f"{who} {did} {what}, {also}; note {number}, taken at {at}."
