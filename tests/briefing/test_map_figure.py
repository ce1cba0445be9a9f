"""Maps on a page: vectors, with their words."""

from datetime import UTC, datetime
from io import BytesIO

import numpy as np
import pypdfium2
import pytest
import reading
from PIL import Image
from pypdfium2 import raw

from caseboard.briefing.pdf import map_file
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.mapping.compose import compose
from caseboard.mapping.content import Content, Feature, Overlay, Style
from caseboard.mapping.ground import ShippedGround
from caseboard.mapping.look import PRINT
from caseboard.mapping.options import Options
from caseboard.mapping.scene import (
    Align,
    Area,
    Disc,
    Face,
    Line,
    Pen,
    Raster,
    Scene,
    Symbol,
    Words,
)
from caseboard.mapping.view import Bounds, View, fitting
from caseboard.model.terms import LayerKind
from caseboard.paths import resources

MADE = datetime(2024, 11, 14, tzinfo=UTC)
VIEW = View(0.6, 0.34, 8.0, 200.0, 100.0)
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 255)
UNIT = (
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" width="40"'
    ' height="20" viewBox="0 0 40 20"><path d="M0,0 l40,0 0,20 -40,0 z" fill="#0000ff"/>'
    '<text x="20" y="15" font-family="Inter" font-size="10" fill="white">13</text></svg>'
)


def page(*shapes, view=VIEW, background="#ffffff"):
    scene = Scene(view, background, marks=shapes)
    return map_file.page(scene, title="Map", program="test", made=MADE, language="en")


def drawn(*shapes):
    """The page, two dots a pixel."""
    return Image.open(BytesIO(map_file.dots(page(*shapes), 2.0))).convert("RGB")


def at(picture, x, y):
    return picture.getpixel((round(x * 2), round(y * 2)))


def ring(*points):
    return np.array(points, float)


def picture(mode="RGB", color=(255, 0, 0), size=(40, 20)):
    out = BytesIO()
    Image.new(mode, size, color).save(out, "PNG")
    return out.getvalue()


def kinds(data):
    return {piece.type for page in pypdfium2.PdfDocument(data) for piece in page.get_objects()}


SQUARE = ring((10, 10), (90, 10), (90, 90), (10, 90))
HOLE = ring((40, 40), (60, 40), (60, 60), (40, 60))


def test_a_page_is_as_large_as_its_scene():
    document = pypdfium2.PdfDocument(page())
    assert document[0].get_size() == (150, 75)
    assert Image.open(BytesIO(map_file.dots(page(), 1.0))).size == (200, 100)


def test_an_area_is_filled_but_for_its_holes():
    picture = drawn(Area((SQUARE, HOLE), "#ff0000"))
    assert at(picture, 20, 20) == RED
    assert at(picture, 50, 50) == WHITE
    assert at(picture, 95, 50) == WHITE


def test_what_comes_first_lies_lowest_and_opacity_lets_it_through():
    half = Area((SQUARE,), "#0000ff", 0.5)
    red, _green, blue = at(drawn(Area((SQUARE,), "#ff0000"), half), 50, 50)
    assert 120 <= red <= 135
    assert 120 <= blue <= 135


def test_an_opacity_does_not_outlive_its_shape():
    faint = Area((SQUARE,), "#0000ff", 0.1)
    assert at(drawn(faint, Disc(150, 50, 20, "#ff0000")), 150, 50) == RED


def test_stripes_leave_the_ground_to_be_seen():
    picture = drawn(Area((SQUARE,), "#ff0000", hatch=True))
    dots = [at(picture, x, 50) for x in range(15, 85)]
    assert 0.5 < sum(dot == WHITE for dot in dots) / len(dots) < 0.95
    assert at(picture, 150, 50) == WHITE


def test_a_line_has_its_width_its_dashes_and_its_arrow():
    level = (ring((10, 50), (190, 50)),)
    whole = drawn(Line(level, Pen("#008000", 6)))
    assert at(whole, 100, 48) == at(whole, 100, 52) == GREEN
    assert at(whole, 100, 56) == WHITE
    dashed = drawn(Line(level, Pen("#008000", 6, (20, 20))))
    assert (at(dashed, 20, 50), at(dashed, 40, 50)) == (GREEN, WHITE)
    assert at(drawn(Line(level, Pen("#008000", 6), arrow=True)), 180, 55) == GREEN


