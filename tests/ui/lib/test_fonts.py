"""Which fonts are loaded, and when."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from caseboard.paths import resources
from caseboard.ui.lib import fonts

FOLDER = resources() / "fonts"


def test_emoji_of_the_system_are_left_as_they_are():
    before = QFontDatabase.applicationEmojiFontFamilies()
    assert not fonts.load_emoji(FOLDER, ["Inter", "Segoe UI Emoji"])
    assert QFontDatabase.applicationEmojiFontFamilies() == before


@pytest.mark.usefixtures("qapp")
def test_a_system_without_emoji_gets_ours():
    assert fonts.load_emoji(FOLDER, ["Inter", "DejaVu Sans"])
    assert fonts.EMOJI in QFontDatabase.applicationEmojiFontFamilies()
    assert QFontMetrics(QFont(fonts.EMOJI)).inFontUcs4(ord("🔴"))


@pytest.mark.usefixtures("qapp")
def test_where_our_fonts_lack_the_system_does_what_it_can(tmp_path):
    before = QFontDatabase.applicationEmojiFontFamilies()
    assert not fonts.load_emoji(tmp_path, ["Inter"])
    assert QFontDatabase.applicationEmojiFontFamilies() == before


def test_emoji_are_read_with_no_other_font():
    read = {path.name for path in (*fonts.first(FOLDER), *fonts.rest(FOLDER))}
    assert fonts.EMOJI_FILE not in read
    assert len(read) == len(list(FOLDER.glob("*.ttf"))) - 1
