"""Which blocks of a page are the article: trafilatura's judgement, less what is known not to be."""

import re
from collections import Counter
from collections.abc import Iterable

from caseboard.capture import boilerplate, furniture
from caseboard.capture.blocks import Block, Shown
from caseboard.capture.tree import Element
from caseboard.model.terms import PartKind

_NO_WORD = re.compile(r"\W+")
_MAX_ELEMENTS = 30_000
"""Of a page that trafilatura reads within its two seconds."""
_KIND_OF_TAG = {"blockquote": PartKind.QUOTE, "li": PartKind.LIST_ITEM} | {
    f"h{level}": PartKind.HEADING for level in range(1, 7)
}
_SHINGLE = 5
_LONG = 100
_PROSE = 300
_SHORTEST_CAPTION, _LONGEST_CAPTION = 20, 400
_MOSTLY = 0.75
_LETTER = re.compile(r"[^\W\d_]")
_WRITTEN = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_NAMED = {PartKind.RELATED, PartKind.AUTHOR_CARD}
_MISNAMED = {PartKind.BANNER, PartKind.AUDIO_NOTE, PartKind.OTHER}
"""Kinds that an unlucky class name gives to real paragraphs."""


def decide(root: Element, shown: Shown, url: str | None, stated: str = "") -> float:
    """Set `body` (and `kind`, where unknown) of the blocks shown.

    Returns how much of the judged text they cover.
    0 means that there was no judgement: then everything in the article that nothing speaks
    against is body. `stated`: the article's text where the page gives it a second time.
    """
    blocks = shown.blocks
    lines = _judged(root, url)
    known = _Judged([line for line in stated.split("\n") if line.strip()])
    judged = _Judged([*lines, *([stated] if known.size * 3 > _Judged(lines).size else [])])
    for block in blocks:
        rescued = block.kind in _MISNAMED or (block.kind in _NAMED and known.holds(block.text))
        if rescued and _is_prose(block) and judged.holds(block.text):
            block.kind = None
        if block.kind is None:
            block.kind = boilerplate.by_text(block.text)
            if furniture.is_furniture(block.text) and block.tag not in {"td", "th"}:
                block.kind = block.kind or PartKind.OTHER
            if block.kind is None and judged.holds(block.text):
                block.body = True
    coverage = judged.coverage(block.text for block in blocks if block.body or block.kind)
    if not judged.size:
        _by_hand(blocks)
    _fill_gaps(blocks)
    _drop_links(blocks)
    _drop_captions(blocks)
    _drop_contacts(blocks)
    _drop_last_headings(blocks, {placed.at for placed in shown.pictures})
    return coverage


def _drop_captions(blocks: list[Block]) -> None:
    """Take out what stands as the line under a picture too: some pages show it twice."""
    lines = [_fold(block.text) for block in blocks if block.kind is PartKind.CAPTION]
    for block in blocks if lines else ():
        folded = _fold(block.text) if block.body and len(block.text) <= _LONGEST_CAPTION else ""
        # The caption may have a credit behind it.
        if len(folded) >= _SHORTEST_CAPTION and any(line.startswith(folded) for line in lines):
            block.kind, block.body = PartKind.CAPTION, False


