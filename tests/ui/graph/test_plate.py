"""The picture handed on: as a PNG, an SVG and a PDF that open again."""

import pypdfium2
import pytest
from defusedxml import ElementTree
from PySide6.QtGui import QColor, QImage

from caseboard.errors import CaseError
from caseboard.ui.graph import plate
from caseboard.ui.graph.plate import Plate
from caseboard.ui.graph.shapes import printing_ink


@pytest.fixture
def made(theme, picture):
    return Plate(
        picture,
        printing_ink(theme),
        "Kupiansk approach: links",
        "TLP:AMBER",
        "KUP-2024-11 · 14 Nov 2024 18:00 UTC · 5 nodes, 4 links",
    )


def test_a_png_has_two_pixels_for_one_and_stands_on_white(made, tmp_path):
    target = tmp_path / "graph.png"
    plate.write(made, target)
    image = QImage(str(target))
    whole = plate.size(made)
    assert image.size() == (whole * 2).toSize()
    corners = [(1, 1), (image.width() - 1, 1), (1, image.height() - 1)]
    assert {image.pixelColor(*corner).name() for corner in corners} == {"#ffffff"}
    right = range(image.width() - 300, image.width())
    colours = {image.pixelColor(x, y).name() for x in right for y in range(60, 120)}
    assert QColor("#ffc000").name() in colours, "the marking is in it"


def test_it_is_drawn_for_paper_even_in_a_dark_window(theme, picture, made):
    light = plate.as_image(made)
    theme.choose("dark")
    dark = plate.as_image(Plate(picture, printing_ink(theme), made.title, made.marking, made.foot))
    theme.choose("light")
    assert dark == light


def test_a_pdf_has_one_page_with_words_that_can_be_searched(made, tmp_path):
    target = tmp_path / "graph.pdf"
    plate.write(made, target)
    document = pypdfium2.PdfDocument(target)
    page = document[0]
    words = page.get_textpage().get_text_range()
    assert len(document) == 1
    whole = plate.size(made)
    assert page.get_size() == pytest.approx((whole.width() * 0.75, whole.height() * 0.75), abs=1)
    for said in (made.title, made.marking, made.foot, "General Staff", "supports", "dispute"):
        assert said in words
    assert "contradicts" not in words, "the legend explains what is in the picture"
    document.close()


def test_an_svg_is_whole_and_says_what_it_is(made, tmp_path):
    target = tmp_path / "graph.svg"
    plate.write(made, target)
    root = ElementTree.parse(target).getroot()
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text == "Kupiansk approach: links"
    assert "TLP:AMBER" in root.find(f"{space}desc").text
    words = " ".join("".join(each.itertext()) for each in root.iter(f"{space}text"))
    assert "Kupiansk" in words


def test_a_picture_too_large_to_open_is_written_smaller(made, monkeypatch):
    monkeypatch.setattr(plate, "LARGEST", 100_000)
    image = plate.as_image(made)
    assert image.width() * image.height() <= 101_000


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
@pytest.mark.filterwarnings("ignore")
def test_a_place_that_cannot_be_written_to_is_said(made, tmp_path, ending, qtlog):
    with qtlog.disabled(), pytest.raises(CaseError, match="could not be written"):
        plate.write(made, tmp_path / "nowhere" / f"graph.{ending}")
