"""The blocks a clip's text is made of."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from caseboard.model.terms import PartKind

GAP = "\n\n"
"""What stands between two blocks in `Clip.text`."""


@dataclass(frozen=True, slots=True)
class Part:
    """One block of text: what it is, where it stands in `Clip.text`, whether it is body."""

    kind: PartKind
    start: int
    end: int
    body: bool
    picture: int | None = None
    """For a caption: the ordinal of the picture (`ClipFile.ordinal`, from 0) it belongs to."""
    page: int | None = None
    """In a document: the page it stands on, counted from 1."""

    def as_json(self) -> dict[str, Any]:
        """The row kept in `Clip.parts`; it names a page only where there is one."""
        row = {**asdict(self), "kind": self.kind.value}
        if self.page is None:
            del row["page"]
        return row

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Part":
        """Read a row of `Clip.parts`."""
        return cls(
            PartKind(row["kind"]),
            row["start"],
            row["end"],
            row["body"],
            row.get("picture"),
            row.get("page"),
        )


def body_text(text: str, parts: Iterable[Part]) -> str:
    """The blocks of `text` that are body, joined by blank lines."""
    return GAP.join(text[part.start : part.end] for part in parts if part.body)


def paragraph(text: str, parts: Sequence[Part], place: int) -> int | None:
    """The number, from 1, of the paragraph of the body that `place` of `text` stands in.

    None where it stands outside of the body, in a heading or a caption, or where there is but one.
    """
    spans = [(part.start, part.end) for part in parts if part.body and part.kind in _RUNNING]
    if not parts:
        spans = [found.span() for found in _BLOCK.finditer(text)]
    for number, (start, end) in enumerate(spans, 1):
        if start <= place < end:
            return number if len(spans) > 1 else None
    return None


def told(text: str, parts: Iterable[Part]) -> str:
    """`text` with blanks in the place of what tells nothing of the story; offsets stay.

    Banners, bylines, cards of authors and boxes about other stories are blanked out; titles,
    captions and the body are not. A text without blocks is told whole.
    """
    pieces = list(text)
    for part in parts:
        if not part.body and part.kind not in _TELLING:
            pieces[part.start : part.end] = _BLANK * (part.end - part.start)
    return "".join(pieces)


_TELLING = frozenset({PartKind.TITLE, PartKind.HEADING, PartKind.CAPTION})
_RUNNING = frozenset({PartKind.PARAGRAPH, PartKind.QUOTE, PartKind.LIST_ITEM})
_BLOCK = re.compile(r"\S(?:.|\n(?!\s*\n))*")
"""What stands between empty lines, in a text without blocks."""
_BLANK = " "
