"""A theme for the widgets under test."""

import pytest

from caseboard.ui.lib.theme import Theme


@pytest.fixture
def theme(qapp):
    """A light theme that nothing else wears."""
    theme = Theme(qapp)
    theme.choose("light")
    yield theme
    theme.deleteLater()


@pytest.fixture
def worn(qapp, theme):
    """The same theme, worn by the whole program until the test is over."""
    style, palette, font = qapp.style().objectName(), qapp.palette(), qapp.font()
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)
