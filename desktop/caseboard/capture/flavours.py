"""The forms in which a drag or paste offers one thing, and what they say together."""

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from caseboard.capture import clipboard, sniff, urls
from caseboard.capture.decode import decode
from caseboard.capture.safenames import shown, stem
from caseboard.model import addresses
from caseboard.model.terms import ClipKind

_UNKEPT = {"xdnddirectsave0", "application/x-qt-windows-mime", "save_targets", "multiple",
           "targets", "timestamp", "delete"}  # fmt: skip
"""Requests and bookkeeping of the window system, not forms of the thing."""
_URL_KINDS = ("text/x-moz-url-priv", "chromium/x-source-url", "text/x-moz-url-data")
# No `<` inside a tag: so an unfinished one ends at the next, and no search is long.
_IMAGE = re.compile(r"<img\b[^<>]*>?", re.I)
_LINK = re.compile(r"<a\b[^<>]*>?", re.I)
_TAG = re.compile(r"<[/!a-z][^<>]*>?", re.I)
_LINE = re.compile(r"<(?:p|div|br|h[1-6]|li|tr)\b", re.I)
_UNSHOWN = re.compile(r"<(script|style|title)\b[^<]*(?:<(?!/\1)[^<]*)*", re.I)
_LONGEST_TITLE = 120
_LONGEST_LIST = 64_000
_MOST_LINKS = 500
_MAX_MARKUP = 20_000


@dataclass(frozen=True, slots=True)
class Flavour:
    """One form in which a drag or paste offers the same thing."""

    media_type: str
    data: bytes
    name: str = ""
    """A file name, where the giver states one."""

    @property
    def kind(self) -> str:
        """The media type alone, in lower case."""
        return self.media_type.partition(";")[0].strip().lower()


