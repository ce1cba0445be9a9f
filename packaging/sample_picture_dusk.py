"""Draws the sample's photograph: a gun crew at dusk, plainly an illustration.

Everything is painted at twice the size and reduced at the end, which smooths the edges. Nothing is
random but for a seeded generator, so the same program draws the same picture.
"""

import itertools
import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Point = tuple[float, float]
Colour = tuple[int, int, int]

SIZE = (1200, 800)
SCALE = 2
WIDE, HIGH = SIZE[0] * SCALE, SIZE[1] * SCALE
HORIZON = 0.71 * HIGH
GROUND = 0.865 * HIGH
METRE = 78 * SCALE
"""Pixels of one metre where the gun stands."""
SUN = 0.30
"""Where the sun goes down, as a share of the width."""

SKY: Sequence[tuple[float, Colour]] = (
    (0.00, (47, 57, 78)),
    (0.30, (84, 91, 108)),
    (0.50, (142, 128, 124)),
    (0.66, (201, 163, 128)),
    (0.76, (226, 188, 142)),
    (1.00, (214, 176, 140)),
)
RIDGES: Sequence[tuple[float, float, Colour]] = (
    (0.655, 0.020, (176, 148, 128)),
    (0.685, 0.014, (140, 120, 110)),
    (0.712, 0.008, (108, 97, 94)),
)
FIELD_FAR: Colour = (86, 78, 70)
FIELD_NEAR: Colour = (36, 35, 37)
INK: Colour = (25, 27, 32)
RIM: Colour = (148, 118, 92)


def paint() -> Image.Image:
    """The picture, 1200 by 800, RGB."""
    chance = random.Random(20240505)  # noqa: S311  a drawing, not a secret
    picture = _sky(chance)
    for height, swell, colour in RIDGES:
        _ridge(picture, height * HIGH, swell * HIGH, colour, chance)
    _mist(picture, 0.690 * HIGH, 0.035 * HIGH, 96)
    _windbreak(picture, chance)
    _field(picture, chance)
    _mist(picture, 0.735 * HIGH, 0.022 * HIGH, 70)
    _smoke(picture, chance)
    _crew_and_gun(picture)
    _stubble(picture, chance)
    return _finish(picture, chance)


def _blend(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _along(stops: Sequence[tuple[float, Colour]], at: float) -> Colour:
    for (low, first), (high, second) in itertools.pairwise(stops):
        if at <= high:
            return _blend(first, second, (at - low) / (high - low))
    return stops[-1][1]


def _glow(centre: Point, radius: float, strength: int) -> Image.Image:
    """A soft round light as a mask."""
    mask = Image.new("L", (WIDE, HIGH))
    disc = ImageChops.invert(Image.radial_gradient("L")).point(
        lambda v: max(0, v - 75) * strength // 180
    )
    side = round(radius * 2)
    mask.paste(disc.resize((side, side)), (round(centre[0] - radius), round(centre[1] - radius)))
    return mask


def _sky(chance: random.Random) -> Image.Image:
    column = Image.new("RGB", (1, HIGH))
    for y in range(HIGH):
        column.putpixel((0, y), _along(SKY, min(1.0, y / HORIZON * 0.8)))
    sky = column.resize((WIDE, HIGH))
    sun = (SUN * WIDE, HORIZON * 0.925)
    for radius, strength, colour in (
        (1500, 190, (238, 190, 132)),
        (620, 200, (250, 216, 164)),
    ):
        sky.paste(Image.new("RGB", sky.size, colour), mask=_glow(sun, radius, strength))
    disc = Image.new("L", sky.size)
    ImageDraw.Draw(disc).ellipse(_around(sun, 62), fill=235)
    sky.paste(
        Image.new("RGB", sky.size, (255, 238, 206)), mask=disc.filter(ImageFilter.GaussianBlur(5))
    )
    _clouds(sky, chance)
    return sky


def _around(centre: Point, radius: float) -> tuple[float, float, float, float]:
    return centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius


def _clouds(sky: Image.Image, chance: random.Random) -> None:
    """Long thin bands, dark above and lit from below."""
    for colour, shift, strength in (((72, 76, 94), 0, 120), ((240, 196, 150), 16, 105)):
        mask = Image.new("L", sky.size)
        draw = ImageDraw.Draw(mask)
        for _ in range(26):
            x, y = chance.uniform(-0.1, 1.0) * WIDE, chance.uniform(0.10, 0.84) * HORIZON
            length, thick = chance.uniform(220, 1150), chance.uniform(5, 22)
            draw.ellipse((x, y + shift, x + length, y + shift + thick), fill=strength)
        sky.paste(
            Image.new("RGB", sky.size, colour), mask=mask.filter(ImageFilter.GaussianBlur(11))
        )


def _ridge(
    picture: Image.Image, base: float, swell: float, colour: Colour, chance: random.Random
) -> None:
    waves = [(chance.uniform(0.6, 5.0), chance.uniform(0, 6.28), 1 / (n + 1)) for n in range(5)]
    line = [
        (x, base + swell * sum(w * math.sin(x / WIDE * 6.28 * f + p) for f, p, w in waves))
        for x in range(0, WIDE + 8, 8)
    ]
    draw = ImageDraw.Draw(picture)
    draw.polygon([*line, (WIDE, HIGH), (0, HIGH)], fill=colour)
    for x, y in line:  # hedges and copses on the sky line
        if chance.random() < 0.22:
            draw.ellipse(_around((x, y + 2), chance.uniform(2, 6)), fill=colour)


def _mist(picture: Image.Image, y: float, half: float, strength: int) -> None:
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).rectangle((0, y - half, WIDE, y + half), fill=strength)
    mask = mask.filter(ImageFilter.GaussianBlur(half * 0.8))
    picture.paste(Image.new("RGB", picture.size, (226, 192, 156)), mask=mask)


