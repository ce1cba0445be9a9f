"""WebP pictures whose chunks do not add up."""

import io

import pytest
from PIL import Image

from caseboard.capture import picture, webp_mend


def webp(**options):
    image = Image.effect_noise((200, 160), 40).convert("RGB")
    image.paste((200, 40, 30), (20, 20, 90, 90))
    out = io.BytesIO()
    image.save(out, "WEBP", **options)
    return out.getvalue()


def cut(data):
    return data[: len(data) * 2 // 3]


def shorter(data):
    return data[:6000] + data[6017:]


EXIF = {"exif": b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00"}


@pytest.mark.parametrize(
    ("spoil", "options"), [(cut, {}), (shorter, {}), (cut, EXIF), (shorter, EXIF)]
)
def test_a_broken_picture_shows_its_top(spoil, options):
    seen = picture.read(spoil(webp(**options)))
    assert (seen.width, seen.height) == (200, 160)
    with Image.open(io.BytesIO(seen.display)) as shown:
        red, green, _blue = shown.convert("RGB").getpixel((40, 26))
    assert red > 150
    assert green < 100
    assert "damaged" in seen.problem
    assert seen.fingerprint == ""


def test_a_lossless_picture_that_is_cut_off_is_mended_too():
    assert webp_mend.mended(cut(webp(lossless=True)))[12:16] == b"VP8L"


@pytest.mark.parametrize("data", [b"", b"RIFF\x00\x00\x00\x00WEBP", b"\x9d\x01\x2a", b"VP8L" * 9])
def test_nothing_is_made_of_nothing(data):
    assert webp_mend.mended(data) == b""
