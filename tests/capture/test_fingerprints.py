"""A picture's perceptual hash, and what it makes of copies and of other pictures."""

import random
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from caseboard.analysis.similarity import ALIKE, Hashes, Turn, distance, turned
from caseboard.capture import fingerprints, readers

PICTURES = 40
SIZE = (320, 214)


def scene(seed):
    """A landscape of its own: sky, ground, and things that stand about."""
    chance = random.Random(seed)
    width, height = SIZE
    picture = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(picture)
    sky = [chance.randrange(90, 255) for _ in range(3)]
    ground = [chance.randrange(20, 150) for _ in range(3)]
    horizon = int(height * chance.uniform(0.3, 0.7))
    for y in range(height):
        shade = 1 - 0.3 * y / height if y < horizon else 0.7 + 0.5 * (y - horizon) / height
        colour = sky if y < horizon else ground
        draw.line([(0, y), (width, y)], fill=tuple(int(value * shade) for value in colour))
    for _ in range(chance.randrange(6, 18)):
        x, y = chance.randrange(width), int(horizon + chance.gauss(0, height / 7))
        right, top = x + chance.randrange(10, width // 4), y - chance.randrange(8, height // 4)
        shape = chance.choice([draw.rectangle, draw.ellipse])
        shape([x, top, right, y], fill=tuple(chance.randrange(256) for _ in range(3)))
    return picture.filter(ImageFilter.GaussianBlur(chance.uniform(0, 1)))


def jpeg(picture, quality):
    data = BytesIO()
    picture.save(data, "JPEG", quality=quality)
    return Image.open(BytesIO(data.getvalue()))


def cropped(picture, part, chance):
    left, top = (chance.uniform(0, part) for _ in range(2))
    right, bottom = 1 - part + left, 1 - part + top
    width, height = picture.size
    return picture.crop(
        (int(width * left), int(height * top), int(width * right), int(height * bottom))
    )


def marked(picture):
    """With a half see-through name in its corner."""
    width, height = picture.size
    sign = Image.new("RGB", (int(width * 0.16), int(height * 0.06)), "white")
    ImageDraw.Draw(sign).text((4, 1), "DAILY NEWS", fill="black")
    box = (width - sign.width - 4, height - sign.height - 4)
    under = picture.crop((*box, box[0] + sign.width, box[1] + sign.height))
    made = picture.copy()
    made.paste(Image.blend(under, sign, 0.6), box)
    return made


EDITS = {
    "jpeg": (1.0, lambda picture, _chance: jpeg(picture, 30)),
    "resize": (1.0, lambda picture, _chance: picture.resize((160, 107))),
    "brighter": (0.95, lambda picture, _chance: ImageEnhance.Brightness(picture).enhance(1.3)),
    "darker": (1.0, lambda picture, _chance: ImageEnhance.Brightness(picture).enhance(0.6)),
    "crop": (0.9, lambda picture, chance: cropped(picture, 0.03, chance)),
    "mark": (0.75, lambda picture, _chance: marked(picture)),
}
SCENES = [scene(seed) for seed in range(PICTURES)]


def hashed(picture):
    return int(fingerprints.of_picture(picture), 16)


@pytest.mark.parametrize("edit", EDITS)
def test_copies_keep_their_hash(edit):
    """Measured on 300 such scenes of 640 × 430 with noise; found with at most 10 bits of 64:
    JPEG of quality 30 100 % (3 bits at most), half the size 100 % (3), 160 pixels 100 % (4),
    brightness × 1.3 100 % (10) and × 0.6 100 % (2), contrast × 1.4 100 % (6), a crop of 1 % 100 %
    (5), of 2 % 100 % (8), of 3 % 99.3 % (18), a half see-through sign on 1 % of the picture 85 %
    (17), crop, sign, size and JPEG together 81 % (19). Of 15 photographs and drawings all were
    found after each of these but for × 1.3 where white ran over. Of the 44,850 pairs of different
    scenes, in any of the eight ways they can lie, 4 came as near (0.009 %; with 12 bits it would
    be 0.04 %, with 14 0.16 %): hence `ALIKE`.
    """
    wanted, change = EDITS[edit]
    chance = random.Random(edit)
    pairs = [(hashed(picture), hashed(change(picture, chance))) for picture in SCENES]
    found = sum(distance(one, other) <= ALIKE for one, other in pairs)
    assert found >= wanted * PICTURES


def test_other_pictures_have_other_hashes():
    hashes = [fingerprints.of_picture(picture) for picture in SCENES]
    found = sum(len(Hashes(hashes).copies(each)) - 1 for each in hashes)
    assert found <= len(hashes) * (len(hashes) - 1) / 500


TURNS = {
    Turn.MIRRORED: [Image.Transpose.FLIP_LEFT_RIGHT],
    Turn.UPSIDE_DOWN: [Image.Transpose.ROTATE_180],
    Turn.FLIPPED: [Image.Transpose.FLIP_TOP_BOTTOM],
    Turn.RIGHT: [Image.Transpose.ROTATE_270],  # Pillow turns the other way
    Turn.LEFT: [Image.Transpose.ROTATE_90],
    Turn.MIRRORED_RIGHT: [Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_270],
    Turn.MIRRORED_LEFT: [Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_90],
}


@settings(max_examples=30, deadline=None)
@given(st.integers(1000, 9999), st.sampled_from(sorted(TURNS)))
def test_the_hash_of_a_turned_picture_follows_from_its_bits(seed, turn):
    picture = scene(seed)
    copy = picture
    for step in TURNS[turn]:
        copy = copy.transpose(step)
    assert distance(turned(hashed(picture))[turn], hashed(copy)) <= 2  # greys are rounded
    made = Hashes([fingerprints.of_picture(copy)])
    assert made.copies(fingerprints.of_picture(picture))[0][0] is turn


@pytest.mark.parametrize(
    "flat",
    [
        Image.new("RGB", (300, 200), "grey"),
        Image.linear_gradient("L"),
        Image.effect_noise((300, 200), 8),
        Image.new("L", (1, 1)),
    ],
)
def test_a_picture_without_detail_has_no_hash(flat):
    assert fingerprints.of_picture(flat) == ""


def test_a_hash_has_sixteen_digits_and_its_first_bit_set():
    made = fingerprints.of_picture(SCENES[0])
    assert len(made) == 16
    assert int(made[0], 16) >= 8


def written(picture):
    data = BytesIO()
    picture.save(data, "JPEG", quality=90)
    return data.getvalue()


def test_a_picture_that_is_read_has_the_hash_of_what_is_shown():
    read = readers.read_picture(written(SCENES[0]))
    assert distance(int(read.fingerprint, 16), hashed(SCENES[0])) <= 2


def test_of_half_a_picture_there_is_no_hash():
    data = written(SCENES[0])
    assert readers.read_picture(data[: len(data) // 2]).fingerprint == ""