def _windbreak(picture: Image.Image, chance: random.Random) -> None:
    """The rows of trees between fields that this steppe is full of: one far, one near."""
    foot = HORIZON + 40
    for colour, reach, low, rise in (
        ((104, 93, 92), (0.0, 1.0), 34, 22),
        ((66, 63, 67), (0.62, 1.0), 40, 150),
    ):
        mask = Image.new("L", picture.size)
        draw = ImageDraw.Draw(mask)
        x = reach[0] * WIDE - 20
        while x < reach[1] * WIDE + 40:
            near = max(0.0, (x / WIDE - reach[0]) / (reach[1] - reach[0]))
            swell = 0.75 + 0.25 * math.sin(x / 97) + 0.2 * math.sin(x / 41)
            _tree(draw, (x, foot), (low + rise * near) * swell * chance.uniform(0.8, 1.25), chance)
            x += chance.uniform(5, 12) + near * 9
        draw.rectangle((reach[0] * WIDE, foot - low * 0.45, WIDE, foot), fill=255)
        mask = mask.filter(ImageFilter.GaussianBlur(1.6))
        picture.paste(Image.new("RGB", picture.size, colour), mask=mask)


def _tree(draw: ImageDraw.ImageDraw, foot: Point, tall: float, chance: random.Random) -> None:
    x, y = foot
    for _ in range(60):
        up = chance.uniform(0.05, 1.0)
        reach = tall * 0.24 * math.sin((0.12 + 0.86 * up) * math.pi)
        leaf = (x + chance.gauss(0, 0.5) * reach, y - tall * up)
        draw.ellipse(_around(leaf, chance.uniform(2.0, 3.0 + tall * 0.035)), fill=255)


def _field(picture: Image.Image, chance: random.Random) -> None:
    top = HORIZON + 36
    draw = ImageDraw.Draw(picture)
    for y in range(round(top), HIGH):
        share = ((y - top) / (HIGH - top)) ** 0.62
        draw.line((0, y, WIDE, y), fill=_blend(FIELD_FAR, FIELD_NEAR, share))
    vanish = (SUN * WIDE, HORIZON - 20)
    furrows = Image.new("L", picture.size)
    pen = ImageDraw.Draw(furrows)
    for n in range(-46, 60):
        foot = (WIDE / 2 + n * 130 + chance.uniform(-16, 16), HIGH + 40)
        pen.line((*vanish, *foot), fill=chance.randint(20, 58), width=chance.choice((3, 5, 8)))
    furrows.paste(0, (0, 0, WIDE, round(top) + 6))
    furrows = furrows.filter(ImageFilter.GaussianBlur(3))
    picture.paste(Image.new("RGB", picture.size, (176, 140, 106)), mask=furrows)
    light = _glow((SUN * WIDE, top + 10), 900, 95)
    light.paste(0, (0, 0, WIDE, round(top)))
    picture.paste(Image.new("RGB", picture.size, (206, 160, 112)), mask=light)


def _smoke(picture: Image.Image, chance: random.Random) -> None:
    """What is left of a shot, drifting off the muzzle."""
    mask = Image.new("L", picture.size)
    draw = ImageDraw.Draw(mask)
    x, y = _muzzle()
    for n in range(46):
        drift = n / 46
        spot = (
            x + 30 + drift * 520 + chance.gauss(0, 34 + 40 * drift),
            y - 20 - drift * 150 + chance.gauss(0, 20 + 46 * drift),
        )
        draw.ellipse(_around(spot, 26 + drift * 74), fill=round(150 * (1 - drift) + 24))
    mask = mask.filter(ImageFilter.GaussianBlur(26))
    picture.paste(Image.new("RGB", picture.size, (214, 196, 176)), mask=mask)


