"""A theme, and a window to show a reader's widgets in."""

import pytest

from caseboard.ui.lib.theme import Theme


@pytest.fixture(scope="session")
def theme(qapp):
    theme = Theme()
    theme.apply(qapp)
    theme.choose("light")
    return theme


@pytest.fixture(autouse=True)
def _light_again(theme):
    yield
    theme.choose("light")


@pytest.fixture
def show(qtbot):
    """Shows a widget in a size and waits until it is there."""

    def show(widget, width=640, height=800):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show
