"""Symbol codes of units: 20 digits, as APP-6 D/E and MIL-STD-2525 D/E have them.

The digits, from the left: version (10), context (0 reality), standard identity, symbol set (10
land unit), status (0 present), headquarters or task force (0), echelon (2), entity with type and
subtype (6), sector 1 modifier (2), sector 2 modifier (2).
"""

from caseboard.model.terms import Branch, Echelon, Side

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


def code(side: Side, echelon: Echelon, branch: Branch) -> str:
    """The symbol of a unit; what is not known is left out of it."""
    return f"100{_IDENTITY[side]}1000{_ECHELON[echelon]}{_ENTITY[branch]}"
