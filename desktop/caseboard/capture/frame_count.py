"""How many pictures one file holds, counted without decoding them and without end."""

from contextlib import suppress

from PIL import Image

MOST = 1000
"""So many are counted, and no more."""


def count(image: Image.Image, data: bytes) -> int:
    """The number of frames, pages or sizes in the file of `image`; `MOST` where it is that or more.

    Only the first is shown. Leaves `image` at its first frame.
    """
    if image.format == "GIF":
        return _in_gif(data)
    if image.format == "TIFF":
        return _by_seeking(image)
    sizes = image.info.get("sizes")
    if sizes:
        return min(len(sizes), MOST)
    return min(int(getattr(image, "n_frames", 1)), MOST)


def _by_seeking(image: Image.Image) -> int:
    found = 1
    with suppress(EOFError, OSError, ValueError, SyntaxError, KeyError, TypeError):
        while found < MOST:  # until the end, or what is broken after it
            image.seek(found)
            found += 1
    image.seek(0)
    return found


def _in_gif(data: bytes) -> int:
    """Image descriptors of a GIF (GIF89a, section 20), by its blocks alone."""
    at = 13 + _table(data[10] if len(data) > 10 else 0)
    found = 0
    while at < len(data) and found < MOST:
        kind = data[at]
        if kind == 0x2C:
            found += 1
            flags = data[at + 9] if at + 9 < len(data) else 0
            at = _after_blocks(data, at + 11 + _table(flags))
        elif kind == 0x21:
            at = _after_blocks(data, at + 2)
        else:
            break
    return max(found, 1)


def _table(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1
