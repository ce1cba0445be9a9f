"""Which of a page's pictures belong to its article, and which caption to which picture."""

from collections.abc import Iterable

from caseboard.capture import figures, urls
from caseboard.capture.article import PageImage
from caseboard.capture.blocks import Block, Shown
from caseboard.capture.figures import Figure

_MAX = 200
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
    chosen = _of_article(shown)
    wanted = [number for number, _figure in chosen]
    images = [_image(figure, url) for _number, figure in chosen]
    behind = 0
    if lead and not any(figures.same_picture(lead, figure.url) for _number, figure in chosen):
        images.insert(0, PageImage(urls.absolute(lead, url), "", "", lead_alt))
        behind = 1
    ordinals = {number: place + behind for place, number in enumerate(wanted)}
    for block in kept:
        block.picture = ordinals.get(block.picture) if block.picture is not None else None
    return tuple(images[:_MAX])


def _of_article(shown: Shown) -> list[tuple[int, Figure]]:
    body = [index for index, block in enumerate(shown.blocks) if block.body]
    if not body:
        return [(n, figure) for n, (figure, _at, inside) in enumerate(shown.pictures) if inside]
    # A lead picture stands before the first paragraph, but not before the title.
    titled = [i for i, block in enumerate(shown.blocks[: body[0]]) if block.tag == "h1"]
    first = titled[-1] if titled else max(0, body[0] - 6)
    found: list[tuple[int, Figure]] = []
    for number, (figure, at, inside) in enumerate(shown.pictures):
        above = inside and figure.framed and first - _ABOVE <= at < first
        placed = first <= at <= body[-1] + 1 or above or (inside and bool(figure.printed))
        if placed and not any(other.url == figure.url for _n, other in found):
            found.append((number, figure))
    return found[: _MAX - 1]


def _image(figure: Figure, url: str | None) -> PageImage:
    return PageImage(urls.absolute(figure.url, url), figure.caption, figure.credit, figure.alt)
