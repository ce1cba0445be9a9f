"""What a drop will do."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton, QWidget

from caseboard.ui.lib.overlay import DropOverlay


def test_the_sentence_covers_the_window_and_grows_with_it(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    overlay = DropOverlay(window, theme)
    window.show()
    assert not overlay.isVisible()
    overlay.show_text("Clip 3 files into Kupiansk approach")
    assert overlay.isVisible()
    assert overlay.geometry() == window.rect()
    assert overlay.text() == overlay.accessibleName()
    window.resize(600, 500)
    qtbot.waitUntil(lambda: overlay.geometry() == window.rect())


def test_the_mouse_reaches_what_is_under_it(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Clip", window)
    button.setGeometry(100, 100, 80, 30)
    window.resize(400, 300)
    window.show()
    DropOverlay(window, theme).show_text("Clip 1 link")
    assert window.childAt(QPoint(110, 110)) is button
    clicks = QSignalSpy(button.clicked)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clicks.count() == 1
