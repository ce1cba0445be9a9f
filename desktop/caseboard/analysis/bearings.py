"""A unit and a place, as one sentence: not every unit that a place bears on was there."""

from caseboard.i18n import _


def told(unit: str, place: str, bearing: str = "") -> str:
    """`Khartia Brigade at Kupiansk`; `Khartia Brigade, direction of fire: Kupiansk`."""
    if not bearing:
        return _("{unit} at {place}").format(unit=unit, place=place)
    return _("{unit}, {bearing}: {place}").format(unit=unit, bearing=bearing, place=place)
