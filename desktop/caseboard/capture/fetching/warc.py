"""Writes what was asked and answered into a WARC (ISO 28500:2017, version 1.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from typing_extensions import override
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from caseboard import __version__
from caseboard.capture.fetching.newfile import NewFile

Pairs = tuple[tuple[bytes, bytes], ...]
"""Headers as they were on the wire: names and values."""
FORMAT = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_UNDONE = b"transfer-encoding"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it was sent."""

    url: str
    at: datetime
    target: bytes
    headers: Pairs


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer as it came: its status line, its headers, its body as sent, in a file."""

    version: bytes
    status: int
    reason: bytes
    headers: Pairs
    body: Path
    ip: str = ""
    """Of the server; empty where a proxy hid it."""
    truncated: str = ""
    """`length`, `time` or `disconnect` where not all of it was taken."""


class Warc:
    """A new `.warc.gz` file, each record packed by itself; to be used in a `with`.

    There is no file before the first question. Every request is followed by its answer, each with
    digests (SHA-256) of block and payload. Blocks while it writes; raises `OSError`, and then ends
    with the last whole record.
    """

    def __init__(self, path: Path, user_agent: str) -> None:
        self.path = path
        self.count = 0
        """How many requests were written."""
        self._user_agent = user_agent
        self._file = NewFile(path)
        self._writer = _Writer(self._file, gzip=True, warc_version="1.1")

    def __enter__(self) -> "Warc":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, asked: Asked, answered: Answered | None) -> None:
        """Write a request, with what answered it if anything did."""
        if not self._file.is_open:
            self._begin()
        request = self._writer.create_warc_record(
            asked.url,
            "request",
            http_headers=_AsSent(b"GET %s HTTP/1.1" % asked.target, asked.headers),
            warc_headers_dict={"WARC-Date": _date(asked.at)},
        )
        if answered is None:
            self._write(request)
        else:
            with answered.body.open("rb") as body:
                self._write(request, self._response(asked, answered, body))
        self.count += 1

    def _begin(self) -> None:
        self._file.open()
        self._write(self._writer.create_warcinfo_record(self.path.name, _info(self._user_agent)))

    def _response(self, asked: Asked, answered: Answered, body: IO[bytes]) -> Any:
        status = b"%s %d %s" % (answered.version, answered.status, answered.reason)
        named = {"WARC-Date": _date(asked.at)}
        if answered.ip:
            named["WARC-IP-Address"] = answered.ip
        if answered.truncated:
            named["WARC-Truncated"] = answered.truncated
        body.seek(0, 2)
        length = body.tell()
        body.seek(0)
        return self._writer.create_warc_record(
            asked.url,
            "response",
            payload=body,
            length=length,
            http_headers=_AsSent(status, _as_kept(answered.headers)),
            warc_headers_dict=named,
        )

    def _write(self, record: Any, response: Any = None) -> None:
        end = self._file.tell()
        try:
            if response is None:
                self._writer.write_record(record)
            else:
                self._writer.write_request_response_pair(record, response)
        except OSError:
            self._file.cut_at(end)
            raise


class _Writer(WARCWriter):  # type: ignore[misc]  # warcio states no types
    @staticmethod
    @override
    def _create_digester() -> Digester:
        return Digester("sha256")


class _AsSent(StatusAndHeaders):  # type: ignore[misc]
    """Headers that are written byte for byte; warcio would make them ASCII."""

    def __init__(self, first_line: bytes, headers: Pairs) -> None:
        words = first_line.decode("latin-1").partition(" ")
        super().__init__(words[2], list(headers), protocol=words[0])
        lines = [first_line, *(b"%s: %s" % pair for pair in headers)]
        self._bytes = b"".join(line + b"\r\n" for line in [*lines, b""])

    @override
    def to_ascii_bytes(self, filter_func: object = None) -> bytes:
        return self._bytes


def _as_kept(headers: Iterable[tuple[bytes, bytes]]) -> Pairs:
    """The headers without the claim that the body stands in chunks: they were taken off."""
    return tuple(
        (b"X-Archive-Orig-" + name if name.lower() == _UNDONE else name, value)
        for name, value in headers
    )


def _info(user_agent: str) -> Mapping[str, str]:
    return {
        "software": f"Caseboard/{__version__}",
        "format": "WARC File Format 1.1",
        "conformsTo": FORMAT,
        "http-header-user-agent": user_agent,
        "robots": "ignore",
    }


def _date(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
