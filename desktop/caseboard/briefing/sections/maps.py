"""The map: what the case knows to be somewhere, frozen as of the cut-off."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from caseboard.analysis import sightings, spots
from caseboard.briefing.blocks import Block, MapFigure, Paragraph, Role, Run, plain, text_of
from caseboard.briefing.citations import layer_anchor
from caseboard.briefing.making import Making, MapStuff
from caseboard.briefing.sections.units import coarsening
from caseboard.briefing.words import minute
from caseboard.i18n import _
from caseboard.mapping.content import Content, Overlay
from caseboard.mapping.framing import framed
from caseboard.mapping.view import View, fitting
from caseboard.model import moments, numerals
from caseboard.model.refs import short
from caseboard.model.spots import Spot
from caseboard.model.terms import LayerKind

if TYPE_CHECKING:
    from caseboard.mapping.scene import Scene

WIDTH, HEIGHT = 656.0, 400.0
"""Pixels: as wide as the column of an A4 page."""
_APART = 40
"""So many marks are told apart on paper, where nobody can look nearer."""
_INCH = 0.0254


def made(making: Making) -> tuple[Block, ...]:
    """A figure with its caption; none where nothing is known to be anywhere."""
    stuff = making.map_stuff
    if stuff is None:
        return ()
    statuses = {claim_id: standing.status for claim_id, standing in making.standings.items()}
    found = spots.placed(sightings.of(making.dossier), statuses)
    bounds = framed(found, stuff.overlays)
    if bounds is None:
        return ()
    view = fitting(bounds, WIDTH, HEIGHT)
    sifted = _sifted(view, found)
    overlays = (replace(overlay, ref=short(overlay.ref)) for overlay in stuff.overlays)
    content = Content(sifted.shown, tuple(overlays))
    scene = _scene(making, stuff, content, view)
    caption = tuple(_caption(making, scene, content, sifted))
    return (MapFigure(scene, caption, alt=" ".join(text_of(each.runs) for each in caption)),)


class _Sifted(NamedTuple):
    """Spots of a view, and the names of places that are there but larger than all of it."""

    shown: tuple[Spot, ...]
    wide: tuple[str, ...]


def _sifted(view: View, found: Iterable[Spot]) -> _Sifted:
    shown, wide = [], []
    reach = math.hypot(view.width, view.height) / 2 * view.metres
    for spot in found:
        x, y = view.to_view(spot.lat, spot.lon)
        if (spot.precision_m or 0.0) > reach:
            wide.append(spot.label)
        elif 0 <= x <= view.width and 0 <= y <= view.height:
            shown.append(spot)
    return _Sifted(tuple(shown), tuple(sorted(dict.fromkeys(wide))))


def _scene(making: Making, stuff: MapStuff, content: Content, view: View) -> "Scene":
    from caseboard.mapping import compose, look, options  # noqa: PLC0415  numpy, for a map alone

    wanted = options.Options(
        language=making.briefing.language,
        with_legend=True,
        with_attribution=False,  # it stands in the caption, whole
        with_clusters=len(content.spots) > _APART,
        symbols=stuff.symbols,
    )
    return compose.compose(view, content, stuff.ground(), look.PRINT, wanted)


def _caption(
    making: Making, scene: "Scene", content: Content, sifted: _Sifted
) -> Iterator[Paragraph]:
    cut = (
        _("as of the information cut-off, {when}") if making.briefing.cutoff else _("as of {when}")
    )
    when = cut.format(when=minute(making.briefing.cutoff or making.exported))
    title = Run(_("What the case knows, and where"), bold=True)
    yield Paragraph((title, Run(f", {when}")), Role.TABLE)
    yield plain(_framed(scene.view), Role.SMALL)
    if any(spot.precision_m for spot in content.spots):
        ring = _("A ring is how closely a place is known; what stripes cover is only estimated.")
        yield plain(ring, Role.SMALL)
    if sifted.wide:
        told = _("Known too roughly for this map: {names}.").format(names=", ".join(sifted.wide))
        yield plain(told, Role.SMALL)
    for overlay in reversed(content.overlays):
        yield Paragraph(_layer(making, overlay), Role.SMALL)
    yield from coarsening(making)
    yield plain(" · ".join(scene.attribution), Role.SMALL)


def _framed(view: View) -> str:
    """Extent, projection and scale."""
    box = view.bounds()
    extent = _("{south} to {north}, {west} to {east}").format(
        south=numerals.latitude(box.south, 2),
        north=numerals.latitude(box.north, 2),
        west=numerals.longitude(box.west, 2),
        east=numerals.longitude(box.east, 2),
    )
    told = _("North is up; Web Mercator, about 1:{scale} in the middle; {extent}.")
    return told.format(scale=_scale(view), extent=extent)


def _scale(view: View) -> str:
    """How many times smaller than the ground it is printed: two digits that tell."""
    times = view.metres / (_INCH / 96)
    step = 10 ** max(0, len(str(int(times))) - 2)
    return numerals.spaced(round(times / step) * step)


def _layer(making: Making, overlay: Overlay) -> tuple[Run, ...]:
    """`L1 Control of terrain: estimated advance per DeepState, as of 13 Nov 2024`."""
    parts = [_made_how(overlay)]
    if overlay.source:
        parts.append(_("according to {source}").format(source=overlay.source))
    if overlay.as_of:
        parts.append(_("as of {when}").format(when=moments.show(overlay.as_of)))
    else:
        parts.append(_("of an unknown date"))
    if overlay.published:
        parts.append(_("published {when}").format(when=moments.show(overlay.published)))
    if overlay.estimated:
        parts.append(_("“{quote}”").format(quote=overlay.estimated))
    elif overlay.is_estimated:
        parts.append(_("estimated"))
    said = ", ".join(part for part in parts if part)
    layers = making.dossier.layers
    anchor = next((layer_anchor(each) for each in layers if short(each.ref) == overlay.ref), "")
    name = Run(f"{overlay.ref} {overlay.name}", bold=True, anchor=anchor)
    return (name, Run(f": {said}" if said else ""))


def _made_how(overlay: Overlay) -> str:
    return {
        LayerKind.DRAWN: _("drawn by the analyst"),
        LayerKind.TRACED: _("traced from a picture"),
        LayerKind.CHANGE: _("what changed between two layers"),
        LayerKind.PICTURE: _("a picture laid over the ground"),
    }.get(overlay.kind, "")
