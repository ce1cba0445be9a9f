"""The pages that `webserver` serves: good ones, odd ones and hostile ones."""

import gzip
import zlib
from functools import cache

import brotli
import zstandard
from captured import PARAGRAPHS, picture

from webserver import Content, Visit

HTML = (("Content-Type", "text/html; charset=utf-8"),)
TITLE = "Bridge at the grain port is open again"
BYLINE = "Olena Marchenko"
FONT = b"wOF2" + bytes(range(256))
LARGE = 300_000_000
"""Bytes at `/large`."""
BOMB = 200_000_000
"""Bytes that `/bomb` unpacks to."""


def article(
    head: str = "", before: str = "", after: str = "", title: str = TITLE, language: str = "en"
) -> bytes:
    """An article with a title, a byline, a day and four paragraphs."""
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[language])
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="2024-11-14T09:30:00+02:00">'
        f'<meta name="author" content="{BYLINE}">{head}</head><body>{before}'
        f"<article><h1>{title}</h1><p class='byline'>By {BYLINE}</p>{paragraphs}{after}</article>"
        "</body></html>"
    ).encode()


ARTICLE = article(
    head='<link rel="stylesheet" href="/style.css"><link rel="icon" href="/favicon.png">'
    '<link rel="preload" as="font" href="/fonts/text.woff2" crossorigin>'
    '<meta property="og:image" content="/pictures/lead.jpg">',
    after='<figure><img src="/pictures/bridge.jpg" alt="The bridge"><figcaption>The bridge on '
    "Tuesday. Photo: Ivan Koval</figcaption></figure>"
    '<div style="background: url(/pictures/behind.png)"></div>',
)
"""What `/article` says, and every page that leads there or packs it."""
STYLE = b"""@import "more.css";
@font-face { font-family: Text; src: url("fonts/text.woff2") format("woff2") }
body { background: url('/pictures/back.png') }"""
MORE_STYLE = b"h1 { background-image: url(pictures/head.png) }"
LAZY = article(
    after='<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" '
    'data-src="/pictures/lazy.jpg" alt="Lazy"></figure>'
    '<figure><picture><source srcset="/pictures/small.jpg 400w, /pictures/wide.jpg 1600w">'
    '<img src="/pictures/placeholder.jpg"></picture></figure>'
)
_WORDS = "".join(f"<p>{text}</p>" for text in PARAGRAPHS["en"])
CONSENT = article(
    before='<div id="consent" class="cookie-consent overlay" role="dialog" '
    'style="position:fixed;inset:0"><h2>We value your privacy</h2><p>We and our 842 partners store '
    "and access information on your device.</p><button>Accept all</button><button>Reject all"
    "</button></div>"
)
PAYWALL = (
    f"<!doctype html><html lang=en><head><title>{TITLE}</title>"
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
    f'"headline":"{TITLE}","isAccessibleForFree":false}}</script></head><body><article><h1>{TITLE}'
    f'</h1><p>{PARAGRAPHS["en"][0]}</p></article><div class="paywall"><h2>Subscribe to read on'
    "</h2><p>This article is for subscribers only. Already a subscriber? Log in.</p>"
    "<a href=/subscribe>Subscribe now</a></div></body></html>"
).encode()
LOGIN = (
    b"<!doctype html><html lang=en><head><title>Log in</title></head><body><h1>Log in to continue"
    b'</h1><form action="/login" method="post"><label>E-mail <input type="email" name="email">'
    b'</label><label>Password <input type="password" name="password"></label><button>Log in'
    b"</button></form></body></html>"
)
SHELL = (
    b"<!doctype html><html lang=en><head><title>News</title></head><body><noscript>You need to "
    b'enable JavaScript to run this app.</noscript><div id="root"></div>'
    b'<script src="/app.js"></script></body></html>'
)
NOT_FOUND = b"<!doctype html><title>Page not found</title><h1>404</h1><p>This page is gone.</p>"


