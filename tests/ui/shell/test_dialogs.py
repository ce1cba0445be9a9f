"""Settings and the cheat sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from caseboard.runtime.settings import Settings
from caseboard.ui.actions import Actions
from caseboard.ui.cheat_sheet import CheatSheet
from caseboard.ui.lib.keys import KeyCap
from caseboard.ui.settings_dialog import SettingsDialog
from support import settled, until


@pytest.fixture
def owner(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


def test_a_theme_is_seen_as_soon_as_it_is_chosen(owner, theme, qtbot):
    dialog = SettingsDialog(theme, Settings(theme="light"), owner)
    dialog.show()
    segment = dialog.theme_choice.findChildren(QWidget)[-1]
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert theme.tokens.dark
    assert dialog.choices()["theme"] == "dark"


def test_leaving_puts_the_look_back(owner, theme, qtbot):
    dialog = SettingsDialog(theme, Settings(theme="light"), owner)
    dialog.show()
    theme.choose("dark")
    theme.set_scale(1.5)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (theme.choice, theme.tokens.dark) == ("light", False)
    assert theme.scale < 1.5


def test_what_was_typed_is_among_the_choices(owner, theme, qtbot):
    dialog = SettingsDialog(theme, Settings(analyst="Desk 2", language="uk"), owner)
    dialog.analyst.clear()
    qtbot.keyClicks(dialog.analyst, "Desk 3 ")
    assert dialog.choices()["analyst"] == "Desk 3"
    assert dialog.choices()["language"] == "uk"
    assert Settings(**dialog.choices()).text_scale == 1.0


def test_every_shortcut_is_on_the_sheet(owner, theme):
    actions = Actions(owner)
    sheet = CheatSheet(theme, actions, owner)
    shown = {cap.accessibleName() for cap in sheet.findChildren(KeyCap)}
    wanted = {deed.keys[0] for deed in actions.deeds() if deed.keys}
    assert wanted <= shown
    assert {"L", "U", "C", "P", "N"} <= shown


async def test_a_question_mark_opens_the_sheet_and_escape_closes_it(opened, window, qtbot):
    async with opened():
        window.activateWindow()
        await until(window.isActiveWindow)
        await settled()
        qtbot.keyClick(window.middle, "?")
        await until(lambda: isinstance(QApplication.activeModalWidget(), CheatSheet))
        qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
        await settled()
