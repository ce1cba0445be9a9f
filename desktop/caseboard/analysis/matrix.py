"""Claims against who said them: the rows, columns and cells of the matrix, Qt-free.

A column is a claimant, not an outlet and not an origin: two outlets that quote one claimant fill
one cell. How a claim stands is not worked out here (see `caseboard.analysis.standing`).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from caseboard.analysis.standing import Standing, status_name
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.ids import ClaimId, LocationId, SourceId
from caseboard.model.ledger import Ledger, Place, Stated, Voice, Word
from caseboard.model.moments import Precision
from caseboard.model.refs import number
from caseboard.model.terms import ClaimStatus, Credibility, Stance


class Order(StrEnum):
    """How claims follow each other."""

    DISPUTED = "disputed"
    NEWEST = "newest"
    TIME = "time"
    ORIGINS = "origins"
    """Those with the most independent origins first."""
    STATUS = "status"


class Grouping(StrEnum):
    """What claims stand together by."""

    NONE = "none"
    EVENT = "event"
    """The day the event began; coarser where the day is not known."""
    PLACE = "place"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is asked for: which claims, in which order, grouped by what."""

    order: Order = Order.DISPUTED
    grouping: Grouping = Grouping.NONE
    typed: str = ""
    """Only claims that hold these words."""
    statuses: frozenset[ClaimStatus] = frozenset()
    """Only claims that stand so; empty for all."""
    places: frozenset[LocationId] = frozenset()
    """Only claims about one of these; empty for all."""

    @property
    def is_filtered(self) -> bool:
        """Whether claims may be left out."""
        return bool(self.typed or self.statuses or self.places)

    def unfiltered(self) -> "Arrangement":
        """The same with every claim."""
        return replace(self, typed="", statuses=frozenset(), places=frozenset())


class Line(NamedTuple):
    """A claim and how it stands: one row."""

    claim: Stated
    standing: Standing


class Group(NamedTuple):
    """Lines that stand together; the only group of an ungrouped matrix has no title."""

    key: str
    title: str
    lines: Sequence[Line]


class Column(NamedTuple):
    """One who said something of the claims shown."""

    voice: Voice
    reports: int


class Mark(NamedTuple):
    """What the reports of one claimant that take one stance come to."""

    stance: Stance
    credibility: Credibility
    """Of the most credible of them; a judged one comes before one that cannot be judged."""
    reports: int


class Cell(NamedTuple):
    """What one claimant says of one claim."""

    words: tuple[Word, ...]
    """Oldest first."""
    marks: tuple[Mark, ...]
    """For, then against; a mention only where neither is there."""


def arrange(
    ledger: Ledger,
    standings: Mapping[ClaimId, Standing],
    asked: Arrangement,
    holding: Collection[ClaimId] | None = None,
) -> list[Group]:
    """The claims as they were asked for; `holding` are those that hold what was typed.

    A claim stands once: of several places, under the one it shares with most claims.
    """
    lines = [Line(claim, standings[claim.id]) for claim in ledger.claims]
    kept = [line for line in lines if _is_asked_for(line, asked, holding)]
    return _grouped(_sorted(kept, asked.order), asked.grouping)


def columns(ledger: Ledger, claims: Iterable[ClaimId]) -> list[Column]:
    """Whoever said something of these claims, those who said most first, then by name."""
    said = Counter(word.claimant_id for each in claims for word in ledger.words.get(each, ()))
    found = [Column(ledger.voices[source_id], count) for source_id, count in said.items()]
    return sorted(found, key=lambda each: (-each.reports, each.voice.name, each.voice.id))


def cells(ledger: Ledger, claim_id: ClaimId) -> dict[SourceId, Cell]:
    """What each claimant says of one claim, by claimant."""
    said: defaultdict[SourceId, list[Word]] = defaultdict(list)
    for word in ledger.words.get(claim_id, ()):
        said[word.claimant_id].append(word)
    return {source_id: Cell(tuple(words), _marks(words)) for source_id, words in said.items()}


def places(ledger: Ledger) -> list[tuple[Place, int]]:
    """Every place a claim is about, with how many claims are, by name."""
    counts = Counter(place for claim in ledger.claims for place in claim.places)
    return sorted(counts.items(), key=lambda pair: (pair[0].name.casefold(), pair[0].id))


