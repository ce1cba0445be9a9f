"""What waits for an answer in one clip: in which order, what is asked now, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseboard.tagging.proposals import Proposal
from caseboard.tagging.suggestions import Candidate, Kind, LocationSuggestion

SURE = 0.9
"""From here on proposals can be accepted together."""
UNSURE = 0.5
"""Below this they are shown only when asked for."""
FORMS = frozenset({Kind.STATEMENT, Kind.DISPUTE})
"""What is answered in a form of its own: its stance is for a person to say."""

Id = tuple[Kind, str]
"""The same proposal before and after it is worked out again."""


def id_of(proposal: Proposal) -> Id:
    """What a proposal is told by."""
    return proposal.kind, proposal.key


@dataclass(frozen=True, slots=True)
class Spot:
    """What is asked now: a proposal, one of its mentions, one of its candidates."""

    id: Id
    mention: int = 0
    candidate: int = 0


class Queue:
    """The open proposals of a clip in reading order, of which one may be current."""

    def __init__(self) -> None:
        self.all: tuple[Proposal, ...] = ()
        self.shown: tuple[Proposal, ...] = ()
        """Without those that are folded away."""
        self.is_unfolded = False
        self.spot: Spot | None = None
        self._places: dict[Id, int] = {}
        self._scores: dict[Id, tuple[Proposal, float]] = {}

    @property
    def folded(self) -> int:
        """How many are not shown for being less sure."""
        return len(self.all) - len(self.shown)

    @property
    def current(self) -> Proposal | None:
        """The one that is asked about."""
        return self.find(self.spot.id) if self.spot else None

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The places the current one may be, best first; none for other kinds."""
        proposal = self.current
        best = proposal.best if proposal else None
        return best.candidates if isinstance(best, LocationSuggestion) else ()

    @property
    def sure(self) -> tuple[Proposal, ...]:
        """Those that can be accepted together."""
        return tuple(p for p in self.all if self._score(p) >= SURE and p.kind not in FORMS)

    def show(self, proposals: Sequence[Proposal]) -> None:
        """These are open now; the current one stays so if it is among them."""
        before, row = self.shown, self.row
        self.all = tuple(proposals)
        self._fold()
        if self.spot is None:
            return
        proposal = self.find(self.spot.id)
        if proposal is None:
            following = (self._places.get(id_of(each), -1) for each in before[row + 1 :])
            self.spot = self._at(next((place for place in following if place >= 0), 0))
        elif self.spot.mention >= len(proposal.mentions):
            self.spot = Spot(self.spot.id)
        elif self.spot.candidate >= max(1, len(self.candidates)):
            self.spot = replace(self.spot, candidate=0)

    def unfold(self) -> None:
        """Show the less sure ones too, from now on."""
        self.is_unfolded = True
        self._fold()

    def start_anew(self) -> None:
        """Another clip is open."""
        self.is_unfolded = False
        self.spot = None
        self.show(())

    def find(self, wanted: Id) -> Proposal | None:
        """The open proposal of that id, if it is shown."""
        row = self._places.get(wanted)
        return None if row is None else self.shown[row]

    @property
    def row(self) -> int:
        """Where the current one stands in the list; -1 for none."""
        return self._places.get(self.spot.id, -1) if self.spot else -1

    def pick(self, wanted: Id, mention: int = 0) -> bool:
        """Ask about this one; whether it is there. A candidate chosen for it stays chosen."""
        proposal = self.find(wanted)
        if proposal is None or not 0 <= mention < len(proposal.mentions):
            return False
        same = self.spot is not None and (self.spot.id, self.spot.mention) == (wanted, mention)
        if not same:
            self.spot = Spot(wanted, mention)
        return True

    def pick_again(self) -> None:
        """Go to the next mention of the current one, round and round."""
        if self.spot and self.current:
            count = len(self.current.mentions)
            self.spot = Spot(self.spot.id, (self.spot.mention + 1) % count)

    def step(self, by: int) -> None:
        """Ask about the next one or the one before; after the last comes the first."""
        if not self.shown:
            self.spot = None
        elif self.spot is None:
            self.spot = self._at(0 if by > 0 else len(self.shown) - 1)
        else:
            self.spot = self._at((self.row + by) % len(self.shown))

    def turn(self, by: int) -> bool:
        """Consider another candidate of the current place; whether there is another."""
        count = len(self.candidates)
        if self.spot is None or count < 2:
            return False
        self.spot = replace(self.spot, candidate=(self.spot.candidate + by) % count)
        return True

    def leave(self) -> None:
        """Ask about none."""
        self.spot = None

    def take_out(self, gone: Sequence[Id]) -> None:
        """These are answered: what follows the current one is asked about next."""
        left = [p for p in self.all if id_of(p) not in set(gone)]
        self.show(left)

    def _fold(self) -> None:
        self._scores = {id_of(p): (p, self._score(p)) for p in self.all}
        self.shown = tuple(p for p in self.all if self.is_unfolded or self._score(p) >= UNSURE)
        self._places = {id_of(p): row for row, p in enumerate(self.shown)}

    def _score(self, proposal: Proposal) -> float:
        """The score, worked out once."""
        known = self._scores.get(id_of(proposal))
        return known[1] if known is not None and known[0] is proposal else proposal.score

    def _at(self, row: int) -> Spot | None:
        """The spot at a row; None where there are no rows."""
        return Spot(id_of(self.shown[row])) if self.shown else None
