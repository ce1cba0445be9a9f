"""Pictures made fit to print: small enough, and freed of what they say of themselves.

Only the JPEG copies that the worker made are opened here, in the process that holds the library;
an original may be a bomb, and never comes this far.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from caseboard.briefing.pdf.shelf import Shelf
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

    def smaller(self, share: float) -> "Print":
        """The same dots closer together."""
        return Print(self.jpeg, share * self.width, share * self.height)


def aspect(picture: bytes | Path) -> float:
    """Its width to its height, one in ten at the least; raises `CaseError` for what is no copy."""
    with _opened(picture) as opened:
        return min(max(opened.width / opened.height, 0.1), 10.0)


def printed(picture: bytes | Path, width: float, height: float) -> Print:
    """The worker's copy scaled to fit `width` by `height` points, at no more than 200 dots an inch.

    The same bytes give the same JPEG. Raises `CaseError` for what is no such copy.
    """
    data = picture if isinstance(picture, bytes) else picture.read_bytes()
    key = (sha256(data).digest(), round(width, 1), round(height, 1))
    return _SHELF.get(key, lambda: _printed(data, width, height))


@contextmanager
def _opened(picture: bytes | Path) -> Iterator[Image.Image]:
    """The picture, not decoded yet; whatever is wrong with it is a `CaseError`."""
    source = BytesIO(picture) if isinstance(picture, bytes) else picture
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow, about metadata that is thrown away
            with Image.open(source, formats=("JPEG",)) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise CaseError(_("This picture is too large to be shown."))
                yield opened
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError) as error:
        raise CaseError(_("This picture could not be shown.")) from error


def _printed(picture: bytes, width: float, height: float) -> Print:
    most = (max(round(width / 72 * DPI), 1), max(round(height / 72 * DPI), 1))
    with _opened(picture) as opened:
        opened.draft("RGB", most)  # reads it at a fraction of its size
        flat = opened.convert("RGB")
        flat.info = {}  # a comment would be carried along
        flat.thumbnail(most, Image.Resampling.LANCZOS, reducing_gap=3.0)
        # Never enlarged beyond 72 dots an inch: a thumbnail stays one.
        factor = min(width / flat.width, height / flat.height, 1.0)
        return Print(_encoded(flat), flat.width * factor, flat.height * factor)


def _encoded(picture: Image.Image) -> bytes:
    try:
        return _jpeg(picture, optimize=True)
    except OSError:  # to be optimized it has to fit a buffer, which mere noise does not
        return _jpeg(picture, optimize=False)


def _jpeg(picture: Image.Image, *, optimize: bool) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=88, subsampling=0, optimize=optimize)
    return out.getvalue()


_SHELF: Final = Shelf[Print](32_000_000, lambda print_: len(print_.jpeg))
