"""What the signs of a map mean, as far as they are on it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from caseboard.i18n import _
from caseboard.mapping import claim_badge, lettering, outlines, palette, rings
from caseboard.mapping.clipping import Points
from caseboard.mapping.content import Content, Overlay, Style
from caseboard.mapping.look import Look
from caseboard.mapping.placing import Rect, about
from caseboard.mapping.scene import Align, Area, Disc, Face, Pen, Shape, Words
from caseboard.mapping.view import Bounds, View
from caseboard.model import moments
from caseboard.model.refs import short
from caseboard.model.spots import SpotKind
from caseboard.model.terms import ClaimStatus, LayerKind

_ROW, _SIZE, _SIGN = 19.0, 11.0, 34.0
_BAND, _BANDS = 20.0, 4
"""Pixels of a layer's colours, and how many of them are shown."""
WIDEST = 300.0
"""Pixels of the longest name of a layer."""


class Entry(NamedTuple):
    """A sign about a point, and what it means."""

    text: str
    kind: SpotKind | None = None
    is_area: bool = False
    status: ClaimStatus | None = None
    overlay: Overlay | None = None


def entries(content: Content) -> list[Entry]:
    """What there is to explain, the layers last and the highest of them first."""
    kinds = {spot.key.kind for spot in content.spots}
    places = [spot for spot in content.spots if spot.key.kind is SpotKind.PLACE]
    found = []
    if any(not rings.is_vague(spot) for spot in places):
        found.append(Entry(_("Place, times mentioned"), SpotKind.PLACE))
    if any(rings.is_vague(spot) for spot in places):
        found.append(Entry(_("Area, or place roughly known"), SpotKind.PLACE, is_area=True))
    statuses = {spot.status for spot in content.spots if spot.key.kind is SpotKind.CLAIM}
    found.extend(
        Entry(status_words(status), SpotKind.CLAIM, status=status)
        for status in claim_badge.SIGNS
        if status in statuses
    )
    if SpotKind.PHOTO in kinds:
        found.append(Entry(_("Photo and its direction"), SpotKind.PHOTO))
    if SpotKind.POSITION in kinds:
        found.append(Entry(_("Unit (APP-6)"), SpotKind.POSITION))
    for overlay in reversed(content.overlays):
        found.append(Entry(_layer(overlay), overlay=overlay))
        found.extend(_ways(overlay))
    return found


def status_words(status: ClaimStatus) -> str:
    """A claim of that status."""
    return {
        ClaimStatus.OPEN: _("Claim, open"),
        ClaimStatus.SINGLE_SOURCE: _("Claim, single source"),
        ClaimStatus.CORROBORATED: _("Claim, corroborated"),
        ClaimStatus.DISPUTED: _("Claim, disputed"),
    }[status]


def _ways(overlay: Overlay) -> Iterator[Entry]:
    """Of a change: what was gained, and what was lost."""
    if overlay.kind is not LayerKind.CHANGE:
        return
    for colour, text in ((palette.GAINED, _("Gained")), (palette.LOST, _("Lost"))):
        theirs = tuple(each for each in overlay.features if each.style.fill == colour)
        if theirs:
            yield Entry(text, overlay=replace(overlay, features=theirs))


def in_sight(view: View, content: Content) -> Content:
    """What of it is in the view."""
    seen = view.bounds()
    spots = tuple(
        spot
        for spot in content.spots
        if seen.west <= spot.lon <= seen.east and seen.south <= spot.lat <= seen.north
    )
    overlays = tuple(each for each in content.overlays if _meets(each.bounds, seen))
    return replace(content, spots=spots, overlays=overlays)


def _meets(one: Bounds | None, other: Bounds) -> bool:
    """Where it is not known how far it reaches, it may be everywhere."""
    if one is None:
        return True
    is_across = one.west <= other.east and other.west <= one.east
    return is_across and one.south <= other.north and other.south <= one.north


