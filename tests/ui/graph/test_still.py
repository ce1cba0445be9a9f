"""The frame painted last, shown again."""

import pytest
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.ui.graph.camera import Camera
from caseboard.ui.graph.still import Still

CAMERA = Camera(QSizeF(100, 80), QPointF(), 1.0)
SHOWS = ("a picture", 1)


@pytest.fixture
def still(qapp):  # noqa: ARG001  pixmaps need Qt
    still = Still()

    def paint(painter):
        painter.fillRect(0, 0, 100, 80, Qt.GlobalColor.white)
        painter.fillRect(40, 30, 20, 20, Qt.GlobalColor.red)

    still.take(CAMERA, SHOWS, 1.0, paint, fine=True)
    return still


def shown(still, camera, shows=SHOWS):
    image = QImage(100, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    is_drawn = still.draw(painter, camera, shows)
    painter.end()
    return image if is_drawn else None


def test_it_moves_with_the_camera(still):
    image = shown(still, CAMERA.moved(QPointF(20, 10)))
    assert image.pixelColor(61, 41) == QColor("red")
    assert image.pixelColor(41, 31) == QColor("white")
    assert image.pixelColor(5, 5) == QColor("black"), "nothing was painted there yet"


def test_it_is_scaled_with_the_camera(still):
    image = shown(still, CAMERA.zoomed(1.5))
    assert image.pixelColor(37, 27) == QColor("red")


def test_it_will_not_do_for_another_picture_or_too_far_away(still):
    assert shown(still, CAMERA, ("a picture", 2)) is None
    assert shown(still, CAMERA.moved(QPointF(60, 0))) is None
    assert shown(still, CAMERA.zoomed(2.6)) is None
    assert shown(Still(), CAMERA) is None


def test_only_where_it_was_taken_with_care_is_it_fine(still):
    assert still.is_fine(CAMERA)
    assert not still.is_fine(CAMERA.moved(QPointF(1, 0)))
    still.take(CAMERA, SHOWS, 1.0, lambda _painter: None, fine=False)
    assert not still.is_fine(CAMERA)