def _drop_contacts(blocks: list[Block]) -> None:
    """Take out whom to ask, in the last part of an article: up to the next paragraph of prose."""
    taken = [index for index, block in enumerate(blocks) if block.body]
    apart = False
    for index in taken[len(taken) // 2 :]:
        block = blocks[index]
        apart = boilerplate.opens_contacts(block.text) or (apart and len(block.text) < _PROSE)
        if apart:
            block.kind, block.body = PartKind.OTHER, False


def _drop_last_headings(blocks: list[Block], pictured: set[int]) -> None:
    """Take out headings at the end, under which nothing of the article follows, no picture."""
    for index in reversed([index for index, block in enumerate(blocks) if block.body]):
        block = blocks[index]
        if block.tag[:1] != "h" or len(block.text) > _LONG or index + 1 in pictured:
            return
        block.body = False


def _fill_gaps(blocks: list[Block]) -> None:
    """Take paragraphs in that stand among those of the article, in the same element."""
    taken = [index for index, block in enumerate(blocks) if block.body]
    beside = Counter((b.holder, b.tag) for b in blocks if b.body and len(b.text) >= _LONG)
    for block in blocks[taken[0] : taken[-1]] if taken else []:
        fits = block.kind is None and not block.body and len(block.text) >= _LONG
        if fits and block.linked < 0.3 and beside[block.holder, block.tag] >= 2:
            block.body = True


def _drop_links(blocks: list[Block]) -> None:
    """Take out the menu before and the list of articles behind, and teasers between paragraphs.

    Numbers of views and comments, before and behind, go too.
    """
    prose = [i for i, b in enumerate(blocks) if b.body and b.linked < _MOSTLY and len(b.text) >= 40]
    for index, block in enumerate(blocks):
        among = bool(prose) and prose[0] < index < prose[-1]
        if block.body and prose and block.linked >= _MOSTLY:
            block.body = among and not _is_teaser(block)
        elif block.body and prose and not among and block.tag not in {"td", "th"}:
            block.body = bool(_LETTER.search(block.text))
        elif block.body and not _WRITTEN.search(block.text):
            block.body = False


def _is_teaser(block: Block) -> bool:
    """Whether a block among paragraphs is all link, and a headline rather than a sentence."""
    headline = len(block.text.split()) >= 4 and not _SENTENCE_END.search(block.text)
    return block.linked >= 0.95 and block.tag in {"p", "div"} and headline


def _is_prose(block: Block) -> bool:
    return len(block.text) >= 150 and block.linked < 0.3


def kind_by_tag(tag: str) -> PartKind:
    """What a block of body is, by the element it stands in."""
    return _KIND_OF_TAG.get(tag, PartKind.PARAGRAPH)


def lines_of(root: Element, url: str | None) -> list[str]:
    """The article's lines as trafilatura gives them; none where it finds no article."""
    return _judged(root, url)


def _judged(root: Element, url: str | None) -> list[str]:
    if sum(1 for _element in root.iter()) > _MAX_ELEMENTS:
        return []
    # Costs 0.2 s, which a program that only wants the guards or the dates need not pay.
    from trafilatura import bare_extraction  # noqa: PLC0415

    try:
        found = bare_extraction(root, url=url, include_comments=False, with_metadata=False)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        return []  # its own slips over odd trees; the blocks are then judged by hand
    text = getattr(found, "text", "") or ""
    return [line.strip("- |").strip() for line in text.split("\n") if line.strip("- |")]


class _Judged:
    """The text that trafilatura took for the article, for looking blocks up in."""

    def __init__(self, lines: list[str]) -> None:
        folded = [_fold(line) for line in lines]
        self._lines = set(folded)
        self._joined = "".join(folded)
        self._shingles = {s for line in lines for s in _shingles(line)}
        self.size = len(self._joined)
        # Of a short page all the text may come as one line.
        self._least = 25 if len(lines) > 2 else 8

    def holds(self, text: str) -> bool:
        folded = _fold(text)
        if not folded:
            return False
        if folded in self._lines or (len(folded) > self._least and folded in self._joined):
            return True
        shingles = _shingles(text)
        hits = sum(shingle in self._shingles for shingle in shingles)
        return len(shingles) > 3 and hits * 10 >= len(shingles) * 6

    def coverage(self, texts: Iterable[str]) -> float:
        covered = {s for text in texts for s in _shingles(text)}
        if not self._shingles:
            return 1.0 if self.size else 0.0
        return len(covered & self._shingles) / len(self._shingles)


def _by_hand(blocks: list[Block]) -> None:
    for block in blocks:
        block.body = block.inside and block.kind is None and block.linked < 0.6


def _fold(text: str) -> str:
    return _NO_WORD.sub("", text.casefold())


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = [word for word in _NO_WORD.split(text.casefold()) if word]
    if len(words) < _SHINGLE:
        return [tuple(words)] if words else []
    return [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]
