"""What reviewers left in a DOCX: comments, and words deleted while changes were recorded."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from caseboard.capture.dates import stated
from caseboard.capture.documents.docx_text import attribute, tag_of, text_of
from caseboard.capture.documents.pieces import Piece, tidy
from caseboard.i18n import _
from caseboard.model.terms import PartKind

_DELETED = {"del", "moveFrom"}
_MOST = 2_000


def comments(root: Element) -> Iterator[Piece]:
    """The comments of `word/comments.xml`, each with who wrote it; they are no body."""
    for comment in list(root)[:_MOST]:
        words = tidy(text_of(comment))
        if tag_of(comment) == "comment" and words:
            lead = _signed(comment, _("Comment"))
            yield Piece(f"{lead}: {words}", PartKind.OTHER, body=False)


def deletions(root: Element) -> Iterator[Piece]:
    """Words that were deleted or moved away, each with who did it; they are no body."""
    count = 0
    waiting = [root]
    while waiting and count < _MOST:
        element = waiting.pop()
        if tag_of(element) in _DELETED:
            words = tidy(_deleted(element))
            if words:
                count += 1
                lead = _signed(element, _("Deleted"))
                yield Piece(f"{lead}: {words}", PartKind.OTHER, body=False)
        elif tag_of(element) != "Fallback":
            waiting.extend(reversed(element))


def _deleted(element: Element) -> str:
    """Deleted words stand in elements of their own name; moved ones do not."""
    words = []
    for inner in element.iter():
        if tag_of(inner) in {"delText", "t"}:
            words.append(inner.text or "")
        elif tag_of(inner) == "p" and words:
            words.append("\n")
    return "".join(words)


def _signed(element: Element, what: str) -> str:
    """`Comment (O. Marchuk, 2024-11-14T11:39:00Z)`, as far as it is said."""
    date = stated(attribute(element, "date")) or ""
    said = ", ".join(part for part in (tidy(attribute(element, "author"))[:200], date) if part)
    return f"{what} ({said})" if said else what
