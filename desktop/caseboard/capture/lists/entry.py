"""`Entry`: one thing that a list names; `Listing`: a list as read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

MOST = 50_000
"""So many entries of one list are read; the rest is counted."""
LONGEST = 4_000
"""Characters of one field that are kept; a note may be ten times as long."""
MOST_FILES = 200
"""So many files of one entry are kept."""


class ListFormat(StrEnum):
    """What kind of list a file is."""

    LINKS = "links"
    TABLE = "table"
    ARCHIVER = "auto-archiver"
    BOOKMARKS = "bookmarks"
    ZOTERO = "zotero"
    CSL = "csl"
    RIS = "ris"
    BIBTEX = "bibtex"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a list names. What the list does not say is empty, never guessed."""

    row: int
    """Where in the list: a line of a text or table, otherwise its place; counts from 1."""
    url: str = ""
    """http or https, as the list writes it."""
    title: str = ""
    authors: tuple[str, ...] = ()
    """People's names, given name first."""
    published: str | None = None
    """EDTF (ISO 8601-2)."""
    published_as_printed: str = ""
    site: str = ""
    language: str = ""
    """BCP 47 primary tag, such as `uk`."""
    saved: str | None = None
    """When the list's keeper put it on the list: EDTF."""
    note: str = ""
    tags: tuple[str, ...] = ()
    """Also the folders it lies in, outermost first, joined by ` / `."""
    files: tuple[str, ...] = ()
    """Paths as the list writes them, relative to it. Foreign: see `beside`."""
    kind: str = ""
    """What the list says it is: `newspaperArticle`, `NEWS`."""
    said_in: Mapping[str, str] = field(default_factory=dict)
    """For each field, where in the list it was said: `{"title": "Zotero RDF dc:title"}`."""

    def as_json(self) -> dict[str, Any]:
        """What `from_json` reads; empty fields are left out."""
        row = {key: value for key, value in asdict(self).items() if value}
        return {"row": self.row, **row}

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Entry":
        """Read what `as_json` wrote; raises `TypeError` or `ValueError` otherwise."""
        known = dict(row)
        for name in ("authors", "tags", "files"):
            known[name] = tuple(map(str, known.get(name, ())))
        known["said_in"] = {str(key): str(value) for key, value in known.get("said_in", {}).items()}
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that holds nothing to take in, and why."""

    row: int
    reason: str
    """A sentence for the user."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as read."""

    format: ListFormat
    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...] = ()
    """At most a thousand are named; `skipped_count` counts all."""
    skipped_count: int = 0
    left_out: int = 0
    """How many entries beyond `MOST` there are."""

    def as_json(self) -> dict[str, Any]:
        """What `from_json` reads."""
        return {
            "format": self.format.value,
            "entries": [entry.as_json() for entry in self.entries],
            "skipped": [[each.row, each.reason] for each in self.skipped],
            "skipped_count": self.skipped_count,
            "left_out": self.left_out,
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Listing":
        """Read what `as_json` wrote; raises `KeyError`, `TypeError` or `ValueError` otherwise."""
        return cls(
            ListFormat(row["format"]),
            tuple(Entry.from_json(entry) for entry in row["entries"]),
            tuple(Skipped(int(each[0]), str(each[1])) for each in row["skipped"]),
            int(row["skipped_count"]),
            int(row["left_out"]),
        )
