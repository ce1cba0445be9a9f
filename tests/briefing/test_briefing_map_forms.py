"""The map of a briefing in the forms that are no PDF."""

from dataclasses import replace
from io import BytesIO

import pytest
from briefing_cases import HOSTILE, empty, outline
from docx_reading import opened
from html_reading import addresses, tree, words
from markdown_it import MarkdownIt
from PIL import Image

from caseboard.briefing import docx, html, text
from caseboard.briefing.blocks import MapFigure, Section, SectionKind, plain
from caseboard.mapping.scene import Disc, Scene, Symbol, Words
from caseboard.mapping.view import View

SIZE = (200.0, 100.0)
UNIT = (
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" width="20"'
    ' height="20" viewBox="0 0 20 20"><path d="M0,0 l20,0 0,20 -20,0 z" fill="#0000ff"/></svg>'
)
NAME = " ".join(HOSTILE)


def figure(number=1, name="Kupiansk"):
    marks = (
        Disc(20.0, 20.0, 10.0, "#ff0000"),
        Symbol(100.0, 40.0, 20.0, 20.0, UNIT),
        Words(50.0, 80.0, name, 12.0, "#000000", halo="#ffffff"),
    )
    scene = Scene(View(0.6, 0.34, 8.0, *SIZE), "#ffffff", marks=marks)
    caption = (plain("Where it was."), plain("Natural Earth"))
    return MapFigure(scene, caption, f"Where “{name}” was", f"map-{number}", f"Figure {number}")


@pytest.fixture(scope="module")
def made():
    blocks = (figure(), figure(2, NAME))
    return replace(outline(empty()), sections=(Section(SectionKind.MAP, "Map", blocks),))


def test_a_page_of_the_web_draws_it_as_vectors_that_say_what_they_show(made):
    data = html.render(made)
    one, other = tree(data).xpath("//figure[@class='map']//svg[@role='img']")
    assert one.get("aria-label") == "Where “Kupiansk” was"
    assert other.get("aria-label") == f"Where “{NAME}” was"
    assert [words(each) for each in one.xpath(".//text")] == ["Kupiansk", "Kupiansk"]
    assert {words(each) for each in other.xpath(".//text")} == {NAME}
    assert one.xpath(".//circle/@fill") == ["#ff0000"]
    fetched = {value[:11] for tag, value in addresses(data) if tag == "image"}
    assert fetched == {"data:image/"}


def test_names_inside_one_map_are_not_those_of_another(made):
    found = tree(html.render(made))
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {"map-1", "map-2", "sight-1", "sight-2"} <= set(ids)
    paths = found.xpath("//svg/g/@clip-path")
    assert paths == ["url(#sight-1)", "url(#sight-2)"]


def test_the_number_of_a_map_stands_before_its_caption(made):
    captions = [words(each) for each in tree(html.render(made)).xpath("//figcaption")]
    assert captions == [f"Figure {n}. Where it was. Natural Earth" for n in (1, 2)]
    paragraphs = [each.text for each in opened(docx.render(made)).paragraphs]
    assert [each for each in paragraphs if each.startswith("Figure")] == [
        "Figure 1. Where it was.",
        "Figure 2. Where it was.",
    ]


def test_a_word_document_shows_it_as_a_sharp_picture(made):
    document = opened(docx.render(made))
    first, _second = document.inline_shapes
    assert first._inline.docPr.get("descr") == "Where “Kupiansk” was"
    assert (first.width.pt, first.height.pt) == (150.0, 75.0)
    blobs = [part.blob for part in document.part.package.iter_parts() if "media" in part.partname]
    picture = Image.open(BytesIO(blobs[0])).convert("RGB")
    assert picture.size == (400, 200)
    assert picture.getpixel((40, 40)) == (255, 0, 0)
    assert picture.getpixel((220, 100)) == (0, 0, 255)


def test_markdown_says_that_there_is_one(made):
    page = MarkdownIt("commonmark").render(text.render(made).decode())
    said = words(tree(page.encode()))
    assert "Figure 1. [Map: Where “Kupiansk” was] Where it was. Natural Earth" in said
