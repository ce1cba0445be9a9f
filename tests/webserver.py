"""A small web server on this machine, which tests fetch from; it remembers what was asked.

`web.url("/article")` is the address of a page; `websites` lists the pages there are. A test adds
its own with `web.add` and `web.add_folder`.
"""

import contextlib
import mimetypes
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

Headers = Mapping[str, str] | Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Request:
    """One request as it came."""

    path: str
    """With its query."""
    headers: Message
    host: str = ""
    """What the `Host` header says, with the port."""


@dataclass(frozen=True)
class Content:
    """What stands at an address."""

    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200


@dataclass
class Visit:
    """One request being answered, down to the bytes of its connection."""

    web: "WebServer"
    path: str
    query: dict[str, str]
    headers: Message
    handler: BaseHTTPRequestHandler

    def answer(self, body: bytes = b"", headers: Headers = (), status: int = 200) -> None:
        """A sound answer with the length of `body`."""
        pairs = _pairs(headers)
        if not any(name.lower() == "content-length" for name, _value in pairs):
            pairs.append(("Content-Length", str(len(body))))
        self.begin(pairs, status)
        self.write(body)

    def begin(self, headers: Headers = (), status: int = 200) -> None:
        """The status line and the headers, as given."""
        handler = self.handler
        handler.send_response(status)
        for name, value in _pairs(headers):
            handler.send_header(name, value)
        handler.end_headers()

    def write(self, data: bytes) -> bool:
        """Send `data`; False where nobody listens any more."""
        try:
            self.handler.wfile.write(data)
            self.handler.wfile.flush()
        except OSError:
            self.handler.close_connection = True
            return False
        return True

    def cut(self, *, harshly: bool = False) -> None:
        """Close the connection here and now; `harshly` with a reset."""
        connection = self.handler.connection
        self.handler.close_connection = True
        if harshly:
            linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.web.close_connection(connection)

    def redirect(self, to: str, status: int = 302) -> None:
        """Send on to `to`."""
        self.answer(b"moved", {"Location": to}, status)

    def wait(self) -> None:
        """Say nothing until `web.go_on` is set, or the server stops."""
        self.web.waiting.set()
        self.web.go_on.wait(30)


Page = Callable[[Visit], None] | Content


