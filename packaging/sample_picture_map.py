"""Draws the sample's map frame: a schematic of Kupiansk, by hand, from public facts.

Places stand where any atlas has them, to about half a kilometre; river, roads, railways and the
hatched area are freehand. Coordinates are kilometres east and north of the middle of the town.
"""

import itertools
import math
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

Point = tuple[float, float]
Colour = tuple[int, int, int]

SIZE = (1000, 800)
SCALE = 2
WIDE, HIGH = SIZE[0] * SCALE, SIZE[1] * SCALE
KILOMETRE = 62 * SCALE
MIDDLE: Point = (0.385 * WIDE, 0.565 * HIGH)
FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"

PAPER: Colour = (247, 244, 236)
WOOD: Colour = (222, 229, 209)
TOWN: Colour = (221, 214, 202)
WORKS: Colour = (204, 196, 186)
WATER: Colour = (150, 190, 214)
MARSH: Colour = (226, 236, 238)
RAIL: Colour = (92, 94, 102)
ROAD: Colour = (255, 255, 255)
ROAD_EDGE: Colour = (196, 184, 164)
RED: Colour = (178, 42, 38)
TEXT: Colour = (38, 43, 54)
MUTED: Colour = (98, 104, 116)
RIVER_TEXT: Colour = (58, 108, 142)

RIVER: Sequence[Point] = (
    (3.3, 7.5), (3.0, 6.4), (2.2, 5.5), (2.0, 4.6), (1.4, 3.7), (1.15, 2.8), (0.7, 2.0),
    (0.75, 1.2), (0.45, 0.5), (0.6, -0.3), (0.35, -1.1), (0.5, -2.0), (0.15, -3.0), (0.5, -3.9),
    (0.9, -4.8), (0.8, -6.0),
)  # fmt: skip
WOODS: Sequence[Sequence[Point]] = (
    ((-6.6, 6.6), (-4.6, 7.2), (-3.9, 5.6), (-4.6, 4.4), (-6.4, 4.6)),
    ((-6.3, -1.6), (-4.2, -1.1), (-3.4, -2.4), (-4.0, -4.0), (-6.4, -4.2)),
    ((5.0, -3.4), (6.6, -2.9), (8.2, -3.6), (7.8, -4.7), (5.6, -4.6)),
    ((3.0, 0.3), (4.3, 0.6), (4.7, -0.3), (3.5, -0.7)),
    ((2.2, -5.4), (4.2, -5.2), (4.4, -6.4), (2.0, -6.4)),
)
BUILT: Sequence[Sequence[Point]] = (
    ((-2.6, 0.9), (-1.7, 1.9), (-0.5, 2.2), (0.45, 1.7), (0.3, 0.5), (0.35, -0.4), (0.1, -1.3),
     (-0.9, -1.7), (-2.0, -1.0)),
    ((0.95, 1.5), (1.7, 1.75), (2.1, 0.9), (1.9, -0.5), (1.2, -1.5), (0.75, -1.2), (0.85, -0.2)),
    ((1.3, -3.4), (2.5, -3.5), (2.8, -4.7), (1.7, -5.0), (1.2, -4.3)),
)  # fmt: skip
INDUSTRY: Sequence[Point] = ((1.45, 2.15), (2.25, 2.3), (2.55, 1.6), (2.2, 0.95), (1.6, 1.2))
RAILWAYS: Sequence[Sequence[Point]] = (
    ((1.9, -4.2), (1.7, -2.6), (2.2, -0.6), (2.5, 1.6), (2.9, 4.0), (4.0, 7.6)),
    ((1.7, -2.6), (1.0, -1.9), (0.4, -2.0), (-1.2, -2.2), (-3.4, -0.6), (-6.6, 0.5)),
    ((1.9, -4.2), (3.4, -3.4), (6.0, -1.7), (10.4, -0.9)),
    ((1.9, -4.2), (3.6, -5.2), (5.2, -6.4)),
    ((1.9, -4.2), (1.4, -5.3), (1.6, -6.4)),
)
ROADS: Sequence[Sequence[Point]] = (
    ((-6.6, -0.6), (-3.6, 0.2), (-1.2, 0.35), (0.5, 0.45), (1.6, 0.5), (4.0, 1.0), (6.7, 1.2),
     (10.4, 1.9)),
    ((-1.0, 0.35), (-1.2, 2.2), (-1.9, 4.2), (-2.3, 6.2), (-2.2, 7.6)),
    ((1.6, 0.5), (1.6, -1.4), (2.2, -3.2), (4.4, -2.1), (6.6, -2.4), (10.4, -3.4)),
    ((-1.0, 0.35), (-1.1, -1.8), (-0.9, -4.0), (-1.4, -6.4)),
    ((1.6, 0.5), (2.6, 2.4), (4.1, 4.3), (5.5, 5.9), (6.6, 7.6)),
)  # fmt: skip
ADVANCE: Sequence[Point] = (
    (3.7, 8.0), (3.55, 7.0), (3.1, 6.2), (3.5, 5.5), (3.35, 4.7), (3.75, 3.75), (4.35, 3.55),
    (4.75, 4.2), (5.5, 4.35), (6.2, 3.75), (7.2, 3.9), (8.0, 3.2), (9.0, 3.3), (10.6, 2.5),
    (10.6, 8.0),
)  # fmt: skip
PLACES: Sequence[tuple[str, Point]] = (
    ("Kindrashivka", (-2.3, 6.2)),
    ("Synkivka", (5.5, 5.9)),
    ("Petropavlivka", (6.7, 1.2)),
    ("Podoly", (4.4, -2.1)),
    ("Kupiansk-Vuzlovyi", (2.0, -4.4)),
)
EXITS: Sequence[tuple[str, Point]] = (
    ("Kharkiv ←", (-5.15, 0.72)),
    ("→ Svatove", (8.95, -1.55)),
    ("↓ Izium", (-0.62, -5.25)),
)


