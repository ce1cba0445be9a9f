"""The first lines of an HTTP/1.1 request or answer (RFC 9112), as a proxy sees them."""

from asyncio import IncompleteReadError, LimitOverrunError, StreamReader
from dataclasses import dataclass
from urllib.parse import urlsplit

HEAD_LIMIT = 2**17
"""Bytes of a request's or an answer's head: cookies of a whole site fit."""
_OF_ONE_HOP = {
    "connection",
    "keep-alive",
    "proxy-connection",
    "proxy-authorization",
    "te",
    "upgrade",
}
"""Fields between a program and its proxy (RFC 9110, 7.6.1), which go no further."""


Fields = tuple[tuple[str, str], ...]


class Garbled(Exception):
    """Whatever this is, it is no head of HTTP."""


@dataclass(frozen=True, slots=True)
class Head:
    """The first line's three words, and the fields in order."""

    words: tuple[str, str, str]
    fields: Fields

    def value(self, name: str) -> str:
        """The first field of that name, in lower case; empty where there is none."""
        return next((value for found, value in self.fields if found.lower() == name), "")

    def onward(self, *words: str, extra: Fields = ()) -> bytes:
        """The head as it goes on: `words` as its first line, and for one exchange only."""
        named = {name.strip().lower() for name in self.value("connection").split(",")}
        kept = [(n, v) for n, v in self.fields if n.lower() not in _OF_ONE_HOP | named]
        return written(" ".join(words).rstrip(), (*kept, *extra, ("Connection", "close")))


def written(first_line: str, fields: Fields) -> bytes:
    """A head as it goes over the wire."""
    lines = [first_line, *(f"{name}: {value}" for name, value in fields), "", ""]
    return "\r\n".join(lines).encode("latin-1")


async def read(reader: StreamReader) -> Head | None:
    """The next head; None at the end of the stream. Raises `Garbled`."""
    try:
        text = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except IncompleteReadError as error:
        if error.partial.strip():
            raise Garbled from error
        return None
    except LimitOverrunError as error:
        raise Garbled from error
    first, *lines = text[:-4].split("\r\n")
    words = (*first.split(" ", 2), "", "")[:3]
    fields = [line.partition(":") for line in lines]
    return Head(
        (words[0], words[1], words[2]),
        tuple((name.strip(), value.strip()) for name, _colon, value in fields),
    )


def place(target: str, *, default: int | None = None) -> tuple[str, int]:
    """Host and port of `host:port`, or of an address with its scheme. Raises `Garbled`."""
    try:
        parts = urlsplit(target if "://" in target else f"//{target}")
        host, port = parts.hostname, parts.port or default
    except ValueError as error:
        raise Garbled from error
    if not host or not port:
        raise Garbled
    return host, port
