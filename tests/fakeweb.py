"""A fetcher that answers from memory, and a net made of it."""

import asyncio
from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from caseboard.capture import sniff, urls
from caseboard.capture.fetching.fetched import Exchange, Fetched, Got, NotFetched
from caseboard.capture.fetching.rules import Rules
from caseboard.commands.fetching_in import Choices, Net

BEGAN = datetime(2024, 11, 14, 12, 0, tzinfo=UTC)
ENDED = datetime(2024, 11, 14, 12, 0, 3, tzinfo=UTC)
AGENT = "Caseboard (test)"

BRIDGE = "https://river.example/bridge"
PICTURE = "https://river.example/noon.png"
ARTICLE = """<html lang="en"><head><title>Bridge closed</title>
<meta property="og:site_name" content="River Post"></head>
<body><article><h1>Bridge closed after night fire</h1>
<p>The only road bridge at the mill was closed on Tuesday, the council told reporters who
had waited at the barrier since dawn, and no date was given for its opening.</p>
<figure><img src="/noon.png"><figcaption>The bridge at noon. (Ana Lind/River Post)
</figcaption></figure>
<p>Two families were taken across by boat; a third chose to stay on the far bank with its
animals, a neighbour said, until the ferry could be brought down from the lock.</p>
</article></body></html>"""


def noise(size=(320, 240)):
    """A picture that is no other's copy."""
    out = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, "PNG")
    return out.getvalue()


class FakeWeb:
    """Pages by address; what is not there is not fetched.

    With `hold` an address answers only when `go` is set; `asked` lists the rules of each fetch.
    """

    def __init__(self):
        self._pages = {}
        self._errors = {}
        self.held = set()
        self.go = asyncio.Event()
        self.asked = []
        self.under_way = self.most = 0
        self.is_on, self.renders = True, False
        self.renderer = None

    def add(self, url, body, *, status=200, reached="", files=None, name=""):
        body = body.encode() if isinstance(body, str) else body
        self._pages[url] = (body, status, reached or url, files or {}, name)

    def refuse(self, url, message, hint="", *, private=False):
        self._errors[url] = (message, hint, private)

    def hold(self, *addresses):
        self.held.update(addresses)

    @property
    def net(self):
        return Net(self.fetch, self.choices, _no_needs, self.renderer)

    def choices(self):
        return Choices(Rules(AGENT), is_on=self.is_on, renders=self.renders)

    async def fetch(self, url, rules, scratch, *, needs, told):
        self.asked.append((url, rules))
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            told("", 512, 2048)
            if url in self.held:
                await self.go.wait()
            return await self._answer(url, rules, scratch, needs)
        finally:
            self.under_way -= 1

    async def _answer(self, url, rules, scratch, needs):
        warc = scratch / "page.warc.gz"
        warc.write_bytes(f"WARC of {url}".encode())
        if url in self._errors:
            message, hint, private = self._errors[url]
            if private and not rules.allow_private:
                raise NotFetched(message, hint, is_private=True)
            if not private:
                raise NotFetched(message, hint, exchange=_exchange(url), warc=warc)
        if url not in self._pages:  # and nothing was sent
            raise NotFetched("The site did not answer.", "Try again later.")
        body, status, reached, files, name = self._pages[url]
        (scratch / "body").write_bytes(body)
        await needs(body, "text/html", reached)
        return Fetched(
            exchange=_exchange(url, reached, status),
            media_type=sniff.media_type(body[: sniff.HEAD], name),
            name=name or urls.last_name(reached) or "page.html",
            body=scratch / "body",
            warc=warc,
            files=tuple(_got(scratch, n, *pair) for n, pair in enumerate(files.items())),
        )


def _exchange(url, reached="", status=None):
    redirects = () if reached in ("", url) else ({"url": url, "status": 301, "to": reached},)
    return Exchange(
        asked=url,
        reached=reached or url,
        began=BEGAN,
        ended=ENDED,
        status=status,
        redirects=redirects,
        headers=(("Content-Type", "text/html"),),
        tls={"version": "TLSv1.3"},
        user_agent=AGENT,
        network="directly",
        missing=({"url": "https://river.example/font", "kind": "font", "reason": "Too long."},),
    )


def _got(scratch, number, url, data):
    path = scratch / f"file-{number}"
    path.write_bytes(data)
    return Got(url, "picture", sniff.media_type(data[: sniff.HEAD]), path)


async def _no_needs(_data, _media_type, _url):
    return ()
