"""An article that a page holds for its scripts only: in JSON-LD, or in the data of its framework.

Pages that scripts fill often carry the whole text along. What stands there is what a reader sees
a moment later, so it is the article's text, and where it was read is said.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from caseboard.capture.blocks import Block
from caseboard.capture.jsonld import Linked
from caseboard.capture.tree import Element, words

_IDS = {"__next_data__": "__NEXT_DATA__", "__nuxt_data__": "__NUXT_DATA__"}
_MAX = 3_000_000
_MAX_NODES = 60_000
_TITLES = ("headline", "title", "name", "heading")
_BODIES = ("articleBody", "body", "bodyHtml", "body_html", "content", "html", "text", "fullText",
           "contentHtml", "paragraphs", "blocks", "content_elements", "elements", "children",
           "value", "data")  # fmt: skip
_BREAK = re.compile(
    r"</(?:p|h[1-6]|li|blockquote|div)>|<br\s*/?>\s*<br\s*/?>|\n\s*\n|\r\n|\n", re.I
)
_TAG = re.compile(r"<[^>]{0,2000}>")
_DROPPED = re.compile(r"<(script|style|figure|iframe|aside)\b.{0,20000}?</\1>", re.I | re.S)
_LEAST = 60
"""Words: less is a summary."""
_DEEPEST = 12
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_MAX_PARAGRAPHS = 2_000


def find(root: Element, linked: Linked, title: str) -> tuple[list[Block], str]:
    """`(blocks, where they were read)`; no blocks where the page carries no article of its own.

    `title`: what the page says elsewhere that it is called: other articles may be carried too.
    """
    stated = _paragraphs(linked.body)
    if _size(stated) >= _LEAST:
        return _blocks(stated), "JSON-LD articleBody"
    for script in root.iter("script"):
        name = _IDS.get((script.get("id") or "").lower())
        if name:
            found = _best(_load(script.text or ""), title)
            if _size(found) >= _LEAST:
                return _blocks(found), name
    return [], ""


def _blocks(paragraphs: list[str]) -> list[Block]:
    return [Block(text, body=True, tag="p", inside=True) for text in paragraphs]


def _load(text: str) -> Any:
    try:
        return json.loads(text[:_MAX], strict=False)
    except (ValueError, RecursionError):  # cut short, or no JSON: nothing to read
        return None


def _best(data: Any, title: str) -> list[str]:
    """The longest text among the objects that have a title, those of the page's title first."""
    folded = words(title).casefold()
    best: tuple[bool, int, list[str]] = (False, 0, [])
    for node in _objects(data):
        named = next((node[key] for key in _TITLES if isinstance(node.get(key), str)), "")
        if not named:
            continue
        for key in _BODIES:
            text = _texts(node.get(key), 0)
            same = bool(folded) and words(named).casefold() in folded
            best = max(best, (same, _size(text), text), key=lambda found: found[:2])
    return best[2]


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    level, seen = [data], 0
    while level and seen < _MAX_NODES:
        following: list[Any] = []
        for item in level:
            seen += 1
            if isinstance(item, dict):
                yield item
                following.extend(item.values())
            elif isinstance(item, list):
                following.extend(item)
        level = [item for item in following if isinstance(item, dict | list)]


def _texts(value: Any, depth: int) -> list[str]:
    """The paragraphs of a body, written as text, as HTML or as a list of blocks."""
    if isinstance(value, str):
        return _paragraphs(value) if len(value) >= 20 else []
    if isinstance(value, list) and depth < _DEEPEST:
        return [text for item in value[:_MAX_PARAGRAPHS] for text in _texts(item, depth + 1)]
    if isinstance(value, dict) and depth < _DEEPEST:
        for key in _BODIES:
            if text := _texts(value.get(key), depth + 1):
                return text
    return []


def _paragraphs(text: str) -> list[str]:
    bare = _DROPPED.sub(" ", text[:_MAX]) if "<" in text else text
    pieces = (words(html.unescape(_TAG.sub(" ", piece))) for piece in _BREAK.split(bare))
    return [piece for piece in pieces if piece][:_MAX_PARAGRAPHS]


def _size(paragraphs: list[str]) -> int:
    """Words of the paragraphs that are prose."""
    return sum(len(text.split()) for text in paragraphs if _SENTENCE.search(text))
