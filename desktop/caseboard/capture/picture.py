"""Reads a picture: its size, what it says of itself, a thumbnail. Pixels are decoded once."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO

from PIL import (  # the formats that are read, and no other
    AvifImagePlugin,
    BmpImagePlugin,
    CurImagePlugin,
    DcxImagePlugin,
    DdsImagePlugin,
    GifImagePlugin,
    IcnsImagePlugin,
    IcoImagePlugin,
    Image,
    ImageFile,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    PcxImagePlugin,
    PngImagePlugin,
    PpmImagePlugin,
    QoiImagePlugin,
    SgiImagePlugin,
    SunImagePlugin,
    TgaImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
    XbmImagePlugin,
    XpmImagePlugin,
)

from caseboard.capture import (
    exif,
    fingerprints,
    frame_count,
    iptc,
    jp2_boxes,
    picture_file,
    pixels,
    prefill,
    sniff,
    webp_mend,
    xmp,
)
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
    Jpeg2KImagePlugin.Jpeg2KImageFile,
    IcoImagePlugin.IcoImageFile,
    CurImagePlugin.CurImageFile,
    IcnsImagePlugin.IcnsImageFile,
    PpmImagePlugin.PpmImageFile,
    PcxImagePlugin.PcxImageFile,
    DcxImagePlugin.DcxImageFile,
    TgaImagePlugin.TgaImageFile,
    QoiImagePlugin.QoiImageFile,
    SgiImagePlugin.SgiImageFile,
    DdsImagePlugin.DdsImageFile,
    SunImagePlugin.SunImageFile,
    XbmImagePlugin.XbmImageFile,
    XpmImagePlugin.XpmImageFile,
)
_FROM_BOTTOM = {"BMP", "DIB", "TGA", "ICO", "CUR"}
_TGA = "picture.tga"
_MOST_WORDS = 200_000
"""Characters of metadata: the file itself is kept, and keeps what is beyond."""
FORMATS = frozenset([*(plugin.format or "" for plugin in _PLUGINS), *(["HEIF"] * HAS_HEIF)])
"""Pillow's names; never EPS, PSD, FPX or FLI."""
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, OverflowError, struct.error, RuntimeError,
           IndexError, KeyError, TypeError, AttributeError, ZeroDivisionError)  # fmt: skip
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
    frames: int
    """Pictures in the file: frames, pages or sizes. The first is shown."""
    known: prefill.Prefill
    """The fields that its own words fill."""
    metadata: dict[str, str]
    """EXIF, IPTC and XMP in words, one line each: `EXIF Model`, `IPTC Credit`, …"""
    thumbnail: bytes = b""
    """JPEG, upright, at most `THUMBNAIL` pixels either way; empty where nothing was decoded."""
    display: bytes = b""
    """JPEG, upright, at most `DISPLAY` pixels either way: safe to show, whatever the original."""
    fingerprint: str = ""
    """Perceptual hash of what is shown, in hexadecimal."""
    problem: str = ""
    """A sentence where not all of it could be decoded."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What became of the pixels."""

    thumbnail: bytes = b""
    display: bytes = b""
    fingerprint: str = ""
    part: float = 0.0
    """How much was decoded, from the top: 0 to 1."""
    words: dict[str, str] = field(default_factory=dict)


def read(data: bytes) -> Picture:
    """Read a picture of one of the allowed formats, found by its bytes and not by any name.

    One that is cut off is read as far as it goes, and `Picture.problem` says so. Raises
    `CaseError` where it is no picture, nothing of it can be opened, or it is too large.
    """
    if len(data) > MAX_BYTES:
        raise CaseError(_("The picture's file is too large to be read. It is kept as it is."))
    kind = sniff.IMAGES.get(sniff.media_type(data[: sniff.HEAD], _TGA * sniff.is_tga(data[:64])))
    if kind is None:
        raise CaseError(
            _("The file is not a picture of a known kind. It is kept as it is."),
            _("JPEG, PNG, WebP, GIF, TIFF, HEIC, AVIF, BMP and JPEG 2000 can be read, and others."),
        )
    if kind == "HEIF" and not HAS_HEIF:
        raise CaseError(
            _("HEIC pictures cannot be read here. The file is kept as it is."),
            _("Install the extra “heif”, then read the clip again."),
        )
    with guarded():
        return _read(data, kind)


@contextmanager
def guarded() -> Iterator[None]:
    """Inside, Pillow's warnings and stumbles are a `CaseError` with a sentence."""
    usual, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, MAX_PIXELS
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
        finally:
            Image.MAX_IMAGE_PIXELS = usual


def _too_many_pixels() -> CaseError:
    return CaseError(
        _("The picture has too many pixels to be opened. Its file is kept as it is."),
        _("Save a smaller copy of it and add that one too."),
    )


