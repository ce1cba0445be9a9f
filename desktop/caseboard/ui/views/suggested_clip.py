"""What is proposed of one clip, as it is read off the loop's thread and as the reader is told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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
    """All the library knows of what is proposed of a clip; `rows` are its open proposals."""

    rows: Mapping[int, Proposal] = field(default_factory=dict)
    rejections: Sequence[Rejection] = ()
    problem: str = ""
    marks: Sequence[tuple[Proposal, tuple[Highlight, ...]]] = ()
    """The highlights of the rows that were not known."""

    @property
    def proposals(self) -> list[Proposal]:
        """What is open, in reading order."""
        return list(self.rows.values())


def read(
    session: Session, case_id: CaseId, clip_id: ClipId, known: Mapping[int, Proposal]
) -> Suggested:
    """What is open now; rows that are `known` are the very same objects as before."""
    run = store.run_of(session, clip_id)
    rows = proposed.open_rows(session, clip_id, known)
    new = [(each, _highlights(each)) for row, each in rows.items() if row not in known]
    problem = run.problem if run else ""
    return Suggested(rows, store.rejections(session, case_id), problem, new)


class Marks:
    """The highlights of proposals, made once for each."""

    def __init__(self) -> None:
        self._made: dict[Id, tuple[Proposal, tuple[Highlight, ...]]] = {}

    def learn(self, made: Iterable[tuple[Proposal, tuple[Highlight, ...]]]) -> None:
        """Take those that were made where it holds nobody up."""
        self._made.update({id_of(each[0]): each for each in made})

    def of(self, proposals: Iterable[Proposal]) -> list[Highlight]:
        """Every mention of these; a dispute stands where its statements do, and has none."""
        made: dict[Id, tuple[Proposal, tuple[Highlight, ...]]] = {}
        for proposal in proposals:
            wanted = id_of(proposal)
            before = self._made.get(wanted)
            is_same = before is not None and before[0] is proposal
            made[wanted] = before if before and is_same else (proposal, _highlights(proposal))
        self._made = made
        return [mark for _proposal, marks in made.values() for mark in marks]

    def spot(self, key: str) -> tuple[Id, int] | None:
        """The proposal and the mention that a key stands for."""
        mention, kind, name = key.removeprefix(KEY).split(" ", 2)
        wanted = (Kind(kind), name)
        return (wanted, int(mention)) if wanted in self._made else None

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