# The gun, a towed howitzer of the D-20's build, in metres from the foot of its wheel.
PIVOT: Point = (0.05, 1.30)
ELEVATION = math.radians(24)
ORIGIN: Point = (0.545 * WIDE, GROUND)


def _place(points: Sequence[Point]) -> list[Point]:
    return [(ORIGIN[0] + x * METRE, ORIGIN[1] - y * METRE) for x, y in points]


def _raised(points: Sequence[Point]) -> list[Point]:
    """Points given along the barrel, turned about the trunnion."""
    cos, sin = math.cos(ELEVATION), math.sin(ELEVATION)
    return _place([(PIVOT[0] + x * cos - y * sin, PIVOT[1] + x * sin + y * cos) for x, y in points])


def _muzzle() -> Point:
    return _raised([(4.55, 0.0)])[0]


BARREL: Sequence[Sequence[Point]] = (
    ((-1.15, -0.17), (-1.15, 0.17), (-0.45, 0.17), (-0.45, -0.17)),  # breech ring
    ((-0.6, -0.14), (-0.6, 0.14), (3.95, 0.085), (3.95, -0.085)),  # tube
    ((3.90, -0.15), (3.90, 0.15), (4.18, 0.17), (4.18, -0.17)),  # muzzle brake, two baffles
    ((4.26, -0.17), (4.26, 0.17), (4.52, 0.15), (4.52, -0.15)),
    ((4.10, -0.10), (4.10, 0.10), (4.50, 0.10), (4.50, -0.10)),
    ((-0.7, 0.16), (-0.7, 0.34), (1.55, 0.30), (1.55, 0.16)),  # recuperator above
    ((-0.5, -0.14), (-0.5, -0.30), (1.9, -0.24), (1.9, -0.12)),  # cradle below
)
CARRIAGE: Sequence[Sequence[Point]] = (
    ((-0.35, 0.45), (0.45, 0.45), (0.30, 1.45), (-0.25, 1.45)),  # saddle
    ((-0.2, 0.42), (-0.2, 0.74), (-4.9, 0.14), (-4.9, -0.02)),  # near trail
    ((-0.2, 0.55), (-0.2, 0.82), (-4.2, 0.40), (-4.2, 0.28)),  # far trail
    ((-4.75, 0.42), (-4.55, 0.42), (-4.8, -0.16), (-5.25, -0.12)),  # spade
    ((0.44, 0.40), (0.60, 0.40), (0.66, 1.30), (0.40, 2.02), (0.18, 2.10), (0.36, 1.5)),  # shield
)


def _crew_and_gun(picture: Image.Image) -> None:
    shapes = Image.new("L", picture.size)
    draw = ImageDraw.Draw(shapes)
    for shape in CARRIAGE:
        draw.polygon(_place(shape), fill=255)
    for shape in BARREL:
        draw.polygon(_raised(shape), fill=255)
    for x in (0.0, 0.22):
        draw.ellipse(_around(_place([(x, 0.58)])[0], 0.60 * METRE), fill=255)
    for x, lean, arms in CREW:
        _soldier(draw, x, lean, arms)
    _shells(draw)
    shapes = shapes.filter(ImageFilter.GaussianBlur(1.2))
    shadow = ImageChops.offset(shapes, 0, 0).filter(ImageFilter.GaussianBlur(14))
    shadow.paste(0, (0, 0, WIDE, round(GROUND - 6)))
    picture.paste(Image.new("RGB", picture.size, (18, 18, 20)), mask=shadow)
    lit = ImageChops.subtract(shapes, ImageChops.offset(shapes, -4, 5))
    picture.paste(Image.new("RGB", picture.size, INK), mask=shapes)
    picture.paste(
        Image.new("RGB", picture.size, RIM), mask=lit.filter(ImageFilter.GaussianBlur(1.5))
    )
    _wheel(picture)


Limbs = tuple[tuple[Point, ...], ...]
CREW: Sequence[tuple[float, float, Limbs]] = (
    # Where each stands, how far the body leans, and the arms from the shoulder.
    (-1.55, 0.16, (((0.0, 0.0), (0.32, -0.16), (0.66, -0.02)),)),
    (-2.55, 0.05, (((0.0, 0.0), (0.26, -0.26), (0.46, -0.12)), ((0.0, 0.0), (0.20, -0.34)))),
    (
        -5.85,
        -0.03,
        (((0.0, 0.0), (0.20, 0.10), (0.16, 0.30)), ((0.0, 0.0), (-0.10, -0.30), (0.10, -0.50))),
    ),
)


