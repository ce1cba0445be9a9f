"""An order of battle as a scenario of ORBAT Mapper (<https://orbat-mapper.app>): JSON.

Of a scenario, sides with groups of units, their codes and names are read and written; positions
are not: here each rests on a clip, there on nothing.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from caseboard.exchange.json_reading import Entry, Unreadable, parse
from caseboard.exchange.orbat import MOST, Formation, Orbat, in_order, tidy
from caseboard.i18n import _, ngettext
from caseboard.mapping import sidc
from caseboard.mapping.sidc import Meaning
from caseboard.model import numerals
from caseboard.model.terms import Side

TYPE = "ORBAT-mapper"
VERSION = "2.0.0"
_IDENTITY = {Side.UNKNOWN: "1", Side.FRIEND: "3", Side.NEUTRAL: "4", Side.HOSTILE: "6"}
_ALSO = "Also called: "
"""How other names stand in a description, in no language but the format's."""
_OWN_SIDE = re.compile(r"(?P<country>[A-Z]{2})?-(?:friend|hostile|neutral|unknown)")
"""The id of a side we wrote: the country and whose side it is on."""


def write(formations: Sequence[Formation], title: str, about: str, written: str) -> bytes:
    """The scenario `title`; `about` says with whom it may be shared, `written` when (ISO 8601)."""
    scenario = {
        "id": "caseboard",
        "type": TYPE,
        "version": VERSION,
        "meta": {"createdDate": written, "lastModifiedDate": written},
        "name": title,
        "description": about,
        "startTime": written,
        "timeZone": "UTC",
        "symbologyStandard": "app6",
        "sides": list(_sides(formations)),
        "layers": [],
        "events": [],
        "mapLayers": [],
        "equipment": [],
        "personnel": [],
        "supplyCategories": [],
        "settings": {
            "rangeRingGroups": [],
            "statuses": [],
            "supplyClasses": [],
            "supplyUoMs": [],
        },
    }
    return json.dumps(scenario, ensure_ascii=False, indent=1).encode()


def read(data: bytes) -> Orbat:
    """The formations of a scenario; raises `Unreadable`."""
    scenario = parse(data)
    kind = scenario.text("type")
    if kind == f"{TYPE}-encrypted":
        raise Unreadable(_("it is encrypted. Export it without a password."))
    if kind != TYPE:
        raise Unreadable(_("it is no scenario of ORBAT Mapper."))
    reading = _Reading()
    for side in scenario.entries("sides"):
        reading.take_side(side)
    return Orbat(in_order(reading.found), reading.left_out())


class _Reading:
    """One scenario, while it is read."""

    def __init__(self) -> None:
        self.found: list[Formation] = []
        self._nameless = 0
        self._codeless = 0

    def take_side(self, side: Entry) -> None:
        identity = side.text("standardIdentity", "1")
        whose = sidc.side(identity)
        own = _OWN_SIDE.fullmatch(side.text("id"))
        country = (own["country"] or "") if own else ""
        for holder in (side, *side.entries("groups")):
            for name in ("subUnits", "units"):  # the older name of the two
                for unit in holder.entries(name):
                    self._take(unit, "", whose, country)

    def left_out(self) -> list[str]:
        """What of the scenario has no place here."""
        said = []
        if self._nameless:
            words = ngettext("{n} unit without a name.", "{n} units without names.", self._nameless)
            said.append(words)
        if self._codeless:
            words = ngettext(
                "The symbol of {n} unit: it is no code of a land unit with 20 digits.",
                "The symbols of {n} units: they are no codes of land units with 20 digits.",
                self._codeless,
            )
            said.append(words)
        return said

    def _take(self, unit: Entry, parent: str, whose: Side, country: str) -> None:
        if len(self.found) >= MOST:
            raise Unreadable(_("it has more than {n} formations.").format(n=numerals.count(MOST)))
        name = tidy(unit.text("name"))
        key = f"{len(self.found)} {unit.text('id')}"
        if name:
            self.found.append(self._formation(unit, key, name, parent, whose, country))
        else:
            self._nameless += 1
            key = parent
        for part in unit.entries("subUnits"):
            self._take(part, key, whose, country)

    def _formation(
        self, unit: Entry, key: str, name: str, parent: str, whose: Side, country: str
    ) -> Formation:
        code = unit.text("sidc")[:20]
        if not sidc.is_code(code):
            self._codeless += bool(code)
            code = ""
        meaning = sidc.read(code) or Meaning(whose)
        if code and meaning.side is not whose:  # a scenario says it of the side as a whole
            code = code[:3] + _IDENTITY[whose] + code[4:]
        short = tidy(unit.text("shortName"))
        first = unit.text("description").split("\n", 1)[0]
        others = first.removeprefix(_ALSO).split("; ") if first.startswith(_ALSO) else []
        return Formation(
            key,
            name,
            parent,
            aliases=tuple(alias for alias in map(tidy, others) if alias),
            designation=short if short != name else "",
            side=whose,
            echelon=meaning.echelon,
            branch=meaning.branch,
            country=country,
            sidc=code,
            status=meaning.status,
        )


def _sides(formations: Sequence[Formation]) -> Iterator[Mapping[str, Any]]:
    parts: dict[str, list[Formation]] = {}
    for each in formations:
        parts.setdefault(each.parent, []).append(each)
    tops: dict[tuple[str, Side], list[Formation]] = {}
    for top in parts.get("", []):
        tops.setdefault((top.country, top.side), []).append(top)
    for (country, side), units in tops.items():
        own = f"{country}-{side.value}"
        yield {
            "id": own,
            "name": country or side.value,
            "standardIdentity": _IDENTITY[side],
            "groups": [
                {
                    "id": f"{own}-units",
                    "name": country or side.value,
                    "subUnits": [_unit(each, parts) for each in units],
                }
            ],
        }


def _unit(each: Formation, parts: Mapping[str, Sequence[Formation]]) -> Mapping[str, Any]:
    code = each.sidc or sidc.code(each.side, each.echelon, each.branch, each.status)
    made: dict[str, Any] = {"id": each.key, "name": each.name, "sidc": code}
    if each.designation:
        made["shortName"] = each.designation
    if each.aliases:
        made["description"] = _ALSO + "; ".join(each.aliases)
    made["subUnits"] = [_unit(part, parts) for part in parts.get(each.key, ())]
    return made