def _is_asked_for(line: Line, asked: Arrangement, holding: Collection[ClaimId] | None) -> bool:
    if asked.statuses and line.standing.status not in asked.statuses:
        return False
    if asked.places and asked.places.isdisjoint(place.id for place in line.claim.places):
        return False
    return holding is None or line.claim.id in holding


def _marks(words: Sequence[Word]) -> tuple[Mark, ...]:
    by_stance: defaultdict[Stance, list[Word]] = defaultdict(list)
    for word in words:
        by_stance[word.stance].append(word)
    taken = [stance for stance in (Stance.SUPPORTS, Stance.CONTRADICTS) if stance in by_stance]
    return tuple(
        Mark(stance, min(word.credibility for word in by_stance[stance]), len(by_stance[stance]))
        for stance in taken or [Stance.MENTIONS]
    )


# --- order ---


def _sorted(lines: Sequence[Line], order: Order) -> list[Line]:
    by_ref = sorted(lines, key=lambda line: number(line.claim.ref))
    if order is Order.NEWEST:
        return by_ref[::-1]
    return sorted(by_ref, key=_KEYS[order])


_RANKS: Mapping[ClaimStatus, int] = {
    status: rank
    for rank, status in enumerate(
        (
            ClaimStatus.DISPUTED,
            ClaimStatus.OPEN,
            ClaimStatus.SINGLE_SOURCE,
            ClaimStatus.CORROBORATED,
        )
    )
}
"""What wants the analyst most comes first."""
_KEYS: Mapping[Order, Callable[[Line], tuple[object, ...]]] = {
    Order.DISPUTED: lambda line: (line.standing.status is not ClaimStatus.DISPUTED,),
    Order.TIME: lambda line: moments.sort_key(line.claim.event_time),
    Order.ORIGINS: lambda line: (-line.standing.independent,),
    Order.STATUS: lambda line: (_RANKS[line.standing.status],),
}


# --- groups ---

Sorting = tuple[bool, object]
"""Whether it comes last, and its place among the others."""


class _Head(NamedTuple):
    key: str
    title: str
    rank: Sorting


def _grouped(lines: Sequence[Line], grouping: Grouping) -> list[Group]:
    if grouping is Grouping.NONE:
        return [Group("", "", lines)] if lines else []
    head_of = _heads(lines, grouping)
    found: defaultdict[_Head, list[Line]] = defaultdict(list)
    for line in lines:
        found[head_of(line)].append(line)
    heads = sorted(found, key=lambda head: head.rank)
    return [Group(head.key, head.title, found[head]) for head in heads]


def _heads(lines: Sequence[Line], grouping: Grouping) -> Callable[[Line], _Head]:
    if grouping is Grouping.EVENT:
        return _day
    if grouping is Grouping.STATUS:
        return _status
    shared = Counter(place for line in lines for place in line.claim.places)
    return lambda line: _place(line, shared)


def _status(line: Line) -> _Head:
    status = line.standing.status
    return _Head(status.value, status_name(status).capitalize(), (False, _RANKS[status]))


def _day(line: Line) -> _Head:
    when = line.claim.event_time
    start = _start(when)
    if start is None:
        return _Head("", _("No time"), (True, ""))
    day, is_day = start
    edtf = f"{day:%Y-%m-%d}" if is_day else when
    return _Head(edtf, moments.show(edtf), (False, (day.date(), edtf)))


def _start(when: str) -> tuple[datetime, bool] | None:
    """When it began, as printed, and whether the day is known; None where nothing is."""
    if not when:
        return None
    try:
        first = moments.read(when).first
    except CaseError:
        return None
    return None if first is None else (first.local, first.precision >= Precision.DAY)


def _place(line: Line, shared: Mapping[Place, int]) -> _Head:
    if not line.claim.places:
        return _Head("", _("No place"), (True, ""))
    place = max(line.claim.places, key=lambda each: (shared[each], each.name, each.id))
    return _Head(place.id, place.name, (False, (place.name.casefold(), place.id)))
