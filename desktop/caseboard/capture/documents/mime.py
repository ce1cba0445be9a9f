"""Messages of MIME (RFC 2045, 5322) taken apart: headers and leaves, whatever state they are in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from caseboard.capture.decode import decode
from caseboard.capture.documents import refusals
from caseboard.capture.documents.charset import characters
from caseboard.capture.printed import offset_text, plausible

MAX_BYTES = 48 * 2**20
MAX_LEAVES = 2_000
_MAX_HEADERS = 100
_LONGEST_HEADER = 2_000
_BROKEN = (LookupError, ValueError, TypeError, AttributeError, AssertionError, MessageError,
           RecursionError)  # fmt: skip
"""What `email` raises over broken messages, besides what it says it does."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of a message that is no container."""

    media_type: str
    name: str
    """Of the file, as its sender states it; empty where none is."""
    location: str
    """Content-Location (RFC 2557)."""
    content_id: str
    """Content-ID without its brackets."""
    charset: str
    is_attached: bool
    data: bytes

    @property
    def text(self) -> str:
        """The data as text."""
        return characters(self.data, self.charset)


class Message:
    """A message; built by `opened`."""

    def __init__(self, root: EmailMessage) -> None:
        self._root = root
        self.headers = _headers(root)
        """In their order, decoded; a repeated one has a number behind its name."""

    def leaves(self) -> Iterator[Leaf]:
        """The first `MAX_LEAVES` leaves, in order; a message within the message is one of them."""
        waiting: list[Any] = [self._root]
        count = 0
        while waiting and count < MAX_LEAVES:
            part = waiting.pop()
            if part.is_multipart() and part.get_content_maintype() == "multipart":
                waiting.extend(reversed(part.get_payload()[:MAX_LEAVES]))
            else:
                count += 1
                yield _leaf(part)

    @property
    def start(self) -> str:
        """The Content-ID of the part to begin with (RFC 2387), where one is named."""
        return str(self._root.get_param("start", "") or "").strip("<> ")


@contextmanager
def opened(data: bytes) -> Iterator[Message]:
    """The message in `data`; raises `CaseError` where it is too large or cannot be taken apart."""
    if len(data) > MAX_BYTES:
        raise refusals.too_large()
    try:
        yield Message(message_from_bytes(data, policy=policy.default))
    except _BROKEN as error:
        raise refusals.broken() from error


def date(text: str) -> str | None:
    """A date of mail (RFC 5322, 3.3) as EDTF; its zone only where one is stated, so not `-0000`."""
    try:
        moment = parsedate_to_datetime(text[:200])
    except (LookupError, ValueError, TypeError, OverflowError):
        return None
    if not plausible(moment.date()):
        return None
    offset = moment.utcoffset()
    zone = offset_text(int(offset.total_seconds() // 60)) if offset is not None else ""
    return f"{moment.replace(tzinfo=None).isoformat()}{zone}"


def _headers(root: EmailMessage) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in list(root.raw_items())[:_MAX_HEADERS]:
        same = sum(key == name or key.startswith(f"{name} ") for key in found)
        key = decode(f"{name} {same + 1}" if same else name)[:100]
        found[key] = _header(name, str(value)[:_LONGEST_HEADER])
    return found


def _header(name: str, value: str) -> str:
    try:
        shown = str(policy.default.header_factory(name, " ".join(value.split())))
    except _BROKEN:  # kept as it is written
        shown = value
    return decode(shown.encode("utf-8", "replace")).strip()


def _leaf(part: Any) -> Leaf:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):  # a message in the message
        inner = part.get_payload()
        data = bytes(inner[0] if isinstance(inner, list) and inner else part)
    return Leaf(
        media_type=part.get_content_type(),
        name=decode(str(part.get_filename() or "")).strip()[:300],
        location=" ".join(str(part.get("Content-Location", "")).split()),
        content_id=str(part.get("Content-ID", "")).strip("<> \r\n"),
        charset=str(part.get_content_charset() or ""),
        is_attached=part.get_content_disposition() == "attachment",
        data=data,
    )
