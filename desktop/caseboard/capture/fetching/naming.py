"""What an answer is, and what a file of it is called."""

import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from caseboard.capture import safenames, sniff, urls
from caseboard.capture.decode import decode, decode_short

_UNSURE = {"text/plain", "application/octet-stream", "application/zip", "application/gzip"}
"""What first bytes alone do not settle: the header may know more."""
_TYPE = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,100}")
_PARAMETER = re.compile(
    r""";\s*([\w!#$%&'*+.^`|~-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))""", re.S
)
_EXTENDED = re.compile(r"([\w-]{1,40})'[\w-]{0,40}'(.*)", re.S)
_LONGEST = 4_000
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "text/plain": ".txt",
}


def beginning(path: Path, size: int) -> bytes:
    """The first `size` bytes of a file; blocks, raises `OSError`."""
    with path.open("rb") as file:
        return file.read(size)


def media_type(head: bytes, header: str) -> str:
    """The media type by the first bytes of a file, else as a `Content-Type` header says."""
    found = sniff.media_type(head)
    stated = _TYPE.match(header.strip().lower())
    if found not in _UNSURE or stated is None:
        return found
    if found == "text/plain" and stated[0].startswith(("image/", "audio/", "video/")):
        return stated[0] if stated[0].startswith("image/svg") else found
    return stated[0]


def charset(header: str) -> str:
    """The `charset` that a `Content-Type` header states; empty where it states none."""
    return _parameters(header).get("charset", "").strip()[:40]


def name(disposition: bytes, url: str, kind: str) -> str:
    """A name for a file: from `Content-Disposition` (RFC 6266), else from its address.

    Safe to show; never to be used as a path.
    """
    stated = _stated(disposition)
    found = safenames.shown(stated or urls.last_name(url)).strip(". ")
    if not found:
        found = safenames.shown(urls.host(url)) or "page"
        return f"{found}{_ENDINGS.get(kind, '')}"
    return found if "." in found else f"{found}{_ENDINGS.get(kind, '')}"


def _stated(disposition: bytes) -> str:
    found = _parameters(disposition[:_LONGEST].decode("latin-1"))
    extended = _EXTENDED.fullmatch(found.get("filename*", ""))
    if extended is not None:
        data = unquote_to_bytes(extended[2].strip())
        return _decoded(data, extended[1])
    plain = found.get("filename", "")
    if "%" in plain:
        return decode_short(unquote_to_bytes(plain))
    return decode_short(plain.encode("latin-1", "replace"))


def _decoded(data: bytes, charset: str) -> str:
    """RFC 5987: only UTF-8 and Latin-1 are to be used."""
    if charset.lower() == "iso-8859-1":
        return decode(data.decode("latin-1"))
    return decode_short(data)


def _parameters(header: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, quoted, bare in _PARAMETER.findall(header[:_LONGEST]):
        value = re.sub(r"\\(.)", r"\1", quoted) if quoted else bare.strip()
        found.setdefault(key.lower(), value)
    return found
