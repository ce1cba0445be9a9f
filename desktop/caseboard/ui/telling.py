"""What a view has to say in the status line."""

from collections.abc import Callable
from dataclasses import dataclass

Offer = tuple[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence about what was done, and what can be done about it."""

    text: str
    offers: tuple[Offer, ...] = ()
    is_undoable: bool = False
    """Whether Undo is offered, before all else."""
