"""Words are measured as they will be drawn."""

import pytest
from PIL import ImageFont

from caseboard.mapping.lettering import font_file, shortened, width
from caseboard.mapping.scene import Face
from caseboard.paths import resources


@pytest.mark.parametrize("face", list(Face))
@pytest.mark.parametrize("text", ["Kupiansk-Vuzlovyi", "Куп’янськ-Вузловий", "37N 400 km E"])
def test_words_are_as_wide_as_a_painter_draws_them(face, text):
    path = resources() / "fonts" / font_file(face)
    drawn = ImageFont.truetype(path, 200, layout_engine=ImageFont.Layout.BASIC).getlength(text)
    assert width(text, 12.0, face) == pytest.approx(drawn * 12 / 200, rel=0.02)


def test_spacing_is_between_letters_and_not_after_the_last():
    assert width("ABC", 10, spacing=2.0) == pytest.approx(width("ABC", 10) + 4.0)


def test_a_long_name_is_cut_to_its_room():
    text = "80th separate air assault brigade of a very long name"
    cut = shortened(text, 11, 100)
    assert width(cut, 11) <= 100
    assert cut.endswith("…")
    assert shortened("short", 11, 100) == "short"
