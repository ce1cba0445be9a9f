"""The body of an answer, taken piece by piece."""

import asyncio
import gzip

import httpcore
import httpx
import pytest

from caseboard.capture.fetching import body
from caseboard.capture.fetching.body import Budget, Cut
from caseboard.capture.fetching.threads import NotKept


class Stream(httpx.AsyncByteStream):
    """Pieces of a body, the last of which may be an error or nothing for ever."""

    def __init__(self, *pieces):
        self.pieces = pieces
        self.is_over = self.is_cut = self.is_closed = False

    async def __aiter__(self):
        try:
            for piece in self.pieces:
                if self.is_cut:
                    raise httpcore.ReadError
                if isinstance(piece, Exception):
                    raise piece
                if piece is None:
                    await asyncio.Event().wait()
                yield piece
        finally:
            self.is_over = True

    async def aclose(self):
        self.is_closed = True


class Connection:
    """What lies under an answer."""

    def __init__(self, stream):
        self.stream = stream

    async def aclose(self):
        self.stream.is_cut = True


async def taken(tmp_path, stream, *, most=1_000_000, left=1_000_000, seconds=5.0, encoding=""):
    response = httpx.Response(
        200,
        headers={"Content-Encoding": encoding},
        stream=stream,
        extensions={"network_stream": Connection(stream)},
    )
    heard = [0]
    until = asyncio.get_running_loop().time() + seconds
    try:
        return await body.take(
            response,
            tmp_path / "0.raw",
            most=most,
            budget=Budget(left),
            until=until,
            heard=heard.append,
        )
    finally:
        assert stream.is_over  # no generator is left in its middle
        assert stream.is_closed
        assert heard == sorted(heard)


async def test_all_that_comes_is_kept(tmp_path):
    stream = Stream(b"one ", b"two ", b"three")
    found = await taken(tmp_path, stream)
    assert found.raw.read_bytes() == b"one two three"
    assert found.raw == found.unpacked
    assert (found.size, found.cut, found.is_whole) == (13, Cut.WHOLE, True)
    assert not stream.is_cut


async def test_what_is_packed_stands_in_two_files(tmp_path):
    packed = gzip.compress(b"<p>words" * 1000)
    found = await taken(tmp_path, Stream(packed[:20], packed[20:]), encoding="gzip")
    assert found.raw.read_bytes() == packed
    assert found.unpacked.read_bytes() == b"<p>words" * 1000
    assert found.unpacked_size == 8000
    assert found.is_whole


@pytest.mark.parametrize(("most", "left"), [(6, 100), (100, 6)])
async def test_a_limit_cuts_the_connection(tmp_path, most, left):
    stream = Stream(b"one ", b"two ", b"three")
    found = await taken(tmp_path, stream, most=most, left=left)
    assert found.raw.read_bytes() == b"one tw"
    assert found.cut is Cut.LENGTH
    assert stream.is_cut


async def test_exactly_as_much_as_is_allowed_is_not_too_much(tmp_path):
    found = await taken(tmp_path, Stream(b"one ", b"two"), most=7, left=7)
    assert found.is_whole


@pytest.mark.parametrize(
    ("end", "cut"),
    [
        (httpcore.ReadTimeout(), Cut.TIME),
        (None, Cut.TIME),
        (httpcore.ReadError(), Cut.DISCONNECT),
        (httpcore.RemoteProtocolError(), Cut.DISCONNECT),
    ],
)
async def test_what_came_before_an_end_is_kept(tmp_path, end, cut):
    found = await taken(tmp_path, Stream(b"one", end), seconds=0.1)
    assert found.raw.read_bytes() == b"one"
    assert found.cut is cut
    assert not found.is_whole


async def test_a_full_disk_is_said_and_cuts_the_connection(tmp_path, monkeypatch):
    def full(_files):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(body._Files, "flush", full)
    stream = Stream(bytes(body._BATCH), b"more", b"and more")
    with pytest.raises(NotKept):
        await taken(tmp_path, stream)
    assert stream.is_cut


async def test_cancelling_while_a_file_is_written_cuts_the_connection(tmp_path, monkeypatch):
    flush = body._Files.flush
    task = None

    def cancelled(files):
        task.get_loop().call_soon_threadsafe(task.cancel)
        flush(files)

    monkeypatch.setattr(body._Files, "flush", cancelled)
    stream = Stream(bytes(body._BATCH), b"more", b"and more")
    task = asyncio.create_task(taken(tmp_path, stream))
    with pytest.raises(asyncio.CancelledError):
        await task
    assert stream.is_cut
