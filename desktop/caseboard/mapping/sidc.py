"""Symbol codes of units: 20 digits, as APP-6 D/E and MIL-STD-2525 D/E have them.

The digits, from the left: version (10), context (0 reality), standard identity, symbol set (10
land unit), status (0 present), headquarters or task force (0), echelon (2), entity with type and
subtype (6), sector 1 modifier (2), sector 2 modifier (2).
"""

from dataclasses import dataclass

from caseboard.model.terms import Branch, Echelon, Side, UnitStatus

_IDENTITY = {Side.UNKNOWN: "1", Side.FRIEND: "3", Side.NEUTRAL: "4", Side.HOSTILE: "6"}
_ECHELON = {
    Echelon.UNKNOWN: "00",
    Echelon.TEAM: "11",
    Echelon.SQUAD: "12",
    Echelon.SECTION: "13",
    Echelon.PLATOON: "14",
    Echelon.COMPANY: "15",
    Echelon.BATTALION: "16",
    Echelon.REGIMENT: "17",
    Echelon.BRIGADE: "18",
    Echelon.DIVISION: "21",
    Echelon.CORPS: "22",
    Echelon.ARMY: "23",
    Echelon.ARMY_GROUP: "24",
}
_ENTITY = {
    Branch.UNKNOWN: "0000000000",
    Branch.INFANTRY: "1211000000",
    Branch.MECHANIZED: "1211020000",
    Branch.MOTORIZED: "1211040000",
    Branch.ARMOUR: "1205000000",
    Branch.ARTILLERY: "1303000000",
    Branch.AIR_DEFENCE: "1301000000",
    Branch.RECONNAISSANCE: "1213000000",
    Branch.ENGINEER: "1407000000",
    Branch.AIRBORNE: "1211000001",
    Branch.MARINE: "1211010000",
    Branch.TERRITORIAL: "1211000000",
    Branch.SPECIAL: "1217000000",
    Branch.DRONE: "1219000000",
    Branch.AVIATION: "1207000000",
    Branch.LOGISTICS: "1634000000",
}
"""Entity and modifiers. Airborne is infantry with the sector 2 modifier 01, marines are amphibious
infantry, aviation is of both kinds (composite), logistics is supply. APP-6 has no icon for
territorial defence: it is shown as the infantry it mostly is."""
_STATUS = {UnitStatus.PRESENT: "0", UnitStatus.PLANNED: "1"}
_DIGITS = 20
_LAND_UNIT = "10"
_HEADQUARTERS = {"2", "3", "6", "7"}
"""With or without feint or task force."""
_SIDES = {
    "0": Side.UNKNOWN,
    "1": Side.UNKNOWN,
    "2": Side.FRIEND,
    "3": Side.FRIEND,
    "4": Side.NEUTRAL,
    "5": Side.HOSTILE,
    "6": Side.HOSTILE,
}
"""Pending is unknown, an assumed friend a friend, and a suspect hostile."""
_ECHELONS = {digits: echelon for echelon, digits in _ECHELON.items()}
_BRANCHES = {digits: branch for branch, digits in reversed(_ENTITY.items())}
"""The first branch that a code is written for: what reads as infantry may be territorial."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a symbol says of a unit."""

    side: Side = Side.UNKNOWN
    echelon: Echelon = Echelon.UNKNOWN
    branch: Branch = Branch.UNKNOWN
    status: UnitStatus = UnitStatus.PRESENT
    is_headquarters: bool = False


def code(
    side: Side,
    echelon: Echelon,
    branch: Branch,
    status: UnitStatus = UnitStatus.PRESENT,
    *,
    is_headquarters: bool = False,
) -> str:
    """The symbol of a unit; what is not known is left out of it."""
    staff = "2" if is_headquarters else "0"
    size = _ECHELON[echelon]
    return f"100{_IDENTITY[side]}{_LAND_UNIT}{_STATUS[status]}{staff}{size}{_ENTITY[branch]}"


def side(identity: str) -> Side:
    """The side that a digit of standard identity means; unknown for what is none."""
    return _SIDES.get(identity, Side.UNKNOWN)


def is_code(text: str) -> bool:
    """Whether a text is 20 digits of a land unit."""
    return (
        len(text) == _DIGITS
        and text.isascii()
        and text.isdecimal()
        and text[4:6] == _LAND_UNIT
        and text[3] in _SIDES
    )


def read(sidc: str) -> Meaning | None:
    """What a code says, as far as this house has words for it; None for what is no land unit."""
    if not is_code(sidc):
        return None
    return Meaning(
        side=_SIDES[sidc[3]],
        echelon=_ECHELONS.get(sidc[8:10], Echelon.UNKNOWN),
        branch=_branch(sidc[10:]),
        status=UnitStatus.PRESENT if sidc[6] in "02345" else UnitStatus.PLANNED,
        is_headquarters=sidc[7] in _HEADQUARTERS,
    )


def fitted(sidc: str, wanted: Meaning) -> str:
    """A code that says what is wanted, with all that `sidc` says beyond it.

    An icon that has no branch of ours stays while the branch does, as do task force and feint.
    """
    now = read(sidc)
    made = code(
        wanted.side,
        wanted.echelon,
        wanted.branch,
        wanted.status,
        is_headquarters=wanted.is_headquarters,
    )
    if now is None:
        return made
    return "".join(
        (
            sidc[:3],
            sidc[3] if now.side is wanted.side else made[3],
            _LAND_UNIT,
            sidc[6] if now.status is wanted.status else made[6],
            sidc[7] if now.is_headquarters == wanted.is_headquarters else made[7],
            sidc[8:10] if now.echelon is wanted.echelon else made[8:10],
            sidc[10:] if now.branch is wanted.branch else made[10:],
        )
    )


def _branch(digits: str) -> Branch:
    """By entity and modifiers, else without modifiers, subtype and type, in this order."""
    for length in (10, 6, 4):
        branch = _BRANCHES.get(digits[:length].ljust(10, "0"))
        if branch is not None:
            return branch
    return Branch.UNKNOWN
