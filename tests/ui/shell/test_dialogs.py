"""Settings and the cheat sheet."""

import importlib.util

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from caseboard.runtime.settings import Settings
from caseboard.ui.actions import Actions
from caseboard.ui.cheat_sheet import CheatSheet
from caseboard.ui.lib.keys import KeyCap
from caseboard.ui.settings_dialog import SUGGESTIONS, SettingsDialog
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


def test_whether_to_suggest_is_a_choice_and_a_pipeline_needs_spacy(owner, theme, qtbot):
    dialog = SettingsDialog(theme, Settings(), owner)
    dialog.show()
    dialog.show_page(SUGGESTIONS)
    page = dialog.suggestions
    assert page.is_on.isVisible()
    assert dialog.choices()["suggest"] is True
    qtbot.mouseClick(page.is_on, Qt.MouseButton.LeftButton, pos=QPoint(8, page.is_on.height() // 2))
    assert dialog.choices()["suggest"] is False
    assert dialog.choices()["spacy_model"] == ""
    assert page.model.isEnabled() is (importlib.util.find_spec("spacy") is not None)
    page.model.setText(" en_core_web_sm ")
    assert Settings(**dialog.choices()).spacy_model == "en_core_web_sm"


def test_every_shortcut_is_on_the_sheet(owner, theme):
    actions = Actions(owner)
    sheet = CheatSheet(theme, actions, owner)
    shown = {cap.accessibleName() for cap in sheet.findChildren(KeyCap)}
    wanted = {deed.keys[0] for deed in actions.deeds() if deed.keys}
    assert wanted <= shown
    assert {"L", "U", "C", "P", "N", "J", "K", "X", "Enter"} <= shown


async def test_a_question_mark_opens_the_sheet_and_escape_closes_it(opened, window, qtbot):
    async with opened():
        window.activateWindow()
        await until(window.isActiveWindow)
        await settled()
        qtbot.keyClick(window.middle, "?")
        await until(lambda: isinstance(QApplication.activeModalWidget(), CheatSheet))
        qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
        await settled()
