"""Where a camera looks."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from caseboard.ui.graph.camera import LARGEST, SMALLEST, Camera


@pytest.fixture
def camera():
    return Camera(QSizeF(800, 600), QPointF(100, 50), 2.0)


def near(one, other):
    return (one - other).manhattanLength() == pytest.approx(0, abs=1e-6)


def test_places_and_points_tell_of_each_other(camera):
    point = QPointF(37, 411)
    assert near(camera.to_view(camera.to_picture(point)), point)
    assert near(camera.transform().map(QPointF(1, 2)), camera.to_view(QPointF(1, 2)))
    assert near(camera.to_view(camera.middle), QPointF(400, 300))


def test_zooming_leaves_what_is_at_the_pointer(camera):
    at = QPointF(100, 500)
    assert near(camera.zoomed(1.7, at).to_picture(at), camera.to_picture(at))


def test_it_never_comes_too_near_or_too_far(camera):
    assert camera.zoomed(1e6).scale == LARGEST
    assert camera.zoomed(1e-6).scale == SMALLEST


def test_fitting_shows_all_and_never_enlarges(camera):
    large, small = QRectF(-2000, -500, 6000, 900), QRectF(0, 0, 40, 30)
    assert camera.fitting(large).rect().contains(large)
    assert camera.fitting(small).scale == 1.0


def test_showing_moves_no_further_than_needed(camera):
    inside = QRectF(camera.middle, QSizeF(10, 10))
    assert camera.showing(inside) == camera
    outside = QRectF(900, 40, 20, 20)
    moved = camera.showing(outside)
    assert moved.rect().contains(outside)
    assert moved.middle.y() == camera.middle.y()
