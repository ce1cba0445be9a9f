"""Pictures that lie in a document's archive, as files of the clip."""

import warnings
from collections.abc import Iterable
from io import BytesIO

from PIL import Image

from caseboard.capture import sniff
from caseboard.capture.documents import zipped
from caseboard.capture.embedded import Embedded
from caseboard.capture.reading import PictureRef
from caseboard.errors import CaseError

MOST = 40
SMALLEST = 100
"""Pixels either way; what is smaller is an ornament."""
_MAX_BYTES = 24 * 2**20
_ROOM = 4 * _MAX_BYTES


def taken_out(
    archive: zipped.Archive, named: Iterable[tuple[str, str]]
) -> tuple[list[PictureRef], list[Embedded]]:
    """The first `MOST` pictures among entries, given by name and what is said of them, each once.

    Entries that are no pictures, or cannot be unpacked, are passed over.
    """
    refs: list[PictureRef] = []
    files: list[Embedded] = []
    room = _ROOM
    for name, alt in dict(named).items():
        data = _entry(archive, name)
        media_type = sniff.media_type(data[: sniff.HEAD]) if data else ""
        if len(files) >= MOST or len(data) > room:
            break
        if media_type in sniff.IMAGES and is_large(data, media_type):
            room -= len(data)
            refs.append(PictureRef(name, alt=alt))
            files.append(Embedded(name, media_type, data))
    return refs, files


def is_large(data: bytes, media_type: str) -> bool:
    """Whether a picture is large enough to be one; only its head is looked at."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=[sniff.IMAGES[media_type]]) as image:
                return min(image.size) >= SMALLEST
    except (OSError, SyntaxError, ValueError, KeyError, EOFError, OverflowError, RuntimeError):
        return False  # it is in the document all the same


def _entry(archive: zipped.Archive, name: str) -> bytes:
    try:
        return archive.read(name, _MAX_BYTES)
    except CaseError:
        return b""
