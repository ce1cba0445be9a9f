"""What a page says of itself in its head: OpenGraph, meta names, canonical link, language."""

from dataclasses import dataclass

from caseboard.capture.tree import Element, words

_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date",
    "publishdate", "pubdate", "publication_date", "dc.date.issued", "dcterms.created", "dc.date",
    "dc.date.created", "date", "article.published", "published_time", "og:article:published_time",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
            "dcterms.creator", "byl", "citation_author", "og:article:author",
                "cxenseparse:author")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """Fields of the head; empty where not stated."""

    is_article: bool
    og_title: str
    title: str
    authors: tuple[str, ...]
    published: str
    site: str
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
        authors=tuple(
            name for key in _AUTHORS for name in said.get(key, ()) if not name.startswith("http")
        ),
        published=first(*_PUBLISHED),
        site=first("og:site_name", "application-name", "apple-mobile-web-app-title"),
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
