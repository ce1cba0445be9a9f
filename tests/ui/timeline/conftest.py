"""A theme for the widgets under test."""

import pytest

from caseboard.ui.lib.theme import Theme


@pytest.fixture(scope="session")
def theme(qapp):
    theme = Theme()
    theme.apply(qapp)
    theme.choose("light")
    return theme