def test_words_stand_where_they_are_put_and_can_be_copied_out():
    words = Words(100, 60, "Куп’янськ", 20, "#ff0000", Face.BOLD, Align.MIDDLE, halo="#0000ff")
    data = page(words)
    assert "Куп’янськ" in reading.text(data)
    dots = np.asarray(drawn(words))
    red = np.argwhere((dots == RED).all(axis=2))
    assert abs((red[:, 1].min() + red[:, 1].max()) / 2 - 200) < 4
    assert 115 <= red[:, 0].max() <= 130  # the base line, and the tail of a letter
    assert (dots == BLUE).all(axis=2).any()


def test_words_turn_clockwise_about_their_start():
    dots = np.asarray(drawn(Words(100, 10, "IIIIIIIIII", 14, "#ff0000", angle=90)))
    red = np.argwhere((dots == RED).all(axis=2))
    assert np.ptp(red[:, 0]) > 2 * np.ptp(red[:, 1])
    assert red[:, 0].min() >= 19


def test_words_of_a_script_that_the_face_lacks_are_kept():
    assert "한" in reading.text(page(Words(10, 50, "A 한 B", 14, "#000000")))


def test_every_font_is_embedded():
    data = page(
        Words(10, 50, "plain", 14, "#000000"),
        Words(10, 70, "italic", 14, "#000000", Face.ITALIC),
        Symbol(100, 20, 40, 20, UNIT),
    )
    found = reading.fonts(data)
    assert len(found) == 2
    assert all(font.embedded for font in found)
    assert b"/BaseFont /Helvetica" not in data


def test_a_unit_symbol_is_drawn_as_vectors_in_its_box():
    shape = Symbol(100, 20, 80, 40, UNIT)
    picture = drawn(shape)
    assert at(picture, 105, 25) == at(picture, 175, 55) == BLUE
    assert at(picture, 95, 25) == at(picture, 185, 55) == WHITE
    assert raw.FPDF_PAGEOBJ_IMAGE not in kinds(page(shape))
    assert "13" in reading.text(page(shape))


def test_a_picture_is_stretched_onto_its_corners():
    corners = ((20, 10), (100, 10), (120, 60), (40, 60))
    picture_ = drawn(Raster(picture(), corners))
    red, green, _blue = at(picture_, 70, 35)
    assert red > 250
    assert green < 5
    assert at(picture_, 25, 55) == WHITE  # below the slanted edge
    assert at(picture_, 110, 15) == WHITE


def test_a_picture_stands_upright():
    two = Image.new("RGB", (2, 2), (255, 0, 0))
    two.putpixel((1, 0), BLUE)
    out = BytesIO()
    two.resize((40, 40), Image.Resampling.NEAREST).save(out, "PNG")
    made = drawn(Raster(out.getvalue(), ((20, 10), (80, 10), (80, 70), (20, 70))))
    assert max(zip(at(made, 65, 25), range(3), strict=True))[1] == 2
    assert max(zip(at(made, 35, 25), range(3), strict=True))[1] == 0
    assert max(zip(at(made, 65, 55), range(3), strict=True))[1] == 0


@pytest.mark.parametrize(
    "shape",
    [
        Raster(picture(), ((20, 10), (80, 10), (80, 70), (20, 70)), opacity=0.5),
        Raster(picture("RGBA", (255, 0, 0, 128)), ((20, 10), (80, 10), (80, 70), (20, 70))),
    ],
)
def test_a_picture_lets_through_what_lies_below(shape):
    red, green, blue = at(drawn(shape), 50, 40)
    assert red > 240
    assert 115 <= green <= 140
    assert 115 <= blue <= 140


def test_a_picture_is_printed_no_finer_than_paper_can_show():
    large = Raster(picture(size=(3000, 2000)), ((0, 0), (96, 0), (96, 64), (0, 64)))
    assert reading.pictures(page(large)) == [(150, 100)]


def test_one_colour_may_let_through_more_and_less():
    thin, thick = (
        Raster(picture("RGBA", (255, 0, 0, alpha)), ((x, 10), (x + 40, 10), (x + 40, 70), (x, 70)))
        for x, alpha in ((20, 40), (120, 220))
    )
    made = drawn(thin, thick)
    assert at(made, 40, 40)[1] > 200
    assert at(made, 140, 40)[1] < 60
    assert page(thin, thick) == page(thin, thick)


