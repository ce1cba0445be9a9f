"""How one clip was collected, as JSON that others can read and check."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from caseboard.model.case import Case
from caseboard.model.change import ChangeSet
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.collection import Collection
from caseboard.store.values import to_json

FORMAT = "caseboard-collection-report-1"
STANDARD = "Berkeley Protocol on Digital Open Source Investigations (2022)"
HASH = "SHA-256"

_CLIP = (
    "ref", "kind", "title", "author", "site", "published", "published_as_printed", "captured",
    "language", "url_asked", "url_reached", "credit", "licence", "method", "tool", "problem",
    "hollow", "said_in",
)  # fmt: skip
_FILE = (
    "sha256", "role", "name", "media_type", "bytes", "url", "caption", "credit", "alt", "step",
    "meta",
)  # fmt: skip
_COLLECTION = (
    "collector", "machine", "system", "began", "ended", "clock_offset", "clock_error",
    "clock_reference", "network", "user_agent", "status", "redirects", "headers", "tls", "missing",
    "renderer", "hidden",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """All that the library knows of one clip's collection."""

    case: Case
    clip: Clip
    files: Sequence[ClipFile]
    collection: Collection | None
    custody: Sequence[ChangeSet]
    """Every change-set that touched the clip or its files, oldest first."""


Check = dict[str, str]
"""An item of the list: `key`, `name`, `state`, `detail`."""


def report(held: Held, checks: Sequence[Check]) -> dict[str, Any]:
    """The report as JSON values; times are UTC (ISO 8601), `published` is EDTF (ISO 8601-2)."""
    return {
        "format": FORMAT,
        "standard": STANDARD,
        "case": {"ref": held.case.ref, "title": held.case.title},
        "clip": _fields(held.clip, _CLIP),
        "collection": _fields(held.collection, _COLLECTION) if held.collection else None,
        "hash_algorithm": HASH,
        "files": [_file(file, held.files) for file in held.files],
        "completeness": list(checks),
        "custody": [_change(change) for change in held.custody],
    }


def text(made: dict[str, Any]) -> str:
    """The report as the text of a JSON file."""
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _file(file: ClipFile, files: Sequence[ClipFile]) -> dict[str, Any]:
    source = next((each for each in files if each.id == file.made_from_id), None)
    return {**_fields(file, _FILE), "made_from": source.sha256 if source else None}


def _change(change: ChangeSet) -> dict[str, Any]:
    return {
        "number": change.seq,
        "at": to_json(change.at),
        "who": change.who,
        "what": change.label,
        "kind": change.kind.value,
        "hash": change.hash,
        "previous": change.previous,
    }


def _fields(row: Any, names: Sequence[str]) -> dict[str, Any]:
    return {name: to_json(getattr(row, name)) for name in names}
