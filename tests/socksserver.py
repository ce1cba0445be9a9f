"""A SOCKS proxy (RFC 1928) on this machine that remembers what it was asked for."""

import contextlib
import socket
import struct
import threading

NAME, IPV4, IPV6 = 3, 1, 4


class SocksServer:
    """Leads every connection to one port of this machine, whatever name it is asked for."""

    def __init__(self, port, *, refuses=False):
        self.asked = []
        """`(kind of address, host, port)` in order."""
        self._to = port
        self._refuses = refuses
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open = [self._listener]
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def url(self):
        return f"socks5://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self):
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _serve(self):
        while True:
            try:
                connection, _address = self._listener.accept()
            except OSError:
                return
            self._open.append(connection)
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection):
        with contextlib.suppress(OSError):
            _version, count = connection.recv(2)
            connection.recv(count)
            connection.sendall(b"\x05\x00")
            kind = connection.recv(4)[3]
            length = {IPV4: 4, IPV6: 16}.get(kind) or connection.recv(1)[0]
            host = connection.recv(length)
            (port,) = struct.unpack(">H", connection.recv(2))
            self.asked.append((kind, host.decode() if kind == NAME else host, port))
            status = b"\x05" if self._refuses else b"\x00"
            connection.sendall(b"\x05" + status + b"\x00\x01" + bytes(6))
            if not self._refuses:
                self._pass_on(connection)

    def _pass_on(self, connection):
        there = socket.create_connection(("127.0.0.1", self._to))
        self._open.append(there)
        threading.Thread(target=_copy, args=(there, connection), daemon=True).start()
        _copy(connection, there)


def _copy(source, target):
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
