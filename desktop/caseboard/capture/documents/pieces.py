"""The paragraphs of a document put together into the text of a clip."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from caseboard.capture import titles
from caseboard.capture.decode import decode
from caseboard.i18n import _
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


def titled(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """`pieces` with the one near the top that is the document's title marked."""
    found = list(pieces)
    folded = titles.fold(title)
    for index, piece in enumerate(found[:20]):
        if folded and titles.fold(piece.text) == folded:
            found[index] = replace(piece, kind=PartKind.TITLE, body=False)
            break
    return found


def headline(pieces: Sequence[Piece]) -> str:
    """The title that a document shows: a line so marked, or a heading at its very top."""
    marked = [piece for piece in pieces[:20] if piece.kind is PartKind.TITLE]
    first = [piece for piece in pieces if tidy(piece.text)][:1]
    shown = marked or [piece for piece in first if piece.kind is PartKind.HEADING]
    return " ".join(shown[0].text.split())[:500] if shown else ""


def shortfall(text: Text) -> str:
    """What to say where not all of a text was read; empty where it was."""
    if not text.is_cut:
        return ""
    return _("Only the beginning was read: the document is very long. It is kept whole.")


def tidy(text: str) -> str:
    """`text` without control characters, runs of blanks and empty lines."""
    lines = (" ".join(line.split()) for line in decode(text).splitlines())
    return "\n".join(line for line in lines if line)
