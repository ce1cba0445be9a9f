"""A real Chromium with one page of a site of our own, which notes every request it gets."""

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from real_process import home_of, running

QUIET = (
    "--no-sandbox",  # tests may run as root, and the page is ours
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--password-store=basic",
    "--force-device-scale-factor=1",
    "--force-color-profile=srgb",
    "--test-type",  # or a bar about the sandbox pushes the page down
    "--lang=en",
)


class Site:
    """Serves what it is given; `asked` lists every request: the path and who asked."""

    def __init__(self, files):
        self.asked = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(files, self.asked))
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_error):
        self._server.shutdown()
        self._server.server_close()


@contextlib.contextmanager
def chromium(screen, url, folder, *, corner, size):
    """Chromium with nothing but that page, its window in that place."""
    place = [f"--window-position={corner[0]},{corner[1]}", f"--window-size={size[0]},{size[1]}"]
    profile = [f"--user-data-dir={folder / 'profile'}", f"--app={url}"]
    command = ["chromium", *QUIET, *place, *profile]
    with running(screen, command, folder / "browser.log", **home_of(folder)) as browser:
        window = browser.window()
        screen.place(window, corner, size)
        yield browser


def _handler(files, asked):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers.get("User-Agent", "")))
            found = files.get(self.path)
            self.send_response(200 if found else 404)
            media_type, data = found or ("text/plain", b"")
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_words):
            """Nothing on standard error."""

    return Handler
