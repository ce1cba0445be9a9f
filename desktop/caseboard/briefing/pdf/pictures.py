"""Pictures made fit to print: upright, small enough, and freed of what they say of themselves."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import pillow_heif
from PIL import Image, ImageOps

from caseboard.errors import CaseError
from caseboard.i18n import _

DPI: Final = 200
MOST_PIXELS: Final = 120_000_000
"""Beyond this a picture is taken for a bomb and not opened."""
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")


@dataclass(frozen=True, slots=True)
class Print:
    """A picture as it goes into the file: `width` by `height` points."""

    jpeg: bytes
    width: float
    height: float


def printed(picture: bytes | Path, width: float, height: float) -> Print:
    """The picture scaled to fit `width` by `height` points, at no more than 200 dots an inch.

    The same bytes give the same JPEG. Raises `CaseError` for what is no picture.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow, about metadata that is thrown away
            return _printed(picture, width, height)
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError) as error:
        raise CaseError(_("This picture could not be shown.")) from error


def _printed(picture: bytes | Path, width: float, height: float) -> Print:
    most = (round(width / 72 * DPI), round(height / 72 * DPI))
    with _opened(picture) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise CaseError(_("This picture is too large to be shown."))
        opened.draft("RGB", most)  # lets a JPEG be read at a fraction of its size
        upright = _flat(ImageOps.exif_transpose(opened))
    upright.thumbnail(most, Image.Resampling.LANCZOS, reducing_gap=3.0)
    # Never enlarged beyond 72 dots an inch: a thumbnail stays one.
    factor = min(width / upright.width, height / upright.height, 1.0)
    out = BytesIO()
    upright.save(out, "JPEG", quality=88, subsampling=0, optimize=True)
    return Print(out.getvalue(), upright.width * factor, upright.height * factor)


def _opened(picture: bytes | Path) -> Image.Image:
    source = BytesIO(picture) if isinstance(picture, bytes) else picture
    start = picture[:32] if isinstance(picture, bytes) else _start(picture)
    if start[4:8] == b"ftyp":
        return pillow_heif.open_heif(source).to_pillow()
    return Image.open(source, formats=_FORMATS)


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(32)


def _flat(picture: Image.Image) -> Image.Image:
    """Three channels on white paper, nothing else carried along."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        paper = Image.new("RGB", coloured.size, "white")
        paper.paste(coloured, mask=coloured.getchannel("A"))
        return paper
    flat = picture.convert("RGB")
    flat.info = {}
    return flat
