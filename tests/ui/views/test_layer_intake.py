"""Files that become layers, from the dialog or a drop to the map."""

import asyncio
import json

import pytest
from layerwork import geojson, layer, table

from caseboard.errors import CaseError
from caseboard.mapping.view import Bounds
from caseboard.store import layers
from caseboard.ui.forms.layer_form import LayerForm
from mbtile import one_tile
from support import until


@pytest.fixture
def at_work(work, case_desk, qtbot):
    async def at_work():
        await work.open()
        return await table(await case_desk(work.case), qtbot)

    return at_work


async def form_of(shown):
    await until(lambda: bool(shown.window.findChildren(LayerForm)))
    return shown.window.findChildren(LayerForm)[0]


async def test_a_file_is_read_and_asked_about_and_laid_over_the_map(at_work, tmp_path, work):
    shown = await at_work()
    path = tmp_path / "deepstatemap_data_20241114.geojson"
    path.write_text(geojson())
    shown.work.take_files([path])
    form = await form_of(shown)
    assert form.as_of.line.text() == "2024-11-13"
    assert form.source.text() == "DeepState"
    form.name.setText("Reported control")
    form.keep.click()
    await until(lambda: shown.names() == ["Reported control"])
    line = shown.line("Reported control")
    assert line.under == "13 Nov 2024 · DeepState · map import"
    assert line.layer.published == "2024-11-13T18:00Z/2024-11-13T23:59Z"
    assert work.library.files.read(line.layer.sha256) == path.read_bytes()
    assert shown.said[-1].is_undoable


async def test_the_form_says_what_the_file_holds_and_how_it_was_dated(at_work, tmp_path):
    shown = await at_work()
    path = tmp_path / "deepstatemap_data_20241114.geojson"
    path.write_text(geojson())
    shown.work.take_files([path])
    form = await form_of(shown)
    said = [label.text() for label in form.findChildren(type(form.title))]
    assert f"{path.name} · GeoJSON · 1 feature" in said
    assert any("evening before" in text for text in said)
    form.reject()
    await until(lambda: not shown.window.findChildren(LayerForm))
    assert shown.names() == []


async def test_a_file_that_is_no_layer_is_refused_and_stays_as_it_is(at_work, tmp_path):
    shown = await at_work()
    path = tmp_path / "front.geojson"
    path.write_text('{"type":"Point","coordinates":[NaN,1]}')
    with pytest.raises(CaseError, match="NaN"):
        await shown.work.intake.take([path])
    assert path.read_text().startswith("{")


async def test_a_file_that_is_gone_or_too_large_is_refused_unread(at_work, tmp_path):
    shown = await at_work()
    with pytest.raises(CaseError, match="cannot be read"):
        await shown.work.intake.take([tmp_path / "gone.geojson"])
    large = tmp_path / "large.geojson"
    with large.open("wb") as file:
        file.truncate(100 * 2**20)
    with pytest.raises(CaseError, match="too large"):
        await shown.work.intake.take([large])


async def test_the_same_file_under_the_same_name_is_said_to_be_there(at_work, tmp_path):
    shown = await at_work()
    path = tmp_path / "front.geojson"
    path.write_text(geojson())
    shown.work.take_files([path])
    (await form_of(shown)).keep.click()
    await until(lambda: bool(shown.names()) and not shown.window.findChildren(LayerForm))
    shown.work.take_files([path])
    form = await form_of(shown)
    form.keep.click()
    await until(form.wrong.isVisible)
    assert "already" in form.wrong.text()
    form.name.setText("Once more")
    form.keep.click()
    await until(lambda: len(shown.names()) == 2)


async def test_a_reading_that_is_cancelled_leaves_nothing(at_work, tmp_path, work, desk):
    shown = await at_work()
    path = tmp_path / "long.geojson"
    held = {"type": "Feature", "geometry": None, "properties": {"name": "x" * 60}}
    many = ",".join([json.dumps(held)] * 300_000)
    path.write_text('{"type":"FeatureCollection","features":[' + many + "]}")
    reading = asyncio.ensure_future(shown.work.intake.take([path]))
    await until(lambda: bool(desk.jobs.running))
    desk.jobs.running[0].cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert desk.jobs.running == []
    assert work.read(layers.of_case, work.case) == []


async def test_a_colour_that_is_none_is_refused_at_its_field(at_work, tmp_path):
    shown = await at_work()
    path = tmp_path / "front.geojson"
    path.write_text(geojson())
    shown.work.take_files([path])
    form = await form_of(shown)
    form.fill.line.setText("reddish")
    form.keep.click()
    await until(form.wrong.isVisible)
    assert "reddish" in form.wrong.text()
    form.fill.line.setText("#0f0")
    form.keep.click()
    await until(lambda: bool(shown.names()))
    assert shown.card.model.lines[0].layer.style["fill"] == "#00ff00"


async def test_an_archive_of_tiles_brings_its_name_and_goes_below_all(at_work, tmp_path, work):
    shown = await at_work()
    await layer(work, "Front")
    path = one_tile(tmp_path / "a.mbtiles", 5, 19, 10, name="Roads", attribution="© Someone")
    shown.work.take_files([path])
    form = await form_of(shown)
    assert (form.name.text(), form.attribution.text()) == ("Roads", "© Someone")
    form.keep.click()
    await until(lambda: shown.names() == ["Front", "Roads"])
    (tile,) = shown.shelf.overlays[0].tiles(5, Bounds(33.8, 48.95, 44.9, 55.7))
    assert (tile.column, tile.row) == (19, 10)
