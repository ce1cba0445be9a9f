"""What a camera wrote into a picture: every directory of EXIF (CIPA DC-008), in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PIL import ExifTags, Image

from caseboard.capture import exif_time, gps
from caseboard.capture.exif_time import Taken
from caseboard.capture.exif_words import in_words
from caseboard.capture.gps import Gps

_MOST = 400
_MAKER_NOTE = 0x927C
_ORIENTATION = 0x0112
_BROKEN = (SyntaxError, ValueError, TypeError, KeyError, OSError, RuntimeError, OverflowError,
           IndexError, AttributeError)  # fmt: skip
_UNTOLD = {"ExifOffset", "GPSInfo", "PrintImageMatching", "XMLPacket", "IPTCNAA", "ImageResources",
           "InterColorProfile", "JPEGTables", "StripOffsets", "StripByteCounts", "TileOffsets",
           "TileByteCounts", "SubIFDs", "ExifInteroperabilityOffset", "JpegIFOffset"}  # fmt: skip
_BY_CAMERA = re.compile(
    r"\W*(?:olympus digital camera|sony dsc|minolta digital camera|konica minolta digital camera"
    r"|dcim\W.*|samsung camera pictures|digital camera|exif_jpeg_picture|default|untitled"
    r"|sdim\d*|mvc-\d+\w*|kodak digital still camera|created with the gimp)?\W*",
    re.I | re.S,
)
"""What makers write where a description should stand."""


@dataclass(frozen=True, slots=True)
class Exif:
    """EXIF of one picture; empty where it has none."""

    orientation: int = 1
    place: Gps = field(default_factory=Gps)
    taken: tuple[Taken, ...] = ()
    """By the camera's clock, best first."""
    changed: Taken | None = None
    """When the file was last changed, if that was not in an editor."""
    camera: str = ""
    """Make and model."""
    description: str = ""
    artist: str = ""
    copyright: str = ""
    words: dict[str, str] = field(default_factory=dict)


def read(image: Image.Image) -> Exif:
    """EXIF of `image`; what is broken in it is passed over."""
    try:
        exif = image.getexif()
        main = dict(exif)
    except _BROKEN:
        return Exif(words={"EXIF": "broken, so nothing of it could be read"})
    camera, places = _directory(exif, ExifTags.IFD.Exif), _directory(exif, ExifTags.IFD.GPSInfo)
    place = gps.read(places)
    words = _words("EXIF", main, ExifTags.TAGS) | _words("EXIF", camera, ExifTags.TAGS)
    note = camera.get(_MAKER_NOTE)
    if isinstance(note, bytes):
        words["EXIF MakerNote"] = f"{len(note):,} bytes of the maker's own"
    words |= place.words
    words |= _words("Interop", _directory(exif, ExifTags.IFD.Interop), _INTEROP)
    words |= _words("Thumbnail", _directory(exif, ExifTags.IFD.IFD1), ExifTags.TAGS)
    turned = main.get(_ORIENTATION, 1)
    # HEIC is turned upright by its decoder, which leaves the turn it has made here.
    return Exif(
        orientation=turned if isinstance(turned, int) and turned in range(1, 9) else 1,
        place=place,
        taken=tuple(exif_time.by_camera(camera, main)),
        changed=exif_time.by_file(camera, main),
        camera=_camera(words),
        description=_description(words),
        artist=words.get("EXIF Artist", "") or words.get("EXIF XPAuthor", ""),
        copyright=words.get("EXIF Copyright", ""),
        words=words,
    )


_INTEROP = {1: "InteropIndex", 2: "InteropVersion", 4096: "RelatedImageFileFormat",
            4097: "RelatedImageWidth", 4098: "RelatedImageLength"}  # fmt: skip


def _directory(exif: Image.Exif, which: ExifTags.IFD) -> dict[int, Any]:
    """One directory; empty where it is broken, which spoils no other."""
    try:
        return dict(exif.get_ifd(which))
    except _BROKEN:
        return {}


def _words(prefix: str, tags: Mapping[int, Any], names: Mapping[int, str]) -> dict[str, str]:
    told: dict[str, str] = {}
    for tag, value in list(tags.items())[:_MOST]:
        name = names.get(tag, f"0x{tag:04x}") if isinstance(tag, int) else str(tag)
        if name in _UNTOLD or tag == _MAKER_NOTE:
            continue
        text = in_words(name, value)
        if text:
            told[f"{prefix} {name}"] = text
    return told


def _camera(words: Mapping[str, str]) -> str:
    """`Google Pixel`, `Canon EOS 30D`: the maker's name once."""
    make, model = words.get("EXIF Make", ""), words.get("EXIF Model", "")
    first = make.split()[0].lower() if make.split() else ""
    return model if first and model.lower().startswith(first) else f"{make} {model}".strip()


def _description(words: Mapping[str, str]) -> str:
    for name in ("ImageDescription", "XPComment", "XPSubject"):
        said = words.get(f"EXIF {name}", "")
        if not _BY_CAMERA.fullmatch(said):
            return said
    return ""
