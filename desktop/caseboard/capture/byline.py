"""Who wrote an article and when, as the line under its title says it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from caseboard.capture import names, printed, titles
from caseboard.capture.blocks import Block
from caseboard.capture.tree import Element
from caseboard.model.terms import PartKind

_BY = re.compile(
    r"^\s*(?:(?:written |reported |story |text |words |posted )?by|par|por|door|authors?|"
    r"автори?|авторка|авторы|текст|"
    r"підготува(?:в|ла)|подготовил(?:а)?|von|autor(?:in|ka)?|opracowa(?:ł|"
    r"ła))\b\s*[:—–-]?\s+(?P<who>.+)$",
    re.I | re.S,
)
_LABEL = re.compile(
    r"(?:^|[\s|·•–—-])(?:redaktion|text|autor(?:in|ka|zy)?|tekst|authors?|автори?|авторка|авторы|текст|"
    r"редактор|журналіст(?:ка)?|журналист(?:ка)?|reporter)\s*:\s+(?P<who>.+)$",
    re.I | re.S,
)
_READING_TIME = re.compile(
    r"[\s,;|·•—–-]*\b\d{1,3}\s*[- ]?(?:min(?:ute)?s?\b(?:\s+(?:of\s+)?read(?:ing)?)?|"
    r"хв(?:илин[аи]?)?\.?(?:\s+(?:на\s+)?читання)?|"
    r"мин(?:ут[аы]?)?\.?(?:\s+(?:на\s+)?чтени[ея])?)\W*",
    re.I,
)
_UPDATED = re.compile(r"\b(?:updated|modified|оновлено|обновлено)\b.*$", re.I | re.S)
_BARE_LABEL = re.compile(
    r"^\W*(?:by|von|authors?|autor(?:en|in|ka|zy|es)?|auteurs?|text|tekst|автори?|авторка|авторы|"
    r"written by|posted by|reported by)\W*$",
    re.I,
)
_SOURCE = re.compile(
    r"^\W*(?:quellen?|sources?|źródło|джерело|источник|fuentes?|fontes?|bron)\s*:\s*"
    r"(?P<who>[^.:!?]{2,40})$",
    re.I,
)
_ROLE = re.compile(
    r"^(?P<who>[^,|–—\d]{4,60}?)\s*[,|–—]\s*(?:[\w’'-]+ ){0,4}?(?:correspondent|editor|reporter|"
    r"journalist|columnist|writer|producer|кореспондент(?:ка)?|журналіст(?:ка)?|редактор(?:ка)?|"
    r"корреспондент|журналист(?:ка)?|обозреватель|оглядач(?:ка)?|redakteur(?:in)?|"
    r"korrespondent(?:in)?|dziennikarz|dziennikarka|korespondent(?:ka)?|journaliste|"
    r"correspondant(?:e)?|corresponsal|periodista)\b[^.!?]{0,40}$",
    re.I,
)
_LONGEST_LEAD = 140
_LONGEST = 300
_HEAD_BLOCKS = 12
_PARAGRAPH = 80


Said = tuple[tuple[str, ...], printed.Printed | None]
"""Authors and date of a byline."""


def lines(shown: list[Block], title: str, *, day_first: bool | None = None) -> list[str]:
    """The texts near the title that can be its byline, likeliest first."""
    head = _head(shown, title)
    labelled = [
        f"{label.text.strip(' :')}: {block.text}"
        for label, block in pairwise(head)
        if _BARE_LABEL.match(label.text)
    ]
    marked = [block.text for block in head if block.byline]
    dated = [
        block.text
        for block in head
        if not block.byline and (_begins(block.text) or _dates(block, day_first=day_first))
    ]
    with_role = [block.text for block in head if _with_role(block.text)]
    return [*labelled, *marked, *dated, *with_role, *_under(shown, title)]


def authors(texts: Sequence[str], site: str) -> tuple[str, ...]:
    """The people named in bylines that begin with `by`, `Автор:` and the like."""
    for text in texts:
        if len(text) > _LONGEST:
            continue
        match = (
            _BY.match(text) or _BY.match(_without_dates(text).strip(" |,")) or _LABEL.search(text)
        )
        who = match["who"] if match else text if _begins(text) else _with_role(text)
        if found := names.people([_without_dates(who)], site) if who else ():
            return found
    return ()


def _begins(text: str) -> bool:
    return len(text) <= _LONGEST_LEAD and (bool(_BY.match(text)) or names.begins_as_byline(text))


def _with_role(text: str) -> str:
    """The name in `Olena Marchuk, Diplomatic correspondent`; empty where it is none."""
    match = _ROLE.match(text) if len(text) <= _LONGEST_LEAD else None
    return match["who"] if match else ""


def sources(texts: Iterable[str]) -> tuple[str, ...]:
    """The agency that a line such as `Source: Ukrinform` names, the last of `texts` first."""
    found = [match["who"].strip() for text in texts if (match := _SOURCE.match(text))]
    return names.anyone(found[-1:])


def parse(text: str) -> Said | None:
    """`(authors, date)` of a line that is a byline and nothing else; None if it is not one."""
    if len(text) > _LONGEST:
        return None
    found = printed.find(text)
    rest = _without_dates(text)
    match = _BY.match(rest)
    people = names.people([match["who"] if match else rest])
    left = _READING_TIME.sub(" ", names.without(rest if not match else match["who"], people))
    if len(re.findall(r"\w", left)) > 40:
        return None
    if (match and people) or (found and (people or len(left.split()) <= 4)):
        return people, found
    return None


def mark(shown: list[Block], people: tuple[str, ...]) -> None:
    """Mark the byline among `shown`: not body."""
    title = next((i for i, block in enumerate(shown) if block.kind is PartKind.TITLE), -1)
    # A summary may stand between title and byline, but no second paragraph.
    long = [i for i, b in enumerate(shown) if i > title and b.body and len(b.text) > 100]
    end = (long[1:] or [len(shown)])[0]
    first = title if 0 <= title < end else max(0, end - _HEAD_BLOCKS)
    for block in shown[max(0, first) : end]:
        if (
            block.kind not in {None, PartKind.AUTHOR_CARD, PartKind.OTHER}
            or len(block.text) > _LONGEST
        ):
            continue
        said = parse(block.text)
        named = any(name in block.text for name in people) and len(block.text) < 120
        if said is not None or (block.byline and (named or printed.find(block.text))):
            block.kind, block.body = PartKind.BYLINE, False


def marked_dates(container: Element) -> Iterator[str]:
    """Machine-readable times in `itemprop=datePublished`."""
    for element in container.iter("time", "meta", "span", "div"):
        if "datePublished" in (element.get("itemprop") or ""):
            stated = element.get("datetime") or element.get("content") or ""
            if stated:
                yield stated


def _head(shown: list[Block], title: str) -> list[Block]:
    folded = titles.fold(title)
    at = next((i for i, b in enumerate(shown) if folded and titles.fold(b.text) == folded), None)
    if at is None:
        return [block for block in shown if block.byline and block.inside][:5]
    near = shown[max(0, at - 4) : at] + _until_prose(shown[at + 1 : at + _HEAD_BLOCKS])
    return [
        b
        for b in near
        if len(b.text) <= _LONGEST and b.kind in {None, PartKind.AUTHOR_CARD, PartKind.OTHER}
    ]


def _until_prose(blocks: list[Block]) -> list[Block]:
    """Those of `blocks` before the article is under way: before its third paragraph."""
    long = [index for index, block in enumerate(blocks) if len(block.text) >= _PARAGRAPH]
    return blocks[: long[2]] if len(long) > 2 else blocks


def _under(shown: list[Block], title: str) -> list[str]:
    """The lines that stand under the title in one block with it, as in pages made of tables."""
    folded = titles.fold(title)
    for block in shown:
        first, _line, rest = block.text.partition("\n")
        if folded and rest and len(block.text) <= _LONGEST and titles.fold(first) == folded:
            return rest.split("\n")
    return []


def _dates(block: Block, *, day_first: bool | None) -> bool:
    found = printed.find(block.text, day_first=day_first)
    return found is not None and len(block.text) - len(found.text) < 60


def _without_dates(text: str) -> str:
    text = _UPDATED.sub("", text)
    while found := printed.find(text):
        text = f"{text[: found.start]} | {text[found.end :]}"
    return _READING_TIME.sub(" ", text)
