import pytest
from PIL import Image
from reference_pages import FOLDER, NAMES, SHARE, drawn, kept, off, sample


@pytest.fixture(scope="module")
def library():
    with sample() as opened:
        yield opened


@pytest.mark.parametrize("name", NAMES)
def test_pages_look_as_they_did_when_they_were_looked_at(name, library):
    now, then = drawn(name, library), kept(name)

    assert now.size == then.size, "another number of pages"
    assert off(now, then) <= SHARE


def test_pages_that_differ_are_told_apart():
    one = kept("flash-A4-en")
    moved = Image.new("L", one.size, 255)
    moved.paste(one, (0, 12))

    assert off(one, one) == 0
    assert off(one, moved) > SHARE


def test_no_picture_is_kept_that_nobody_compares():
    assert {path.stem for path in FOLDER.glob("*.png")} == set(NAMES)
