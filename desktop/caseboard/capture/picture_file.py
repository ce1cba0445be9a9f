"""What a picture's file holds beside its pixels and its three kinds of metadata, in words."""

import re
import struct
from typing import Any

from PIL import Image

from caseboard.capture.decode import decode, decode_short
from caseboard.capture.visible import bounded

_CREDENTIALS = b"c2pa\x00\x11\x00\x10\x80\x00\x00\xaa\x00\x38\x9b\x71"
"""How a C2PA manifest store names itself within JUMBF (ISO 19566-5), whatever the format."""
_JUMBF = re.compile(rb"jumb.{4}jumd", re.S)
_NOT_WORDS = {"XML:com.adobe.xmp", "icc_profile", "exif"}
_MOST = 60


def texts(image: Image.Image) -> dict[str, str]:
    """The text chunks of a PNG by their keywords; those after the pixels once these are read."""
    if image.format != "PNG":
        return {}
    found = _all_texts(image)
    return {
        bounded(decode(name), 79): bounded(decode(str(value)))
        for name, value in list(found.items())[:_MOST]
        if value and name not in _NOT_WORDS and not name.startswith("Raw profile type")
    }


def _all_texts(image: Image.Image) -> dict[str, Any]:
    try:
        return dict(getattr(image, "text", {}))
    except (AssertionError, OSError, SyntaxError, ValueError, EOFError, struct.error):
        # Pillow looks for those after the pixels, which could not be decoded.
        return {
            name: said
            for name, said in image.info.items()
            if isinstance(name, str) and isinstance(said, str)
        }


def words(image: Image.Image, data: bytes) -> dict[str, str]:
    """The comment of a JPEG or GIF, and whether the file carries content credentials."""
    told: dict[str, str] = {}
    said = image.info.get("comment")
    comment = decode_short(said.strip(b"\x00 ")) if isinstance(said, bytes) else said
    if isinstance(comment, str) and comment.strip():
        told["Comment"] = bounded(comment)
    if _CREDENTIALS in data:
        told["Content credentials"] = "carries content credentials (C2PA); not verified"
    elif _JUMBF.search(data):
        told["Content credentials"] = "carries a JUMBF box of another kind; not read"
    return told
