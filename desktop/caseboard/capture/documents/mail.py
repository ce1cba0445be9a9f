"""Reads a mail as a program saves it (`.eml`): headers, words, and what is attached."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from email.utils import getaddresses

from caseboard.capture import pages, plain, safenames, sniff
from caseboard.capture.decode import decode
from caseboard.capture.documents import mime
from caseboard.capture.documents.held import Held
from caseboard.capture.documents.mime import Leaf
from caseboard.capture.documents.pieces import tidy
from caseboard.capture.documents.zipped_pictures import is_large
from caseboard.capture.embedded import Embedded
from caseboard.capture.reading import PictureRef, Reading
from caseboard.i18n import _
from caseboard.model.parts import GAP, Part, body_text
from caseboard.model.terms import PartKind

_HEADERS = {"title": "Subject", "author": "From", "published": "Date"}
_MOST_PICTURES = 40
_MESSAGE = "message/rfc822"


def read(data: bytes) -> Reading:
    """Read a mail: its HTML as a page, or its plain text where there is more in that.

    Headers are kept in the metadata, attachments are named there. Nothing is fetched.
    Raises `CaseError` where it is too large or broken.
    """
    with mime.opened(data) as message:
        headers, leaves = message.headers, list(message.leaves())
    said = {name.lower(): value for name, value in headers.items()}
    body = _body(leaves)
    body = _with_attached_pictures(body, leaves)
    subject = " ".join(said.get("subject", "").split())
    text, parts = _and_below(*_under(subject, body), _nested(leaves))
    stated = said.get("date", "")
    published = mime.date(stated)
    author = _people(said.get("from", ""))
    origins = {"title": subject, "author": author, "published": published}
    return replace(
        body,
        title=subject or body.title,
        author=author,
        published=published,
        published_as_printed=stated if published else "",
        site="",
        text=text,
        parts=parts,
        metadata={**headers, **_attachments(leaves)},
        problem="" if body.text else _no_text(),
        said_in={name: f"Mail {_HEADERS[name]}" for name, value in origins.items() if value},
    )


def _no_text() -> str:
    return _("The message holds no text that can be read. It is kept as it is.")


def _body(leaves: Sequence[Leaf]) -> Reading:
    """What the sender wrote, with the pictures that came along."""
    written = [leaf for leaf in leaves if not leaf.is_attached]
    words = "\n\n".join(leaf.text for leaf in written if leaf.media_type == "text/plain")
    text = pages.of_page(plain.read(words))
    markup = next((leaf.text for leaf in written if leaf.media_type == "text/html"), "")
    if not markup:
        return text
    page = _with_pictures(pages.read(markup), leaves)
    if 2 * len(_body_text(page)) >= len(_body_text(text)):
        return page
    return replace(text, html=page.html, pictures=page.pictures, embedded=page.embedded)


def _body_text(reading: Reading) -> str:
    return body_text(reading.text, reading.parts)


def _with_pictures(page: Reading, leaves: Iterable[Leaf]) -> Reading:
    held = Held()
    for leaf in leaves:
        if leaf.media_type.startswith("image/"):
            held.add(f"cid:{leaf.content_id}", leaf.media_type, leaf.data)
    return held.into(page)


def _with_attached_pictures(body: Reading, leaves: Iterable[Leaf]) -> Reading:
    """`body` with the pictures that are attached and not shown in it."""
    shown = {one.data for one in body.embedded}
    refs, files = list(body.pictures), list(body.embedded)
    for number, leaf in enumerate(leaves, 1):
        is_new = leaf.media_type in sniff.IMAGES and leaf.data not in shown
        if is_new and is_large(leaf.data, leaf.media_type) and len(files) < _MOST_PICTURES:
            shown.add(leaf.data)
            url = f"attachment:{number}"
            refs.append(PictureRef(url, alt=safenames.shown(leaf.name)))
            files.append(Embedded(url, leaf.media_type, leaf.data))
    return replace(body, pictures=tuple(refs), embedded=tuple(files))


def _nested(leaves: Iterable[Leaf]) -> list[str]:
    """The words of messages that are attached: subject, sender and plain text of each."""
    found = []
    for leaf in leaves:
        if leaf.media_type == _MESSAGE:
            with mime.opened(leaf.data) as message:
                said, inner = message.headers, list(message.leaves())
            words = (one.text for one in inner if one.media_type == "text/plain")
            heads = (said.get(name, "") for name in ("Subject", "From", "Date"))
            found.append("\n".join(filter(None, (*heads, *words))))
    return found


def _and_below(
    text: str, parts: tuple[Part, ...], nested: Iterable[str]
) -> tuple[str, tuple[Part, ...]]:
    """The words with those of attached messages below; they are no body."""
    for words in map(tidy, nested):
        if words:
            start = len(text) + len(GAP) if text else 0
            text = f"{text}{GAP}{words}" if text else words
            parts = (*parts, Part(PartKind.OTHER, start, len(text), body=False))
    return text, parts


def _under(subject: str, body: Reading) -> tuple[str, tuple[Part, ...]]:
    """The words under their subject; what looks like a headline in them is one of its lines."""
    if not subject:
        return body.text, tuple(map(_line, body.parts))
    shift = len(subject) + len(GAP)
    title = Part(PartKind.TITLE, 0, len(subject), body=False)
    if not body.text:
        return subject, (title,)
    moved = (
        replace(part, start=part.start + shift, end=part.end + shift)
        for part in map(_line, body.parts)
    )
    return f"{subject}{GAP}{body.text}", (title, *moved)


def _line(part: Part) -> Part:
    if part.kind in {PartKind.TITLE, PartKind.BYLINE}:
        return replace(part, kind=PartKind.PARAGRAPH, body=True)
    return part


def _people(header: str) -> str:
    """The senders' names, or their addresses where they give none."""
    try:
        pairs = getaddresses([header[:2000]])
    except (ValueError, IndexError, TypeError):  # kept in the metadata as it is written
        return ""
    names = (decode(name or address).replace(",", " ") for name, address in pairs)
    return ", ".join(" ".join(name.split()) for name in names if name.strip())


def _attachments(leaves: Iterable[Leaf]) -> Mapping[str, str]:
    """Name, type, bytes and hash of everything that is not the mail's own words."""
    extra = (leaf for leaf in leaves if leaf.is_attached or not leaf.media_type.startswith("text/"))
    return {
        f"Attachment {number}": ", ".join(
            [
                safenames.shown(leaf.name) or "unnamed",
                leaf.media_type,
                f"{len(leaf.data)} bytes",
                f"SHA-256 {hashlib.sha256(leaf.data).hexdigest()}",
            ]
        )
        for number, leaf in enumerate(extra, 1)
    }
