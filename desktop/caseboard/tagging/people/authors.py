"""Tells who wrote a text and who took its pictures from whom it is about."""

import re
from collections.abc import Sequence

from caseboard.tagging.document import Document, Span

_LABEL = re.compile(
    r"(?:^|(?<=[\n(]))[ \t]*(?:by|author|authors|text|photo|photos|photograph|image|credit|credits"
    r"|video|illustration|edited|reporting|written|story|контакт|автор|автори|авторка|авторы|фото"
    r"|відео|видео|текст|джерело|источник|редактор|autor|autorka|fot|zdjęcie|tekst)\.?"
    r"(?: (?:by|credit|courtesy of|від|от))?[ \t]*[:/—–]?[ \t]+(?=[\"“«A-ZА-ЯІЇЄҐ])"
    r"[^\n)]{0,120}",
    re.IGNORECASE,
)
_STAYS = re.compile(r"[^\n.]{3,80}")
_CREDIT = re.compile(
    r"\([^()\n]{2,100}?(?:/|via |Getty|Images|AFP|Reuters|EPA|УНІАН|УНИАН)[^()\n]{0,80}\)"
)
_BY = re.compile(
    r"\b(?:photos?|images?|pictures?|video|story|words|фото|відео|видео)\s+by\s+[^\n.()]{2,60}",
    re.I,
)


def lines(document: Document) -> Sequence[Span]:
    """The stretches of a text that name its authors, not people it is about."""
    text = document.text
    found = [Span(m.start(), m.end()) for m in _CREDIT.finditer(text)]
    found += [Span(m.start(), m.end()) for m in _BY.finditer(text)]
    found += [Span(m.start(), m.end()) for m in _LABEL.finditer(text) if _is_label(text, m)]
    return sorted(found, key=lambda span: span.start)


def _is_label(text: str, found: re.Match[str]) -> bool:
    """Whether a line is about the author: it is short, or its label ends in a colon."""
    line_end = text.find("\n", found.start() + 1, found.end() + 200)
    line = text[found.start() : line_end if line_end >= 0 else found.end() + 200].strip()
    return ":" in line[:20] or len(line) < 100
