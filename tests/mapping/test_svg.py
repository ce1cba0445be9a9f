"""A scene written as SVG is whole, safe and fetches nothing."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest

from caseboard.mapping import svg
from caseboard.mapping.scene import (
    Align,
    Area,
    Disc,
    Line,
    Pen,
    Raster,
    Scene,
    Symbol,
    Words,
)
from caseboard.mapping.view import View

SPACE = "{http://www.w3.org/2000/svg}"
BOX = np.array([(10.0, 10.0), (50.0, 10.0), (50.0, 40.0), (10.0, 40.0)])
PNG = b"\x89PNG\r\n\x1a\n..."


def tree(*shapes):
    text = svg.written(Scene(View(0.5, 0.5, 3, 400, 300), "#ffffff", marks=shapes))
    return ET.fromstring(text)


def found(name, *shapes):
    return tree(*shapes).find(f"{SPACE}g").findall(f"{SPACE}{name}")


def test_it_is_as_large_as_its_view():
    root = tree()
    assert (root.get("width"), root.get("height")) == ("400", "300")
    assert root.get("viewBox") == "0 0 400 300"


def test_words_are_written_as_words_whatever_is_in_them():
    text = '<script>"Куп’янськ" & more</script>'
    outline, words = found("text", Words(10, 20, text, 12, "#123456", halo="#ffffff"))
    assert words.text == text
    assert outline.get("stroke") == "#ffffff"
    assert words.get("stroke") is None


def test_turned_words_turn_about_their_own_point():
    (words,) = found("text", Words(10, 20, "Oskil", 12, "#123456", align=Align.MIDDLE, angle=-30))
    assert words.get("transform") == "rotate(-30 10 20)"
    assert words.get("text-anchor") == "middle"


def test_rings_fill_by_the_even_odd_rule():
    (area,) = found("path", Area((BOX, BOX / 2), "#ff0000", 0.5, Pen("#00ff00", 2, (4, 2))))
    assert area.get("fill-rule") == "evenodd"
    assert area.get("d").count("Z") == 2
    assert area.get("fill-opacity") == "0.5"
    assert area.get("stroke-dasharray") == "4 2"


def test_a_hatched_area_is_stripes_and_no_filling():
    stripes, outline = found("path", Area((BOX,), "#ff0000", hatch=True, pen=Pen("#00ff00", 1)))
    assert stripes.get("fill") == "none"
    assert stripes.get("d").count("M") > 3
    assert outline.get("fill") == "none"


def test_an_arrow_has_a_head():
    line = Line((BOX[:2],), Pen("#ff0000", 2), arrow=True)
    _shaft, head = found("path", line)
    assert head.get("fill") == "#ff0000"


def test_a_picture_lies_on_its_corners():
    corners = ((10.0, 20.0), (110.0, 30.0), (100.0, 130.0), (0.0, 120.0))
    (image,) = found("image", Raster(PNG, corners, 0.4))
    assert image.get("transform") == "matrix(100 10 -10 100 10 20)"
    assert image.get("opacity") == "0.4"


def test_symbols_and_pictures_are_in_the_file():
    shapes = (
        Symbol(1, 2, 30, 20, '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
        Raster(PNG, ((0, 0), (1, 0), (1, 1), (0, 1))),
    )
    for image in found("image", *shapes):
        assert image.get("{http://www.w3.org/1999/xlink}href").startswith("data:image/")


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_no_number_that_is_none_spoils_the_file(value):
    (disc,) = found("circle", Disc(value, 10, 5, "#ff0000"))
    assert disc.get("cx") == "0"


def test_all_parts_are_drawn_from_the_lowest_to_the_highest():
    def disc(color):
        return (Disc(1, 1, 1, color),)

    scene = Scene(
        View(0.5, 0.5, 3, 400, 300),
        "#ffffff",
        ground=disc("#000001"),
        overlays=disc("#000002"),
        names=disc("#000003"),
        marks=disc("#000004"),
        furniture=disc("#000005"),
    )
    root = ET.fromstring(svg.written(scene))
    fills = [each.get("fill") for each in root.iter(f"{SPACE}circle")]
    assert fills == ["#000001", "#000002", "#000003", "#000004", "#000005"]


@pytest.mark.parametrize(
    ("image", "kind"),
    [(PNG, "png"), (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "webp"), (b"\xff\xd8\xff\xe0", "jpeg")],
)
def test_a_picture_says_what_it_is(image, kind):
    (found_image,) = found("image", Raster(image, ((0, 0), (1, 0), (1, 1), (0, 1))))
    href = found_image.get("{http://www.w3.org/1999/xlink}href")
    assert href.startswith(f"data:image/{kind};base64,")
