"""The display that window tests run on."""

import os
import subprocess

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from devtools.display import private_display

pytestmark = pytest.mark.window


@pytest.mark.usefixtures("qapp")
def test_a_window_is_a_real_one():
    assert QGuiApplication.platformName() == "xcb"


def test_a_real_mouse_reaches_a_real_window(qtbot):
    button = QPushButton("Press")
    qtbot.addWidget(button)
    button.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    button.setGeometry(100, 100, 200, 80)
    button.show()
    qtbot.waitExposed(button)
    middle = button.mapToGlobal(QPoint(100, 40))
    at = [str(middle.x()), str(middle.y())]
    with qtbot.waitSignal(button.clicked):
        subprocess.run(["xdotool", "mousemove", *at, "click", "1"], check=True)


def test_a_display_outlives_its_clients_and_ends_with_its_block():
    with private_display() as display:
        there = {**os.environ, "DISPLAY": display}
        for _ in range(3):  # without -noreset the server would start afresh after each
            subprocess.run(["xdotool", "getmouselocation"], check=True, env=there)
    gone = subprocess.run(["xdotool", "getmouselocation"], check=False, env=there)
    assert gone.returncode != 0