def _soldier(draw: ImageDraw.ImageDraw, x: float, lean: float, arms: Limbs) -> None:
    """One figure in helmet and vest, the foot at `x` metres; `lean` moves the shoulder forward."""
    hip, shoulder = (x + lean * 0.35, 0.92), (x + lean, 1.44)
    for foot, knee in ((x - 0.20, x - 0.06 + lean * 0.2), (x + 0.18, x + 0.16 + lean * 0.3)):
        _limb(draw, [hip, (knee, 0.48), (foot, 0.02)], 0.17)
        _limb(draw, [(foot - 0.03, 0.03), (foot + 0.17, 0.02)], 0.11)
    body = [
        (hip[0] - 0.17, hip[1] - 0.08),
        (shoulder[0] - 0.23, shoulder[1] - 0.06),
        (shoulder[0] - 0.10, shoulder[1] + 0.08),
        (shoulder[0] + 0.12, shoulder[1] + 0.08),
        (shoulder[0] + 0.21, shoulder[1] - 0.10),
        (hip[0] + 0.18, hip[1] - 0.08),
    ]
    draw.polygon(_place(body), fill=255)
    for arm in arms:
        _limb(draw, [(shoulder[0] + dx, shoulder[1] - 0.02 + dy) for dx, dy in arm], 0.12)
    _limb(draw, [shoulder, (shoulder[0] + 0.04, shoulder[1] + 0.16)], 0.12)
    head = (shoulder[0] + 0.05 + lean * 0.2, shoulder[1] + 0.21)
    draw.ellipse(_around(_place([head])[0], 0.115 * METRE), fill=255)
    cap = _around(_place([(head[0] - 0.01, head[1] + 0.03)])[0], 0.155 * METRE)
    draw.pieslice(cap, 175, 368, fill=255)


def _limb(draw: ImageDraw.ImageDraw, joints: Sequence[Point], thick: float) -> None:
    points = _place(joints)
    draw.line(points, fill=255, width=round(thick * METRE), joint="curve")
    for point in points:
        draw.ellipse(_around(point, thick * METRE / 2), fill=255)


def _shells(draw: ImageDraw.ImageDraw) -> None:
    """Four rounds standing ready, and their box."""
    draw.polygon(_place([(-7.6, -0.02), (-7.6, 0.34), (-6.45, 0.34), (-6.45, -0.02)]), fill=255)
    for n in range(4):
        x = -7.48 + n * 0.28
        draw.polygon(
            _place(
                [(x - 0.08, 0.3), (x - 0.08, 0.68), (x, 0.92), (x + 0.08, 0.68), (x + 0.08, 0.3)]
            ),
            fill=255,
        )


def _wheel(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    hub = _place([(0.0, 0.58)])[0]
    draw.ellipse(_around(hub, 0.33 * METRE), outline=(62, 56, 54), width=7)
    draw.ellipse(_around(hub, 0.10 * METRE), fill=(62, 56, 54))


def _stubble(picture: Image.Image, chance: random.Random) -> None:
    """Dry grass in front, out of focus."""
    for colour, low, count, soft in ((INK, 0.885, 1100, 1.5), ((16, 17, 20), 0.975, 700, 4.0)):
        mask = Image.new("L", picture.size)
        draw = ImageDraw.Draw(mask)
        for _ in range(count):
            x, y = chance.uniform(0, WIDE), chance.uniform(low, 1.06) * HIGH
            tall = chance.uniform(12, 46) * (y / HIGH) ** 3
            draw.line((x, y, x + chance.uniform(-14, 14), y - tall), fill=220, width=3)
        mask = mask.filter(ImageFilter.GaussianBlur(soft))
        picture.paste(Image.new("RGB", picture.size, colour), mask=mask)


def _finish(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Reduced, darkened to the corners, with grain."""
    small = picture.resize(SIZE, Image.Resampling.LANCZOS)
    edge = Image.radial_gradient("L").resize(SIZE).point(lambda v: max(0, v - 130) * 84 // 125)
    small.paste(Image.new("RGB", SIZE, (14, 15, 20)), mask=edge)
    grain = Image.frombytes("L", SIZE, chance.randbytes(SIZE[0] * SIZE[1]))
    grain = grain.filter(ImageFilter.GaussianBlur(0.8)).point(lambda v: 128 + (v - 128) // 8)
    return ImageChops.add(small, Image.merge("RGB", [grain] * 3), offset=-128)
