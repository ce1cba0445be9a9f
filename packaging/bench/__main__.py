"""Runs the cases and prints the table. A new benchmark is a line in `CASES`."""

import argparse
import json
import sys

from bench import start
from bench.harness import Case, Outcome, run

CASES: list[Case] = [
    *start.CASES,
]


def main() -> int:
    """Time what is asked for; 1 if something could not be timed."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--only", default="", metavar="WORD", help="cases with this in their name")
    parser.add_argument("--runs", type=int, default=5, help="rounds that count (5)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    chosen = parser.parse_args()
    outcomes = []
    for case in CASES:
        if chosen.only.casefold() in case.name.casefold():
            outcomes.append(run(case, chosen.runs))
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
        reach = f"{milliseconds(outcome.reach)}"
        return f"{outcome.name:<52} {milliseconds(outcome.ours):>11}{'':>23} of {reach} {verdict}"
    times = f"{milliseconds(outcome.ours):>11} : {milliseconds(outcome.pace):>11}"
    return f"{outcome.name:<52} {times} {outcome.ratio:6.2f} × of {outcome.reach:g} × {verdict}"


def milliseconds(seconds: float) -> str:
    """A time, to three figures or so."""
    return f"{seconds * 1000:,.{0 if seconds >= 0.1 else 2}f} ms"


if __name__ == "__main__":
    sys.exit(main())