def _read(data: bytes, kind: str) -> Picture:
    try:
        return _opened(data, kind, cut_off=None)
    except _BROKEN as error:
        cut_off = "truncated" in str(error).lower()
    with pixels.leniently():  # as much of it as there is
        mended = webp_mend.mended(data) if kind == "WEBP" else b""
        if mended:
            return _mended(data, mended)
        return _opened(data, kind, cut_off=cut_off)


def _mended(data: bytes, mended: bytes) -> Picture:
    """A WebP as far as it can be put together, with the words of the whole file if these are."""
    try:
        seen = _opened(data, "WEBP", cut_off=False)
    except _BROKEN:
        seen = None
    if seen is not None and seen.display:
        return seen
    shown = _opened(mended, "WEBP", cut_off=False)
    # What the decoder made up for the rest is no part of a picture to be known by.
    shown = replace(shown, fingerprint="")
    if seen is None:
        return shown
    return replace(shown, known=seen.known, metadata=seen.metadata | shown.metadata)


def _opened(data: bytes, kind: str, *, cut_off: bool | None) -> Picture:
    """The picture, which is known to be sound (None), cut off or damaged."""
    with Image.open(BytesIO(data), formats=[kind]) as image:
        if image.width * image.height > MAX_PIXELS:
            raise _too_many_pixels()
        jp2_boxes.unpack(image, data)
        # Before the pixels: decoding turns HEIC upright and drops what describes them.
        camera, told, said = exif.read(image), iptc.read(image), xmp.read(image)
        name, size = image.format or "", image.size
        beside = picture_file.words(image, data)
        frames = frame_count.count(image, data)
        drawn = _drawn(image) if cut_off is None else _drawn_in_part(image)
        texts = picture_file.texts(image)
    known = prefill.bring_together(camera, told, said, texts)
    chunks = {f"PNG {keyword}": text for keyword, text in texts.items()}
    return Picture(
        width=size[camera.orientation >= 5],
        height=size[camera.orientation < 5],
        format=name,
        orientation=camera.orientation,
        frames=frames,
        known=known,
        metadata=bounded(
            known.words | drawn.words | beside | chunks | camera.words | told.words | said.words
        ),
        thumbnail=drawn.thumbnail,
        display=drawn.display,
        fingerprint=drawn.fingerprint,
        problem="" if cut_off is None else _shortfall(drawn, cut_off=cut_off),
    )


def _drawn(image: Image.Image) -> _Drawn:
    shown = pixels.show(image, DISPLAY)
    return _of_shown(shown, 1.0)


def _drawn_in_part(image: Image.Image) -> _Drawn:
    """What can be decoded of a picture that is not sound; nothing where that is nothing."""
    try:
        shown = pixels.show(image, DISPLAY)
    except _BROKEN:
        return _Drawn()
    part = pixels.decoded_part(shown.image, from_top=image.format not in _FROM_BOTTOM)
    return _of_shown(shown, part) if part else _Drawn(words=shown.words)


def _of_shown(shown: pixels.Shown, part: float) -> _Drawn:
    display = jpeg(shown.image, DISPLAY, 88)
    thumbnail = jpeg(shown.image, THUMBNAIL, 82)
    # Of a piece the hash would be that of another picture.
    fingerprint = fingerprints.of_picture(shown.image) if part > 0.97 else ""
    return _Drawn(thumbnail, display, fingerprint, part, shown.words)


def _shortfall(drawn: _Drawn, *, cut_off: bool) -> str:
    """A sentence for a picture that is not whole."""
    if not drawn.display:
        if cut_off:
            return _("The picture’s file is cut off before any of it can be shown. It is kept.")
        return _("The picture’s file is damaged, and nothing of it can be shown. It is kept.")
    if not cut_off:
        return _("The picture’s file is damaged: as much as could be read of it is shown.")
    if drawn.part > 0.97:
        return _("The picture’s file is cut off: as much as there is of it is shown.")
    percent = max(1, round(drawn.part * 100))
    return _(
        "The picture’s file is cut off: about {percent} % of the picture is there, and is shown."
    ).format(percent=percent)


def jpeg(image: Image.Image, longest: int, quality: int) -> bytes:
    """`image` as a JPEG; makes `image` itself no larger than `longest` pixels either way."""
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def bounded(words: dict[str, str]) -> dict[str, str]:
    """As many of `words` as are kept beside the file."""
    told: dict[str, str] = {}
    room = _MOST_WORDS
    for name, text in words.items():
        room -= len(name) + len(text)
        if room < 0:
            told["Left out"] = f"{len(words) - len(told):,} more values, which the file holds"
            break
        told[name] = text
    return told
