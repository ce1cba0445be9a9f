"""What the claims view shows, worked out in one go: groups of claims, and who said things."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from caseboard.analysis import matrix
from caseboard.analysis.matrix import Arrangement, Column, Group, Line
from caseboard.model.ids import ClaimId
from caseboard.model.refs import short
from caseboard.store.folding import fold
from caseboard.ui.weighing import Weighed


class Heading(NamedTuple):
    """The row over a group."""

    key: str
    title: str
    claims: int
    is_open: bool


Row = Heading | Line


@dataclass(frozen=True, slots=True)
class Board:
    """What is shown, as it was worked out in one go."""

    weighed: Weighed
    groups: Sequence[Group]
    columns: Sequence[Column]

    @property
    def count(self) -> int:
        """How many claims are shown, those in folded groups among them."""
        return sum(len(group.lines) for group in self.groups)


def work_out(
    weighed: Weighed,
    asked: Arrangement,
    searched: dict[ClaimId, str],
    within: frozenset[ClaimId] | None = None,
) -> Board:
    """The claims as asked for, of those `within` where that is given; not for the loop's thread.

    `searched`, the folded text of each claim of `weighed`, is filled when first needed.
    """
    ledger, standings = weighed.ledger, weighed.standings
    holding = _holding(weighed, asked.typed, searched)
    if within is not None:
        holding = within if holding is None else within.intersection(holding)
    groups = matrix.arrange(ledger, standings, asked, holding)
    ids = [line.claim.id for group in groups for line in group.lines]
    return Board(weighed, groups, matrix.columns(ledger, ids))


def _holding(
    weighed: Weighed, typed: str, searched: dict[ClaimId, str]
) -> Collection[ClaimId] | None:
    if not typed:
        return None
    if not searched:
        for claim in weighed.ledger.claims:
            searched[claim.id] = fold(_text_of(Line(claim, weighed.standings[claim.id])))
    wanted = fold(typed)
    return {claim_id for claim_id, text in searched.items() if wanted in text}


def _text_of(line: Line) -> str:
    names = " ".join(origin.name for origin in line.standing.origins)
    claim = line.claim
    about = " ".join(
        [*(place.name for place in claim.places), *(unit.name for unit in claim.units)]
    )
    return f"{short(claim.ref)} {claim.statement} {claim.assessment} {names} {about}"


def rows_of(groups: Sequence[Group], folded: Collection[str]) -> Iterator[Row]:
    """A heading for each group that has a title, and the lines of those that are not `folded`."""
    for group in groups:
        is_open = group.key not in folded
        if group.title:
            yield Heading(group.key, group.title, len(group.lines), is_open)
        if is_open or not group.title:
            yield from group.lines


def key_of(row: Row) -> str:
    """What a row is found again by: the id of its claim, or the key of its heading."""
    return row.claim.id if isinstance(row, Line) else heading_key(row.key)


def heading_key(key: str) -> str:
    """What the heading of that group is found again by."""
    return f"group {key}"
