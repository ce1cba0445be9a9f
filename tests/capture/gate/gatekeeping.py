"""What the tests of the gate share: a network that is not there, and a browser of a few lines."""

import asyncio
import base64

from caseboard.capture.gate import heads
from caseboard.capture.gate.proxy import USER
from caseboard.capture.gate.vetting import Network

PUBLIC = "93.184.215.14"


class Elsewhere(Network):
    """Knows a few names; what looks like the open web is a server of the test's.

    `opened` are the addresses that were connected to.
    """

    def __init__(self, port, **names):
        self.port = port
        self.names = {"news.example": [PUBLIC], **names}
        self.opened = []

    async def resolve(self, host, _port):
        if host not in self.names:
            raise OSError(host)
        return self.names[host]

    async def open(self, address, port):
        self.opened.append((address, port))
        return await asyncio.open_connection("127.0.0.1", self.port, limit=heads.HEAD_LIMIT)


def named(token):
    pair = base64.b64encode(f"{USER}:{token}".encode()).decode()
    return f"Proxy-Authorization: Basic {pair}\r\n"


async def asked(gate, request, *, token=None):
    """All that the gate answers to `request` (its first line), until it closes the connection."""
    host, port = gate.address.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    token = gate.token if token is None else token
    writer.write(f"{request} HTTP/1.1\r\nHost: x\r\n{named(token)}\r\n".encode())
    try:
        return await reader.read()
    finally:
        writer.close()
