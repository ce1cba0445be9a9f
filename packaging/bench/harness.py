"""Two things timed in turn, so that a busy machine slows both alike."""

import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from caseboard.errors import CaseError

Timed = Callable[[], float]
"""Does the thing once and says how much that took, in the unit of its case."""


class Unit(StrEnum):
    """What is counted."""

    SECONDS = "s"
    MEGABYTES = "MB"


@dataclass(frozen=True)
class Place:
    """Where a case may put its material."""

    own: Path
    """An empty folder, gone after the case."""
    shared: Path
    """A folder all cases of one run have in common, for what takes long to make."""
    rows: int = 10_000
    """How many clips the large library has."""


def _nothing() -> None:
    return


@dataclass(frozen=True)
class Contest:
    """What is timed, and the pace it is held against; without a pace the time itself counts."""

    ours: Timed
    pace: Timed | None = None
    end: Callable[[], None] = _nothing
    """Closes what was opened for it."""


@dataclass(frozen=True)
class Case:
    """One row of the table.

    `reach` is what ours may take: so many times the pace or, without a pace, so much of `unit`.
    """

    name: str
    reach: float
    prepare: Callable[[Place], Contest]
    unit: Unit = Unit.SECONDS


@dataclass(frozen=True)
class Outcome:
    """What came of a case: medians, the median of the rounds' ratios, or why there are none."""

    name: str
    reach: float
    ours: float = 0.0
    pace: float | None = None
    ratio: float | None = None
    trouble: str = ""
    unit: Unit = Unit.SECONDS

    @property
    def within(self) -> bool:
        """Whether it was measured and reaches what it should."""
        return not self.trouble and (self.ours if self.ratio is None else self.ratio) <= self.reach

    def as_json(self) -> dict[str, object]:
        """The same, for a machine."""
        return {**asdict(self), "within": self.within}


def run(case: Case, runs: int, shared: Path, rows: int = 10_000) -> Outcome:
    """Time `case` in `runs` rounds after one that does not count."""
    with tempfile.TemporaryDirectory(prefix="caseboard-bench-") as own:
        try:
            rounds = _rounds(case.prepare(Place(Path(own), shared, rows)), runs)
        except subprocess.CalledProcessError as error:
            last = (error.stderr or b"").decode(errors="replace").strip().splitlines()[-1:]
            return Outcome(case.name, case.reach, trouble=" ".join(last) or str(error))
        except (CaseError, TimeoutError) as error:
            return Outcome(case.name, case.reach, trouble=str(error) or type(error).__name__)
    ours = statistics.median(ours for ours, _ in rounds)
    paces = [pace for _, pace in rounds if pace is not None]
    if not paces:
        return Outcome(case.name, case.reach, ours, unit=case.unit)
    ratio = statistics.median(ours / pace for ours, pace in rounds if pace is not None)
    return Outcome(case.name, case.reach, ours, statistics.median(paces), ratio, unit=case.unit)


def timed(work: Callable[[], object]) -> Timed:
    """A function that does `work` and says how many seconds it took."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return once


def p95(figures: list[float]) -> float:
    """What 95 of 100 figures do not exceed."""
    return statistics.quantiles(figures, n=20, method="inclusive")[-1]


def _rounds(contest: Contest, runs: int) -> list[tuple[float, float | None]]:
    try:
        return [_round(contest) for _ in range(runs + 1)][1:]
    finally:
        contest.end()


def _round(contest: Contest) -> tuple[float, float | None]:
    return contest.ours(), contest.pace() if contest.pace else None
