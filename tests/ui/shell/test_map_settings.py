"""The page of the settings on online tiles."""

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from caseboard.runtime.settings import Settings
from caseboard.ui.settings_dialog import GENERAL, MAP, SettingsDialog

GOOD = "https://tile.example.org/{z}/{x}/{y}.png"


@pytest.fixture
def dialog(qtbot, theme):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()

    def dialog(settings=None):
        made = SettingsDialog(theme, settings or Settings(), owner)
        made.show_page(MAP)
        made.show()
        return made

    return dialog


def test_tiles_are_off_as_shipped(dialog):
    made = dialog()
    assert not made.map.tiles.isChecked()
    assert made.choices()["map_tiles"] is False
    assert made.choices()["map_tiles_url"] == ""


def test_what_was_chosen_is_shown_again(dialog):
    made = dialog(Settings(map_tiles=True, map_tiles_url=GOOD))
    assert made.choices()["map_tiles"] is True
    assert made.choices()["map_tiles_url"] == GOOD


@pytest.mark.parametrize("typed", ["", "tile.example.org", "https://tile.example.org/{z}.png"])
def test_an_address_that_is_none_is_said_and_shown(dialog, typed):
    made = dialog()
    made.map.tiles.setChecked(True)
    made.map.address.setText(typed)
    made.show_page(GENERAL)
    made.save.click()
    assert made.isVisible()
    assert made.page.current == MAP
    assert made.map.problem.isVisible()
    made.map.address.setText(GOOD)
    made.save.click()
    assert made.result() == QDialog.DialogCode.Accepted
