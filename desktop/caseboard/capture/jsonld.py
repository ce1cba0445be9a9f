"""What a page says of itself in JSON-LD (schema.org Article and its kin)."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from caseboard.capture.titles import fold
from caseboard.capture.tree import Element, words

_ARTICLES = ("article", "posting", "report", "news", "webpage")
_MARKS_ROUND = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|"
                          r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*$")  # fmt: skip
_COMMA_TOO_MANY = re.compile(r",(\s*[}\]])")
_MAX_SCRIPT = 500_000
_MAX_NODES = 2_000
_MAX_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Linked:
    """The article's own fields; empty where not stated."""

    is_article: bool = False
    title: str = ""
    authors: tuple[str, ...] = ()
    """Persons, and names of which it is not said what they are."""
    newsrooms: tuple[str, ...] = ()
    """Organisations that are stated as author."""
    published: str = ""
    site: str = ""
    language: str = ""
    image: str = ""
    description: str = ""
    body: str = ""
    """Its text, where the page states it a second time for machines."""
    is_free: bool | None = None
    """Whether everybody may read it (`isAccessibleForFree`); None: not stated."""
    words: int = 0
    """How many words it states that it has."""


def read(root: Element, titles: Iterable[str] = ()) -> Linked:
    """The best article of the page's JSON-LD blocks; broken blocks are passed over.

    `titles`: what the page says elsewhere that it is called. Of several articles the one of that
    name is taken: others are listed on the same page.
    """
    nodes = [node for script in _scripts(root) for node in _objects(_load(script))]
    known = {fold(title) for title in titles if title}
    ranked = sorted(nodes, key=lambda node: (_rank(node), fold(_title(node)) not in known))
    if not ranked or _rank(ranked[0]) >= len(_ARTICLES):
        return Linked(site=_site({}, nodes))
    node = ranked[0]
    by_id = {str(other["@id"]): other for other in nodes if "@id" in other and len(other) > 1}
    authors = list(_authors(node.get("author") or node.get("creator"), by_id))
    return Linked(
        is_article=_rank(node) < len(_ARTICLES) - 1,
        title=_title(node),
        authors=_once(name for name, is_newsroom in authors if not is_newsroom),
        newsrooms=_once(name for name, is_newsroom in authors if is_newsroom),
        published=_text(node.get("datePublished")),
        site=_site(node, nodes),
        language=_text(node.get("inLanguage")),
        image=_image(node.get("image") or node.get("thumbnailUrl"), by_id),
        description=_text(node.get("description")),
        body=_long_text(node.get("articleBody")),
        is_free=_is_free(node),
        words=_number(node.get("wordCount")),
    )


def _is_free(node: dict[str, Any]) -> bool | None:
    stated = str(node.get("isAccessibleForFree", "")).strip().lower()
    if stated in {"false", "0", "no"}:
        return False
    return True if stated else None


def _number(value: Any) -> int:
    found = re.match(r"\d{1,6}(?!\d)", str(value).strip())
    return int(found[0]) if found else 0


def _title(node: dict[str, Any]) -> str:
    return _text(node.get("headline") or node.get("name"))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def _scripts(root: Element) -> Iterator[str]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield (script.text or "")[:_MAX_SCRIPT]


def _load(script: str) -> Any:
    # `strict=False` takes raw line breaks inside strings, which many publishers leave there.
    text = _MARKS_ROUND.sub("", _MARKS_ROUND.sub("", script)).strip(" ;\r\n\t\ufeff")
    for attempt in (str, _without_extra_commas, html.unescape):
        try:
            return json.loads(attempt(text), strict=False)
        except (ValueError, RecursionError):  # not JSON as it stands: the next attempt mends it
            continue
    return None


def _without_extra_commas(text: str) -> str:
    return _COMMA_TOO_MANY.sub(r"\1", text)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in `value`, breadth first, so that the article comes before its parts."""
    level, seen = [value], 0
    for _depth in range(_MAX_DEPTH):
        following: list[Any] = []
        for item in level:
            if seen >= _MAX_NODES:
                return
            seen += 1
            if isinstance(item, dict):
                yield item
                following.extend(item.values())
            elif isinstance(item, list):
                following.extend(item)
        level = [item for item in following if isinstance(item, dict | list)]


def _rank(node: dict[str, Any]) -> int:
    kinds = node.get("@type")
    names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    for rank, word in enumerate(_ARTICLES):
        if any(word in name and "author" not in name for name in names):
            usable = node.get("headline") or node.get("datePublished") or node.get("articleBody")
            return rank if usable else len(_ARTICLES)
    return len(_ARTICLES)


def _authors(value: Any, by_id: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Names, each with whether it is stated to be an organisation's."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield _text(item), False
        elif isinstance(item, dict):
            known = item if "name" in item else by_id.get(str(item.get("@id"))) or item
            names = known.get("name") or " ".join(
                filter(None, (_text(known.get("givenName")), _text(known.get("familyName"))))
            )
            is_newsroom = "organization" in str(known.get("@type", "")).lower()
            for name in names if isinstance(names, list) else [names]:
                yield _text(name), is_newsroom


def _site(node: dict[str, Any], nodes: list[dict[str, Any]]) -> str:
    publisher = node.get("publisher")
    for item in publisher if isinstance(publisher, list) else [publisher]:
        if isinstance(item, dict) and item.get("name"):
            return _text(item["name"])
        if isinstance(item, dict) and item.get("@id"):
            same = [n for n in nodes if n.get("@id") == item["@id"] and n.get("name")]
            if same:
                return _text(same[0]["name"])
    sites = [n for n in nodes if n.get("@type") == "WebSite" and n.get("name")]
    return _text(sites[0]["name"]) if sites else ""


def _image(value: Any, by_id: dict[str, Any]) -> str:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            return item.strip()
        if isinstance(item, dict):
            known = (
                item
                if "url" in item or "contentUrl" in item
                else by_id.get(str(item.get("@id")), {})
            )
            url = known.get("url") or known.get("contentUrl")
            if isinstance(url, str):
                return url.strip()
    return ""


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("alternateName") or ""
    # Unescaped twice: publishers' templates escape what is no HTML.
    return words(html.unescape(html.unescape(value)))[:1000] if isinstance(value, str) else ""


def _long_text(value: Any) -> str:
    return html.unescape(value)[:_MAX_SCRIPT] if isinstance(value, str) else ""
