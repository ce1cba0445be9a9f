"""CSL-JSON, as Zotero and its kin export it; and plain JSON that holds links."""

import re
from collections.abc import Mapping
from typing import Any

from caseboard.capture.lists import bookmarks, columns, tables
from caseboard.capture.lists.entry import ListFormat, Listing
from caseboard.capture.lists.gathering import Gathering

_TEXT = {
    "title": "title",
    "container-title": "site",
    "publisher": "site",
    "language": "language",
    "abstract": "note",
    "note": "note",
}


def read(held: Any) -> Listing | None:
    """What a JSON value lists; None where it is no list that is known."""
    found = bookmarks.read_json(held)
    if found is not None:
        return found
    if isinstance(held, dict):
        held = held.get("items", held.get("references"))
    if not isinstance(held, list) or not held:
        return None
    if any(isinstance(item, dict) and _is_csl(item) for item in held[:50]):
        return _csl(held)
    if all(isinstance(item, dict) for item in held[:50]):
        return _objects(held)
    return _strings(held)


def _is_csl(item: Mapping[str, Any]) -> bool:
    return isinstance(item.get("type"), str) and (
        bool({"issued", "container-title", "accessed", "DOI", "author"} & item.keys())
        or ("title" in item and "URL" in item)
    )


def _csl(items: list[Any]) -> Listing | None:
    found = Gathering(ListFormat.CSL, "CSL-JSON")
    for row, item in enumerate(items, 1):
        if isinstance(item, dict):
            _add(found, row, item)
    return found.listing() if len(found) else None


def _add(found: Gathering, row: int, item: Mapping[str, Any]) -> None:
    said: dict[str, tuple[str, str]] = {}
    for name, field in _TEXT.items():
        text = _text(item.get(name))
        if text and field == "note" and field in said:
            said[field] = (f"{said[field][0]}\n\n{text}", said[field][1])
        elif text:
            said.setdefault(field, (text, name))
    if _text(item.get("URL")):
        said["url"] = (_text(item["URL"]), "URL")
    elif _text(item.get("DOI")):
        said["url"] = (_text(item["DOI"]), "DOI")
    said["published"] = (_date(item.get("issued")), "issued")
    said["saved"] = (_date(item.get("accessed")), "accessed")
    people = item.get("author")
    authors = [_name(each) for each in people] if isinstance(people, list) else []
    tags = re.split(r"[;,]", _text(item.get("keyword")))
    kind = _text(item.get("type"))
    found.add(row, said, authors=authors, tags=tags, kind=kind, names={"authors": "author"})


def _date(value: Any) -> str:
    """CSL's dates: numbers in parts, or words."""
    if not isinstance(value, dict):
        return _text(value)
    for part in value.get("date-parts") or ():
        if isinstance(part, list) and part:
            numbers = [str(each).strip() for each in part[:3]]
            if all(each.isdigit() for each in numbers):
                return "-".join([numbers[0].zfill(4), *(each.zfill(2) for each in numbers[1:])])
    return _text(value.get("raw") or value.get("literal"))


def _name(person: Any) -> str:
    if not isinstance(person, dict):
        return _text(person)
    whole = _text(person.get("literal"))
    parts = ("given", "non-dropping-particle", "family", "suffix")
    return whole or " ".join(filter(None, (_text(person.get(part)) for part in parts)))


def _objects(items: list[Any]) -> Listing | None:
    """A table in JSON: each object a row."""
    keys = list(dict.fromkeys(str(key) for item in items[:400] for key in item))[:200]
    rows = [[_text(item.get(key)) for key in keys] for item in items if isinstance(item, dict)]
    known = columns.of_table([keys, *rows[:400]])
    if known is None or not known.has_header:
        return None
    found = Gathering(ListFormat.TABLE, "JSON")
    for row, cells in enumerate(rows, 1):
        tables.take(found, row, cells, known)
    return found.listing() if len(found) else None


def _strings(items: list[Any]) -> Listing | None:
    found = Gathering(ListFormat.LINKS, "JSON")
    for row, item in enumerate(items, 1):
        if isinstance(item, str) and item.startswith(("http://", "https://")):
            found.add(row, {"url": (item, "")})
    return found.listing() if len(found) * 2 > len(items) else None


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_text(each) for each in value[:50] if not isinstance(each, list | dict))
    return str(value) if isinstance(value, str | int | float) and value is not True else ""
