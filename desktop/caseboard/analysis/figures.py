"""Numbers in words: a number of a report is never printed without whose it is."""

from collections.abc import Iterable

from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.model.claim import Quantity
from caseboard.model.terms import Measure, QuantityKind


def phrase(quantity: Quantity, claimant: str) -> str:
    """`about 12 armoured vehicles per General Staff`."""
    return _("{figure} per {claimant}").format(figure=figure(quantity), claimant=claimant)


def listed(quantities: Iterable[Quantity], claimant: str) -> str:
    """`12–15 vehicles, 3 killed per General Staff`; empty where there is none."""
    told = ", ".join(map(figure, quantities))
    return _("{figure} per {claimant}").format(figure=told, claimant=claimant) if told else ""


def figure(quantity: Quantity) -> str:
    """`12–15 armoured vehicles`, `at least 20 killed`; to be printed beside whose number it is."""
    bounds = bounded(quantity.low, quantity.high, is_approximate=quantity.is_approximate)
    return with_things(bounds, quantity.kind, quantity.what, quantity.measure)


def with_things(bounds: str, kind: QuantityKind, what: str, measure: Measure | None = None) -> str:
    """A range with what it counts: its measure, the words of the report, or else its kind."""
    parts = [bounds, measure.value if measure else "", what]
    if (kind in _FATES and not _tells_fate(what)) or (not what and measure is None):
        parts.append(kind_word(kind))
    return " ".join(part for part in parts if part)


def bounded(low: float | None, high: float | None, *, is_approximate: bool = False) -> str:
    """`12–15`, `at least 12`, `up to 15`, `12`, `about 12`; both ends unknown is empty."""
    if low is not None and high is not None:
        plain = numeral(low) if low == high else f"{numeral(low)}–{numeral(high)}"
        return _("about {number}").format(number=plain) if is_approximate else plain
    if low is not None:
        said = _("at least about {number}") if is_approximate else _("at least {number}")
        return said.format(number=numeral(low))
    if high is not None:
        said = _("up to about {number}") if is_approximate else _("up to {number}")
        return said.format(number=numeral(high))
    return ""


def numeral(value: float) -> str:
    """`1,240`, `3.5`: no more digits than it has."""
    return numerals.figure(value)


def kind_word(kind: QuantityKind) -> str:
    """What a number of this kind counts, where the report has no word for it."""
    return {
        QuantityKind.KILLED: _("killed"),
        QuantityKind.WOUNDED: _("wounded"),
        QuantityKind.CAPTURED: _("captured"),
        QuantityKind.LOSSES: _("killed, wounded or captured"),
        QuantityKind.PERSONNEL: _("personnel"),
        QuantityKind.VEHICLES: _("vehicles"),
        QuantityKind.EQUIPMENT: _("pieces of equipment"),
        QuantityKind.STRIKES: _("strikes"),
        QuantityKind.ATTACKS: _("attacks"),
        QuantityKind.FORMATIONS: _("formations"),
    }.get(kind, "")


def _tells_fate(what: str) -> bool:
    """Whether the words of the report say already what became of those it counts."""
    return any(word.startswith(_FATE_STEMS) for word in what.casefold().split())


_FATES = frozenset(
    {QuantityKind.KILLED, QuantityKind.WOUNDED, QuantityKind.CAPTURED, QuantityKind.LOSSES}
)
_FATE_STEMS = (
    "kill", "dead", "death", "fatalit", "wound", "injur", "captur", "prison", "pow", "casualt",
    "loss", "вбит", "загибл", "поранен", "полонен", "втрат", "убит", "погибш", "ранен", "пленн",
    "потер",
)  # fmt: skip
