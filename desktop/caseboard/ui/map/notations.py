"""Positions in each notation, as they are shown and copied."""

import re
from collections.abc import Iterator

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import coordinates
from caseboard.mapping.coordinates import Notation

_SQUARE = re.compile(r"^(\d+[A-Z])([A-Z]{2})(\d{5})(\d{5})$")


def name(notation: Notation) -> str:
    """What a notation is called."""
    return {
        Notation.DECIMAL: _("Decimal degrees"),
        Notation.DMS: _("Degrees, minutes, seconds"),
        Notation.MGRS: _("MGRS"),
        Notation.UTM: _("UTM"),
        Notation.PLUS: _("Plus code"),
    }[notation]


def short_name(notation: Notation) -> str:
    """What a notation is called where there is little room."""
    return {
        Notation.DECIMAL: _("Degrees"),
        Notation.DMS: _("DMS"),
        Notation.MGRS: _("MGRS"),
        Notation.UTM: _("UTM"),
        Notation.PLUS: _("Plus code"),
    }[notation]


def shown(lat: float, lon: float, notation: Notation) -> str:
    """The position in a notation, MGRS with its spaces; in degrees where it has none there."""
    try:
        text = coordinates.show(lat, (lon + 180) % 360 - 180, notation)
    except CaseError:  # near a pole there is neither UTM nor MGRS
        return coordinates.show(lat, (lon + 180) % 360 - 180)
    return _SQUARE.sub(r"\1 \2 \3 \4", text)


def all_shown(lat: float, lon: float) -> Iterator[tuple[Notation, str]]:
    """The position in every notation that reaches there."""
    plain = shown(lat, lon, Notation.DECIMAL)
    for notation in Notation:
        text = shown(lat, lon, notation)
        if notation is Notation.DECIMAL or text != plain:
            yield notation, text
