"""Pictures made fit to print: small enough, and freed of what they say of themselves.

Only the JPEG copies that the worker made are opened here, in the process that holds the library;
an original may be a bomb, and never comes this far.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from caseboard.errors import CaseError
from caseboard.i18n import _

DPI: Final = 200
MOST_PIXELS: Final = 2048 * 2048
"""The worker's copies are no larger; what is, was not made by it and is not opened."""


@dataclass(frozen=True, slots=True)
class Print:
    """A picture as it goes into the file: `width` by `height` points."""

    jpeg: bytes
    width: float
    height: float


def printed(picture: bytes | Path, width: float, height: float) -> Print:
    """The worker's copy scaled to fit `width` by `height` points, at no more than 200 dots an inch.

    The same bytes give the same JPEG. Raises `CaseError` for what is no such copy.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow, about metadata that is thrown away
            return _printed(picture, width, height)
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError) as error:
        raise CaseError(_("This picture could not be shown.")) from error


def _printed(picture: bytes | Path, width: float, height: float) -> Print:
    most = (round(width / 72 * DPI), round(height / 72 * DPI))
    source = BytesIO(picture) if isinstance(picture, bytes) else picture
    with Image.open(source, formats=("JPEG",)) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise CaseError(_("This picture is too large to be shown."))
        opened.draft("RGB", most)  # reads it at a fraction of its size
        flat = opened.convert("RGB")
    flat.info = {}  # a comment would be carried along
    flat.thumbnail(most, Image.Resampling.LANCZOS, reducing_gap=3.0)
    # Never enlarged beyond 72 dots an inch: a thumbnail stays one.
    factor = min(width / flat.width, height / flat.height, 1.0)
    out = BytesIO()
    flat.save(out, "JPEG", quality=88, subsampling=0, optimize=True)
    return Print(out.getvalue(), flat.width * factor, flat.height * factor)
