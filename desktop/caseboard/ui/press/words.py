"""Findings and what is left out, as they go through a pipe: plain JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.briefing.release import Ceiling, Reason, Withheld
from caseboard.model.terms import Marking


def findings_to_json(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """The other way round: `findings`."""
    return [asdict(each) for each in found]


def findings(rows: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """What `findings_to_json` was given."""
    return tuple(
        Finding(Rule(row["rule"]), row["words"], row["hint"], Where(**row["where"])) for row in rows
    )


def withheld_to_json(left_out: Iterable[Withheld]) -> list[dict[str, Any]]:
    """The other way round: `withheld`."""
    return [asdict(each) for each in left_out]


def withheld(rows: Iterable[Mapping[str, Any]]) -> tuple[Withheld, ...]:
    """What `withheld_to_json` was given."""
    return tuple(Withheld(**{**row, "reason": Reason(row["reason"])}) for row in rows)


def ceiling_to_json(ceiling: Ceiling) -> dict[str, Any]:
    """The other way round: `ceiling`."""
    return asdict(ceiling)


def ceiling(row: Mapping[str, Any]) -> Ceiling:
    """What `ceiling_to_json` was given."""
    return Ceiling(**{**row, "marking": Marking(row["marking"])})
