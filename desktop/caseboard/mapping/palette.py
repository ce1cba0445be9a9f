"""The colours of layers that bring none of their own."""

from collections.abc import Iterable
from typing import Any

from caseboard.model.terms import LayerKind

GAINED, LOST = "#b02f26", "#0f6f8f"
"""Of changes: what the later layer has and the earlier has not, and the other way round."""
PALETTE = ("#c4443a", "#2f5fd0", "#9a5200", "#7a3fb0", "#0c6f61", "#5c6470")
"""Colours that layers without any take in turn; each is told apart in grey by its hatch or name."""
_WIDTH = {LayerKind.DRAWN: 2.5, LayerKind.TRACED: 2.5}


def colours(taken: Iterable[str] = (), kind: LayerKind = LayerKind.IMPORTED) -> dict[str, Any]:
    """The style of a layer that brings none: the first colour that the fills `taken` are not."""
    used = list(taken)
    colour = min(PALETTE, key=used.count)
    return {
        "stroke": colour,
        "stroke-width": _WIDTH.get(kind, 1.5),
        "fill": colour,
        "fill-opacity": 0.25,
        "marker-color": colour,
    }
