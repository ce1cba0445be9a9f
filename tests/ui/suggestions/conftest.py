"""A theme to measure words in."""

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
    theme.set_scale(1.0)
