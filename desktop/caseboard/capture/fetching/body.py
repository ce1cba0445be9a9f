"""The body of an answer, taken piece by piece into files: as sent, and unpacked."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Self

import httpcore
import httpx

from caseboard.capture.fetching.newfile import NewFile
from caseboard.capture.fetching.threads import on_disk
from caseboard.capture.fetching.unpacking import Unpacker

_BATCH = 2**18
"""So many bytes are written at a time."""


class Cut(Enum):
    """Why not all of an answer was taken; the values are those of `WARC-Truncated`."""

    WHOLE = ""
    LENGTH = "length"
    TIME = "time"
    DISCONNECT = "disconnect"


@dataclass(slots=True)
class Budget:
    """How many bytes may still come."""

    left: int
    taken: int = 0

    def take(self, count: int) -> None:
        """Note that `count` bytes came."""
        self.left -= count
        self.taken += count


@dataclass(frozen=True, slots=True)
class Body:
    """What came."""

    raw: Path
    unpacked: Path
    size: int
    """Bytes as sent."""
    unpacked_size: int
    cut: Cut = Cut.WHOLE
    is_damaged: bool = False
    """It could not be unpacked to its end."""
    is_over: bool = False
    """Unpacked it is longer than is taken."""

    @property
    def is_whole(self) -> bool:
        """Whether all that was sent is there, unpacked."""
        return self.cut is Cut.WHOLE and not self.is_damaged and not self.is_over


async def take(
    response: httpx.Response,
    path: Path,
    *,
    most: int,
    budget: Budget,
    until: float,
    heard: Callable[[int], None],
) -> Body:
    """Take the body of `response` into `path` and a file beside it.

    Ends after `most` bytes, when the `budget` is spent, at `until` (of the loop's clock), or when
    the connection breaks: what came is kept. `heard` is told after each piece how many bytes have
    come. Raises `NotKept` where the disk is full. The response is closed in any case.
    """
    encoding = response.headers.get("Content-Encoding", "")
    try:
        with _Files(path, Unpacker(encoding, most)) as files:
            cut = await _take(response, files, most, budget, until, heard)
            await on_disk(files.flush)
            return files.body(cut)
    finally:
        await response.aclose()


async def _take(
    response: httpx.Response,
    files: "_Files",
    most: int,
    budget: Budget,
    until: float,
    heard: Callable[[int], None],
) -> Cut:
    try:
        async with asyncio.timeout_at(until), reading(response) as pieces:
            async for piece in pieces:
                kept = piece[: max(0, min(most - files.size, budget.left))]
                budget.take(len(kept))
                if files.hold(kept) >= _BATCH:
                    await on_disk(files.flush)
                heard(files.size)
                if len(kept) < len(piece):
                    return Cut.LENGTH
    except (TimeoutError, httpcore.TimeoutException):
        return Cut.TIME
    except (httpcore.NetworkError, httpcore.ProtocolError):
        return Cut.DISCONNECT
    return Cut.WHOLE


@asynccontextmanager
async def reading(response: httpx.Response) -> AsyncGenerator[AsyncIterator[bytes], None]:
    """The body as it comes; the connection is cut where not all of it is read."""
    pieces = response.aiter_raw()
    is_read = False

    async def noted() -> AsyncIterator[bytes]:
        nonlocal is_read
        async for piece in pieces:
            yield piece
        is_read = True

    left = noted()
    try:
        yield left
    finally:
        # Generators left in their middle would end when they like, and on their own.
        if not is_read:
            await response.extensions["network_stream"].aclose()
            with contextlib.suppress(httpcore.NetworkError, httpcore.ProtocolError):
                async for _unread in left:
                    continue


class _Files:
    """The two files of a body, as sent and unpacked; one where nothing is packed."""

    def __init__(self, path: Path, unpacker: Unpacker) -> None:
        self._unpacker = unpacker
        self._raw = NewFile(path)
        self._unpacked = NewFile(path.with_suffix(".unpacked"))
        self._held: list[bytes] = []
        self._held_size = 0
        self.size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._raw.close()
        self._unpacked.close()

    def hold(self, data: bytes) -> int:
        """Keep `data` for the next `flush`; returns how much is kept so."""
        self._held.append(data)
        self._held_size += len(data)
        self.size += len(data)
        return self._held_size

    def flush(self) -> None:
        """Write what is held; blocks, raises `OSError`. There are files after the first."""
        if not self._raw.is_open:
            self._raw.open()
            if not self._unpacker.is_plain:
                self._unpacked.open()
        data = b"".join(self._held)
        self._held, self._held_size = [], 0
        self._raw.write(data)
        if not self._unpacker.is_plain:
            for piece in self._unpacker.feed(data):
                self._unpacked.write(piece)

    def body(self, cut: Cut) -> Body:
        """What came, all of it written."""
        plain = self._unpacker.is_plain
        return Body(
            self._raw.path,
            self._raw.path if plain else self._unpacked.path,
            self.size,
            self.size if plain else self._unpacker.size,
            cut,
            is_damaged=not self._unpacker.is_whole and not self._unpacker.is_full,
            is_over=self._unpacker.is_full,
        )
