"""How far a settlement reaches, by how many people live there, and which of its names help."""

import re

PRECISION = (
    (500, 1_000),
    (5_000, 1_500),
    (20_000, 2_500),
    (100_000, 4_000),
    (500_000, 7_000),
    (2_000_000, 10_000),
)
"""Below so many people, so many metres from the middle to the edge."""
METROPOLIS_M = 15_000
_LATIN = re.compile(r"[\W\d_A-Za-z\u00C0-\u024F\u1E00-\u1EFF\u02B0-\u02FF]+")
_CYRILLIC = re.compile("[\\W\\d_а-яёіїєґў’ʼ']+", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{2,4}\d*")
"""An airport, not a name."""


def precision_m(population: int) -> float:
    """Radius of a settlement of so many people, in metres."""
    for below, metres in PRECISION:
        if population < below:
            return metres
    return METROPOLIS_M


def is_useful(alias: str) -> bool:
    """Whether an alias is a name in our letters, and not a code or a machine's romanisation."""
    begins = alias[:1]
    return (
        len(alias) > 1
        and (begins.isupper() or begins in "'’`")
        and not _CODE.fullmatch(alias)
        and bool(_LATIN.fullmatch(alias) or _CYRILLIC.fullmatch(alias))
    )
