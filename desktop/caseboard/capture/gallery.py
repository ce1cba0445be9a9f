"""Which of a page's pictures belong to its article, and which caption to which picture."""

from collections.abc import Iterable

from caseboard.capture import figures, urls
from caseboard.capture.article import PageImage
from caseboard.capture.blocks import Block, Placed, Shown
from caseboard.capture.figures import Figure
from caseboard.model.terms import PartKind

_MAX = 200
_LONG = 60
_ABOVE = 6
"""Blocks (section, date, share buttons) between a picture over the title and the title."""


def choose(
    shown: Shown, kept: list[Block], leads: Iterable[str], lead_alt: str, url: str | None
) -> tuple[PageImage, ...]:
    """The article's pictures in the order of the page, the lead picture among or before them.

    `kept` are the blocks that stay: their `picture` is changed from the number on the page to the
    ordinal among the pictures chosen. `leads` are the pictures that the page's head names, best
    first: a site's logo among them stands for a picture that is missing.
    """
    lead = next((named for named in leads if named and not figures.is_ornament(named)), "")
    chosen = _of_article(shown, lead)
    wanted = [number for number, _figure in chosen]
    images = [_image(figure, url) for _number, figure in chosen]
    behind = 0
    if lead and not _is_shown(lead, chosen, shown):
        images.insert(0, PageImage(urls.absolute(lead, url), "", "", lead_alt))
        behind = 1
    ordinals = {number: place + behind for place, number in enumerate(wanted)}
    for block in kept:
        block.picture = ordinals.get(block.picture) if block.picture is not None else None
    return tuple(images[:_MAX])


def _is_shown(lead: str, chosen: list[tuple[int, Figure]], shown: Shown) -> bool:
    """Whether the page shows its lead picture itself, under whatever address."""
    if any(figures.same_picture(lead, figure.url) for _number, figure in chosen):
        return True
    text = (i for i, b in enumerate(shown.blocks) if b.body and len(b.text) >= _LONG)
    first = next(text, 0)
    top = [figure for n, figure in chosen if shown.pictures[n].at <= first]
    return any(figure.framed or urls.folder(figure.url) == urls.folder(lead) for figure in top)


def _of_article(shown: Shown, lead: str) -> list[tuple[int, Figure]]:
    body = [index for index, block in enumerate(shown.blocks) if block.body]
    if not body:
        return [(n, p.figure) for n, p in enumerate(shown.pictures) if p.inside and not p.apart]
    # A lead picture stands before the first paragraph, but not before the title.
    titled = [i for i, block in enumerate(shown.blocks[: body[0]]) if block.tag == "h1"]
    first = titled[-1] if titled else max(0, body[0] - 6)
    last = body[-1] + 1
    while last < len(shown.blocks) and shown.blocks[last].kind is PartKind.CAPTION:
        last += 1  # a gallery under the text
    found: list[tuple[int, Figure]] = []
    for number, placed in enumerate(shown.pictures):
        figure, at, inside = placed.figure, placed.at, placed.inside
        above = inside and figure.framed and first - _ABOVE <= at < first
        among = first <= at <= last or above or (inside and bool(figure.printed))
        is_lead = bool(lead) and at <= body[0] and figures.same_picture(lead, figure.url)
        beside = bool(found) and found[-1][0] == number - 1 and figure.framed
        teased = _is_of_teaser(shown, placed)
        if beside and at - shown.pictures[number - 1].at <= 1:
            teased = False  # the next of a gallery
        wanted = is_lead or (among and not placed.apart and not teased)
        if wanted and not any(_same(other, figure) for _n, other in found):
            found.append((number, figure))
    return found[: _MAX - 1]


def _is_of_teaser(shown: Shown, placed: Placed) -> bool:
    """Whether a picture without a caption stands before the words of a teaser."""
    if placed.figure.printed or placed.at >= len(shown.blocks):
        return False
    return shown.blocks[placed.at].kind in {PartKind.RELATED, PartKind.AUTHOR_CARD}


def _same(one: Figure, two: Figure) -> bool:
    return figures.same_picture(one.url, two.url) and one.caption == two.caption


def _image(figure: Figure, url: str | None) -> PageImage:
    return PageImage(urls.absolute(figure.url, url), figure.caption, figure.credit, figure.alt)
