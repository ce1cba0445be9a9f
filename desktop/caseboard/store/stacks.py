"""What can be undone and redone: worked out from the journal alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from caseboard.model.terms import ChangeKind


@dataclass(slots=True)
class Stacks:
    """Numbers of change-sets: undo would take back the last `done`, redo the last `undone`."""

    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Iterable[tuple[int, ChangeKind, int | None]]) -> "Stacks":
        """The stacks after these change-sets, given as number, kind and the set they refer to."""
        stacks = cls()
        for entry in entries:
            stacks.take(*entry)
        return stacks

    def take(self, seq: int, kind: ChangeKind, of: int | None) -> None:
        """Take in the next change-set."""
        if kind is ChangeKind.FOLLOW:
            return
        if kind is ChangeKind.UNDO:
            _drop(self.done, of)
            self.undone.append(seq)
        elif kind is ChangeKind.REDO:
            _drop(self.undone, of)
            self.done.append(seq)
        else:
            self.done.append(seq)
            self.undone.clear()


def _drop(stack: list[int], seq: int | None) -> None:
    if seq in stack:
        stack.remove(seq)
