"""What a view says when it has nothing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from caseboard.ui.lib.empty import EmptyState


def test_one_sentence_and_one_action(theme, qtbot):
    empty = EmptyState(theme, "This case has no clips yet.", "Add files…", icon="file-text")
    qtbot.addWidget(empty)
    empty.show()
    acted = QSignalSpy(empty.acted)
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert acted.count() == 1
    assert empty.accessibleName() == "This case has no clips yet."
    assert not empty.picture.pixmap().isNull()


def test_without_an_action_there_is_no_button(theme, qtbot):
    empty = EmptyState(theme, "Drop pages here", second="or paste with Ctrl V", dashed=True)
    qtbot.addWidget(empty)
    empty.show()
    assert not empty.button.isVisible()
    assert empty.second.isVisible()
    empty.say("Nothing was found.", "Clear the search")
    assert empty.button.isVisible()
    assert not empty.second.isVisible()


def test_a_drop_target_is_framed(theme, qtbot):
    grabs = []
    for dashed in (False, True):
        empty = EmptyState(theme, "Drop pages here", dashed=dashed)
        qtbot.addWidget(empty)
        empty.resize(340, 100)
        grabs.append(empty.grab().toImage())
    assert grabs[0] != grabs[1]
