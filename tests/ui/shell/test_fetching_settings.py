"""The page of the settings on how links are fetched."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from caseboard.commands import outward
from caseboard.runtime.settings import Settings
from caseboard.ui.settings_dialog import FETCHING, SettingsDialog


@pytest.fixture
def dialog(qtbot, theme):
    """Makes a dialog on these settings, shown on its page about fetching."""
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()

    def dialog(settings=None, **more):
        made = SettingsDialog(theme, settings or Settings(), owner, **more)
        made.show_page(FETCHING)
        made.show()
        return made

    return dialog


def choose(box, data):
    box.setCurrentIndex(box.findData(data))


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(fetch_pages=False, user_agent=outward.BROWSER, proxy=outward.TOR),
        Settings(user_agent="A reader", proxy="socks5://proxy.example:1080", render_pages=True),
        Settings(proxy="http://proxy.example:3128", fetch_seconds=90, fetch_megabytes=500),
    ],
    ids=["as shipped", "presets", "own", "http"],
)
def test_what_was_chosen_before_is_shown_and_kept(dialog, settings):
    choices = dialog(settings).choices()
    limits = ("fetch_seconds", "fetch_megabytes")
    for name in ("fetch_pages", "user_agent", "proxy", "render_pages", *limits):
        assert choices[name] == getattr(settings, name)


def test_fetching_can_be_switched_off(dialog, qtbot):
    made = dialog()
    qtbot.keyClick(made.fetching.fetches, Qt.Key.Key_Space)
    assert made.choices()["fetch_pages"] is False


def test_more_time_can_be_allowed(dialog):
    made = dialog()
    assert [made.fetching.seconds.itemText(n) for n in range(4)] == [
        *("30 seconds", "1 minute", "3 minutes", "10 minutes")
    ]
    choose(made.fetching.seconds, 600)
    assert made.choices()["fetch_seconds"] == 600


def test_tor_is_one_choice(dialog):
    made = dialog()
    choose(made.fetching.proxy, "tor")
    assert made.choices()["proxy"] == "socks5://127.0.0.1:9050"
    assert not made.fetching.proxy_at.isEnabled()


def test_a_wrong_proxy_is_said_and_nothing_is_saved(dialog, qtbot):
    made = dialog()
    choose(made.fetching.proxy, "socks5")
    qtbot.keyClicks(made.fetching.proxy_at, "proxy.example")
    made.show_page("general")
    made.save.click()
    assert made.isVisible()
    assert made.page.current == FETCHING
    assert "names no" in made.fetching.problem.text()
    qtbot.keyClicks(made.fetching.proxy_at, ":1080")
    made.save.click()
    assert made.result() == QDialog.DialogCode.Accepted
    assert made.choices()["proxy"] == "socks5://proxy.example:1080"


def test_a_proxy_without_a_place_is_said(dialog):
    made = dialog()
    choose(made.fetching.proxy, "http")
    made.save.click()
    assert "Say where the proxy is" in made.fetching.problem.text()


def test_own_words_are_looked_at_too(dialog, qtbot):
    made = dialog()
    choose(made.fetching.agent, "own")
    made.fetching.own_agent.setText("Читач")
    made.save.click()
    assert made.fetching.problem.isVisible()
    made.fetching.own_agent.clear()
    qtbot.keyClicks(made.fetching.own_agent, "A reader")
    made.save.click()
    assert made.choices()["user_agent"] == "A reader"


def test_where_pages_cannot_be_drawn_it_says_why(dialog):
    made = dialog(Settings(render_pages=True), why_no_drawing="Qt WebEngine is not installed.")
    assert not made.fetching.draws.isEnabled()
    assert made.choices()["render_pages"] is True  # for the day it is installed
    words = [label.text() for label in made.fetching.findChildren(type(made.fetching.problem))]
    assert "Qt WebEngine is not installed." in words
