"""Metadata of JPEG 2000 (ISO 15444-1, Annex I), which stands in boxes that Pillow passes over."""

from collections.abc import Iterator

from PIL import Image

_KINDS = {
    bytes.fromhex("be7acfcb97a942e89c71999491e3afac"): "xmp",
    b"JpgTiffExif->JP2": "exif",
}
_MOST = 200
_LARGEST = 4 * 2**20


def unpack(image: Image.Image, data: bytes) -> None:
    """Put EXIF and XMP of a JPEG 2000 where those of other formats are: in `image.info`."""
    if image.format != "JPEG2000":
        return
    for kind, content in _boxes(data):
        name = _KINDS.get(content[:16], "") if kind == b"uuid" else ""
        if name == "exif" and len(content) <= _LARGEST:
            image.info.setdefault(name, b"Exif\0\0" + content[16:].removeprefix(b"Exif\0\0"))
        elif name:
            image.info.setdefault(name, content[16:])


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    for _box in range(_MOST):
        if at + 8 > len(data):
            return
        length, kind, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if length == 1:
            length, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        end = at + length if length else len(data)
        if end < at + head:
            return
        if kind != b"jp2c":  # the pixels themselves
            yield kind, data[at + head : min(end, at + head + _LARGEST + 16)]
        at = end
