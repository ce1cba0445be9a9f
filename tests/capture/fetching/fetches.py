"""What the tests of fetching share."""

import asyncio
from types import SimpleNamespace

import httpcore
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from caseboard.capture import needs
from caseboard.capture.fetching.fetch import fetch
from caseboard.capture.fetching.network import Network
from caseboard.capture.fetching.rules import Rules

PUBLIC = "93.184.215.14"
"""Some address of the internet, which no test asks."""


def rules(**changes):
    """Rules that let a test ask this machine."""
    return Rules(**{"user_agent": "Caseboard tests", "allow_private": True, **changes})


async def page_needs(data, media_type, url):
    """What the worker would say, found in this process."""
    return needs.of(data, media_type, url)


async def fetched(url, folder, *, told=lambda *_news: None, network=None, **changes):
    """Fetch `url` into `folder`."""
    return await fetch(url, rules(**changes), folder, needs=page_needs, told=told, network=network)


class Rerouted(Network):
    """Knows some names, and leads every connection to `port` of this machine."""

    def __init__(self, port, **names):
        self._port = port
        self._names = {name.replace("_", "."): found for name, found in names.items()}
        self.looked_up = []
        self.connected = []

    async def resolve(self, host, port):
        self.looked_up.append(host)
        found = self._names.get(host)
        if found is None:
            return await super().resolve(host, port)
        return found.pop(0) if found and isinstance(found[0], list) else list(found)

    async def connect(self, address, port, seconds):
        self.connected.append((address, port))
        return await super().connect("127.0.0.1", self._port, seconds)


class NoNetwork(Network):
    """A network that must not be used."""

    async def resolve(self, host, _port):
        raise AssertionError(f"{host} was looked up")

    async def connect(self, address, _port, _seconds):
        raise AssertionError(f"{address} was connected to")


class Broken(Network):
    """Every connection fails with an error."""

    def __init__(self, error):
        self.error = error
        self.attempts = 0

    async def connect(self, *_where):
        self.attempts += 1
        raise self.error


REFUSED = httpcore.ConnectError("refused")


def records(warc):
    """The records of a WARC, read by warcio: type, headers, HTTP headers, payload."""
    with warc.open("rb") as file:
        return [
            SimpleNamespace(
                kind=record.rec_type,
                url=record.rec_headers.get_header("WARC-Target-URI"),
                headers=record.rec_headers,
                http=record.http_headers,
                raw=record.raw_stream.read(),
            )
            for record in ArchiveIterator(file, no_record_parse=False)
        ]


def is_sound(warc, *, unpacked=True):
    """Whether `warcio check` accepts an archive: every digest of every record.

    Where a record is packed in brotli warcio itself fails, unless it may leave it packed.
    """
    if unpacked:
        checker = Checker(SimpleNamespace(inputs=[str(warc)], verbose=False))
        return checker.process_all() == 0
    with warc.open("rb") as file:
        found = []
        for record in ArchiveIterator(file, no_record_parse=False, check_digests=True):
            record.raw_stream.read()
            found.append(record.digest_checker.passed)
    return bool(found) and False not in found


async def turned(times=5):
    """Let the loop turn a few times."""
    for _time in range(times):
        await asyncio.sleep(0)
