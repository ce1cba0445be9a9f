"""A web archive with its index and list of pages in one file: WACZ 1.1.1 (Webrecorder, 2021)."""

import gzip
import hashlib
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from caseboard.exchange import cdxj
from caseboard.exchange.cdxj import Capture

VERSION = "1.1.1"
ARCHIVE = "data.warc.gz"
LINES = 1024
"""Lines of the index that are packed together."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a reader of the archive is shown first."""

    url: str
    captured: datetime
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Member:
    path: str
    data: bytes
    packed: bool
    """Replay tools read the archive and the packed index in place: those are only stored."""


def write(
    target: Path, warc: bytes, captures: Sequence[Capture], page: PageFacts, software: str
) -> None:
    """Write `warc` (a `.warc.gz`, one member a record) with its index to `target`.

    The same input gives the same bytes: the file is dated by the page's capture. Raises `OSError`.
    """
    members = [
        _Member(f"archive/{ARCHIVE}", warc, packed=False),
        *_index(cdxj.lines(captures, ARCHIVE)),
        _Member("pages/pages.jsonl", _pages(page), packed=True),
    ]
    package = _package(members, page, software)
    digest = {"path": "datapackage.json", "hash": _hash(package)}
    members += [
        _Member("datapackage.json", package, packed=True),
        _Member("datapackage-digest.json", _json(digest), packed=True),
    ]
    with zipfile.ZipFile(target, "w") as file:
        for member in members:
            file.writestr(_info(member, page.captured), member.data)


def _index(lines: Sequence[str]) -> list[_Member]:
    """The index in blocks packed apart (ZipNum), and where each block begins."""
    packed = b""
    places = ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n']
    for first in range(0, len(lines), LINES):
        block = gzip.compress("".join(lines[first : first + LINES]).encode(), mtime=0)
        where = {
            "offset": len(packed),
            "length": len(block),
            "digest": _hash(block),
            "filename": "index.cdx.gz",
        }
        start = " ".join(lines[first].split(" ", 2)[:2])
        places.append(f"{start} {json.dumps(where)}\n")
        packed += block
    return [
        _Member("indexes/index.cdx.gz", packed, packed=False),
        _Member("indexes/index.idx", "".join(places).encode(), packed=True),
    ]


def _pages(page: PageFacts) -> bytes:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "Pages", "hasText": bool(page.text)}
    row = {
        "id": hashlib.sha256(page.url.encode()).hexdigest()[:22],
        "url": page.url,
        "ts": _iso(page.captured),
        "title": page.title,
    }
    if page.text:
        row["text"] = page.text
    return b"".join(json.dumps(each, ensure_ascii=False).encode() + b"\n" for each in (head, row))


def _package(members: Sequence[_Member], page: PageFacts, software: str) -> bytes:
    resources = [
        {
            "name": Path(member.path).name.lower(),
            "path": member.path,
            "hash": _hash(member.data),
            "bytes": len(member.data),
        }
        for member in members
    ]
    return _json(
        {
            "profile": "data-package",
            "wacz_version": VERSION,
            "title": page.title or page.url,
            "created": _iso(page.captured),
            "software": software,
            "mainPageUrl": page.url,
            "mainPageDate": _iso(page.captured),
            "resources": resources,
        }
    )


def _info(member: _Member, captured: datetime) -> zipfile.ZipInfo:
    at = captured.astimezone(UTC)
    info = zipfile.ZipInfo(
        member.path, (max(1980, at.year), at.month, at.day, at.hour, at.minute, at.second)
    )
    info.compress_type = zipfile.ZIP_DEFLATED if member.packed else zipfile.ZIP_STORED
    return info


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode()


def _hash(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
