"""Pictures of the ground by strangers, drawn anew: run in a worker alone."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import Image

from caseboard.capture.answer import Answer
from caseboard.capture.layers import refusals
from caseboard.i18n import _

FORMATS = ("PNG", "JPEG", "WEBP")
_LARGEST = 1024
"""Pixels of a side."""


def warm_up() -> None:
    """Load what reads each format, while loading is still allowed."""
    for kind in FORMATS:
        written = BytesIO()
        Image.new("RGB", (1, 1)).save(written, kind)
        picture(written.getvalue())


def task(data: bytes, _options: Mapping[str, Any]) -> Answer:
    """What the worker answers to `picture`."""
    return Answer(blobs=(picture(data),))


def picture(data: bytes) -> bytes:
    """The same picture as PNG; raises `CaseError` where it cannot be read."""
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as opened:
            if max(opened.size) > _LARGEST:
                raise refusals.too_large()
            written = BytesIO()
            opened.convert("RGBA").save(written, "PNG", compress_level=1)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise refusals.broken(_("a picture in it is damaged.")) from error
    return written.getvalue()
