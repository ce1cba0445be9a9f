"""The exhibits that are handed over, as a table: one row a file (RFC 4180, UTF-8)."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from caseboard.exchange.claims_csv import guarded
from caseboard.model.clip import Clip, ClipFile
from caseboard.store.values import to_json

COLUMNS = (
    *("exhibit", "title", "author", "published", "captured", "url", "file", "role", "media_type"),
    *("bytes", "sha256", "called", "credit", "step", "left_out"),
)


@dataclass(frozen=True, slots=True)
class Given:
    """One file of a clip, and where it stands; without a place it is not handed over."""

    clip: Clip
    file: ClipFile
    path: str
    left_out: str = ""
    """Why it is not handed over, in words."""


def write(given: Iterable[Given]) -> bytes:
    """The table; no cell is read as a formula."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for each in given:
        writer.writerow({name: guarded(value) for name, value in _row(each).items()})
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _row(given: Given) -> dict[str, str]:
    clip, file = given.clip, given.file
    return {
        "exhibit": clip.ref,
        "title": clip.title,
        "author": clip.author,
        "published": clip.published or "",
        "captured": str(to_json(clip.captured)),
        "url": clip.url_reached or clip.url_asked,
        "file": given.path,
        "role": file.role.value,
        "media_type": file.media_type,
        "bytes": str(file.bytes),
        "sha256": file.sha256,
        "called": file.name,
        "credit": file.credit,
        "step": file.step,
        "left_out": given.left_out,
    }