def paint() -> Image.Image:
    """The map frame, 1000 by 800, in a palette of 192 colours."""
    picture = Image.new("RGB", (WIDE, HIGH), PAPER)
    draw = ImageDraw.Draw(picture)
    for wood in WOODS:
        draw.polygon(_place(_smooth(wood, closed=True)), fill=WOOD)
    _line(draw, _place(_smooth(RIVER)), MARSH, 96)
    for block in BUILT:
        draw.polygon(_place(_smooth(block, closed=True)), fill=TOWN)
    draw.polygon(_place(_smooth(INDUSTRY, closed=True)), fill=WORKS)
    _line(draw, _place(_smooth(RIVER)), WATER, 26)
    _ways(draw)
    _advance(picture)
    _distance(draw)
    _names(draw)
    _furniture(draw)
    draw.rectangle((0, 0, WIDE - 1, HIGH - 1), outline=(170, 166, 156), width=SCALE)
    small = picture.resize(SIZE, Image.Resampling.LANCZOS)
    return small.quantize(192, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def _place(points: Sequence[Point]) -> list[Point]:
    return [(MIDDLE[0] + x * KILOMETRE, MIDDLE[1] - y * KILOMETRE) for x, y in points]


def _smooth(points: Sequence[Point], *, closed: bool = False) -> list[Point]:
    """A Catmull-Rom curve through the points, ten steps between each two."""
    ring = (
        [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    )
    curve = []
    for a, b, c, d in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        for step in range(10):
            t = step / 10
            curve.append((_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)))
    return curve if closed else [*curve, points[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


def _line(draw: ImageDraw.ImageDraw, points: Sequence[Point], colour: Colour, width: int) -> None:
    draw.line(list(points), fill=colour, width=width, joint="curve")
    for x, y in points:  # Pillow leaves hairline gaps in a wide curve
        reach = width / 2 - 1
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)


def _ways(draw: ImageDraw.ImageDraw) -> None:
    roads = [_place(_smooth(road)) for road in ROADS]
    for colour, width in ((ROAD_EDGE, 17), (ROAD, 11)):
        for road in roads:
            _line(draw, road, colour, width)
    for railway in RAILWAYS:
        track = _place(_smooth(railway))
        _line(draw, track, RAIL, 5)
        _sleepers(draw, track)


def _sleepers(draw: ImageDraw.ImageDraw, track: Sequence[Point]) -> None:
    """Short strokes across the line, evenly spaced."""
    travelled, due = 0.0, 14.0
    for (x, y), (to_x, to_y) in itertools.pairwise(track):
        length = math.hypot(to_x - x, to_y - y)
        while length and due <= travelled + length:
            share = (due - travelled) / length
            at = (x + (to_x - x) * share, y + (to_y - y) * share)
            across = (-(to_y - y) / length * 9, (to_x - x) / length * 9)
            ends = (at[0] - across[0], at[1] - across[1], at[0] + across[0], at[1] + across[1])
            draw.line(ends, fill=RAIL, width=4)
            due += 28
        travelled += length


def _hatch(size: tuple[int, int]) -> Image.Image:
    mask = Image.new("L", size)
    draw = ImageDraw.Draw(mask)
    for x in range(-size[1], size[0], 26):
        draw.line((x, size[1], x + size[1], 0), fill=190, width=6)
    return mask


def _advance(picture: Image.Image) -> None:
    outline = _place(ADVANCE)
    area = Image.new("L", picture.size)
    ImageDraw.Draw(area).polygon(outline, fill=255)
    red = Image.new("RGB", picture.size, RED)
    picture.paste(red, mask=area.point(lambda v: v * 26 // 255))
    picture.paste(red, mask=ImageChops.multiply(area, _hatch(picture.size)))
    _dashes(ImageDraw.Draw(picture), outline)


def _dashes(draw: ImageDraw.ImageDraw, outline: Sequence[Point]) -> None:
    """The edge, broken, since it is an estimate."""
    for (x, y), (to_x, to_y) in itertools.pairwise(outline):
        length = math.hypot(to_x - x, to_y - y)
        for start in range(0, round(length), 34):
            low, high = start / length, min(1.0, (start + 22) / length)
            ends = [(x + (to_x - x) * t, y + (to_y - y) * t) for t in (low, high)]
            draw.line(ends, fill=RED, width=8)


def _distance(draw: ImageDraw.ImageDraw) -> None:
    """From the tip of the hatched area to the works on the edge of the town."""
    tip, edge = _place([(3.75, 3.70), (2.42, 2.28)])
    draw.line((*tip, *edge), fill=TEXT, width=4)
    for x, y in (tip, edge):
        draw.ellipse((x - 9, y - 9, x + 9, y + 9), fill=TEXT)
    _text(
        draw,
        (tip[0] * 0.42 + edge[0] * 0.58 + 24, (tip[1] + edge[1]) / 2 + 16),
        "2–3 km",
        13,
        "SemiBold",
    )


def _text(
    draw: ImageDraw.ImageDraw,
    at: Point,
    words: str,
    pixels: float,
    weight: str = "Regular",
    colour: Colour = TEXT,
    anchor: str = "lm",
) -> None:
    """Words with a halo of the paper around them."""
    font = ImageFont.truetype(str(FONTS / f"Inter-{weight}.ttf"), pixels * SCALE)
    draw.text(at, words, colour, font, anchor, stroke_width=6, stroke_fill=PAPER)


def _names(draw: ImageDraw.ImageDraw) -> None:
    for name, spot in PLACES:
        ((x, y),) = _place([spot])
        draw.ellipse((x - 8, y - 8, x + 8, y + 8), fill=PAPER, outline=TEXT, width=4)
        _text(draw, (x + 18, y), name, 13, "Medium")
    ((x, y),) = _place([(-1.15, 1.05)])
    _text(draw, (x, y), "KUPIANSK", 22, "Bold", anchor="mm")
    ((x, y),) = _place([(2.85, 1.45)])
    _text(draw, (x, y), "industrial zone", 11.5, "Medium", MUTED)
    ((x, y),) = _place([(0.55, -0.75)])
    _text(draw, (x - 14, y), "west bank", 11.5, "Medium", MUTED, "rm")
    _text(draw, (x + 26, y), "east bank", 11.5, "Medium", MUTED)
    ((x, y),) = _place([(1.55, 5.35)])
    _text(draw, (x + 8, y), "Oskil", 14.5, "Italic", RIVER_TEXT, "rm")
    ((x, y),) = _place([(0.2, -3.4)])
    _text(draw, (x - 14, y), "Oskil", 14.5, "Italic", RIVER_TEXT, "rm")
    for words, spot in EXITS:
        ((x, y),) = _place([spot])
        _text(draw, (x, y), words, 12, "Regular", MUTED, "mm")


def _box(draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
    draw.rounded_rectangle(box, 12, fill=(255, 255, 255), outline=(206, 202, 192), width=2)


def _furniture(draw: ImageDraw.ImageDraw) -> None:
    """Title, legend, scale and north."""
    _box(draw, (40, 40, 724, 176))
    _text(draw, (68, 86), "Kupiansk: estimated advance", 20, "Bold")
    _text(draw, (68, 138), "as of 13 Nov 2024 · estimated", 14, "Medium", RED)
    _legend(draw, 40, HIGH - 288)
    right, low = WIDE - 70, HIGH - 74
    start = right - 2 * KILOMETRE
    draw.rectangle((start, low, right, low + 10), fill=TEXT)
    draw.rectangle((start + KILOMETRE, low + 2, right - 2, low + 8), fill=PAPER)
    for n in range(3):
        _text(draw, (start + n * KILOMETRE, low - 26), f"{n}" + " km" * (n == 2), 12, anchor="mm")
    x, y = right - 26, 92
    draw.polygon([(x, y - 44), (x + 22, y + 26), (x, y + 10), (x - 22, y + 26)], fill=TEXT)
    _text(draw, (x, y + 56), "N", 14, "Bold", anchor="mm")


def _legend(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    _box(draw, (x, y, x + 560, y + 248))
    swatch = Image.new("L", (72, 36))
    swatch.paste(_hatch((72, 36)))
    draw.rectangle((x + 28, y + 26, x + 100, y + 62), fill=(246, 226, 222))
    draw.bitmap((x + 28, y + 26), swatch, fill=RED)
    draw.rectangle((x + 28, y + 26, x + 100, y + 62), outline=RED, width=4)
    _text(draw, (x + 124, y + 44), "Russian advance, estimated", 13)
    track = [(x + 28.0, y + 98.0), (x + 100.0, y + 98.0)]
    _line(draw, track, RAIL, 5)
    _sleepers(draw, track)
    _text(draw, (x + 124, y + 98), "Railway", 13)
    for colour, width in ((ROAD_EDGE, 17), (ROAD, 11)):
        draw.line((x + 300, y + 98, x + 364, y + 98), fill=colour, width=width)
    _text(draw, (x + 384, y + 98), "Main road", 13)
    draw.rectangle((x + 28, y + 134, x + 100, y + 166), fill=TOWN)
    _text(draw, (x + 124, y + 150), "Built-up", 13)
    draw.line((x + 300, y + 150, x + 364, y + 150), fill=WATER, width=22)
    _text(draw, (x + 384, y + 150), "River", 13)
    _text(draw, (x + 28, y + 208), "Freehand sketch, not for measuring", 12, "Regular", MUTED)
