import pytest
from PySide6.QtGui import QColor, QImage

from caseboard.ui.reader.tones import AS_IT_IS, Tones, toned


def picture(*greys):
    image = QImage(len(greys), 1, QImage.Format.Format_RGB32)
    for x, grey in enumerate(greys):
        image.setPixelColor(x, 0, QColor(grey, grey, grey))
    return image


def greys(image):
    return [image.pixelColor(x, 0).red() for x in range(image.width())]


def test_what_is_not_adjusted_is_the_very_picture():
    image = picture(10, 200)
    assert toned(image, AS_IT_IS) is image
    assert AS_IT_IS.table() == list(range(256))


def test_inverted_twice_is_as_before():
    image = picture(10, 128, 200)
    inverted = toned(image, Tones(is_inverted=True))
    assert greys(inverted) == [245, 127, 55]
    assert greys(toned(inverted, Tones(is_inverted=True))) == greys(image)


@pytest.mark.parametrize("brightness", [-100, -30, 40, 100])
def test_brightness_moves_every_grey_one_way(brightness):
    moved = greys(toned(picture(0, 60, 200, 255), Tones(brightness=brightness)))
    way = [after - before for after, before in zip(moved, (0, 60, 200, 255), strict=True)]
    assert all(step * brightness >= 0 for step in way)
    assert any(way)


def test_more_contrast_parts_the_greys_and_less_draws_them_together():
    image = picture(100, 156)
    more, less = (greys(toned(image, Tones(contrast=c))) for c in (50, -50))
    assert more[1] - more[0] > 56 > less[1] - less[0] > 0


def test_evening_out_shows_what_is_in_the_dark():
    dark = picture(*(grey for grey in range(10, 20) for _ in range(100)))
    shown = greys(toned(dark, Tones(is_evened=True)))
    assert max(shown) - min(shown) > 200


def test_odd_widths_keep_their_rows():
    image = QImage(5, 3, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 20, 30))
    image.setPixelColor(4, 2, QColor(200, 100, 50))
    done = toned(image, Tones(is_inverted=True))
    assert done.pixelColor(4, 2) == QColor(55, 155, 205)
    assert done.pixelColor(0, 1) == QColor(245, 235, 225)
