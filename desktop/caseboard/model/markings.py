"""Which marking is above which (Traffic Light Protocol 2.0, FIRST, 2022)."""

from caseboard.model.terms import Marking

_LADDER = tuple(Marking)
"""From what anyone may read to what only those in the room may."""


def is_above(marking: Marking | None, ceiling: Marking) -> bool:
    """Whether what is so marked must not go to readers of `ceiling`; None is never above."""
    return marking is not None and _LADDER.index(marking) > _LADDER.index(ceiling)


def highest(*markings: Marking | None) -> Marking | None:
    """The one that binds most; None where there is none."""
    found = [marking for marking in markings if marking is not None]
    return max(found, key=_LADDER.index, default=None)
