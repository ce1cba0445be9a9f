"""RIS, the tagged references of most databases and reference managers; read with `rispy`."""

from collections.abc import Mapping
from typing import Any

import rispy

from caseboard.capture.lists.entry import ListFormat, Listing
from caseboard.capture.lists.gathering import Gathering, address

_TITLES = ("title", "primary_title", "translated_title", "secondary_title")
_SITES = ("journal_name", "secondary_title", "alternate_title3", "alternate_title2", "publisher")
_TAGS = {"title": "TI", "primary_title": "T1", "secondary_title": "T2", "journal_name": "JO",
         "publisher": "PB", "alternate_title2": "J2", "alternate_title3": "JA",
         "translated_title": "TT"}  # fmt: skip


def read(text: str) -> Listing | None:
    """The references of an RIS file; None where there are none."""
    found = Gathering(ListFormat.RIS, "RIS")
    try:
        items = rispy.loads(text, skip_unknown_tags=True)
    except (OSError, ValueError, KeyError, IndexError, TypeError):  # what rispy says to garbage
        return None
    for row, item in enumerate(items, 1):
        _add(found, row, item)
    return found.listing() if len(found) else None


def _add(found: Gathering, row: int, item: Mapping[str, Any]) -> None:
    said: dict[str, tuple[str, str]] = {}
    links = [*_list(item.get("urls")), *_list(item.get("url"))]
    url = next((link for link in links if address(link)), "")
    if url:
        said["url"] = (url, "UR")
    elif item.get("doi"):
        said["url"] = (str(item["doi"]), "DO")
    title = next((name for name in _TITLES if item.get(name)), "")
    if title:
        said["title"] = (str(item[title]), _TAGS[title])
    site = next((name for name in _SITES if item.get(name) and name != title), "")
    if site:
        said["site"] = (str(item[site]), _TAGS[site])
    date = next((name for name in ("date", "year", "publication_year") if item.get(name)), "")
    if date:
        said["published"] = (str(item[date]), "DA" if date == "date" else "PY")
    notes = [str(item.get("abstract") or item.get("notes_abstract") or "")]
    notes += _list(item.get("notes"))
    said["note"] = ("\n\n".join(filter(None, notes)), "AB")
    said["language"] = (str(item.get("language", "")), "LA")
    authors = [turned(name) for name in
               _list(item.get("authors")) or _list(item.get("first_authors"))]  # fmt: skip
    files = [link for name in ("file_attachments1", "file_attachments2", "figure")
             for link in _list(item.get(name)) if "://" not in link]  # fmt: skip
    found.add(
        row,
        said,
        authors=authors,
        tags=_list(item.get("keywords")),
        files=files,
        kind=str(item.get("type_of_reference", "")),
        names={"authors": "AU"},
    )


def turned(name: str) -> str:
    """`Doe, Jane` as `Jane Doe`; `van Dam, Jan, Jr.` as `Jan van Dam Jr.`."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 2:
        return f"{parts[1]} {parts[0]}".strip()
    return " ".join((parts[1], parts[0], *parts[2:])).strip() if len(parts) > 2 else name.strip()


def _list(value: Any) -> list[str]:
    if isinstance(value, list):
        return [str(each) for each in value]
    return [str(value)] if value else []
