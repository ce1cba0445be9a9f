"""What is said of files that cannot become a layer: the same words, whatever their format."""

from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext


def too_large() -> CaseError:
    """More bytes, points or features than a layer may have."""
    return CaseError(
        _("This file is too large for a layer. It is left as it is."),
        _("Cut it to the area and day of the case, for instance in QGIS, and import that."),
    )


def too_much() -> CaseError:
    """Reading it took more time or memory than it may."""
    return CaseError(
        _("Reading this layer took too much time or memory and was given up."),
        _("The file is left as it is. Cut it to the area of the case and import that."),
    )


def broken(reason: str) -> CaseError:
    """Not what its format promises; `reason` is a sentence."""
    return CaseError(
        _("This layer cannot be read: {reason}").format(reason=reason),
        _("The file is left as it is. Save it anew from the program it comes from."),
    )


def unknown() -> CaseError:
    """None of the formats that are read."""
    return CaseError(
        _("This is no layer that can be read."),
        _("GeoJSON, KML, KMZ, GPX, GeoPackage, CSV with coordinates, MBTiles and PMTiles are."),
    )


def empty() -> CaseError:
    """Nothing in it that a map could show."""
    return CaseError(
        _("There is no point, line or area in this file."),
        _("The file is left as it is."),
    )


def off_the_globe(number: int, name: str, lon: float, lat: float) -> CaseError:
    """Feature `number` (from 1) has a position that is none in degrees WGS 84."""
    called = f"{number} “{name}”" if name else str(number)
    return CaseError(
        _("Feature {feature} lies off the globe: longitude {lon}, latitude {lat}.").format(
            feature=called, lon=f"{lon:g}", lat=f"{lat:g}"
        ),
        _("Degrees WGS 84 (EPSG:4326) are read, longitude first. Save it with those."),
    )


def unknown_grid(name: str) -> CaseError:
    """Coordinates in a reference system that is not read."""
    return CaseError(
        _("The coordinates of this layer are in {name}, which is not read.").format(name=name),
        _("Save it with degrees WGS 84 (EPSG:4326)."),
    )


def left_out(count: int) -> str:
    """Features without anything to draw."""
    return ngettext(
        "{n} feature without a usable shape was left out.",
        "{n} features without a usable shape were left out.",
        count,
    )
