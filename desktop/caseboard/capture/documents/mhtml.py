"""Reads a page that a browser saved as one file (`.mhtml`, RFC 2557)."""

from dataclasses import dataclass, field, replace

from caseboard.capture import pages, sniff, urls
from caseboard.capture.documents import mime, mime_salvage, refusals
from caseboard.capture.documents.held import Held
from caseboard.capture.documents.mime import Leaf
from caseboard.capture.reading import Reading


def read(data: bytes) -> Reading:
    """Read the page in `data` as it was at its address, with the pictures saved with it.

    Where its boundaries are broken, what looks like the page. Raises `CaseError` where it is too
    large or broken, or there is nothing in it to be shown.
    """
    found = _look(data)
    if found.root is None and (mended := mime_salvage.mended(data)):
        found = _look(mended)
        found.is_mended = True
    if found.root is None and (html := mime_salvage.bare_page(data)):
        found.root = Leaf("text/html", "", "", "", "", is_attached=False, data=html)
        found.is_mended = True
    return _reading(found)


@dataclass(slots=True)
class _Found:
    """What stands in a message."""

    headers: dict[str, str]
    root: Leaf | None = None
    held: Held = field(default_factory=Held)
    is_mended: bool = False


def _look(data: bytes) -> _Found:
    with mime.opened(data) as message:
        found, start = _Found(message.headers), message.start
        for leaf in message.leaves():
            is_first = found.root is None or leaf.content_id == start != ""
            if leaf.media_type in sniff.HTML and is_first:
                found.root = leaf
            elif leaf.media_type.startswith("image/"):
                found.held.add(leaf.location, leaf.media_type, leaf.data)
                found.held.add(f"cid:{leaf.content_id}", leaf.media_type, leaf.data)
    return found


def _reading(found: _Found) -> Reading:
    root, headers = found.root, found.headers
    if root is None:
        return found.held.alone()
    address = _address(root, headers.get("Snapshot-Content-Location", ""))
    page = found.held.into(pages.read(root.text, url=address))
    saved = mime.date(headers.get("Date", ""))
    said = {
        "Address": address,
        "Saved": saved or "",
        "Saved by": headers.get("From", "").strip('"<> '),
    }
    return replace(
        page,
        canonical_url=page.canonical_url or address,
        metadata={name: value for name, value in said.items() if value},
        problem=refusals.in_part() if found.is_mended else page.problem,
    )


def _address(root: Leaf, snapshot: str) -> str:
    return next((url for url in (snapshot, root.location) if urls.is_web(url)), "")
