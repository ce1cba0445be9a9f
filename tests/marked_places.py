"""Sentences whose places stand in brackets."""

import re

from caseboard.tagging.context import EMPTY
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.places.slavic import mentions

_MARKED = re.compile(r"\[([^\]]+)\]")


def marked(sentence: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them, in reading order."""
    return _MARKED.sub(r"\1", sentence), _MARKED.findall(sentence)


def likely(text: str, *, language: str = "") -> list[str]:
    """What is likely to name a place in a text: the words, in reading order."""
    seen = mentions(Document(text, language=language), EMPTY, Found())
    return [each.surface for each in seen if each.weight >= 0.5 and each.entries]
