"""What stands about a map: grid, scale bar, legend and whose map it is."""

from caseboard.i18n import _
from caseboard.mapping import graticule, ground, legend, lettering, outlines, scale_bar
from caseboard.mapping.content import Content
from caseboard.mapping.look import Look
from caseboard.mapping.options import Options, Part
from caseboard.mapping.placing import Rect, Room
from caseboard.mapping.scene import Align, Area, Shape, Words
from caseboard.mapping.view import View

_EDGE = 10.0
_SIZE = 9.0
_LEGEND = 0.42
"""How much of the view's width the words of the legend take at most."""
_WIDEST = 0.6
"""How much of the view's width a line of attribution takes at most."""


def attribution(view: View, content: Content, base: str) -> tuple[str, ...]:
    """Whose map it is, and how true its borders are at that scale; a line each."""
    theirs = dict.fromkeys(each.attribution for each in content.overlays if each.attribution)
    near = (_("Borders are generalised: they may be off by 2 km."),)
    return (*theirs, base, *(near if is_generalised(view) else ()))


def is_generalised(view: View) -> bool:
    """Whether borders look truer than they are."""
    return view.zoom >= ground.NEAR


def drawn(
    view: View, content: Content, look: Look, base: str, options: Options, room: Room
) -> tuple[Shape, ...]:
    """What is wanted of it; it takes its room, and so comes before all that looks for some.

    `base` is whose the ground is.
    """
    if Part.FURNITURE not in options.parts:
        return ()
    shapes: list[Shape] = []
    told = attribution(view, content, base) if options.with_attribution else ()
    lines = tuple(lettering.shortened(line, _SIZE, view.width * _WIDEST) for line in told)
    if lines:
        room.take(_corner(view, lines))
        shapes.extend(_told(view, look, lines))
    bottom = view.height - _EDGE
    if options.with_scale_bar:
        box = scale_bar.rect(view, _EDGE, bottom)
        room.take(box)
        shapes.extend(scale_bar.drawn(view, look, _EDGE, bottom))
        bottom = box.top - 6
    if options.with_legend:
        seen = legend.in_sight(view, content)
        key = legend.rect(seen, _EDGE, bottom, min(legend.WIDEST, view.width * _LEGEND))
        if key is not None:
            room.take(key)
            shapes.extend(legend.drawn(seen, look, key))
    return (*graticule.drawn(view, look, options.grid, room), *shapes)


def _corner(view: View, lines: tuple[str, ...]) -> Rect:
    wide = max(lettering.width(line, _SIZE) for line in lines)
    high = len(lines) * (_SIZE + 3) + 4
    return Rect(view.width - wide - 10, view.height - high, view.width, view.height)


def _told(view: View, look: Look, lines: tuple[str, ...]) -> list[Shape]:
    corner = _corner(view, lines)
    middle = (corner.left + corner.right) / 2, (corner.top + corner.bottom) / 2
    size = corner.right - corner.left, corner.bottom - corner.top
    shapes: list[Shape] = [Area((outlines.box(*middle, *size),), look.panel, 0.7)]
    for row, line in enumerate(lines):
        y = corner.top + 2 + (row + 1) * (_SIZE + 3) - 3
        shapes.append(Words(view.width - 5, y, line, _SIZE, look.text_soft, align=Align.END))
    return shapes
