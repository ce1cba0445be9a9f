"""Reads the page of a web archive: WARC (ISO 28500), and WACZ, which packs one."""

import json
from collections.abc import Iterator
from dataclasses import replace

from caseboard.capture import pages
from caseboard.capture.dates import stated
from caseboard.capture.decode import decode
from caseboard.capture.documents import refusals, warc_records, zipped
from caseboard.capture.documents.warc_records import Found
from caseboard.capture.reading import Reading

_MAX_ARCHIVE = 96 * 2**20
_MAX_LIST = 2 * 2**20
_MAX_ARCHIVES = 5
_SAID = {
    "title": "Title",
    "description": "Description",
    "created": "Created",
    "software": "Packed by",
}


def read(data: bytes) -> Reading:
    """Read the first page of a WARC as it was at its address, with the pictures saved with it.

    Where there is none, its pictures. Raises `CaseError` where the archive is too large or broken,
    or there is nothing in it to be shown.
    """
    return _reading(warc_records.look(data))


def read_packed(data: bytes) -> Reading:
    """Read the page that a WACZ names first, else the first there is in its archives."""
    with zipped.opened(data) as archive:
        without: Found | None = None
        wanted = _first_page(archive)
        words = _words(archive)
        for found in _archives(archive, wanted):
            if found.page is not None:
                page = _reading(found)
                return replace(page, metadata={**page.metadata, **words})
            without = without or found
    if without is None or without.pictures.is_empty:
        without = warc_records.salvaged(data)  # archives stand in a WACZ as they are
    return replace(_reading(without), metadata=words)


def _reading(found: Found) -> Reading:
    saved = found.page
    if saved is None:
        return found.pictures.alone()
    page = found.pictures.into(pages.read(saved.markup, url=saved.url))
    if saved.is_cut and not page.text and not found.pictures.is_empty:
        return found.pictures.alone()
    said = {
        "Address": saved.url,
        "Saved": stated(saved.date) or "",
        "Saved by": found.software,
        "Records": _counted(found),
    }
    return replace(
        page,
        canonical_url=page.canonical_url or saved.url,
        metadata={name: value for name, value in said.items() if value},
        problem=page.problem or (refusals.in_part() if saved.is_cut else ""),
    )


def _counted(found: Found) -> str:
    total = str(found.counts.total()) + ("" if found.is_whole else "+")
    kinds = ", ".join(f"{kind} {count}" for kind, count in found.counts.most_common(10))
    return f"{total} ({kinds})"


def _archives(archive: zipped.Archive, wanted: str) -> Iterator[Found]:
    names = [name for name in archive.names if name.startswith("archive/") and ".warc" in name]
    for name in names[:_MAX_ARCHIVES]:
        yield warc_records.look(archive.read(name, _MAX_ARCHIVE), wanted)


def _first_page(archive: zipped.Archive) -> str:
    """The first address of the list of pages; empty where there is no such list."""
    lines = archive.read("pages/pages.jsonl", _MAX_LIST).splitlines()[:20]
    rows = (_fields(line) for line in lines)
    return next((row["url"] for row in rows if isinstance(row.get("url"), str)), "")


def _words(archive: zipped.Archive) -> dict[str, str]:
    package = _fields(archive.read("datapackage.json", _MAX_LIST))
    told = {name: package.get(key) for key, name in _SAID.items()}
    return {name: decode(value)[:2_000] for name, value in told.items() if isinstance(value, str)}


def _fields(text: bytes) -> dict[str, str]:
    """A JSON object; empty where `text` is none."""
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}
