"""Pictures written into a page itself, as `data:` addresses (RFC 2397): single-file pages.

Their bytes would choke every parser, so a number stands for each while the page is read.
"""

import base64
import binascii
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import count
from urllib.parse import unquote_to_bytes

SCHEME = "embedded:"
"""`embedded:3` is the address of the fourth picture written into a page."""

_DATA_URL = re.compile(r"""data:([^"'()\s<>,]{0,100}+)[^"'()\s<>]{200,}+""", re.I)
_PICTURE = re.compile(r"image/(?!svg)[\w.+-]+(?=;|\Z)", re.I)
_SMALLEST = 8_000
"""Characters: what is shorter holds a place until the picture itself is loaded."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """One picture: its address in the page's reading, and its bytes as they were written."""

    url: str
    media_type: str
    data: bytes


def numbered(html: str) -> str:
    """`html` with a number for each picture, and without any other long `data:` address."""
    numbers = count()

    def short(match: re.Match[str]) -> str:
        return f"{SCHEME}{next(numbers)}" if _is_picture(match) else "data:,"

    return _DATA_URL.sub(short, html)


def pictures(html: str, wanted: Container[str]) -> Iterator[Embedded]:
    """Those pictures of `html` whose addresses are `wanted`; broken ones are passed over."""
    found = filter(_is_picture, _DATA_URL.finditer(html))
    for number, match in enumerate(found):
        url = f"{SCHEME}{number}"
        if url in wanted:
            media_type = match[1].split(";")[0].lower()
            data = _decoded(match[0][len("data:") :])
            if data:
                yield Embedded(url, media_type, data)


def _is_picture(match: re.Match[str]) -> bool:
    return len(match[0]) >= _SMALLEST and bool(_PICTURE.match(match[1]))


def _decoded(address: str) -> bytes:
    kind, _comma, written = address.partition(",")
    data = unquote_to_bytes(written)
    if not kind.lower().endswith(";base64"):
        return data
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4), validate=False)
    except binascii.Error:  # not base64 after all
        return b""
