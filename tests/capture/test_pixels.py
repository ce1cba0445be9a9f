"""Pixels as they are shown."""

from io import BytesIO

import pictures_made
import pytest
from captured import picture as made
from PIL import Image, ImageFile

from caseboard.capture import pixels


def shown(data, longest=400):
    with Image.open(BytesIO(data)) as image:
        return pixels.show(image, longest)


def saved(image, kind="PNG", **how):
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_colours_are_shown_by_their_profile_and_its_name_is_kept(kind):
    red = Image.new("RGB", (40, 40), (220, 20, 20))
    seen = shown(saved(red, kind, icc_profile=pictures_made.swapped_profile()))
    r, g, _b = seen.image.getpixel((20, 20))
    assert (g > 200, r < 60) == (True, True)
    assert "Swap" in seen.words["Colour profile"]
    plain = shown(saved(red, kind))
    assert plain.image.getpixel((20, 20))[0] > 200
    assert plain.words == {}


def test_a_broken_profile_is_said_and_the_colours_stay():
    seen = shown(saved(Image.new("RGB", (9, 9), "red"), icc_profile=b"no profile at all" * 20))
    assert seen.image.getpixel((4, 4)) == (255, 0, 0)
    assert seen.words["Colour profile"].startswith("broken")


def test_a_profile_keeps_what_is_seen_through():
    clear = Image.new("RGBA", (9, 9), (255, 0, 0, 0))
    seen = shown(saved(clear, icc_profile=pictures_made.swapped_profile()))
    assert seen.image.getpixel((4, 4)) == (255, 255, 255)


def test_sixteen_bits_are_shown_as_bright_as_they_are():
    for level, grey in ((0, 0), (32768, 128), (65535, 255)):
        seen = shown(saved(Image.new("I;16", (9, 9), level)))
        assert abs(seen.image.getpixel((4, 4))[0] - grey) <= 1


def test_measured_values_are_stretched_and_that_is_said():
    image = Image.new("F", (2, 1))
    image.putpixel((0, 0), -3.0)
    image.putpixel((1, 0), 12.5)
    seen = shown(saved(image, "TIFF"))
    assert [seen.image.getpixel((x, 0))[0] for x in (0, 1)] == [0, 255]
    assert seen.words["Brightness"] == "stretched to be seen, from -3 to 12.5"


def test_what_is_seen_through_is_white():
    palette = Image.new("P", (9, 9), 0)
    palette.putpalette([10, 20, 30, 200, 0, 0])
    assert shown(saved(palette, transparency=0)).image.getpixel((4, 4)) == (255, 255, 255)
    assert shown(saved(palette)).image.getpixel((4, 4)) == (10, 20, 30)
    assert shown(saved(Image.new("LA", (9, 9), (0, 0)))).image.getpixel((4, 4)) == (255,) * 3


def test_thin_lines_of_a_scan_do_not_vanish_when_it_is_made_smaller():
    scan = Image.new("1", (2000, 2000), 1)
    for x in range(0, 2000, 10):
        scan.paste(0, (x, 0, x + 1, 2000))
    columns = {value for _count, value in shown(saved(scan), 500).image.getcolors(100_000)}
    assert len(columns) > 2  # greys, and not black or white alone
    assert all(value[0] > 100 for value in columns)


def test_nothing_of_the_file_goes_on_into_what_is_shown():
    data = saved(Image.new("RGB", (9, 9)), "JPEG", comment="secret", icc_profile=b"x" * 200)
    assert shown(data).image.info == {}


def test_how_much_was_decoded_is_measured_from_where_the_file_begins():
    image = Image.effect_noise((100, 100), 80).convert("RGB")
    image.paste((128, 128, 128), (0, 60, 100, 100))
    assert pixels.decoded_part(image) == pytest.approx(0.6, abs=0.02)
    assert pixels.decoded_part(image.rotate(180), from_top=False) == pytest.approx(0.6, abs=0.02)
    assert pixels.decoded_part(Image.new("RGB", (9, 9))) == 0.0


def test_leniency_ends_with_its_block():
    with pytest.raises(OSError, match="truncated"):
        shown(pictures_made.noise("JPEG")[:9000])
    with pixels.leniently():
        assert shown(pictures_made.noise("JPEG")[:9000]).image.size == (400, 267)
    assert not ImageFile.LOAD_TRUNCATED_IMAGES
    with pytest.raises(ZeroDivisionError), pixels.leniently():
        raise ZeroDivisionError
    assert not ImageFile.LOAD_TRUNCATED_IMAGES


def test_a_turned_palette_picture_is_shown_upright():
    palette = Image.new("P", (40, 20), 0)
    exif = Image.Exif()
    exif[0x0112] = 6
    assert shown(saved(palette, exif=exif)).image.size == (20, 40)
    assert shown(made("GIF", (40, 20), "P")).image.size == (40, 20)
