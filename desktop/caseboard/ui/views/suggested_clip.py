"""What is proposed of one clip, as it is read off the loop's thread and as the reader is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from caseboard.commands import proposed
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.proposing import Rejection
from caseboard.store import proposals as store
from caseboard.tagging.proposals import Proposal
from caseboard.tagging.suggestions import Kind
from caseboard.ui.inspector.suggestions_queue import Id, id_of
from caseboard.ui.inspector.suggestions_words import tip
from caseboard.ui.reader.page import Highlight, MarkKind

KEY = "proposal "
"""Keys of proposals begin so; those of anchors never do."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """All the library knows of what is proposed of a clip."""

    proposals: Sequence[Proposal] = ()
    rejections: Sequence[Rejection] = ()
    problem: str = ""


def read(
    session: Session, case_id: CaseId, clip_id: ClipId, known: Sequence[Proposal] = ()
) -> Suggested:
    """What is open now; what is as it was is the very same object as in `known`."""
    before = {id_of(each): each for each in known}
    found = []
    for each in proposed.open_of(session, clip_id):
        same = before.get(id_of(each))
        found.append(same if same == each and same is not None else each)
    run = store.run_of(session, clip_id)
    problem = run.problem if run else ""
    return Suggested(found, store.rejections(session, case_id), problem)


class Marks:
    """The highlights of proposals, made once for each."""

    def __init__(self) -> None:
        self._made: dict[Id, tuple[Proposal, tuple[Highlight, ...]]] = {}
        self._spots: dict[str, tuple[Id, int]] = {}

    def of(self, proposals: Iterable[Proposal]) -> list[Highlight]:
        """Every mention of these; a dispute stands where its statements do, and has none."""
        made: dict[Id, tuple[Proposal, tuple[Highlight, ...]]] = {}
        spots: dict[str, tuple[Id, int]] = {}
        for proposal in proposals:
            wanted = id_of(proposal)
            before = self._made.get(wanted)
            is_same = before is not None and before[0] is proposal
            marks = before[1] if before and is_same else _highlights(proposal)
            made[wanted] = proposal, marks
            spots.update({mark.key: (wanted, place) for place, mark in enumerate(marks)})
        self._made, self._spots = made, spots
        return [mark for _proposal, marks in made.values() for mark in marks]

    def spot(self, key: str) -> tuple[Id, int] | None:
        """The proposal and the mention that a key stands for."""
        return self._spots.get(key)

    def keys(self, wanted: Id) -> list[str]:
        """The keys of a proposal's mentions, in reading order."""
        return [mark.key for mark in self._made[wanted][1]] if wanted in self._made else []


def _highlights(proposal: Proposal) -> tuple[Highlight, ...]:
    if proposal.kind is Kind.DISPUTE:
        return ()
    kind = MarkKind.SAYING if proposal.kind is Kind.STATEMENT else MarkKind.SUGGESTION
    label = tip(proposal)
    return tuple(
        Highlight(key_of(proposal, place), mention.start, mention.end, kind, label)
        for place, mention in enumerate(proposal.mentions)
    )


def key_of(proposal: Proposal, mention: int) -> str:
    """What the reader calls a mention."""
    return f"{KEY}{mention} {proposal.kind} {proposal.key}"
