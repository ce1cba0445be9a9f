"""A placed picture laid over the ground."""

from io import BytesIO

import pytest
from PIL import Image
from test_georeferencing import AFFINE, PROJECTIVE, seen, tilted, turned

from caseboard.errors import CaseError
from caseboard.mapping import mercator
from caseboard.mapping.georeferencing import fit
from caseboard.mapping.warping import LARGEST, laid

RED, BLUE = (220, 30, 30), (30, 30, 220)


def picture(size=(400, 300)):
    """Red, with a blue square of a tenth of its sides about the point 0.3, 0.6."""
    image = Image.new("RGB", size, RED)
    left, top = int(size[0] * 0.25), int(size[1] * 0.55)
    image.paste(BLUE, (left, top, left + size[0] // 10, top + size[1] // 10))
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def test_an_affine_picture_stays_as_it_is():
    placed = fit(seen(turned), AFFINE)
    image, corners = laid(b"any bytes", placed)
    assert image == b"any bytes"
    assert corners == placed.corners()


def test_a_projective_picture_is_drawn_north_up_where_it_lies():
    placed = fit(seen(tilted), PROJECTIVE)
    image, corners = laid(picture(), placed)
    (north, west), (_n, east), (south, _e), _lower_left = corners
    assert corners == ((north, west), (north, east), (south, east), (south, west))
    drawn = Image.open(BytesIO(image))
    assert drawn.mode == "RGBA"
    for (x, y), colour in (((0.3, 0.6), BLUE), ((0.5, 0.5), RED), ((0.9, 0.1), RED)):
        lat, lon = placed.to_ground(x, y)
        across = (lon - west) / (east - west) * drawn.width
        top, bottom = mercator.y_of(north), mercator.y_of(south)
        down = (mercator.y_of(lat) - top) / (bottom - top) * drawn.height
        assert drawn.getpixel((int(across), int(down))) == (*colour, 255)
    lats = [lat for lat, _lon in placed.corners()]
    assert north == pytest.approx(max(lats))
    assert south == pytest.approx(min(lats), abs=(north - south) / drawn.height)


def test_there_is_nothing_around_it():
    image, _corners = laid(picture(), fit(seen(tilted), PROJECTIVE))
    drawn = Image.open(BytesIO(image))
    assert drawn.getpixel((drawn.width - 1, drawn.height - 1))[3] == 0


def test_it_keeps_its_sharpness_within_bounds():
    placed = fit(seen(tilted), PROJECTIVE)
    small, large = (
        Image.open(BytesIO(laid(picture(s), placed)[0])) for s in ((40, 30), (6000, 50))
    )
    assert 40 <= small.width < 80
    assert max(large.size) in {LARGEST, LARGEST + 1}


def test_what_is_no_picture_is_refused_in_words():
    with pytest.raises(CaseError, match="cannot be read"):
        laid(b"no picture", fit(seen(tilted), PROJECTIVE))
