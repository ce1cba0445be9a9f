"""The paragraphs of a document put together into the text of a clip."""

from collections.abc import Iterable
from dataclasses import dataclass

from caseboard.capture.decode import decode
from caseboard.model.parts import GAP, Part
from caseboard.model.terms import PartKind

MAX_TEXT = 4_000_000
"""Characters; a thick novel has one million."""
MAX_PIECES = 50_000


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, heading or row."""

    text: str
    kind: PartKind = PartKind.PARAGRAPH
    body: bool = True
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A whole document's text."""

    text: str
    parts: tuple[Part, ...]
    is_cut: bool
    """There was more than is read."""


def put_together(pieces: Iterable[Piece]) -> Text:
    """Pieces joined by `GAP`, at most `MAX_TEXT` characters of them; empty ones are left out."""
    texts: list[str] = []
    parts: list[Part] = []
    position = 0
    for piece in pieces:
        text = tidy(piece.text)
        if not text:
            continue
        if position + len(text) > MAX_TEXT or len(parts) >= MAX_PIECES:
            return Text(GAP.join(texts), tuple(parts), is_cut=True)
        end = position + len(text)
        parts.append(Part(piece.kind, position, end, piece.body, page=piece.page))
        texts.append(text)
        position = end + len(GAP)
    return Text(GAP.join(texts), tuple(parts), is_cut=False)


def tidy(text: str) -> str:
    """`text` without control characters, runs of blanks and empty lines."""
    lines = (" ".join(line.split()) for line in decode(text).splitlines())
    return "\n".join(line for line in lines if line)
