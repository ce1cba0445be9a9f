"""Servers that answer with anything: a fetch ends in a page or in words, its archive sound."""

import asyncio
import contextlib
import gzip
import random
import shutil

import brotli
import pytest
from fetches import fetched, is_sound

import websites
from caseboard.capture.fetching.fetched import NotFetched

BODIES = [
    websites.ARTICLE,
    gzip.compress(websites.ARTICLE),
    brotli.compress(websites.ARTICLE),
    b"",
    b"\x00" * 3000,
    bytes(range(256)) * 20,
    websites.PDF,
]
HEADERS = [
    b"Content-Type: text/html; charset=x\x00y",
    b"Content-Type: image/jpeg",
    b"Content-Type: ;;;=",
    b"Content-Encoding: gzip",
    b"Content-Encoding: br",
    b"Content-Encoding: gzip, br, deflate, gzip",
    b"Content-Encoding: \xff",
    b"Content-Length: 5",
    b"Content-Length: 999999",
    b"Content-Length: -1",
    b"Content-Length: 1e3",
    b"Content-Length: 99999999999999999999",
    b"Transfer-Encoding: chunked",
    b"Transfer-Encoding: gzip, chunked",
    b"Location: /again",
    b"Location: http://[::1",
    b"Location: http:\\\\x",
    b"Location: \xd0\xbc\xff",
    b"Location: //",
    b"Location: ?",
    b"Location: data:text/html,x",
    b"Set-Cookie: a=b; Expires=never; Domain=.com; Path=\xff",
    b"Set-Cookie: =; =;;; \xff\xfe",
    b"Set-Cookie: " + b"x" * 5000 + b"=1",
    b"Content-Disposition: attachment; filename*=UTF-8''%ff%00../../x",
    b'Content-Disposition: filename="\\',
    b"Date: Tue, 99 Xyz 0000 99:99:99 +9999",
    b"Date: Thu, 01 Jan 1970 00:00:00 -2359",
    b"Refresh: 0; url=/x",
    b"no colon at all",
    b"X: " + b"y" * 70_000,
    b"Upgrade: h2c",
    b"Connection: close",
]
STATUS = [
    b"HTTP/1.1 200 OK",
    b"HTTP/1.1 200 OK",
    b"HTTP/1.0 200",
    b"HTTP/1.1 302 Found",
    b"HTTP/1.1 308 P",
    b"HTTP/1.1 204 No",
    b"HTTP/1.1 206 P",
    b"HTTP/1.1 304",
    b"HTTP/1.1 404 Gone",
    b"HTTP/1.1 100 Continue",
    b"HTTP/1.1 101 Switching",
    b"HTTP/1.1 999 \xff\xfe",
    b"HTTP/1.1 000 Nil",
    b"HTTP/1.1 20",
    b"HTTP/2 200 OK",
    b"ICY 200 OK",
    b"",
]


def answer(chance):
    """Some answer, sound or not, perhaps cut, doubled or changed by a byte."""
    lines = [chance.choice(STATUS), *chance.sample(HEADERS, chance.randrange(4))]
    data = b"\r\n".join(lines) + b"\r\n\r\n" + chance.choice(BODIES)
    if chance.random() < 0.3:
        data = data[: chance.randrange(len(data))]
    if chance.random() < 0.2:
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.randbytes(chance.randrange(1, 9)) + data[at + 1 :]
    return data


class Hostile:
    """Answers whatever it is asked with the next of some answers."""

    def __init__(self, chance):
        self.chance = chance

    async def __aenter__(self):
        self.server = await asyncio.start_server(self._talk, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}/"

    async def __aexit__(self, *error):
        self.server.close()
        await self.server.wait_closed()

    async def _talk(self, reader, writer):
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer(self.chance))
            await writer.drain()
        writer.close()


@pytest.mark.seconds(240)
@pytest.mark.parametrize("seed", range(12))
async def test_whatever_a_server_answers_a_fetch_ends_in_a_page_or_in_words(tmp_path, seed):
    async with Hostile(random.Random(seed)) as where:
        for number in range(15):
            folder = tmp_path / str(number)
            folder.mkdir()
            error = None
            try:
                warc = (await fetched(where, folder, quiet_seconds=1, seconds=5)).warc
            except NotFetched as refused:
                error = refused
                warc = refused.warc
            assert error is None or (str(error) and error.hint)
            assert warc is None or is_sound(warc, unpacked=False)
            shutil.rmtree(folder)
