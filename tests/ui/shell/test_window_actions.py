"""Everything the window can be told to do."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QWidget

from caseboard.ui.actions import Actions, groups


@pytest.fixture
def actions(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    actions = Actions(widget)
    yield actions
    actions.deleteLater()


def test_no_two_actions_share_a_shortcut():
    keys = Counter(key for deeds in groups().values() for deed in deeds for key in deed.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_what_needs_a_case_is_off_without_one(actions):
    assert not actions["brief"].isEnabled()
    actions.set_in_case(is_open=True)
    assert actions["brief"].isEnabled()
    assert actions["new_case"].isEnabled()


def test_an_action_says_that_it_was_taken(actions):
    taken = []
    actions.taken.connect(taken.append)
    actions["undo"].trigger()
    assert taken == ["undo"]
