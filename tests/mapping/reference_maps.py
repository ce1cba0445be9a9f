"""The maps that are kept as pictures, and how two pictures of a map are compared.

After a change that is meant to be seen, draw them anew and look at each of them:
`PYTHONPATH=desktop python tests/mapping/reference_maps.py`
"""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from caseboard.briefing.pdf import map_file
from caseboard.mapping.compose import compose
from caseboard.mapping.content import Content, Feature, Overlay, Style
from caseboard.mapping.ground import ShippedGround
from caseboard.mapping.look import DARK, LIGHT
from caseboard.mapping.options import Options
from caseboard.mapping.view import Bounds, fitting
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import ClaimStatus, LayerKind, LocationKind
from caseboard.paths import resources

FOLDER = Path(__file__).parent / "references"
SIZE = (510, 340)
PLACES = {
    "world": Bounds(-150, -50, 178, 76),
    "ukraine": Bounds(22, 44.2, 40.5, 52.6),
    "kupiansk": Bounds(37.35, 49.58, 37.95, 49.88),
}
LOOKS = {"light": LIGHT, "dark": DARK}
NAMES = [
    f"{place}-{look}-{layers}"
    for place in PLACES
    for look in LOOKS
    for layers in ("bare", "layers")
]
CELL = 4
"""Pixels each way that are looked at as one: what lies between letters may differ a little."""
SEEN = 26
"""Of 255: how far a cell must be off to be seen."""
SHARE = 0.006
"""How many of all cells may be."""


def _spots():
    kupiansk = (49.71, 37.6158)
    return (
        Spot(SpotKey(SpotKind.PLACE, "kup"), *kupiansk, "Kupiansk", 3000, 12),
        Spot(SpotKey(SpotKind.PLACE, "pet"), 49.7205, 37.709, "Petropavlivka", 1500, 3),
        Spot(
            SpotKey(SpotKind.PLACE, "syn"),
            49.78,
            37.70,
            "Synkivka",
            5000,
            2,
            kind=LocationKind.SETTLEMENT,
        ),
        Spot(
            SpotKey(SpotKind.CLAIM, "c1", "kup"),
            *kupiansk,
            "They got in",
            3000,
            status=ClaimStatus.DISPUTED,
        ),
        Spot(
            SpotKey(SpotKind.CLAIM, "c2", "pet"),
            49.7205,
            37.709,
            "It is held",
            1500,
            status=ClaimStatus.SINGLE_SOURCE,
        ),
        Spot(SpotKey(SpotKind.PHOTO, "f1"), 49.68, 37.55, "A bridge", 30, direction=70),
        Spot(SpotKey(SpotKind.POSITION, "p1"), 49.8, 37.5, "1 Bde", 4000, designation="1"),
    )


def _overlays():
    area = np.array(
        [[37.66, 49.9], [37.652, 49.765], [37.678, 49.743], [37.74, 49.7], [37.72, 49.6],
         [37.9, 48.5], [37.2, 47.8], [35.5, 47.4], [34.0, 46.6], [38.2, 47.1], [40.1, 49.7],
         [37.66, 49.9]]
    )  # fmt: skip
    held = Feature(polygons=((area,),), style=Style("#a52714", 1.5, 1.0, "#a52714", 0.35))
    gained = np.array([[37.65, 49.75], [37.69, 49.74], [37.67, 49.77], [37.65, 49.75]])
    change = Feature(polygons=((gained,),), style=Style("#b02f26", 1.5, 1.0, "#b02f26", 0.5))
    way = Feature(
        lines=(np.array([[37.8, 49.8], [37.72, 49.77]]),),
        style=Style("#a52714", 3.0),
        arrow_deg=240,
    )
    point = Feature(points=(np.array([[37.76, 49.66]]),), style=Style(marker="#2f5fd0"))
    return (
        Overlay("1", "L1", "Control", LayerKind.IMPORTED, (held, way, point)),
        Overlay("2", "L2", "Change", LayerKind.CHANGE, (change,), is_estimated=True),
    )


@cache
def _ground():
    return ShippedGround(resources())


def drawn(name):
    """The picture of this name, drawn now."""
    place, look, layers = name.split("-")
    content = Content(_spots(), _overlays()) if layers == "layers" else Content()
    view = fitting(PLACES[place], *SIZE, margin=0)
    options = Options(with_legend=name.startswith("kupiansk") and layers == "layers")
    scene = compose(view, content, _ground(), LOOKS[look], options)
    page = map_file.page(
        scene, title=name, program="", made=datetime(2024, 11, 14, tzinfo=UTC), language="en"
    )
    return Image.open(BytesIO(map_file.dots(page))).convert("RGB")


def kept(name):
    """The picture of this name, as it was looked at."""
    with Image.open(FOLDER / f"{name}.png") as picture:
        return picture.convert("RGB")


def off(one, other):
    """The share of cells in which two pictures can be seen to differ."""
    cells = [np.asarray(each.reduce(CELL), np.int16) for each in (one, other)]
    return float((np.abs(cells[0] - cells[1]).max(axis=2) > SEEN).mean())


def write():
    """Keep all of them as they are drawn now, in 256 colours, the rare ones among them."""
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        small = drawn(name).quantize(
            256, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE
        )
        small.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    write()
