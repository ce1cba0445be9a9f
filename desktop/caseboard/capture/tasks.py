"""What the worker can be asked to do with foreign bytes: one function a task."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from caseboard.capture import levels, readers, rescue
from caseboard.capture import needs as needed
from caseboard.capture.answer import Answer
from caseboard.capture.documents import kinds, pdf_attached, pdf_page, warc_index
from caseboard.capture.lists import reading as lists
from caseboard.model.terms import ClipKind

Task = Callable[[bytes, Mapping[str, Any]], Answer]
"""Takes the bytes and the options, which are JSON; raises `CaseError` where it cannot be done."""

_WARM_UP = (
    b"<html><head><title>A page</title></head><body><article><p>%s</p></article></body></html>"
)


def warm_up(_arguments: Sequence[str]) -> None:
    """Import all that reading needs, while importing is still allowed."""
    sentence = b"Words that make a paragraph long enough to be taken for an article. " * 12
    readers.read(ClipKind.ARTICLE, "text/html", _WARM_UP % sentence)
    # Of a page with hardly a word trafilatura asks jusText, which reads its word lists then.
    readers.read(ClipKind.ARTICLE, "text/html", _WARM_UP % b"Page not found")
    readers.read(ClipKind.TEXT, "text/plain", sentence)
    kinds.warm_up()
    lists.warm_up()


def read(data: bytes, options: Mapping[str, Any]) -> Answer:
    """Read a file; the options are those of `readers.read`, under their names."""
    reading = readers.read(
        ClipKind(options["kind"]),
        options["media_type"],
        data,
        url=options["url"],
        pictures=options["pictures"],
        status=options["status"],
        charset=options["charset"],
    )
    embedded = reading.embedded
    values = {
        "reading": reading.as_json(),
        "embedded": [[one.url, one.media_type] for one in embedded],
    }
    blobs = (reading.thumbnail or b"", reading.display or b"", *(one.data for one in embedded))
    return Answer(values, blobs)


def needs(data: bytes, options: Mapping[str, Any]) -> Answer:
    """What a page or stylesheet refers to; options `media_type`, `url`. Answers `[url, kind]`s."""
    found = needed.of(data, options["media_type"], options["url"])
    return Answer({"needs": [[need.url, need.kind] for need in found]})


TASKS: Mapping[str, Task] = MappingProxyType(
    {
        "levels": levels.levels,
        "warc_index": warc_index.index,
        "read": read,
        "rescue": rescue.rescue,
        "needs": needs,
        "pages": pdf_page.pages,
        "page": pdf_page.page,
        "attached": pdf_attached.attached,
        "list": lists.task,
    }
)
