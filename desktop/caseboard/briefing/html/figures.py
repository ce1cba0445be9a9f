"""Pictures, maps and symbols inside an HTML file."""

import base64
from collections.abc import Iterator
from typing import Final

from caseboard.briefing.blocks import (
    Emblem,
    Figure,
    Figures,
    MapFigure,
    Paragraph,
    Region,
    Thumbnail,
)
from caseboard.briefing.html.names import Names, text
from caseboard.briefing.html.runs import paragraph
from caseboard.briefing.pdf.pictures import printed
from caseboard.errors import CaseError

_WIDTH: Final = 420.0
_HEIGHT: Final = 420.0
"""Points that a picture may take; at 200 dots an inch it is sharp on a screen twice as large."""
_THUMBNAIL: Final = 48.0
_PIXEL: Final = 72 / 96


def figures(block: Figures, names: Names) -> Iterator[str]:
    """Pictures side by side as far as there is room."""
    yield '<div class="figures">'
    for figure in block.figures:
        yield f"<figure{names.mark(figure.anchor)}>"
        yield _picture(figure)
        yield from _caption(figure.caption, figure.number, names)
        yield "</figure>"
    yield "</div>"


def map_figure(block: MapFigure, names: Names, number: int) -> Iterator[str]:
    """A map as vectors; `number` tells its inner names from those of another."""
    from caseboard.mapping import svg  # noqa: PLC0415  numpy, for maps alone

    drawn = svg.written(block.scene)
    drawn = drawn.replace('"sight"', f'"sight-{number}"').replace("#sight)", f"#sight-{number})")
    drawn = drawn.replace("<svg ", f'<svg role="img" aria-label="{text(block.alt)}" ', 1)
    yield f'<figure{names.mark(block.anchor)} class="map">'
    yield f'<div class="paper">{drawn.strip()}</div>'
    yield from _caption(block.caption, block.number, names)
    yield "</figure>"


def emblem(part: Emblem) -> str:
    """The symbol of a unit, beside its name: a picture in which nothing can run."""
    size = f'width="{part.width:.0f}" height="{part.height:.0f}"'
    return f'<img class="emblem" alt="" {size} src="{_data("svg+xml", part.svg.encode())}">'


def thumbnail(part: Thumbnail) -> str:
    """A small picture in a table; nothing where it cannot be had."""
    if part.load is None:
        return ""
    try:
        made = printed(part.load(), _THUMBNAIL, _THUMBNAIL)
    except (CaseError, OSError):
        return ""
    return f'<img class="thumbnail" alt="{text(part.alt)}" src="{_data("jpeg", made.jpeg)}">'


def _picture(figure: Figure) -> str:
    if figure.load is None:
        return f'<p class="small muted">{text(figure.problem)}</p>'
    try:
        made = printed(figure.load(), _WIDTH, _HEIGHT)
    except (CaseError, OSError):
        return f'<p class="small muted">{text(figure.problem)}</p>'
    size = f'width="{made.width / _PIXEL:.0f}" height="{made.height / _PIXEL:.0f}"'
    image = f'<img alt="{text(figure.alt)}" {size} src="{_data("jpeg", made.jpeg)}">'
    return f'<div class="picture">{image}{"".join(map(_region, figure.regions))}</div>'


def _region(region: Region) -> str:
    """What a letter names, outlined; the caption says what it is."""
    sides = (("left", region.x), ("top", region.y), ("width", region.width))
    style = ";".join(
        f"{side}:{100 * share:.2f}%" for side, share in (*sides, ("height", region.height))
    )
    return f'<span class="region" style="{style}" aria-hidden="true">{text(region.label)}</span>'


def _caption(caption: tuple[Paragraph, ...], number: str, names: Names) -> Iterator[str]:
    if not caption and not number:
        return
    yield "<figcaption>"
    before = f"<b>{text(number)}.</b> " if number else ""
    for place, part in enumerate(caption):
        yield paragraph(part, names, "" if place else before)
    if before and not caption:
        yield f"<p>{before}</p>"
    yield "</figcaption>"


def _data(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
