"""A web that answers from memory, and with nothing but lures: what it says, and what it draws."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from caseboard.capture.fetching.fetched import Exchange, Fetched, Got, NotFetched
from caseboard.capture.fetching.rules import Rules
from caseboard.commands.fetching_in import Choices, Net
from inert_files import NOWHERE, drawn

ARTICLE = "https://news.example/northern-road"
SHELL = "https://app.example/post/1"
BEGAN = datetime(2024, 11, 14, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Drawing:
    """A page as it is seen; see `caseboard.commands.fetching_in.Drawn`."""

    png: Path
    mhtml: Path
    pdf: Path
    hidden: tuple
    renderer: str
    missing: tuple


class LuringWeb:
    """Two pages; any other address is one of this machine. The article is another each time."""

    def __init__(self, lures):
        self._lures = lures
        self._times = 0

    @property
    def net(self):
        return Net(self._fetch, self._choices, _no_needs, self._render)

    def _choices(self):
        return Choices(Rules(self._lures.text("asked as")), is_on=True, renders=True)

    async def _fetch(self, url, _rules, scratch, *, needs, told):  # noqa: ARG002  as it is called
        told(self._lures.text("stage"), 1, 2)
        warc = _file(scratch, "page.warc.gz", b"\x1f\x8b")
        if url not in {ARTICLE, SHELL}:
            said = self._lures.text("refusal")
            raise NotFetched(said, exchange=self._exchange(url, None), warc=warc, is_private=True)
        self._times += 1
        said = f"<p>{self._lures.tags} It was said {'again ' * self._times}at noon.</p>"
        body = self._lures.shell() if url == SHELL else self._lures.page(said)
        return Fetched(
            exchange=self._exchange(url, 200),
            media_type="text/html",
            name=f"{self._lures.canary.name}.html",
            body=_file(scratch, "body", body.encode()),
            warc=warc,
            files=(
                Got(NOWHERE, "picture", "image/jpeg", _file(scratch, "a", self._lures.picture())),
                Got(
                    self._lures.canary.as_uri(),
                    "picture",
                    "image/png",
                    _file(scratch, "b", drawn()),
                ),
            ),
        )

    async def _render(self, _url, _rules, scratch, *, told):  # noqa: ARG002  as it is called
        text = self._lures.text
        return Drawing(
            _file(scratch, "as-seen.png", drawn((320, 900))),
            _file(scratch, "as-seen.mhtml", self._lures.mail()),
            _file(scratch, "as-seen.pdf", self._lures.pdf()),
            hidden=({"what": text("overlay"), "words": text("overlaid words")},),
            renderer=text("renderer"),
            missing=({"url": NOWHERE, "kind": "request", "reason": text("why not drawn")},),
        )

    def _exchange(self, url, status):
        text = self._lures.text
        return Exchange(
            asked=url,
            reached=url,
            began=BEGAN,
            ended=BEGAN,
            status=status,
            redirects=({"url": text("redirect"), "status": 301, "to": NOWHERE},),
            headers=(("Server", text("server")), ("Link", f"<{NOWHERE}>; rel=preload")),
            tls={"version": text("tls version"), "issuer": text("issuer")},
            user_agent=text("asked as"),
            network=text("network"),
            missing=({"url": NOWHERE, "kind": "font", "reason": text("why missing")},),
        )


def _file(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


async def _no_needs(_data, _media_type, _url):
    return ()
