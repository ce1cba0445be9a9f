"""A placed picture as the map lays it over the ground."""

import math
from dataclasses import replace
from io import BytesIO

import numpy as np
from PIL import Image

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import mercator
from caseboard.mapping.content import Overlay
from caseboard.mapping.georeferencing import Fit
from caseboard.model.terms import GeoreferenceKind

LARGEST = 2048
"""Pixels of a picture that is drawn anew, either way."""
Corners = tuple[tuple[float, float], ...]
"""Latitude and longitude, degrees: upper left, upper right, lower right, lower left."""


def laid(image: bytes, fit: Fit) -> tuple[bytes, Corners]:
    """The picture (PNG or JPEG), and where its corners lie.

    An affine picture stays as it is: any painter can lay it on a parallelogram. A projective one
    is drawn anew, north up in Web Mercator, with nothing around it (PNG with alpha). Raises
    `CaseError` where it cannot be read; takes up to a second.
    """
    if fit.kind is GeoreferenceKind.AFFINE:
        return image, fit.corners()
    try:
        with Image.open(BytesIO(image), formats=("JPEG", "PNG")) as opened:
            return _drawn(opened.convert("RGBA"), fit)
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise CaseError(_("The picture cannot be laid on the map: it cannot be read.")) from error


def with_picture(overlay: Overlay, image: bytes, fit: Fit) -> Overlay:
    """The overlay of a picture with the picture itself in its place; raises as `laid` does."""
    shown, corners = laid(image, fit)
    return replace(overlay, image=shown, corners=corners)


def _drawn(image: Image.Image, fit: Fit) -> tuple[bytes, Corners]:
    ends = [fit.to_square(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    left, top = min(x for x, _y in ends), min(y for _x, y in ends)
    right, bottom = max(x for x, _y in ends), max(y for _x, y in ends)
    scale = _scale(image.size, ends, max(right - left, bottom - top))
    size = math.ceil((right - left) * scale), math.ceil((bottom - top) * scale)
    right, bottom = left + size[0] / scale, top + size[1] / scale
    shown = image.transform(
        size,
        Image.Transform.PERSPECTIVE,
        _back(fit, image.size, left, top, scale),
        Image.Resampling.BICUBIC,
        fillcolor=(0, 0, 0, 0),
    )
    written = BytesIO()
    shown.save(written, "PNG", compress_level=3)
    west, east = mercator.lon_of(left), mercator.lon_of(right)
    north, south = mercator.lat_of(top), mercator.lat_of(bottom)
    return written.getvalue(), ((north, west), (north, east), (south, east), (south, west))


def _scale(size: tuple[int, int], ends: list[tuple[float, float]], side: float) -> float:
    """Pixels of the unit square's side, so that the longest edge keeps its own, within bounds."""
    across = max(math.dist(ends[0], ends[1]), math.dist(ends[3], ends[2]))
    down = max(math.dist(ends[0], ends[3]), math.dist(ends[1], ends[2]))
    return min(LARGEST / side, max(size[0] / across, size[1] / down))


def _back(fit: Fit, size: tuple[int, int], left: float, top: float, scale: float) -> list[float]:
    """Eight numbers by which Pillow finds the pixel of the picture for one of the drawing."""
    to_square = np.array(((1 / scale, 0, left), (0, 1 / scale, top), (0, 0, 1)))
    to_pixels = np.diag((float(size[0]), float(size[1]), 1.0))
    matrix = to_pixels @ np.array(fit.inverse).reshape(3, 3) @ to_square
    return [float(each) for each in (matrix / matrix[2, 2]).ravel()[:8]]
