"""The tools over a picture, with and without room for their words."""

import pytest
from PySide6.QtWidgets import QWidget

from caseboard.ui.reader.picture_bar import PictureBar


@pytest.fixture
def bar(theme, show):
    """A bar that may be as narrow as it says."""
    held = QWidget()
    bar = PictureBar(theme, held)
    show(held, 1000, 80)
    bar.resize(900, 40)
    yield bar
    held.close()


def test_without_room_two_tools_are_signs_that_still_say_what_they_do(bar):
    assert (bar.words.text(), bar.place.text()) == ("Copy text", "Georeference…")
    bar.resize(bar.minimumSizeHint().width(), 40)
    assert (bar.words.text(), bar.place.text()) == ("", "")
    assert bar.place.accessibleName() == "Georeference…"
    assert "Georeference…" in bar.place.toolTip()
    bar.resize(900, 40)
    assert (bar.words.text(), bar.place.text()) == ("Copy text", "Georeference…")
    assert not bar.place.toolTip()


def test_it_never_asks_for_the_room_of_its_words(bar):
    wide = bar.minimumSizeHint().width()
    bar.resize(wide, 40)
    assert abs(bar.minimumSizeHint().width() - wide) < 24
    assert wide < bar.sizeHint().width() + bar._words_width()
