"""A real picture of a map, placed by its towns: it gives back the area that it was drawn from."""

import pytest
from PIL import Image

from caseboard.mapping.distances import metres
from caseboard.mapping.georeferencing import ControlPoint, fit
from caseboard.mapping.tracing import traced
from caseboard.model.terms import GeoreferenceKind
from caseboard.tagging.gazetteer.gazetteer import shipped
from support import real_input

WIDTH, HEIGHT = 760, 620
TOWNS = {
    "Kindrashivka": (119, 162),
    "Moskovka": (85, 260),
    "Kupiansk": (176, 313),
    "Petropavlivka": (339, 284),
    "Podoly": (284, 363),
    "Kupiansk-Vuzlovyi": (224, 419),
    "Kurylivka": (328, 448),
    "Kivsharivka": (284, 528),
}
"""Pixels of their dots on the picture."""
GAIN = (
    *((254.0, 165.0), (258.7, 188.8), (266.5, 190.4), (284.7, 167.7), (266.7, 198.3)),
    *((268.0, 212.5), (277.5, 217.3), (277.5, 221.5), (254.2, 222.2), (240.5, 217.0)),
    (248.5, 197.1),
)
"""Pixels of the outline of what was gained within a day."""


@pytest.fixture(params=GeoreferenceKind)
def placed(request):
    path = real_input("kupiansk", "page", "map-frame.png")
    with Image.open(path) as image:
        assert image.size == (WIDTH, HEIGHT)
    return fit([point(name) for name in TOWNS], request.param)


def point(name):
    found = shipped().lookup(name)
    entry = min(found, key=lambda each: metres(each.lat, each.lon, 49.71, 37.62))
    x, y = TOWNS[name]
    return ControlPoint(x / WIDTH, y / HEIGHT, entry.lat, entry.lon, entry.precision_m, name)


def test_its_towns_agree_to_a_pixel(placed):
    pixel = 41.0  # metres on the ground
    assert placed.rms_m < pixel
    assert max(placed.residuals) < pixel
    assert placed.doubts == ()


def test_what_is_traced_on_it_is_what_it_was_drawn_from(placed):
    area = traced(placed, tuple((x / WIDTH, y / HEIGHT) for x, y in GAIN), "Gain")
    assert area.area_km2 == pytest.approx(1.6, abs=0.1)
    box = area.bounds
    assert (box.south, box.north) == pytest.approx((49.743, 49.765), abs=0.001)
    assert (box.west, box.east) == pytest.approx((37.652, 37.678), abs=0.001)