@dataclass
class WebServer:
    """Serves on loopback until `close`; starts at the first address asked for.

    The same pages stand at 127.0.0.1 and at `localhost`, on a second port (`elsewhere`), and under
    TLS with a certificate that nobody vouches for but `certificate`.
    """

    folder: Path
    """Where the certificate is made."""
    pages: dict[str, Page] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    """In the order they came."""
    go_on: threading.Event = field(default_factory=threading.Event)
    """Lets pages go on that wait: `/slow`, `/silent`."""
    waiting: threading.Event = field(default_factory=threading.Event)
    """Set where such a page has begun to wait."""

    def __post_init__(self) -> None:
        import websites  # noqa: PLC0415  it needs the classes of this module

        self.pages = {**websites.PAGES, **self.pages}
        self._prefixes: dict[str, Path] = {}
        self._servers: dict[str, _Server] = {}
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()

    @property
    def port(self) -> int:
        return self._server("here").server_address[1]

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [request.path for request in self.requests]

    @property
    def connections(self) -> int:
        """How many connections are open."""
        with self._lock:
            return len(self._open)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def elsewhere(self, path: str = "/") -> str:
        """The same page on a second port: another site."""
        return f"http://127.0.0.1:{self._server('elsewhere').server_address[1]}{path}"

    def secure(self, path: str = "/") -> str:
        """The same page under TLS."""
        return f"https://127.0.0.1:{self._server('secure').server_address[1]}{path}"

    @property
    def certificate(self) -> Path:
        """A self-signed certificate for 127.0.0.1, localhost and example.com, its key beside it."""
        path = self.folder / "certificate.pem"
        if not path.exists():
            make_certificate(path, path.with_suffix(".key"))
        return path

    def add(
        self,
        path: str,
        body: bytes | str = b"",
        *,
        headers: Headers = (),
        status: int = 200,
        media_type: str = "",
    ) -> str:
        """Put `body` at `path`; returns its address. A page in HTML unless it says otherwise."""
        pairs = _pairs(headers)
        if not any(name.lower() == "content-type" for name, _value in pairs):
            guessed = mimetypes.guess_type(path)[0]
            pairs.append(("Content-Type", media_type or guessed or "text/html; charset=utf-8"))
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = Content(data, tuple(pairs), status)
        return self.url(path)

    def add_page(self, path: str, page: Callable[[Visit], None]) -> str:
        """Have `page` answer at `path`; returns its address."""
        self.pages[path] = page
        return self.url(path)

    def add_folder(self, prefix: str, folder: Path) -> str:
        """Serve the files of `folder` under `prefix`; returns that address, with a slash."""
        self._prefixes[prefix.rstrip("/") + "/"] = folder
        return self.url(prefix.rstrip("/") + "/")

    def page_at(self, path: str) -> Page | None:
        if path in self.pages:
            return self.pages[path]
        for prefix, folder in self._prefixes.items():
            if path.startswith(prefix):
                return _file(folder, path.removeprefix(prefix))
        longer = (name for name in self.pages if name.endswith("/*") and path.startswith(name[:-1]))
        return self.pages.get(next(longer, ""))

    def opened(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.add(connection)

    def close_connection(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.discard(connection)
        with contextlib.suppress(OSError):  # the other side was first
            connection.shutdown(socket.SHUT_RDWR)
        connection.close()

    def close(self) -> None:
        """Stop serving, and cut what is still open."""
        self.go_on.set()
        for server in self._servers.values():
            server.shutdown()
            server.thread.join()
            server.server_close()
        for connection in list(self._open):
            self.close_connection(connection)

    def _server(self, name: str) -> "_Server":
        if name not in self._servers:
            context = _tls(self.certificate) if name == "secure" else None
            self._servers[name] = _Server(self, context)
        return self._servers[name]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, web: WebServer, context: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.web = web
        self.context = context
        self.thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    def get_request(self):
        connection, address = super().get_request()
        connection.settimeout(30)
        self.web.opened(connection)
        return connection, address

    def finish_request(self, request, client_address):
        if self.context is None:
            super().finish_request(request, client_address)
            return
        try:
            secured = self.context.wrap_socket(request, server_side=True)
        except (ssl.SSLError, OSError):  # the other side does not trust us
            return
        self.web.opened(secured)
        try:
            super().finish_request(secured, client_address)
        finally:
            self.web.close_connection(secured)

    def shutdown_request(self, request):
        self.web.close_connection(request)

    def handle_error(self, request, client_address):
        """A connection that was cut is no error here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        web = self.server.web
        web.requests.append(Request(self.path, self.headers, self.headers.get("Host", "")))
        pieces = urlsplit(self.path)
        visit = Visit(web, pieces.path, dict(parse_qsl(pieces.query)), self.headers, self)
        page = web.page_at(pieces.path)
        if page is None:
            visit.answer(b"<h1>Not found</h1>", {"Content-Type": "text/html"}, 404)
        elif isinstance(page, Content):
            visit.answer(page.body, page.headers, page.status)
        else:
            page(visit)

    def do_POST(self) -> None:
        self.body = self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *args) -> None:
        """Requests are kept in `web.requests`, not printed."""


def make_certificate(certificate: Path, key: Path) -> None:
    """Make a self-signed certificate with the `openssl` program."""
    names = "subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:example.com"
    subject = "/O=Caseboard tests/CN=localhost"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", subject, "-addext", names,
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip


def _tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    return context


def _pairs(headers: Headers) -> list[tuple[str, str]]:
    return list(headers.items() if isinstance(headers, Mapping) else headers)


def _file(folder: Path, name: str) -> Content | None:
    path = (folder / name).resolve()
    if not path.is_file() or folder.resolve() not in path.parents:
        return None
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Content(path.read_bytes(), (("Content-Type", media_type),))
