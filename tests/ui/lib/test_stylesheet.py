"""The style sheet."""

import re
from pathlib import Path

import pytest

from caseboard.paths import resources
from caseboard.ui.lib.fonts import Families
from caseboard.ui.lib.stylesheet import style_sheet
from caseboard.ui.lib.tokens import DARK, LIGHT

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def sheet(tokens, scale=1.0):
    return style_sheet(tokens, scale, Families(), resources())


@BOTH
def test_every_name_is_filled_in_and_every_picture_is_there(tokens):
    text = sheet(tokens)
    assert "$" not in text
    pictures = {Path(name) for name in re.findall(r'url\("([^"]+)"\)', text)}
    assert len(pictures) >= 5
    assert [str(picture) for picture in pictures if not picture.is_file()] == []


@BOTH
def test_control_pictures_are_in_the_colours_of_the_theme(tokens):
    folder = resources() / "controls" / ("dark" if tokens.dark else "light")
    assert tokens.muted.name() in (folder / "chevron-down.svg").read_text()
    assert tokens.on_accent.name() in (folder / "check.svg").read_text()
    assert tokens.accent.name() in (folder / "tick.svg").read_text()


def test_lengths_grow_and_hairlines_do_not():
    small, large = sheet(LIGHT), sheet(LIGHT, 2.0)
    assert "min-height: 28px" in small
    assert "min-height: 56px" in large
    assert f"border: 1px solid {LIGHT.line.name()}" in large
