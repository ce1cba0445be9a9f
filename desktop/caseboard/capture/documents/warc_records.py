"""The records of a WARC (ISO 28500): all that needs to know warcio."""

import re
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from typing import Any

from warcio.archiveiterator import WARCIterator
from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from caseboard.capture import sniff, urls
from caseboard.capture.decode import decode
from caseboard.capture.documents import refusals, warc_salvage
from caseboard.capture.documents.charset import characters
from caseboard.capture.documents.held import Held
from caseboard.capture.documents.unpacking import Unpacked, brotli_pieces

MAX_BYTES = 128 * 2**20
MAX_UNPACKED = 256 * 2**20
MAX_PAGE = 32 * 2**20
MAX_PICTURE = 32 * 2**20
MAX_RECORDS = 50_000
SECONDS = 1.0
"""How long is looked on for pictures when the page is found."""
_END = b"\r\n\r\n"
"""What stands behind every record."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", re.I)
BROKEN = (ArchiveLoadFailed, StatusAndHeadersParserException, ChunkedDataException, zlib.error,
           OSError, EOFError, ValueError, LookupError, TypeError,
           AttributeError)  # fmt: skip
"""What warcio and its decompressors raise over broken archives."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A page as a server gave it."""

    url: str
    date: str
    """WARC-Date, as written."""
    markup: str
    is_cut: bool = False
    """Something of the record, or of the archive before it, is lost."""


@dataclass(slots=True)
class Found:
    """What stands in an archive."""

    page: Saved | None = None
    pictures: Held = field(default_factory=Held)
    counts: Counter[str] = field(default_factory=Counter)
    """Records by their types."""
    software: str = ""
    is_whole: bool = False
    """Every record was looked at."""


def look(data: bytes, wanted: str = "", *, most: int = MAX_UNPACKED) -> Found:
    """The page at `wanted`, else the first there is, and the pictures saved with it.

    A broken archive is read as far as it goes, and where no page is found so, record by record.
    Raises `CaseError` where it is too large.
    """
    if len(data) > MAX_BYTES:
        raise refusals.too_large()
    found = Found()
    stream = Unpacked(data, most)
    try:
        is_read = _take_all(WARCIterator(stream), found, wanted)
        found.is_whole = is_read and stream.is_sound and stream.tail == _END
        is_broken = is_read and not found.is_whole
    except BROKEN:
        is_broken = True
    if is_broken and found.page is None:
        found = salvaged(data, wanted)
        if not found.counts and found.page is None:
            raise refusals.broken()
    if found.page is not None and not stream.is_sound:
        found.page = replace(found.page, is_cut=True)
    return found


def _take_all(records: Iterable[Any], found: Found, wanted: str) -> bool:
    """Whether all were looked at in the time there is."""
    end = time.monotonic() + SECONDS
    for record in records:
        _take(record, found, wanted)
        over = found.page is not None and time.monotonic() > end
        if over or found.counts.total() >= MAX_RECORDS:
            return False
    return True


def salvaged(data: bytes, wanted: str = "") -> Found:
    """What is found in an archive that is broken, each record by itself."""
    found = Found()
    for piece in warc_salvage.records(data):
        try:
            if not _take_all(WARCIterator(BytesIO(piece)), found, wanted):
                break
        except BROKEN:
            continue
    if found.page is None:
        url, html = warc_salvage.bare_page(data)
        found.page = Saved(url, "", characters(html, ""), is_cut=True) if html else None
    if found.page is not None:
        found.page = replace(found.page, is_cut=True)
    return found


def _take(record: Any, found: Found, wanted: str) -> None:
    kind = str(record.rec_type)
    found.counts[decode(kind)[:40]] += 1
    if kind == "warcinfo" and not found.software:
        found.software = _software(decode(b"".join(_pieces(record, 20_000))))
    if kind not in {"response", "resource"} or not _is_sound(record):
        return
    url = _header(record.rec_headers, "WARC-Target-URI").strip("<> ")
    stated = _header(record.http_headers or record.rec_headers, "Content-Type")
    media_type = stated.partition(";")[0].strip().lower()
    if media_type in sniff.HTML and urls.is_web(url):
        if found.page is None or (url == wanted and found.page.url != wanted):
            found.page = _page(record, url, stated) or found.page
    elif media_type.startswith("image/"):
        found.pictures.add(url, media_type, b"".join(_pieces(record, MAX_PICTURE)))


def _is_sound(record: Any) -> bool:
    """Whether a server said that all is well; what was saved without a server always is."""
    return record.http_headers is None or record.http_headers.get_statuscode() == "200"


def _page(record: Any, url: str, stated: str) -> Saved | None:
    data = b"".join(_pieces(record, MAX_PAGE))
    charset = _CHARSET.search(stated)
    markup = characters(data, charset[1] if charset else "")
    date = _header(record.rec_headers, "WARC-Date")
    is_cut = bool(getattr(record.raw_stream, "limit", 0)) and len(data) <= MAX_PAGE
    return Saved(url, date, markup, is_cut) if markup.strip() else None


def _pieces(record: Any, most: int) -> Iterator[bytes]:
    """A record's content, unpacked as far as it is sound; none of it beyond `most` bytes."""
    total = 0
    content = _content(record, most)
    while total <= most:
        try:
            piece = next(content, b"")
        except BROKEN:
            return
        if not piece:
            return
        total += len(piece)
        yield piece


def _content(record: Any, most: int) -> Iterator[bytes]:
    headers = record.http_headers
    if headers is None or headers.get_header("Content-Encoding", "").lower() != "br":
        return iter(partial(record.content_stream().read, 65_536), b"")
    # Of brotli warcio knows a library that is no longer made.
    is_chunked = headers.get_header("Transfer-Encoding", "").lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if is_chunked else record.raw_stream
    return brotli_pieces(stream.read(most))


def _header(headers: Any, name: str) -> str:
    return decode(str(headers.get_header(name) or ""))[:4_000]


def _software(info: str) -> str:
    line = re.search(r"^software:\s*(.{1,200})", info, re.I | re.M)
    return line[1].strip() if line else ""
