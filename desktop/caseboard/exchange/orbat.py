"""An order of battle on its way out of a library or into one: formations, each under its parent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from caseboard.exchange.json_reading import Unreadable
from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.model.entities import Unit
from caseboard.model.terms import Branch, Echelon, Side, UnitStatus

MOST = 20_000
"""So many formations are taken in at once, at most."""
LONGEST = 300
"""Characters of a name."""
DEEPEST = 60
"""So many formations may lie in each other."""


@dataclass(frozen=True, slots=True)
class Formation:
    """A unit as a file has it; `key` and `parent` mean something in that file alone."""

    key: str
    name: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    designation: str = ""
    side: Side = Side.UNKNOWN
    echelon: Echelon = Echelon.UNKNOWN
    branch: Branch = Branch.UNKNOWN
    country: str = ""
    """ISO 3166-1 alpha-2."""
    sidc: str = ""
    """20 digits (APP-6 D), or empty."""
    status: UnitStatus = UnitStatus.PRESENT
    is_identified: bool = True


@dataclass(frozen=True, slots=True)
class Orbat:
    """What a file holds, parents before their parts; `left_out` says what it held besides."""

    formations: Sequence[Formation]
    left_out: Sequence[str] = field(default=())


def of_units(units: Iterable[Unit]) -> list[Formation]:
    """Units of a library in their order, parents first; one whose parent is not here stands alone.

    Those whose parents go in a circle are left out of it.
    """
    return in_order(
        Formation(
            key=unit.id,
            name=unit.name,
            parent=unit.parent_id or "",
            aliases=tuple(unit.aliases),
            designation=unit.designation,
            side=unit.side,
            echelon=unit.echelon,
            branch=unit.branch,
            country=unit.country,
            sidc=unit.sidc,
            status=unit.status,
            is_identified=unit.is_identified,
        )
        for unit in units
    )


def in_order(formations: Iterable[Formation]) -> list[Formation]:
    """Parents before their parts; raises `Unreadable` where there are too many, or too deep.

    A parent that is not among them is none, and where parents go in a circle one of them has none.
    """
    every = {each.key: each for each in formations}
    if len(every) > MOST:
        raise Unreadable(_("it has more than {n} formations.").format(n=numerals.count(MOST)))
    parts: dict[str, list[str]] = {}
    for each in every.values():
        parts.setdefault(each.parent if each.parent in every else "", []).append(each.key)
    found: dict[str, Formation] = {}

    def walk(start: str) -> None:
        rest = [(start, "", 1)]
        while rest:
            key, above, depth = rest.pop()
            if depth > DEEPEST:
                raise Unreadable(_("its formations lie too deep in each other."))
            if key not in found:
                found[key] = replace(every[key], parent=above)
                rest += [(part, key, depth + 1) for part in reversed(parts.get(key, []))]

    for key in (*parts.get("", []), *every):
        walk(key)
    return list(found.values())


def tidy(name: str) -> str:
    """A name on one line, not longer than names may be."""
    return " ".join(name.split())[:LONGEST].strip()
