"""On which side of the layers' edges a spot is, in the inspector of the map."""

import numpy as np

from caseboard.mapping.content import Feature, Overlay
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import LayerKind
from caseboard.ui.map.layers_here import LayersHere, of_spot
from support import until


def overlay(name="DeepStateMap", west=37.7, area=""):
    east = west + 1
    ring = np.array([[west, 49], [east, 49], [east, 50], [west, 50], [west, 49]], float)
    names = (("", area),) if area else ()
    feature = Feature(names=names, polygons=((ring,),))
    return Overlay(name, "L1", name, LayerKind.IMPORTED, (feature,), as_of="2024-11-13T21:56Z")


def spot(precision_m=3_000.0, **more):
    key = SpotKey(SpotKind.PLACE, "kupiansk")
    return Spot(key, 49.71, 37.616, "Kupiansk", precision_m, **more)


async def shown(theme, qtbot, *overlays, at=None):
    section = LayersHere(theme)
    qtbot.addWidget(section)
    section.show_at(of_spot(at or spot()), overlays)
    return section


def faces(section):
    return [section._face(row) for row in section.rows.rows]


async def test_each_layer_says_on_which_side_the_spot_is_and_how_far_the_edge(theme, qtbot):
    section = await shown(theme, qtbot, overlay(), overlay("Held", 37.3, "Occupied"))
    await until(lambda: len(section.rows.rows) == 3)
    inside, outside, land = faces(section)
    assert (inside.pill[0], inside.first, inside.right) == (
        "inside",
        "13 Nov 2024 · Occupied",
        "23 km",
    )
    assert (outside.pill[0], outside.first) == ("outside", "13 Nov 2024 · DeepStateMap")
    assert outside.right == "6.1 km"
    assert (land.pill[0], land.first, land.right) == ("inside", "Ukraine", "35 km")


async def test_near_an_edge_it_says_that_nobody_can_tell(theme, qtbot):
    section = await shown(theme, qtbot, overlay(west=37.63))
    await until(lambda: bool(section.rows.rows))
    assert faces(section)[0].pill[0] == "too near to tell"


async def test_a_region_is_not_judged(theme, qtbot):
    section = await shown(theme, qtbot, overlay())
    await until(lambda: bool(section.rows.rows))
    section.show_at(of_spot(spot(precision_m=120_000.0)), (overlay(),))
    await until(lambda: not section.rows.rows)
    assert section.isHidden()


async def test_nothing_selected_leaves_nothing(theme, qtbot):
    section = await shown(theme, qtbot, overlay())
    await until(lambda: bool(section.rows.rows))
    section.show_at(None, (overlay(),))
    await until(lambda: not section.rows.rows)
