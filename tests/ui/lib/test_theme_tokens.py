"""The colours."""

import pytest
from PySide6.QtGui import QColor

from caseboard.ui.lib.tokens import DARK, LIGHT, Tint, colours, contrast

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_of_black_and_white_is_twenty_one():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777"), QColor("#777")) == 1


@BOTH
@pytest.mark.parametrize("ground", ["panel", "panel_2", "window"])
@pytest.mark.parametrize("words", ["text", "muted", "accent"])
def test_words_can_be_read_on_every_panel(tokens, words, ground):
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("tint", list(Tint))
def test_words_can_be_read_on_their_tint(tokens, tint):
    assert contrast(*colours(tokens, tint)) >= 4.5


@BOTH
@pytest.mark.parametrize("ground", ["supports", "claim", "contradicts", "accent"])
def test_actions_can_be_read_on_a_notice(tokens, ground):
    assert contrast(tokens.accent, getattr(tokens, f"{ground}_soft")) >= 4.5
    assert contrast(tokens.text, getattr(tokens, f"{ground}_soft")) >= 4.5


@BOTH
def test_a_primary_button_can_be_read(tokens):
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5


@BOTH
def test_words_of_a_selected_row_can_be_read(tokens):
    assert contrast(tokens.text, tokens.accent_soft) >= 4.5
    assert contrast(tokens.neutral, tokens.accent_soft) >= 4.5