def packed(encoding: str, data: bytes) -> Content:
    """The article, sent packed."""
    return Content(data, (*HTML, ("Content-Encoding", encoding)))


def raw_deflate(data: bytes) -> bytes:
    """`data` in RFC 1951 without the header of RFC 1950, as some servers send it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@cache
def bomb() -> bytes:
    """Little that unpacks to much; begins as a page does."""
    packer = zlib.compressobj(9, wbits=31)
    pieces = [packer.compress(b"<!doctype html><html><body><p>Boom</p>")]
    pieces += [packer.compress(bytes(1_000_000)) for _ in range(BOMB // 1_000_000)]
    return b"".join([*pieces, packer.flush()])


def _chain(visit: Visit) -> None:
    left = int(visit.path.rsplit("/", 1)[-1])
    visit.redirect(f"/chain/{left - 1}" if left > 1 else "/article", (301, 302, 307, 308)[left % 4])


def _endless(visit: Visit) -> None:
    visit.redirect(f"/endless/{int(visit.path.rsplit('/', 1)[-1]) + 1}")


def _to(visit: Visit) -> None:
    visit.redirect(visit.query["url"], int(visit.query.get("status", "302")))


def _slow(visit: Visit) -> None:
    visit.begin([*HTML, ("Content-Length", str(len(ARTICLE)))])
    visit.write(ARTICLE[:1000])
    visit.wait()
    visit.write(ARTICLE[1000:])


def _silent(visit: Visit) -> None:
    visit.wait()
    visit.cut()


def _cut(visit: Visit) -> None:
    visit.begin([*HTML, ("Content-Length", str(len(ARTICLE)))])
    visit.write(ARTICLE[: len(ARTICLE) * 2 // 3])
    visit.cut()


def _reset(visit: Visit) -> None:
    visit.cut(harshly=True)


def _too_short(visit: Visit) -> None:
    visit.begin([*HTML, ("Content-Length", str(len(ARTICLE) // 2))])
    visit.write(ARTICLE)
    visit.cut()


def _chunked(visit: Visit) -> None:
    visit.begin([*HTML, ("Transfer-Encoding", "chunked")])
    for at in range(0, len(ARTICLE), 700):
        piece = ARTICLE[at : at + 700]
        visit.write(b"%x\r\n%s\r\n" % (len(piece), piece))
    visit.write(b"0\r\n\r\n")


def _chunks_cut(visit: Visit) -> None:
    visit.begin([*HTML, ("Transfer-Encoding", "chunked")])
    visit.write(b"%x\r\n%s\r\n" % (1000, ARTICLE[:1000]))
    visit.write(b"800\r\nends here")
    visit.cut()


def _large(visit: Visit) -> None:
    visit.begin({"Content-Type": "application/zip", "Content-Length": str(LARGE)})
    piece = b"PK\x03\x04" + bytes(999_996)
    for _ in range(LARGE // len(piece)):
        if not visit.write(piece):
            return


def _cookie(visit: Visit) -> None:
    said = visit.headers.get("Cookie", "")
    if "seen=" in said:
        visit.answer(article(title=f"Cookie {said}"), HTML)
    else:
        visit.answer(b"", {"Set-Cookie": "seen=1; Path=/", "Location": "/cookie"}, 302)


def _echo(visit: Visit) -> None:
    lines = "".join(f"<li>{name}: {value}</li>" for name, value in visit.headers.items())
    visit.answer(article(after=f"<ul>{lines}</ul>"), HTML)


def _nonsense(visit: Visit) -> None:
    visit.write(b"220 mail.example.com ESMTP\r\n\r\n")
    visit.cut()


def _named(visit: Visit) -> None:
    disposition = visit.query.get("as", "attachment; filename*=UTF-8''%D0%BC%D1%96%D1%81%D1%82.pdf")
    visit.answer(PDF, {"Content-Type": "application/pdf", "Content-Disposition": disposition})


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
ZIP = b"PK\x05\x06" + bytes(18)
CYRILLIC = article(language="uk", title="Міст відкрито").replace(b'charset="utf-8"', b'charset="x"')

PAGES = {
    "/article": Content(ARTICLE, HTML),
    "/style.css": Content(STYLE, (("Content-Type", "text/css"),)),
    "/more.css": Content(MORE_STYLE, (("Content-Type", "text/css"),)),
    "/fonts/*": Content(FONT, (("Content-Type", "font/woff2"),)),
    "/favicon.png": Content(picture("PNG", (16, 16)), (("Content-Type", "image/png"),)),
    "/pictures/*": Content(picture(), (("Content-Type", "image/jpeg"),)),
    "/chain/*": _chain,
    "/endless/*": _endless,
    "/to": _to,
    "/loop": lambda visit: visit.redirect("/loop/again"),
    "/loop/again": lambda visit: visit.redirect("/loop"),
    "/nowhere": lambda visit: visit.answer(b"moved", HTML, 302),
    "/elsewhere": lambda visit: visit.redirect(visit.web.elsewhere("/article")),
    "/private": lambda visit: visit.redirect("http://10.11.12.13/admin"),
    "/refresh": Content(
        b'<!doctype html><html><head><meta http-equiv="refresh" content="0; url=/article">'
        b"</head><body>One moment</body></html>",
        HTML,
    ),
    "/gzip": packed("gzip", gzip.compress(ARTICLE)),
    "/brotli": packed("br", brotli.compress(ARTICLE)),
    "/zstd": packed("zstd", zstandard.compress(ARTICLE)),
    "/deflate": packed("deflate", zlib.compress(ARTICLE)),
    "/deflate/raw": packed("deflate", raw_deflate(ARTICLE)),
    "/twice": packed("gzip, br", brotli.compress(gzip.compress(ARTICLE))),
    "/not-packed": packed("gzip", ARTICLE),
    "/packed-and-cut": packed("gzip", gzip.compress(ARTICLE)[:-600]),
    "/bomb": lambda visit: visit.answer(bomb(), [*HTML, ("Content-Encoding", "gzip")]),
    "/slow": _slow,
    "/silent": _silent,
    "/cut": _cut,
    "/reset": _reset,
    "/too-long": lambda visit: (
        visit.begin([*HTML, ("Content-Length", str(len(ARTICLE) + 5000))]),
        visit.write(ARTICLE),
        visit.cut(),
    ),
    "/too-short": _too_short,
    "/chunked": _chunked,
    "/chunks-cut": _chunks_cut,
    "/missing": Content(NOT_FOUND, HTML, 404),
    "/missing/empty": Content(b"", HTML, 404),
    "/forbidden": Content(b"<h1>Forbidden</h1>", HTML, 403),
    "/error": Content(b"<h1>Internal server error</h1>", HTML, 500),
    "/empty": Content(b"", HTML),
    "/nothing": Content(b"", (), 204),
    "/consent": Content(CONSENT, HTML),
    "/lazy": Content(LAZY, HTML),
    "/paywall": Content(PAYWALL, HTML),
    "/login": Content(LOGIN, HTML),
    "/shell": Content(SHELL, HTML),
    "/large": _large,
    "/cookie": _cookie,
    "/echo": _echo,
    "/nonsense": _nonsense,
    "/named": _named,
    "/file.pdf": Content(PDF, (("Content-Type", "application/pdf"),)),
    "/file.zip": Content(ZIP, (("Content-Type", "application/zip"),)),
    "/photo.jpg": Content(picture(), (("Content-Type", "image/jpeg"),)),
    "/mislabelled": Content(picture("PNG"), HTML),
    "/wrong-charset": Content(
        CYRILLIC.decode().encode("cp1251", "replace"),
        (("Content-Type", "text/html; charset=windows-1251"),),
    ),
}
"""By path; `/*` at the end stands for anything below."""
