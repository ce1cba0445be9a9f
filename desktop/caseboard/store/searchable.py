"""What of each row can be searched for."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from caseboard.model.parts import GAP
from caseboard.model.refs import short
from caseboard.model.terms import PartKind

Row = Mapping[str, Any]
"""A row by column name, lists as lists."""
Texts = tuple[str, str]
"""A title and a body."""

NAMED = ("id", "name", "aliases", "deleted")
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "clip": (
            "id", "case_id", "ref", "title", "author", "site", "text", "parts", "credit", "deleted",
        ),
        "note": ("id", "case_id", "text", "deleted"),
        "claim": (
            "id", "case_id", "ref", "statement", "assessment", "confidence_basis",
            "override_reason", "deleted",
        ),
        "hypothesis": ("id", "case_id", "ref", "statement", "deleted"),
        "gap": ("id", "case_id", "ref", "question", "changes", "answer", "deleted"),
        "layer": (
            "id", "case_id", "ref", "name", "estimated", "attribution", "file_name", "deleted",
        ),
        "briefing": (
            "id", "case_id", "ref", "title", "question", "bottom_line", "judgements",
            "confidence_basis", "assumptions", "texts", "deleted",
        ),
        "location": NAMED,
        "unit": (*NAMED, "designation"),
        "person": (*NAMED, "role"),
        "source": (*NAMED, "url", "reliability_reason"),
    }
)  # fmt: skip
"""The tables that are searched, and the columns that `texts` reads."""

TITLE_LENGTH = 100
"""Of a note, whose first line is its title."""


def texts(row: Row, table: str) -> Texts | None:
    """The title and body of a row of `table` as they were written; None if it is not searched.

    That is so for rows in the bin, for rows that say nothing, and for other tables.
    """
    if table not in COLUMNS or row["deleted"] is not None:
        return None
    title, body = _READERS[table](row)
    return (title, body) if title.strip() or body.strip() else None


def _clip(row: Row) -> Texts:
    own = (row["author"], row["site"], row["credit"], short(row["ref"]), row["ref"])
    return row["title"], _lines(_after_title(row), *own)


def _after_title(row: Row) -> str:
    """The text without its title, which is searched for and shown apart."""
    blocks = [
        row["text"][part["start"] : part["end"]]
        for part in row["parts"] or ()
        if part["kind"] != PartKind.TITLE
    ]
    return GAP.join(blocks) if row["parts"] else str(row["text"])


def _note(row: Row) -> Texts:
    lines = [line for line in row["text"].splitlines() if line.strip()]
    title = re.sub(r"^[\s#>*+-]+", "", lines[0])[:TITLE_LENGTH] if lines else ""
    return title, row["text"]


def _claim(row: Row) -> Texts:
    own = (row["assessment"], row["confidence_basis"], row["override_reason"])
    return row["statement"], _lines(*own, short(row["ref"]), row["ref"])


def _hypothesis(row: Row) -> Texts:
    return row["statement"], _lines(short(row["ref"]), row["ref"])


def _gap(row: Row) -> Texts:
    return row["question"], _lines(row["changes"], row["answer"], short(row["ref"]), row["ref"])


def _layer(row: Row) -> Texts:
    own = (row["estimated"], row["attribution"], row["file_name"])
    return row["name"], _lines(*own, short(row["ref"]), row["ref"])


def _briefing(row: Row) -> Texts:
    own = (row["question"], row["bottom_line"], *(row["judgements"] or ()), row["confidence_basis"])
    assumed = (str(each.get("text", "")) for each in row["assumptions"] or ())
    written = (str(text) for text in (row["texts"] or {}).values())
    return row["title"], _lines(*own, *assumed, *written, short(row["ref"]), row["ref"])


def _named(*others: str) -> Callable[[Row], Texts]:
    def read(row: Row) -> Texts:
        return row["name"], _lines(", ".join(row["aliases"] or ()), *(row[name] for name in others))

    return read


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


_READERS: Mapping[str, Callable[[Row], Texts]] = MappingProxyType(
    {
        "clip": _clip,
        "note": _note,
        "claim": _claim,
        "hypothesis": _hypothesis,
        "gap": _gap,
        "layer": _layer,
        "briefing": _briefing,
        "location": _named(),
        "unit": _named("designation"),
        "person": _named("role"),
        "source": _named("url", "reliability_reason"),
    }
)
