"""What a page says of itself in its head: OpenGraph, meta names, canonical link, language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseboard.capture.tree import Element, words

_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date",
    "publishdate", "publish_date", "pubdate", "publication_date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "citation_publication_date", "article.published",
    "published_time", "og:article:published_time", "article:publicationdate",
    "cxenseparse:publishtime", "originalpublicationdate", "date_published", "published_at",
    "rnews:datepublished",
)  # fmt: skip
_DATED = ("dc.date", "dc.date.created", "date", "dcterms.date", "dc.date.available")
"""Names under which systems also put the day of the last change, or of the visit."""
_SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_AUTHORS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl", "citation_author", "og:article:author", "cxenseparse:author",
    "article:author_name",
    "article.author", "author_name", "authors", "mrf:authors", "article-author", "og:author",
    "article_author", "page.author", "byline",
)  # fmt: skip
_WRITTEN_BY = re.compile(
    r"written by|author|verfasst von|geschrieben von|autor|napisan|автор|автори|écrit par|"
    r"escrito por|scritto da|geschreven door",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Head:
    """Fields of the head; empty where not stated."""

    is_article: bool
    og_title: str
    title: str
    authors: tuple[str, ...]
    published: str
    published_in: str
    """The name of the meta element that states it."""
    dated: str
    """A day that may be that of the last change."""
    dated_in: str
    description: str
    site: str
    site_in: str
    language: str
    image: str
    image_alt: str
    canonical: str


def read(root: Element) -> Head:
    """Read the head of the page under `root`."""
    said = _said(root)
    first = _First(said)
    return Head(
        is_article=first("og:type").lower() == "article",
        og_title=first("og:title", "twitter:title", "title", "dc.title"),
        title=_title(root),
        authors=tuple(dict.fromkeys(_authors(said))),
        published=first(*_PUBLISHED),
        published_in=first.name(*_PUBLISHED),
        dated=first(*_DATED),
        dated_in=first.name(*_DATED),
        description=first("og:description", "description", "twitter:description"),
        site=first(*_SITE),
        site_in=first.name(*_SITE),
        language=root.get("lang") or first("og:locale", "content-language", "language"),
        image=first("og:image", "og:image:url", "og:image:secure_url", "twitter:image"),
        image_alt=first("og:image:alt", "twitter:image:alt"),
        canonical=_canonical(root) or first("og:url"),
    )


class _First:
    """The first stated of several names for one thing."""

    def __init__(self, said: dict[str, list[str]]) -> None:
        self._said = said

    def __call__(self, *names: str) -> str:
        return next((self._said[name][0] for name in names if name in self._said), "")

    def name(self, *names: str) -> str:
        """The one of `names` that is stated."""
        return next((name for name in names if name in self._said), "")


def _said(root: Element) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = words(meta.get("content") or "")[:2000]
        if content:
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = (meta.get(key) or "").strip().lower()
                if name:
                    said.setdefault(name, []).append(content)
    return said


def _authors(said: dict[str, list[str]]) -> Iterator[str]:
    for key in _AUTHORS:
        yield from (name for name in said.get(key, ()) if not name.startswith("http"))
    for number in (1, 2):  # what is shown of a page in a short message
        if any(map(_WRITTEN_BY.search, said.get(f"twitter:label{number}", ()))):
            yield from said.get(f"twitter:data{number}", ())


def _title(root: Element) -> str:
    # Not the <title> of an inline drawing.
    for title in root.iter("title"):
        parent = title.getparent()
        if parent is None or parent.tag != "svg":
            return words(" ".join(title.itertext()))[:1000]
    return ""


def _canonical(root: Element) -> str:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return (link.get("href") or "").strip()[:2000]
    return ""
