"""Words of likelihood, and the chances each of them stands for."""

from dataclasses import dataclass

from caseboard.i18n import _
from caseboard.model.terms import Ladder


@dataclass(frozen=True, slots=True)
class Rung:
    """One word of a ladder: `band` 1 (lowest) to 7, `low` and `high` in per cent."""

    band: int
    word: str
    low: int
    high: int
    chances: str
    """The band as its standard prints it: `55–80 %`, `≤ 5 %`, `40–<50 %`."""


def rungs(ladder: Ladder) -> tuple[Rung, ...]:
    """The seven rungs of `ladder`, lowest first, in the user's language."""
    return _icd203() if ladder is Ladder.ICD203 else _phia()


def rung(ladder: Ladder, band: int) -> Rung:
    """The rung `band` (1 to 7) of `ladder`; raises `ValueError` where there is none."""
    if not 1 <= band <= 7:
        msg = f"a ladder has rungs 1 to 7, not {band}"
        raise ValueError(msg)
    return rungs(ladder)[band - 1]


def _icd203() -> tuple[Rung, ...]:
    """Intelligence Community Directive 203, Analytic Standards (US ODNI, 2015), D.6.e(2)(a)."""
    return (
        Rung(1, _("almost no chance"), 1, 5, "01–05 %"),
        Rung(2, _("very unlikely"), 5, 20, "05–20 %"),
        Rung(3, _("unlikely"), 20, 45, "20–45 %"),
        Rung(4, _("roughly even chance"), 45, 55, "45–55 %"),
        Rung(5, _("likely"), 55, 80, "55–80 %"),
        Rung(6, _("very likely"), 80, 95, "80–95 %"),
        Rung(7, _("almost certain"), 95, 99, "95–99 %"),
    )


def _phia() -> tuple[Rung, ...]:
    """The Probability Yardstick (UK Professional Head of Intelligence Assessment, 2018).

    Its rungs do not touch: what falls between two of them is for the analyst to place.
    """
    return (
        Rung(1, _("remote chance"), 0, 5, "≤ 5 %"),
        Rung(2, _("highly unlikely"), 10, 20, "10–20 %"),
        Rung(3, _("unlikely"), 25, 35, "25–35 %"),
        Rung(4, _("realistic possibility"), 40, 50, "40–<50 %"),
        Rung(5, _("likely or probable"), 55, 75, "55–75 %"),
        Rung(6, _("highly likely"), 80, 90, "80–90 %"),
        Rung(7, _("almost certain"), 95, 100, "≥ 95 %"),
    )
