"""The shapes of a scene, drawn with Qt."""

import base64
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.mapping.scene import Align, Area, Disc, Line, Pen, Raster, Symbol, Words
from caseboard.ui.map import lettering
from caseboard.ui.map.painter import ScenePainter
from caseboard.ui.map.polygons import polygon
from caseboard.ui.map.rasters import decode

WHITE, RED = QColor("#ffffff"), QColor("#ff0000")
SQUARE = np.array([[20.0, 20.0], [80.0, 20.0], [80.0, 80.0], [20.0, 80.0]])
HOLE = np.array([[40.0, 40.0], [60.0, 40.0], [60.0, 60.0], [40.0, 60.0]])


@pytest.fixture
def draw(theme):
    """Draws shapes on a white square of 100 pixels."""

    def draw(*shapes, ratio=1):
        image = QImage(100 * ratio, 100 * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(WHITE)
        painter = QPainter(image)
        painter.scale(ratio, ratio)
        ScenePainter(tuple(theme.ui_font().families())).paint(painter, shapes)
        painter.end()
        return image

    return draw


def dark(image, left, top, right, bottom):
    """How many dots of a box are no longer white."""
    box = ((x, y) for x in range(left, right) for y in range(top, bottom))
    return sum(image.pixelColor(x, y) != WHITE for x, y in box)


def picture(color, kind="PNG"):
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())


def test_every_point_of_an_array_is_one_of_the_polygon():
    made = polygon(SQUARE)
    assert [(point.x(), point.y()) for point in made] == [tuple(row) for row in SQUARE.tolist()]


def test_a_ring_in_a_ring_is_a_hole(draw):
    image = draw(Area((SQUARE, HOLE), "#ff0000"))
    assert image.pixelColor(30, 30) == RED
    assert image.pixelColor(50, 50) == WHITE


def test_what_is_estimated_is_striped_and_not_filled(draw):
    image = draw(Area((SQUARE,), "#ff0000", hatch=True))
    row = [image.pixelColor(x, 50) == WHITE for x in range(20, 80)]
    assert 15 < sum(row) < 50
    assert row[:40] == row[8:48], "a stripe every 8 pixels"
    assert image.pixelColor(5, 5) == WHITE


def test_lines_are_drawn_and_dashed(draw):
    row = np.array([[0.0, 50.0], [100.0, 50.0]])
    assert dark(draw(Line((row,), Pen("#ff0000", 4.0))), 0, 49, 100, 51) == 200
    dashes = dark(draw(Line((row,), Pen("#ff0000", 4.0, (8.0, 8.0)))), 0, 50, 100, 51)
    assert 40 <= dashes <= 65


def test_an_arrow_has_a_head_at_its_end(draw):
    row = np.array([[10.0, 50.0], [80.0, 50.0]])
    plain = draw(Line((row,), Pen("#ff0000", 2.0)))
    headed = draw(Line((row,), Pen("#ff0000", 2.0), arrow=True))
    assert dark(headed, 60, 40, 95, 48) > dark(plain, 60, 40, 95, 48) == 0


def test_a_disc_stands_about_its_middle(draw):
    image = draw(Disc(50, 50, 10, "#ff0000"))
    assert image.pixelColor(50, 50) == RED
    assert image.pixelColor(62, 50) == WHITE


@pytest.mark.parametrize(
    ("align", "left", "right"), [(Align.START, 50, 100), (Align.END, 0, 50), (Align.MIDDLE, 30, 70)]
)
def test_words_stand_where_they_are_aligned(draw, align, left, right):
    image = draw(Words(50, 50, "Izium", 13, "#000000", align=align))
    everything = dark(image, 0, 0, 100, 100)
    assert everything > 50
    assert dark(image, left, 38, right, 56) == everything


def test_a_halo_lies_around_words_and_not_over_them(draw):
    ground, words = Area((SQUARE,), "#ff0000"), Words(20, 50, "Izium", 13, "#000000")
    bare, haloed = draw(ground, words), draw(ground, replace(words, halo="#ffffff"))
    box = [(x, y) for x in range(25, 60) for y in range(38, 56)]
    light = [sum(i.pixelColor(*at).green() > 150 for at in box) for i in (bare, haloed)]
    black = [sum(i.pixelColor(*at).red() < 60 for at in box) for i in (bare, haloed)]
    assert light[0] == 0
    assert light[1] > 100
    assert black[0] == black[1] > 20


def test_words_are_as_sharp_as_the_screen(draw):
    words = Words(10, 50, "Izium", 13, "#000000")
    assert dark(draw(words, ratio=2), 0, 0, 200, 200) > 2.5 * dark(draw(words), 0, 0, 100, 100)


def test_turned_words_run_along_their_angle(draw):
    image = draw(Words(50, 10, "Oskil", 13, "#000000", angle=90))
    assert dark(image, 40, 10, 66, 60) == dark(image, 0, 0, 100, 100) > 30


def test_the_same_words_are_set_once(draw):
    words = Words(10, 50, "Set once only", 13, "#000000")
    draw(words)
    before = lettering._set.cache_info().misses
    draw(words)
    assert lettering._set.cache_info().misses == before


def test_a_symbol_fills_its_box(draw):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    image = draw(
        Symbol(30, 30, 40, 40, f'{svg}<rect width="10" height="10" fill="#ff0000"/></svg>')
    )
    assert image.pixelColor(32, 32) == RED
    assert image.pixelColor(20, 50) == WHITE


def test_a_picture_is_stretched_onto_its_corners(draw):
    corners = ((20.0, 20.0), (80.0, 30.0), (80.0, 90.0), (20.0, 80.0))
    image = draw(Raster(picture("#ff0000"), corners))
    assert image.pixelColor(50, 50) == RED
    assert image.pixelColor(78, 22) == WHITE
    half = draw(Raster(picture("#ff0000"), corners, 0.5)).pixelColor(50, 50)
    assert half.green() in range(120, 136)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a....", b"\x89PNG\r\n\x1a\nno picture", b"<svg xmlns='x'/>"]
)
def test_what_is_no_picture_of_ours_is_not_drawn(draw, data):
    assert decode(data).isNull()
    corners = ((0.0, 0.0), (90.0, 0.0), (90.0, 90.0), (0.0, 90.0))
    assert dark(draw(Raster(data, corners)), 0, 0, 100, 100) == 0


def test_png_and_jpeg_are_read():
    assert decode(picture("#ff0000", "PNG")).width() == 8
    assert decode(picture("#ff0000", "JPG")).width() == 8


def test_a_picture_that_claims_to_be_huge_is_not_read():
    head = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAw1AAAMNQCAYAAAA=")
    assert decode(head + bytes(64)).isNull()