def test_a_photo_laid_over_the_whole_map_stays_small():
    noise = np.random.default_rng(7).normal(128, 40, (600, 900, 1)).clip(0, 255)
    colours = np.repeat(noise, 3, axis=2) * [1.0, 0.9, 0.7]
    alpha = np.full((600, 900, 1), 180)
    photo = Image.fromarray(np.concatenate([colours, alpha], axis=2).astype(np.uint8), "RGBA")
    out = BytesIO()
    photo.resize((1800, 1200)).save(out, "PNG")
    view = View(0.6, 0.34, 8.0, 660.0, 440.0)
    corners = ((0, 0), (660, 0), (660, 440), (0, 440))
    assert len(page(Raster(out.getvalue(), corners), view=view)) < 1_000_000


@pytest.mark.parametrize("data", [b"", b"not a picture", picture()[:40]])
def test_a_picture_that_cannot_be_read_leaves_the_map_standing(data):
    broken = Raster(data, ((0, 0), (96, 0), (96, 64), (0, 64)))
    assert at(drawn(broken, Disc(150, 50, 20, "#ff0000")), 150, 50) == RED


def test_nothing_is_drawn_beyond_the_map():
    wide = ring((-500, -500), (700, -500), (700, 600), (-500, 600))
    out = BytesIO()
    sheet = Sheet(out, (300, 200), language="en", targets=frozenset())
    sheet.map(Scene(VIEW, "#ffffff", marks=(Area((wide,), "#ff0000"),)), 50, 50, 0.75)
    sheet.fill(210, 50, 10, 10, "#0000ff")
    sheet.save()
    dots = pypdfium2.PdfDocument(out.getvalue())[0].render().to_pil().convert("RGB")
    # The map is 150 by 75 points from 50, 50; what is drawn after it is free again.
    assert [dots.getpixel(each) for each in ((52, 80), (198, 145))] == [RED, RED]
    outside = ((48, 100), (202, 100), (100, 72), (100, 153))
    assert {dots.getpixel(each) for each in outside} == {WHITE}
    assert dots.getpixel((215, 145)) == BLUE


def test_shapes_of_nothing_are_passed_over():
    empty = np.empty((0, 2))
    one = ring((5, 5))
    shapes = (
        Area(()),
        Area((empty, one), "#ff0000"),
        Line((empty, one), Pen("#ff0000", 2)),
        Line((one,), Pen("#ff0000", 2), arrow=True),
        Words(10, 10, "", 10, "#000000"),
    )
    assert (np.asarray(drawn(*shapes)) == 255).all()


# --- whole maps ---


@pytest.fixture(scope="module")
def ground():
    return ShippedGround(resources())


def front():
    """A layer as detailed as the front of a war: 12,000 corners."""
    along = np.linspace(0, 40 * np.pi, 12_000)
    edge = np.column_stack((33 + along / 25 + np.sin(along) / 3, 47 + np.cos(along * 1.7) / 2))
    corner = np.array([[38.5, 46.0], [33.0, 46.0], edge[0]])
    area = Feature(
        polygons=((np.vstack((edge, corner)),),), style=Style("#a52714", 1.5, 1.0, "#a52714")
    )
    return Overlay("l", "L1", "Front", LayerKind.IMPORTED, (area,), is_estimated=True)


@pytest.mark.parametrize(
    "bounds",
    [
        Bounds(-170, -60, 179, 78),
        Bounds(22, 44, 41, 53),
        Bounds(37.3, 49.5, 38.0, 49.9),
    ],
    ids=["world", "Ukraine", "Kupiansk"],
)
def test_a_map_is_vectors_of_a_megabyte_and_a_half_at_most(ground, bounds):
    view = fitting(bounds, 660, 460)
    content = Content(overlays=(front(),))
    scene = compose(view, content, ground, PRINT, Options(with_legend=True))
    data = map_file.page(scene, title="Map", program="test", made=MADE, language="en")
    assert len(data) <= 1_500_000
    assert raw.FPDF_PAGEOBJ_IMAGE not in kinds(data)
    assert raw.FPDF_PAGEOBJ_TEXT in kinds(data)
    assert all(font.embedded for font in reading.fonts(data))


def test_the_same_map_is_the_same_bytes(ground):
    view = fitting(Bounds(22, 44, 41, 53), 660, 460)
    once, again = (
        map_file.page(
            compose(view, Content(), ground, PRINT, Options()),
            title="Map",
            program="test",
            made=MADE,
            language="en",
        )
        for _ in range(2)
    )
    assert once == again
