"""Reads a picture: its size, what it says of itself, a thumbnail. Pixels are decoded once."""

import math
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import (  # the formats that are read, and no other
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from caseboard.capture import exif, iptc, sniff, xmp
from caseboard.errors import CaseError
from caseboard.i18n import _

try:
    from pillow_heif import register_heif_opener
except ImportError:  # an extra: its library holds a GPL encoder
    HAS_HEIF = False
else:
    register_heif_opener()
    HAS_HEIF = True

MAX_BYTES = 256 * 2**20
MAX_PIXELS = 180_000_000
"""The largest cameras give 150 million."""
THUMBNAIL = 160
DISPLAY = 2048
# MPO, several JPEGs in one file, comes in by Pillow's reader of JPEG.
_PLUGINS: tuple[type[ImageFile.ImageFile], ...] = (
    JpegImagePlugin.JpegImageFile,
    PngImagePlugin.PngImageFile,
    WebPImagePlugin.WebPImageFile,
    GifImagePlugin.GifImageFile,
    TiffImagePlugin.TiffImageFile,
    BmpImagePlugin.BmpImageFile,
    AvifImagePlugin.AvifImageFile,
)
_FORMATS = (*(plugin.format or "" for plugin in _PLUGINS), *(["HEIF"] if HAS_HEIF else []))
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, OverflowError, struct.error, RuntimeError)
"""What Pillow and its codecs raise over broken files; `RuntimeError` is libheif's."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows of itself. What it does not say is empty, never guessed."""

    width: int
    """Of the upright picture, in pixels."""
    height: int
    format: str
    """Pillow's name, such as `JPEG`."""
    orientation: int
    """EXIF orientation, 1 to 8; 1 is upright as stored."""
    metadata: dict[str, str]
    """EXIF, IPTC and XMP in words, one line each: `EXIF Model`, `IPTC Credit`, …"""
    latitude: float | None
    """Degrees, WGS 84; None where none or none that can be is stated."""
    longitude: float | None
    taken: str | None
    """EDTF (ISO 8601-2), with a zone where the camera stated one."""
    taken_as_printed: str
    title: str
    caption: str
    credit: str
    byline: str
    thumbnail: bytes
    """JPEG, upright, at most `THUMBNAIL` pixels either way."""
    display: bytes
    """JPEG, upright, at most `DISPLAY` pixels either way: safe to show, whatever the original."""


def read(data: bytes) -> Picture:
    """Read a picture of one of the allowed formats, found by its bytes and not by any name.

    Raises `CaseError` where it is none of them, is broken, or is too large to be opened.
    """
    if len(data) > MAX_BYTES:
        raise CaseError(_("The picture's file is too large to be read. It is kept as it is."))
    kind = sniff.IMAGES.get(sniff.media_type(data[: sniff.HEAD]))
    if kind is None:
        raise CaseError(
            _("The file is not a picture of a known kind. It is kept as it is."),
            _("JPEG, PNG, WebP, GIF, TIFF, HEIC, AVIF and BMP can be read."),
        )
    if kind == "HEIF" and not HAS_HEIF:
        raise CaseError(
            _("HEIC pictures cannot be read here. The file is kept as it is."),
            _("Install the extra “heif”, then read the clip again."),
        )
    with _guarded():
        return _read(data)


@contextmanager
def _guarded() -> Iterator[None]:
    """Pillow's warnings and stumbles as sentences."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise _too_many_pixels() from error
        except UnidentifiedImageError as error:
            raise CaseError(_("The picture is broken. Its file is kept as it is.")) from error
        except _BROKEN as error:
            raise CaseError(
                _("The picture is broken or incomplete. Its file is kept as it is."),
                _("If there is another copy of it, add that one too."),
            ) from error


def _too_many_pixels() -> CaseError:
    return CaseError(
        _("The picture has too many pixels to be opened. Its file is kept as it is."),
        _("Save a smaller copy of it and add that one too."),
    )


def _read(data: bytes) -> Picture:
    with Image.open(BytesIO(data), formats=_FORMATS) as image:
        if image.width * image.height > MAX_PIXELS:
            raise _too_many_pixels()
        known = exif.read(image)
        # Before the pixels: decoding turns HEIC upright and drops what describes them.
        described = iptc.read(image), xmp.read(image)
        name = image.format or ""
        width, height = image.size
        if known.orientation in {5, 6, 7, 8}:
            width, height = height, width
        upright = _upright(image)
        return _told(upright, name, (width, height), known, *described)


def _told(
    upright: Image.Image,
    name: str,
    size: tuple[int, int],
    known: exif.Exif,
    told: iptc.Iptc,
    said: xmp.Xmp,
) -> Picture:
    taken, as_printed = known.taken, known.taken_as_printed
    if taken is None and told.created is not None:
        taken = as_printed = told.created
    if taken is None and said.created is not None:
        taken = as_printed = said.created
    return Picture(
        width=size[0],
        height=size[1],
        format=name,
        orientation=known.orientation,
        metadata={**known.words, **told.words, **said.words},
        latitude=known.latitude,
        longitude=known.longitude,
        taken=taken,
        taken_as_printed=as_printed,
        title=told.title or said.title,
        caption=told.caption or said.caption or known.description,
        credit=told.credit or said.credit,
        byline=told.byline or said.byline or known.artist,
        display=_jpeg(upright, DISPLAY, 88),
        thumbnail=_jpeg(upright, THUMBNAIL, 82),
    )


def _upright(image: Image.Image) -> Image.Image:
    """The picture as it is shown: upright, in RGB, at most `DISPLAY` pixels either way."""
    # A JPEG is decoded at a half, a quarter or an eighth of its size, which is far faster.
    image.draft("RGB", (DISPLAY, DISPLAY))
    image.thumbnail((DISPLAY, DISPLAY), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return _on_white(ImageOps.exif_transpose(image))


def _jpeg(image: Image.Image, longest: int, quality: int) -> bytes:
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    """`image` in RGB, see-through parts white, deep grey scales stretched to eight bits."""
    if image.mode in {"I", "F"} or image.mode.startswith("I;16"):
        values = image.convert("F")
        low, high = values.getextrema()
        if (
            not isinstance(low, float)
            or not isinstance(high, float)
            or not math.isfinite(high - low)
        ):
            return Image.new("RGB", image.size, "white")
        span = (high - low) or 1.0
        return (
            values.point(lambda value: (value - low) * (255.0 / span)).convert("L").convert("RGB")
        )
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        ground = Image.new("RGB", layer.size, "white")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground
    return image.convert("RGB")
