"""The map opened on a layer: what was traced on a picture, and the picture itself."""

import pytest
from PySide6.QtGui import QColor

from caseboard.commands.layers import LayerFacts, ShowLayer
from caseboard.commands.tracing import PictureLayer, TraceArea, trace
from caseboard.mapping.georeferencing import fit
from caseboard.store import georeferences
from caseboard.ui.views.map import MapView
from placed_pictures import AFFINE, AREA, POINTS, PROJECTIVE, map_clip, place
from support import settled, until


@pytest.fixture
def shown_map(qtbot, navigator, case_desk, work):
    """Makes the view of the map; `row_id` is what it is opened on."""
    made = []

    async def shown_map(row_id):
        view = MapView(await case_desk(work.case), navigator)
        qtbot.addWidget(view)
        made.append(view)
        view.show_row(row_id)  # before anything is read
        view.resize(1260, 820)
        view.show()
        await settled()
        return view

    yield shown_map
    for view in made:
        view.canvas.stop()


async def placed(work, kind=AFFINE):
    await work.open()
    _clip_id, file = await map_clip(work)
    return await place(work, file, kind=kind)


def is_in_sight(view, lat, lon):
    px, py = view.canvas.view.to_view(lat, lon)
    return 0 < px < view.canvas.view.width and 0 < py < view.canvas.view.height


async def test_it_opens_on_an_area_that_was_traced(work, shown_map):
    row_id = await placed(work)
    wanted = TraceArea(work.case, row_id, AREA, LayerFacts("Advance"))
    view = await shown_map(await trace(work.library, work.history, wanted))
    for corner in AREA:
        assert is_in_sight(view, *fit(POINTS, AFFINE).to_ground(*corner))
    assert view.canvas.view.zoom > 9
    assert not view.notice.isVisible()


async def test_a_hidden_layer_is_said_to_be_hidden(work, shown_map):
    row_id = await placed(work)
    wanted = TraceArea(work.case, row_id, AREA, LayerFacts("Advance"))
    layer_id = await trace(work.library, work.history, wanted)
    await work.history.run(ShowLayer(work.case, layer_id, False))
    view = await shown_map(layer_id)
    assert view.notice.text.text() == "The layer “Advance” is hidden."
    view.show_row("")
    assert view.shelf.overlays == ()


async def test_from_a_layer_one_goes_to_its_picture(work, shown_map, navigator):
    row_id = await placed(work)
    wanted = TraceArea(work.case, row_id, AREA, LayerFacts("Advance"))
    view = await shown_map(await trace(work.library, work.history, wanted))
    (line,) = view.layers.model.lines
    menu = view.layers.menu_of(line)
    next(act for act in menu.actions() if act.text() == "Show its picture").trigger()
    menu.deleteLater()
    await settled()
    table, clip_id, anchor_id = navigator.seen[-1]
    (only,) = work.read(georeferences.of_clip, clip_id)
    assert (table, anchor_id) == ("clip", only.layers[0].anchor.id)


@pytest.mark.parametrize("kind", [AFFINE, PROJECTIVE])
async def test_a_picture_lies_where_its_points_are(work, shown_map, kind):
    row_id = await placed(work, kind)
    command = PictureLayer(work.case, row_id, LayerFacts("Sketch map"))
    view = await shown_map(await work.history.run(command))
    (overlay,) = view.shelf.overlays
    assert overlay.image
    (north, west), (_n, east), (south, _e), _corner = overlay.corners
    lat, lon = fit(POINTS, kind).to_ground(0.5, 0.5)
    assert south < lat < north
    assert west < lon < east
    px, py = (round(each) for each in view.canvas.view.to_view(lat, lon))
    grey = QColor(222, 229, 232)
    await until(lambda: _near(view.canvas.grab().toImage().pixelColor(px, py), grey))


def _near(one, other):
    return max(abs(a - b) for a, b in zip(one.toTuple(), other.toTuple(), strict=True)) < 8
