"""Two things timed in turn, so that a busy machine slows both alike."""

import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

Timed = Callable[[], float]  # does the thing once and says how many seconds that took


@dataclass(frozen=True)
class Contest:
    """What is timed, and the pace it is held against; without a pace the time itself counts."""

    ours: Timed
    pace: Timed | None = None


@dataclass(frozen=True)
class Case:
    """One row of the table.

    `reach` is what ours may take: so many times the pace or, without a pace, so many seconds.
    `prepare` gets an empty folder, which is gone afterwards.
    """

    name: str
    reach: float
    prepare: Callable[[Path], Contest]


@dataclass(frozen=True)
class Outcome:
    """What came of a case: medians in seconds, the median of the rounds' ratios, or why none."""

    name: str
    reach: float
    ours: float = 0.0
    pace: float | None = None
    ratio: float | None = None
    trouble: str = ""

    @property
    def within(self) -> bool:
        """Whether it was measured and reaches what it should."""
        return not self.trouble and (self.ours if self.ratio is None else self.ratio) <= self.reach

    def as_json(self) -> dict[str, object]:
        """The same, for a machine."""
        return {**asdict(self), "within": self.within}


def run(case: Case, runs: int) -> Outcome:
    """Time `case` in `runs` rounds after one that does not count."""
    with tempfile.TemporaryDirectory(prefix="caseboard-bench-") as folder:
        try:
            contest = case.prepare(Path(folder))
            rounds = [_round(contest) for _ in range(runs + 1)][1:]
        except subprocess.CalledProcessError as error:
            last = (error.stderr or b"").decode(errors="replace").strip().splitlines()[-1:]
            return Outcome(case.name, case.reach, trouble=" ".join(last) or str(error))
    ours = statistics.median(ours for ours, _ in rounds)
    paces = [pace for _, pace in rounds if pace is not None]
    if not paces:
        return Outcome(case.name, case.reach, ours)
    ratio = statistics.median(ours / pace for ours, pace in rounds if pace is not None)
    return Outcome(case.name, case.reach, ours, statistics.median(paces), ratio)


def timed(work: Callable[[], object]) -> Timed:
    """A function that does `work` and says how long it took."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return once


def _round(contest: Contest) -> tuple[float, float | None]:
    return contest.ours(), contest.pace() if contest.pace else None
