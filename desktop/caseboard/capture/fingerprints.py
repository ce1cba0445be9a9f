"""A picture's perceptual hash: 64 bits that its copies share, whatever their size and quality.

The picture is shrunk to 32 by 32 greys, whose lowest 8 by 8 waves (DCT-II) each give a bit: whether
the wave begins bright. The bits stand in order of vertical, then horizontal frequency, the most
significant first; that of the mean is always set. The hash of a picture turned or mirrored follows
from these bits alone: see `caseboard.analysis.similarity`.
"""

import math
from collections.abc import Iterable, Sequence
from operator import mul

from PIL import Image

SIDE = 32
WAVES = 8
FAINT = 0.6
"""How high a wave must be, in greys of 256, to be more than noise."""
FEWEST = 12
"""A picture with fewer waves than this looks like too many others."""

_COSINES = [
    [math.cos((2 * x + 1) * u * math.pi / (2 * SIDE)) for x in range(SIDE)] for u in range(WAVES)
]


def of_picture(image: Image.Image) -> str:
    """The hash of an upright picture, in 16 hexadecimal digits; empty for one without detail."""
    small = image.convert("L").resize((SIDE, SIDE), Image.Resampling.BOX)
    waves = _waves(small.tobytes())
    if sum(abs(wave) >= FAINT for wave in waves[1:]) < FEWEST:
        return ""
    bits = 1
    for wave in waves[1:]:
        bits = bits << 1 | (wave >= 0)
    return f"{bits:016x}"


def _waves(greys: Sequence[int]) -> list[float]:
    """The height of each wave in greys, the mean first."""
    rows = [greys[at : at + SIDE] for at in range(0, SIDE * SIDE, SIDE)]
    across = [[_product(wave, row) for row in rows] for wave in _COSINES]
    scale = 4 / (SIDE * SIDE)
    return [scale * _product(down, along) for down in _COSINES for along in across]


def _product(wave: Iterable[float], values: Iterable[float]) -> float:
    total: float = sum(map(mul, wave, values))
    return total
