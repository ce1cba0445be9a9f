"""Handing the map on from its view."""

import json

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QLineEdit

from caseboard.ui.views.map import MapView
from spotwork import Spotwork
from support import settled, until


@pytest.fixture
def work(library, history):
    return Spotwork(library, history)


@pytest.fixture
def exported(qtbot, navigator, case_desk, work, tmp_path):
    """Exports from the menu of the view to a file of that name and gives its path."""
    made = []

    async def exported(ending, name=None, *, is_gone=False):
        await work.fill()
        view = MapView(await case_desk(work.case), navigator)
        qtbot.addWidget(view)
        made.append(view)
        view.resize(1000, 700)
        view.show()
        view.said = []
        view.told.connect(view.said.append)
        await until(lambda: view.model.is_read)
        await settled()
        at = {"png": 0, "svg": 1, "pdf": 2, "geojson": 4, "kml": 5, "csv": 6}[ending]
        view.bar.export_menu.actions()[at].trigger()
        dialog = await until(lambda: view.findChild(QFileDialog))
        await until(dialog.isVisible)
        folder = tmp_path / "given"
        folder.mkdir()
        target = folder / (name or f"map.{ending}")
        dialog.findChild(QLineEdit).setText(str(target))
        dialog.accept()
        if is_gone:  # a stick was pulled out while one chose
            folder.rmdir()
        await until(lambda: view.said or view.notice.isVisible(), seconds=20)
        exported.view = view
        return target

    yield exported
    for view in made:
        view.canvas.stop()


async def test_a_png_is_as_large_as_what_is_seen_twice_as_sharp(exported):
    target = await exported("png")
    view = exported.view.canvas.view
    with Image.open(target) as picture:
        assert abs(picture.width - 2 * view.width) <= 2
        assert abs(picture.height - 2 * view.height) <= 2
        assert len(picture.convert("RGB").getcolors(1 << 24)) > 50
    assert str(target) in exported.view.said[0].text


async def test_an_svg_holds_the_names_of_the_case(exported):
    target = await exported("svg")
    assert "Kupiansk" in target.read_text("utf-8")


async def test_a_pdf_is_one_page_of_words_and_lines(exported):
    target = await exported("pdf", "map")
    target = target.with_name("map.pdf")
    document = pypdfium2.PdfDocument(target)
    assert len(document) == 1
    assert "Kupiansk" in document[0].get_textpage().get_text_range()
    document.close()
    assert target.stat().st_size < 1_500_000


async def test_places_and_positions_go_out_as_geojson(exported):
    target = await exported("geojson")
    found = json.loads(target.read_text("utf-8"))
    names = [each["properties"].get("name") for each in found["features"]]
    assert "Kupiansk" in names
    assert "exported to" in exported.view.said[0].text


async def test_what_cannot_be_written_is_said_over_the_map(exported):
    await exported("kml", is_gone=True)
    assert exported.view.notice.isVisible()
    assert "could not be written" in exported.view.notice.text.text()
    assert not exported.view.said
