"""Reads a page that a browser saved as one file (`.mhtml`, RFC 2557)."""

from dataclasses import replace

from caseboard.capture import pages, sniff, urls
from caseboard.capture.documents import mime, refusals
from caseboard.capture.documents.held import Held
from caseboard.capture.documents.mime import Leaf
from caseboard.capture.reading import Reading


def read(data: bytes) -> Reading:
    """Read the page in `data` as it was at its address, with the pictures saved with it.

    Raises `CaseError` where it is too large or broken, or there is no page in it.
    """
    held = Held()
    root: Leaf | None = None
    with mime.opened(data) as message:
        headers, start = message.headers, message.start
        for leaf in message.leaves():
            if leaf.media_type in sniff.HTML and (root is None or leaf.content_id == start != ""):
                root = leaf
            elif leaf.media_type.startswith("image/"):
                held.add(leaf.location, leaf.media_type, leaf.data)
                held.add(f"cid:{leaf.content_id}", leaf.media_type, leaf.data)
    if root is None:
        raise refusals.no_page()
    address = _address(root, headers.get("Snapshot-Content-Location", ""))
    page = held.into(pages.read(root.text, url=address))
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
    )


def _address(root: Leaf, snapshot: str) -> str:
    return next((url for url in (snapshot, root.location) if urls.is_web(url)), "")
