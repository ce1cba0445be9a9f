"""Error levels of a JPEG: where it changes when it is saved once more (Krawetz, 2007).

A part that was pasted in later often differs from its surroundings. So do sharp edges and clean
lines: the picture points at places to look at, it proves nothing.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageOps

from caseboard.capture import picture
from caseboard.capture.answer import Answer
from caseboard.errors import CaseError
from caseboard.i18n import _

MAX_PIXELS = 40_000_000
QUALITY = 90
_PLAIN = 255
_FAINT = 4
"""The least greatest difference that is stretched to full brightness: below it is only noise."""


def levels(data: bytes, options: Mapping[str, Any]) -> Answer:
    """The error levels of a JPEG, upright, as one blob: a JPEG of at most 2048 pixels a side.

    Option `quality` (1 to 95; 90 if not given): what it is saved with once more. `scale` says how
    many times the differences were enlarged. Raises `CaseError` for other kinds of file.
    """
    with picture.guarded(), Image.open(BytesIO(data), formats=["JPEG", "MPO"]) as image:
        if image.width * image.height > MAX_PIXELS:
            raise CaseError(_("The picture has too many pixels to look at its error levels."))
        upright = ImageOps.exif_transpose(image.convert("RGB"))
    difference, scale = _difference(upright, int(options.get("quality", QUALITY)))
    return Answer({"scale": round(scale, 1)}, (picture.jpeg(difference, picture.DISPLAY, 92),))


def _difference(upright: Image.Image, quality: int) -> tuple[Image.Image, float]:
    again = BytesIO()
    upright.save(again, "JPEG", quality=max(1, min(95, quality)))
    with Image.open(again, formats=["JPEG"]) as saved:
        difference = ImageChops.difference(upright, saved.convert("RGB"))
    extremes = difference.getextrema()
    greatest = max(int(high) for _low, high in extremes)  # type: ignore[misc]  # RGB has three pairs
    scale = _PLAIN / max(_FAINT, greatest)
    return difference.point(lambda value: min(_PLAIN, round(value * scale))), scale
