from io import BytesIO

import pytest
from briefing_cases import CHART, PHOTO, photo
from PIL import Image

from caseboard.briefing.pdf.pictures import aspect, printed
from caseboard.errors import CaseError


def opened(made):
    return Image.open(BytesIO(made.jpeg))


def test_a_picture_is_scaled_to_fit_and_thinned_out():
    made = printed(PHOTO, 144, 200)

    assert (round(made.width), round(made.height)) == (144, 96)
    assert opened(made).size == (400, 267)


def test_the_same_picture_gives_the_same_bytes():
    assert printed(PHOTO, 144, 200) == printed(PHOTO, 144, 200)


def test_what_a_picture_says_of_itself_is_left_behind():
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    out = BytesIO()
    Image.open(BytesIO(PHOTO)).save(out, "JPEG", exif=exif, comment=b"secret", dpi=(300, 300))
    assert b"taken at home" in out.getvalue()

    made = printed(out.getvalue(), 144, 200)

    assert b"taken at home" not in made.jpeg
    assert b"secret" not in made.jpeg


def test_a_small_picture_is_not_blown_up():
    made = printed(photo(40, 30), 200, 200)

    assert (made.width, made.height) == (40, 30)


def test_mere_noise_is_printed_too():
    out = BytesIO()
    noise = Image.merge("RGB", [Image.effect_noise((1200, 900), 200) for _ in range(3)])
    noise.save(out, "JPEG", quality=98, subsampling=0)

    assert opened(printed(out.getvalue(), 432, 324)).size == (1200, 900)


def test_a_path_will_do(tmp_path):
    (tmp_path / "photo").write_bytes(PHOTO)

    assert printed(tmp_path / "photo", 144, 200) == printed(PHOTO, 144, 200)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        PHOTO[:300],
        CHART,  # a PNG: the worker's copies are JPEG, and nothing else is opened
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40,
    ],
)
def test_what_is_no_copy_of_the_workers_is_refused_in_words(data):
    with pytest.raises(CaseError):
        printed(data, 100, 100)


def test_a_picture_larger_than_the_worker_makes_them_is_not_opened():
    out = BytesIO()
    Image.new("L", (2048, 2049)).save(out, "JPEG")

    with pytest.raises(CaseError):
        printed(out.getvalue(), 100, 100)


def test_the_shape_of_a_picture_is_known_without_decoding_it():
    assert aspect(PHOTO) == pytest.approx(1.5, abs=0.01)


def test_no_shape_is_so_narrow_that_nothing_can_stand_beside_it():
    out = BytesIO()
    Image.new("L", (1, 900)).save(out, "JPEG")

    assert aspect(out.getvalue()) == 0.1