def _layer(overlay: Overlay) -> str:
    name = _("{ref} {name}").format(ref=short(overlay.ref), name=overlay.name).strip()
    if not overlay.as_of:
        return name
    return _("{name}, as of {day}").format(name=name, day=moments.show(overlay.as_of))


def rect(content: Content, x: float, bottom: float, widest: float = WIDEST) -> Rect | None:
    """The room it takes with its left lower corner there; None if there is nothing to explain.

    No words of it are longer than `widest` pixels.
    """
    found = entries(content)
    if not found:
        return None
    widths = [min(widest, lettering.width(entry.text, _SIZE)) for entry in found]
    return Rect(x, bottom - _ROW * len(found) - 12, x + max(widths) + _SIGN + 14, bottom)


def drawn(content: Content, look: Look, box: Rect) -> list[Shape]:
    """The legend in its room."""
    panel = outlines.rounded(box, 5.0)
    shapes: list[Shape] = [Area((panel,), look.panel, 0.92, Pen(look.panel_line, 1.0))]
    for row, entry in enumerate(entries(content)):
        y = box.top + 6 + _ROW * (row + 0.5)
        shapes.extend(_sign(entry, look, box.left + 6 + _SIGN / 2 - 3, y))
        text = lettering.shortened(entry.text, _SIZE, box.right - box.left - _SIGN - 13)
        shapes.append(Words(box.left + _SIGN + 4, y + 4, text, _SIZE, look.text))
    return shapes


def _sign(entry: Entry, look: Look, x: float, y: float) -> Iterator[Shape]:
    if entry.overlay is not None:
        yield from _swatch(entry.overlay, look, x, y)
    elif entry.status is not None:
        box = outlines.rounded(about(x, y, 7.5), 3.5)
        yield Area((box,), look.status(entry.status), pen=Pen(look.rim, 1.0))
        sign = claim_badge.SIGNS[entry.status]
        yield Words(x, y + 3.6, sign, 10, look.on_status, Face.BOLD, Align.MIDDLE)
    elif entry.kind is SpotKind.PLACE:
        pen = Pen(look.place, 1.6, (3.0, 2.0)) if entry.is_area else Pen(look.rim, 1.0)
        yield Disc(x, y, 7.5, look.rim if entry.is_area else look.place, pen=pen)
        color = look.place if entry.is_area else look.on_place
        yield Words(x, y + 3.6, "2", 10, color, Face.BOLD, Align.MIDDLE)
    elif entry.kind is SpotKind.PHOTO:
        yield Area((outlines.wedge(x - 4, y, 16.0, 90.0, 24.0),), look.photo, 0.35)
        yield Disc(x - 5, y, 5.5, look.photo, pen=Pen(look.rim, 1.0))
    else:
        yield Area((outlines.box(x, y, 19.0, 12.0),), look.panel, pen=Pen(look.text, 1.3))


def _swatch(overlay: Overlay, look: Look, x: float, y: float) -> Iterator[Shape]:
    """The colours of its areas side by side, else those of its first feature."""
    found = dict.fromkeys(each.style for each in overlay.features if each.polygons)
    styles = list(found)[:_BANDS] or [each.style for each in overlay.features[:1]]
    if not styles:
        yield Area((outlines.box(x, y, _BAND, 11.0),), look.grid, 0.3, Pen(look.grid, 1.0))
        return
    width = _BAND / len(styles)
    for column, style in enumerate(styles):
        box = outlines.box(x + (column - (len(styles) - 1) / 2) * width, y, width, 11.0)
        yield from _band(box, style, overlay, look)


def _band(box: Points, style: Style, overlay: Overlay, look: Look) -> Iterator[Shape]:
    fill = style.fill or style.stroke or look.grid
    yield Area((box,), fill, max(0.15, style.fill_opacity) * overlay.opacity)
    if overlay.is_estimated:
        yield Area((box,), fill, overlay.opacity, hatch=True)
    dash = (4.0, 2.5) if overlay.is_estimated else ()
    yield Area((box,), pen=Pen(style.stroke or fill, 1.2, dash))
