"""The bare words of a page too tangled to be read: tags out, blocks kept, in linear time."""

import re
from collections.abc import Mapping
from html import unescape
from itertools import islice
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from caseboard.capture import sniff
from caseboard.capture.answer import Answer
from caseboard.capture.decode import decode
from caseboard.capture.reading import Reading
from caseboard.i18n import _
from caseboard.model.parts import GAP, Part
from caseboard.model.terms import PartKind

MOST = 4_000_000
"""Characters of markup that are looked at."""
MOST_WORDS = 400_000
"""Characters of words that are kept."""
MOST_BLOCKS = 5_000
_TITLE = re.compile(r"<title\b[^<>]{0,999}>([^<]{1,999})", re.I)
_UNSHOWN = re.compile(r"<(script|style|template|noscript)\b", re.I)
_BREAK = re.compile(r"<(?:/?(?:p|div|h[1-6]|li|tr|table|section|article|figure)|br)\b", re.I)
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)  # `lower` changes lengths
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_TAG = re.compile(r"<[^<>]*>?")


def rescue(data: bytes, options: Mapping[str, Any]) -> Answer:
    """The bare words of a page or a text; `problem` says that they are no more than that.

    Nothing is claimed of author, date or site, which were not read. Raises nothing.
    """
    markup = decode(data[: 4 * MOST])[:MOST]
    is_page = options.get("media_type", "text/html") in sniff.HTML
    titled = _TITLE.search(markup) if is_page else None
    title = _tidy(titled[1])[:500] if titled else ""
    if is_page:  # no text holds a NUL here
        shown = _TAG.sub("", _BREAK.sub("\x00\\g<0>", _shown(markup)))
    else:
        shown = _EMPTY_LINE.sub("\x00", markup)
    tidied = (_tidy(block) for block in shown.split("\x00"))
    blocks = [block[:MOST_WORDS] for block in islice(filter(None, tidied), MOST_BLOCKS)]
    parts: list[Part] = []
    for block in blocks:
        start = parts[-1].end + len(GAP) if parts else 0
        if start + len(block) > MOST_WORDS:
            break
        parts.append(Part(PartKind.PARAGRAPH, start, start + len(block), body=True))
    text = GAP.join(blocks[: len(parts)])
    problem = _problem() if is_page else _text_problem()
    reading = Reading(title=title, text=text, parts=tuple(parts), problem=problem)
    return Answer({"reading": reading.as_json(), "embedded": []}, (b"", b""))


def _shown(markup: str) -> str:
    """`markup` without scripts and the like; one that is never closed hides nothing."""
    folded, kept, at = markup.translate(_SMALL), [], 0
    unclosed: set[str] = set()
    for begin in _UNSHOWN.finditer(markup):
        name = begin[1].lower()
        if begin.start() < at or name in unclosed:
            continue
        end = folded.find(f"</{name}", begin.end())
        if end < 0:
            unclosed.add(name)
            continue
        kept.append(markup[at : begin.start()])
        at = end
    return "".join([*kept, markup[at:]])


def _tidy(line: str) -> str:
    return " ".join(unescape(line).split())


def _problem() -> str:
    return _(
        "This page is too tangled to be read as an article: these are its bare words. "
        "The page is kept as it is."
    )


def _text_problem() -> str:
    return _(
        "This text is too long to be read as an article: these are its first bare words. "
        "The file is kept as it is."
    )
