"""The closed terms in which a file's own values are kept, in the user's language."""

import re
from collections.abc import Mapping
from functools import cache

from caseboard.i18n import _, spoken

_CLOSED = {
    "ColorSpace", "CompositeImage", "Compression", "Contrast", "CustomRendered", "ExposureMode",
    "ExposureProgram", "FileSource", "Flash", "GainControl", "LightSource", "MeasureMode",
    "MeteringMode", "Orientation", "PhotometricInterpretation", "ResolutionUnit", "Saturation",
    "SceneCaptureType", "SceneType", "SensingMethod", "Sharpness", "Status",
    "SubjectDistanceRange", "WhiteBalance",
}  # fmt: skip
"""Names of lines whose values are terms: whatever else a file says is never translated."""


_OF_FILE = {"Orientation", "Content credentials"}


def value(key: str, text: str) -> str:
    """`text` as it is shown: a term in the user's language, anything else as the file says it."""
    name = key if key in _OF_FILE else re.split("[ :]", key)[-1]
    if name not in _CLOSED | _OF_FILE:
        return text
    terms = _terms(spoken())
    return terms.get(text) or ", ".join(terms.get(part, part) for part in text.split(", "))


@cache
def _terms(language: str) -> Mapping[str, str]:  # noqa: ARG001  the key of the cache
    return {
        "upright": _("upright"),
        "mirrored left to right": _("mirrored left to right"),
        "turned by 180°": _("turned by 180°"),
        "mirrored top to bottom": _("mirrored top to bottom"),
        "turned 90° clockwise to be shown": _("turned 90° clockwise to be shown"),
        "turned 90° counter-clockwise to be shown": _("turned 90° counter-clockwise to be shown"),
        "mirrored and turned 90° clockwise": _("mirrored and turned 90° clockwise"),
        "mirrored and turned 90° counter-clockwise": _("mirrored and turned 90° counter-clockwise"),
        "fired": _("fired"),
        "did not fire": _("did not fire"),
        "forced on": _("forced on"),
        "forced off": _("forced off"),
        "automatic": _("automatic"),
        "return light detected": _("return light detected"),
        "return light not detected": _("return light not detected"),
        "red-eye reduction": _("red-eye reduction"),
        "no flash in this camera": _("no flash in this camera"),
        "normal": _("normal"),
        "low": _("low"),
        "high": _("high"),
        "soft": _("soft"),
        "hard": _("hard"),
        "none": _("none"),
        "unknown": _("unknown"),
        "other": _("other"),
        "not defined": _("not defined"),
        "manual": _("manual"),
        "automatic bracket": _("automatic bracket"),
        "custom": _("custom"),
        "normal program": _("normal program"),
        "aperture priority": _("aperture priority"),
        "shutter priority": _("shutter priority"),
        "portrait mode": _("portrait mode"),
        "landscape mode": _("landscape mode"),
        "average": _("average"),
        "centre-weighted average": _("centre-weighted average"),
        "spot": _("spot"),
        "several spots": _("several spots"),
        "pattern": _("pattern"),
        "partial": _("partial"),
        "daylight": _("daylight"),
        "cloudy": _("cloudy"),
        "shade": _("shade"),
        "fine weather": _("fine weather"),
        "fluorescent": _("fluorescent"),
        "tungsten": _("tungsten"),
        "standard": _("standard"),
        "landscape": _("landscape"),
        "portrait": _("portrait"),
        "night": _("night"),
        "macro": _("macro"),
        "close": _("close"),
        "distant": _("distant"),
        "digital camera": _("digital camera"),
        "photographed directly": _("photographed directly"),
        "one-chip colour area sensor": _("one-chip colour area sensor"),
        "not calibrated": _("not calibrated"),
        "not composite": _("not composite"),
        "composite": _("composite"),
        "inch": _("inch"),
        "centimetre": _("centimetre"),
        "measurement is valid": _("measurement is valid"),
        "measurement is void": _("measurement is void"),
        "in two dimensions": _("in two dimensions"),
        "in three dimensions": _("in three dimensions"),
        "carries content credentials (C2PA); not verified": _(
            "carries content credentials (C2PA); not verified"
        ),
    }