class Offer:
    """All flavours of one drag or paste."""

    def __init__(self, flavours: tuple[Flavour, ...]) -> None:
        self._flavours = flavours
        self.usable = [
            f for f in flavours if f.data.strip(b"\x00 \r\n\t") and f.kind not in _UNKEPT
        ]

    def original(self) -> tuple[Flavour, ClipKind]:
        """The flavour that holds most, and what it makes the clip."""
        if self._picture is not None:
            return self._picture, ClipKind.IMAGE
        html, plain = self._first("text/html"), self._first("text/plain")
        if self.is_link:
            link = self._first("text/x-moz-url") or self._first("text/uri-list") or html or plain
            return link or self.usable[0], ClipKind.ARTICLE
        if html is not None:
            return html, ClipKind.ARTICLE if self.url or _is_whole(html.data) else ClipKind.TEXT
        if plain is not None:
            return plain, ClipKind.TEXT
        return self._of_unknown()

    def title(self, kind: ClipKind) -> str:
        """A first title: a link's words, a picture's name, a text's first line."""
        if kind is ClipKind.IMAGE:
            named = self._picture.name if self._picture is not None else ""
            name = stem(named) or stem(urls.last_name(self.url))
            return shown(self._markup.alt) or name or urls.host(self.url)
        if self.is_link:
            return _short(self._link_text) or address_title(self.url)
        plain = self._first("text/plain")
        line = _first_line(decode(plain.data)) if plain else ""
        line = line or _first_line(self._markup.text) or urls.host(self.url)
        return _short(line or self.usable[0].name or self.usable[0].kind)

    @cached_property
    def url(self) -> str:
        """Where the thing is or was: a picture's own address, a link's target, a page's."""
        markup = self._markup
        if self._picture is not None:
            base = self._source
            candidates = [urls.absolute(markup.src, base), *self._listed, base]
        elif self.is_link:
            candidates = [*self._listed, markup.href, *self._plain_urls]
        else:
            candidates = [self._source]
        return next((c for c in candidates if urls.is_web(c)), "")

    @cached_property
    def links(self) -> list[str]:
        """Every address of a link or a list of them, each page once; empty for anything else."""
        if not self.is_link:
            return []
        found = [url for url in self._listed if urls.is_web(url)] or self._plain_urls or [self.url]
        pages: dict[str, str] = {}
        for url in found:
            pages.setdefault(addresses.normal(url), url)
        return list(pages.values())

    @cached_property
    def is_link(self) -> bool:
        """Whether a link was dragged, or an address pasted, and not a text around it."""
        if self._picture is not None:
            return False
        if any(urls.is_web(url) for url in self._listed):
            return True
        html = self._first("text/html")
        return html is None and bool(self._plain_urls)

    @cached_property
    def _picture(self) -> Flavour | None:
        """The flavour that is a picture's very bytes, whatever it is called."""
        pictures = [
            flavour
            for flavour in self.usable
            if sniff.media_type(flavour.data[: sniff.HEAD]) in sniff.IMAGES
        ]
        # A selection with words in it may bring a drawing of itself along: the words are meant.
        if pictures and self._markup.text.strip() and not self._listed:
            return None
        return min(pictures, key=lambda f: f.kind in {"image/bmp", "image/tiff"}, default=None)

    @cached_property
    def _source(self) -> str:
        """The page that a selection was made on."""
        html = self._first("text/html")
        stated = clipboard.source_url(html.data) if html else ""
        others = (decode(f.data).strip("\x00 \r\n") for k in _URL_KINDS if (f := self._first(k)))
        return next((url for url in (stated, *others) if urls.is_web(url)), "")

    @cached_property
    def _listed(self) -> list[str]:
        """The addresses of `text/uri-list` (RFC 2483) and of Firefox's `text/x-moz-url`."""
        lines: list[str] = []
        moz, listed = self._first("text/x-moz-url"), self._first("text/uri-list")
        if moz is not None:
            lines += decode(moz.data).splitlines()[:1]
        if listed is not None:
            lines += [ln for ln in decode(listed.data).splitlines() if not ln.startswith("#")]
        return [line.strip("\x00 ") for line in lines if line.strip("\x00 ")][:_MOST_LINKS]

    @cached_property
    def _plain_urls(self) -> list[str]:
        """The lines of a plain text where each of them is an address."""
        plain = self._first("text/plain")
        if plain is None or len(plain.data) > _LONGEST_LIST:
            return []
        lines = [line.strip("\x00 \t") for line in decode(plain.data).splitlines()]
        found = [line for line in lines if line][: _MOST_LINKS + 1]
        are_links = all(len(line.split()) == 1 and urls.is_web(line) for line in found)
        return found if are_links and len(found) <= _MOST_LINKS else []

    @cached_property
    def _link_text(self) -> str:
        moz = self._first("text/x-moz-url")
        lines = decode(moz.data).splitlines() if moz is not None else []
        named = " ".join(lines[1:]).strip("\x00 ")
        return named or self._markup.text.strip()

    @cached_property
    def _markup(self) -> "_Markup":
        html = self._first("text/html")
        if html is None:
            return _Markup()
        return _Markup.of(clipboard.fragment(html.data[: 4 * _MAX_MARKUP])[0][:_MAX_MARKUP])

    def _first(self, kind: str) -> Flavour | None:
        return next((flavour for flavour in self.usable if flavour.kind == kind), None)

    def _of_unknown(self) -> tuple[Flavour, ClipKind]:
        first = max(self.usable, key=lambda flavour: sniff.is_text(flavour.data[: sniff.HEAD]))
        is_text = first.kind.startswith("text/") and sniff.is_text(first.data[: sniff.HEAD])
        return first, ClipKind.TEXT if is_text else ClipKind.DOCUMENT


@dataclass(frozen=True, slots=True)
class _Markup:
    """The first link, the first picture and the words of a short piece of HTML."""

    href: str = ""
    src: str = ""
    alt: str = ""
    text: str = ""

    @classmethod
    def of(cls, html: str) -> "_Markup":
        image = _IMAGE.search(html)
        words = _TAG.sub("", _LINE.sub(r"\n\g<0>", _UNSHOWN.sub("", html)))
        return cls(
            href=_attribute(_LINK.search(html), "href"),
            src=_attribute(image, "src"),
            alt=_attribute(image, "alt"),
            text=unescape(words),
        )


def address_title(url: str) -> str:
    """What a link is called of which nothing is known but its address."""
    pieces = (unquote(url).partition("://")[2].rstrip("/") or url).split("/")
    return _cut("/".join(shown(piece) for piece in pieces))


def _attribute(tag: re.Match[str] | None, name: str) -> str:
    pattern = rf"""\s{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))"""
    found = re.search(pattern, tag[0], re.I) if tag is not None else None
    return unescape(next(filter(None, found.groups()), "")) if found else ""


def _is_whole(html: bytes) -> bool:
    """Whether this is a page and not a piece of one."""
    return bool(re.search(rb"<(?:title|article|main)\b", html[:_MAX_MARKUP], re.I))


def _first_line(text: str) -> str:
    return next((line for line in map(str.strip, text.splitlines()) if line), "")


def _short(title: str) -> str:
    return _cut(shown(unquote(title)) if title.startswith("http") else shown(title))


def _cut(tidy: str) -> str:
    return tidy if len(tidy) <= _LONGEST_TITLE else f"{tidy[: _LONGEST_TITLE - 1].rstrip()}…"
