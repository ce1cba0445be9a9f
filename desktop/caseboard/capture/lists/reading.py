"""From the bytes of a file to the list it is, whatever its name: run in the worker alone."""

import json
from collections.abc import Mapping
from typing import Any

from caseboard.capture.answer import Answer
from caseboard.capture.decode import decode
from caseboard.capture.lists import bibtex, bookmarks, csl, likely, links, ris, tables, zotero
from caseboard.capture.lists.entry import Listing


def read(data: bytes, *, is_wanted: bool = False) -> Listing | None:
    """The list that `data` is, told by how it is built; None where it is none.

    With `is_wanted` the user says that it is one: then links within prose count too.
    """
    head = decode(data[: likely.HEAD])
    if likely.RDF.search(head):
        return zotero.read(data)
    text = decode(data)
    if likely.NETSCAPE.search(head):
        return bookmarks.read_html(text)
    if text.lstrip()[:1] in {"[", "{"}:
        found = _of_json(text)
        if found is not None:
            return found
    for known, reader in ((likely.RIS, ris.read), (likely.BIBTEX, bibtex.read)):
        found = reader(text) if known.search(head) else None
        if found is not None:
            return found
    if likely.MARKUP.match(head):
        return links.read(text, is_wanted=True) if is_wanted else None
    return tables.read(text) or links.read(text, is_wanted=is_wanted)


def task(data: bytes, options: Mapping[str, Any]) -> Answer:
    """What the worker answers to `list`; option `is_wanted` as `read` takes it.

    The listing comes as one blob of JSON; no blob where the file is no list.
    """
    found = read(data, is_wanted=bool(options.get("is_wanted")))
    if found is None:
        return Answer()
    return Answer(blobs=(json.dumps(found.as_json(), ensure_ascii=False).encode(),))


def _of_json(text: str) -> Listing | None:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return csl.read(held)


_SAMPLES = (
    b"@misc{a, title={Caf{\\'e} $x$}, author={Doe, Jane}, url={https://a.example/1}}",
    b"TY  - NEWS\nTI  - A\nUR  - https://a.example/1\nER  - \n",
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>',
    b"title;link\nA;https://a.example/1\nB;https://a.example/2\n",
)


def warm_up() -> None:
    """Load all that reading lists needs, for a process that will give up loading anything."""
    for sample in _SAMPLES:
        read(sample)
