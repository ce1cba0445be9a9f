"""The index of a web archive: CDXJ, one line a capture, sorted by address and time."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

_WWW = re.compile(r"^www\d*\.")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Capture:
    """One record of a WARC that a replay tool may ask for."""

    url: str
    time: str
    """`WARC-Date` as 14 digits: `20241114113900` (UTC)."""
    media_type: str
    status: str
    """Of HTTP; `-` for what was saved without a server."""
    digest: str
    """Of the payload, as the WARC writes it."""
    offset: int
    length: int
    """Bytes of the record in the file, as it is packed there."""


def key(url: str) -> str:
    """The address as archives sort it (SURT): `org,example,news)/a?b=c`.

    Without scheme, user, `www.` and the port a scheme has anyway; in lower case, queries sorted.
    """
    parts = urlsplit(url)
    host = _WWW.sub("", (parts.hostname or "").lower())
    port = f":{parts.port}" if parts.port not in {None, _DEFAULT_PORTS.get(parts.scheme)} else ""
    query = "&".join(sorted(parts.query.lower().split("&")))
    path = (parts.path.rstrip("/") or "/").lower()
    return f"{','.join(reversed(host.split('.')))}{port}){path}" + (f"?{query}" if query else "")


def lines(captures: Iterable[Capture], file: str) -> list[str]:
    """The lines of the index of one WARC called `file`, each with its line break, sorted."""
    return sorted(_line(capture, file) for capture in captures)


def _line(capture: Capture, file: str) -> str:
    fields = {
        "url": capture.url,
        "mime": capture.media_type,
        "status": capture.status,
        "digest": capture.digest,
        "length": capture.length,
        "offset": capture.offset,
        "filename": file,
    }
    return f"{key(capture.url)} {capture.time} {json.dumps(fields, ensure_ascii=False)}\n"
