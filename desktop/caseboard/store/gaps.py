"""Reading gaps: the task list of a case."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal, TypeVar

from sqlmodel import Session, SQLModel, col, select

from caseboard.model.claim import Claim, Dispute
from caseboard.model.ids import CaseId
from caseboard.model.inquiry import Gap, Hypothesis, Inquiry
from caseboard.model.refs import short
from caseboard.model.terms import GapStatus
from caseboard.store.columns import column
from caseboard.store.folding import fold
from caseboard.store.numbering import next_after

TargetTable = Literal["claim", "dispute", "hypothesis"]
M = TypeVar("M", bound=SQLModel)
MOST = 500
"""How many ids one query names."""


class Order(Enum):
    """How the tasks are sorted."""

    DUE = "due"
    """The earliest day first, then what has none."""
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Target:
    """What would be judged otherwise: a claim, a dispute or a hypothesis."""

    table: TargetTable
    row_id: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target as it is called: `C3`, for a dispute `C1 / C3`, and in words."""

    target: Target
    ref: str
    title: str
    is_binned: bool = False


@dataclass(frozen=True, slots=True)
class GapRow:
    """One line of the task list."""

    id: str
    gap: Gap
    target: TargetRow | None


def next_number(session: Session, case_id: CaseId) -> int:
    """The number of the next gap of a case: one more than any so far, binned ones too."""
    return next_after(session.exec(select(Gap.ref).where(Gap.case_id == case_id)))


def target_of(gap: Gap) -> Target | None:
    """What a gap is about, if anything."""
    if gap.claim_id:
        return Target("claim", gap.claim_id)
    if gap.dispute_id:
        return Target("dispute", gap.dispute_id)
    return Target("hypothesis", gap.hypothesis_id) if gap.hypothesis_id else None


def ids(
    session: Session,
    case_id: CaseId,
    typed: str = "",
    order: Order = Order.DUE,
    *,
    with_closed: bool = False,
) -> list[str]:
    """The living gaps of a case that hold what is typed; closed ones last, newest first."""
    query = select(Gap).where(Gap.case_id == case_id, col(Gap.deleted).is_(None))
    if not with_closed:
        query = query.where(Gap.status == GapStatus.OPEN)
    wanted = fold(typed).strip()
    found = [gap for gap in session.exec(query) if wanted in fold(_words(gap))]
    found.sort(key=lambda gap: gap.id, reverse=True)
    still = [gap for gap in found if gap.status is GapStatus.OPEN]
    if order is Order.DUE:
        still.sort(key=lambda gap: (not gap.due, gap.due))
    closed = [gap for gap in found if gap.status is not GapStatus.OPEN]
    closed.sort(key=lambda gap: gap.closed or gap.created, reverse=True)
    return [gap.id for gap in (*still, *closed)]


def rows(session: Session, wanted: Sequence[str]) -> dict[str, GapRow]:
    """These lines, by id."""
    found = session.exec(select(Gap).where(col(Gap.id).in_(wanted))).all()
    called = _called(session, (target_of(gap) for gap in found))
    return {gap.id: GapRow(gap.id, gap, called.get(target_of(gap))) for gap in found}


def by_id(session: Session, gap_id: str) -> GapRow | None:
    """One gap; None where it has gone."""
    row = rows(session, [gap_id]).get(gap_id)
    return None if row is None or row.gap.deleted is not None else row


def targets(session: Session, case_id: CaseId) -> list[TargetRow]:
    """All that a gap of this case can be about: claims, then disputes, then hypotheses."""
    claims = session.exec(
        select(Claim.id)
        .where(Claim.case_id == case_id, col(Claim.deleted).is_(None))
        .order_by(col(Claim.id))
    )
    disputes = session.exec(
        select(Dispute.id)
        .where(Dispute.case_id == case_id, col(Dispute.deleted).is_(None))
        .order_by(col(Dispute.id))
    )
    answers = session.exec(
        select(Hypothesis.id)
        .join(Inquiry, col(Inquiry.id) == col(Hypothesis.inquiry_id))
        .where(
            Hypothesis.case_id == case_id,
            col(Hypothesis.deleted).is_(None),
            col(Inquiry.deleted).is_(None),
        )
        .order_by(col(Hypothesis.inquiry_id), col(Hypothesis.ordinal))
    )
    wanted = [
        *(Target("claim", each) for each in claims),
        *(Target("dispute", each) for each in disputes),
        *(Target("hypothesis", each) for each in answers),
    ]
    called = _called(session, wanted)
    return [called[each] for each in wanted if each in called]


def claim_beside(session: Session, dispute_id: str) -> str | None:
    """A claim whose page shows this dispute."""
    dispute = session.get(Dispute, dispute_id)
    return None if dispute is None else dispute.claim_a_id


def _words(gap: Gap) -> str:
    return "\n".join((gap.question, gap.changes, gap.answer, gap.due, short(gap.ref)))


def _called(session: Session, wanted: Iterable[Target | None]) -> dict[Target | None, TargetRow]:
    """How these are called; read together, however many there are."""
    targets = {target for target in wanted if target is not None}
    disputes = _read(session, Dispute, _ids(targets, "dispute"))
    sides = {side for each in disputes.values() for side in (each.claim_a_id, each.claim_b_id)}
    claims = _read(session, Claim, _ids(targets, "claim") | sides)
    answers = _read(session, Hypothesis, _ids(targets, "hypothesis"))
    called: dict[Target | None, TargetRow] = {}
    for target in targets:
        if target.table == "dispute" and target.row_id in disputes:
            dispute = disputes[target.row_id]
            called[target] = _between(
                target, dispute, claims[dispute.claim_a_id], claims[dispute.claim_b_id]
            )
        row = claims.get(target.row_id) if target.table == "claim" else answers.get(target.row_id)
        if row is not None:
            is_binned = row.deleted is not None
            called[target] = TargetRow(target, short(row.ref), row.statement, is_binned)
    return called


def _between(target: Target, dispute: Dispute, one: Claim, other: Claim) -> TargetRow:
    return TargetRow(
        target,
        f"{short(one.ref)} / {short(other.ref)}",
        f"{one.statement} / {other.statement}",
        dispute.deleted is not None,
    )


def _ids(targets: Iterable[Target], table: str) -> set[str]:
    return {target.row_id for target in targets if target.table == table}


def _read(session: Session, model: type[M], wanted: Collection[str]) -> dict[str, M]:
    key = column(model, "id")
    found: dict[str, M] = {}
    todo = sorted(wanted)
    while todo:  # SQLite takes only so many values in one query
        for row in session.exec(select(model).where(key.in_(todo[:MOST]))):
            found[str(getattr(row, "id"))] = row  # noqa: B009  every such table has one
        del todo[:MOST]
    return found
