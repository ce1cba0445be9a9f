"""Runs the cases and prints the table. A new benchmark is a line in `CASES`."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from bench import (
    briefings,
    claim_matrix,
    claims,
    dropping,
    gaps,
    links,
    lists,
    maps,
    memory,
    preview,
    reading,
    saving,
    searching,
    start,
    suggesting,
    timeline,
    verifying,
)
from bench.harness import Case, Outcome, Unit, run

CASES: list[Case] = [
    *start.CASES,
    *dropping.CASES,
    *saving.CASES,
    *lists.CASES,
    *reading.CASES,
    *searching.CASES,
    *briefings.CASES,
    *preview.CASES,
    *gaps.CASES,
    *verifying.CASES,
    *memory.CASES,
    *suggesting.CASES,
    *claims.CASES,
    *links.CASES,
    *timeline.CASES,
    *maps.CASES,
    *claim_matrix.CASES,
]


def main() -> int:
    """Time what is asked for; 1 if something could not be timed."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument(
        "--only", nargs="*", default=[""], metavar="WORD", help="cases with such a word in the name"
    )
    parser.add_argument("--runs", type=int, default=5, help="rounds that count (5)")
    parser.add_argument("--rows", type=int, default=10_000, help="clips of the library (10,000)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    chosen = parser.parse_args()
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="caseboard-bench-shared-") as shared:
        for case in CASES:
            if any(word.casefold() in case.name.casefold() for word in chosen.only):
                outcomes.append(run(case, chosen.runs, Path(shared), chosen.rows))
                if not chosen.json:
                    print(row(outcomes[-1]), flush=True)
    if chosen.json:
        print(json.dumps([outcome.as_json() for outcome in outcomes], indent=1))
    return int(any(outcome.trouble for outcome in outcomes))


def row(outcome: Outcome) -> str:
    """One line of the table."""
    if outcome.trouble:
        return f"{outcome.name:<52} not timed: {outcome.trouble}"
    verdict = "within" if outcome.within else "OVER"
    if outcome.ratio is None or outcome.pace is None:
        reach, ours = shown(outcome.reach, outcome.unit), shown(outcome.ours, outcome.unit)
        return f"{outcome.name:<52} {ours:>11}{'':>23} of {reach} {verdict}"
    times = f"{shown(outcome.ours, outcome.unit):>11} : {shown(outcome.pace, outcome.unit):>11}"
    return f"{outcome.name:<52} {times} {outcome.ratio:6.2f} × of {outcome.reach:g} × {verdict}"


def shown(figure: float, unit: Unit) -> str:
    """A figure, to three digits or so."""
    if unit is Unit.MEGABYTES:
        return f"{figure:,.0f} MB"
    return f"{figure * 1000:,.{0 if figure >= 0.1 else 2}f} ms"


if __name__ == "__main__":
    sys.exit(main())
