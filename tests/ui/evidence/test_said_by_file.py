"""The card of a file and what the file says of itself."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from caseboard.model.clip import ClipFile
from caseboard.model.ids import FileId
from caseboard.model.terms import FileRole
from caseboard.ui.inspector.file_card import FileCard
from caseboard.ui.inspector.said_by_file import MOST


@pytest.fixture
def card(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(320, 900)
    parent.show()

    def card(meta):
        file = ClipFile(
            id=FileId("f"), clip_id="c", sha256="0" * 64, role=FileRole.ORIGINAL, name="a.jpg",
            media_type="image/jpeg", bytes=10, meta=meta,
        )  # fmt: skip
        made = FileCard(theme, file, "", parent)
        made.show()
        return made

    return card


def lines(card):
    return [label.text() for label in card.said.findChildren(QLabel) if label.isVisible()]


def test_what_a_file_says_is_folded_away_until_it_is_asked_for(card):
    made = card({"EXIF Model": "Pixel", "GPS Altitude": "252 m above sea level", "width": 3})
    assert made.said.button.text() == "What the file says · 2"
    assert lines(made) == []
    made.said.button.click()
    assert lines(made) == [
        "Camera (EXIF)", "Model", "Pixel", "Place (GPS)", "Altitude", "252 m above sea level",
    ]  # fmt: skip
    made.said.button.click()
    assert (lines(made), made.said.is_open) == ([], False)


def test_a_file_that_says_nothing_offers_nothing(card):
    assert not card({"width": 640, "height": 480}).said.isVisible()


def test_of_hundreds_of_lines_the_first_are_shown_until_all_are_wanted(card):
    made = card({f"XMP own:k{n}": f"value {n}" for n in range(MOST + 20)})
    made.said.button.click()
    shown = [text for text in lines(made) if text.startswith("value")]
    assert len(shown) == MOST
    more = next(b for b in made.said.findChildren(type(made.said.button)) if "Show all" in b.text())
    more.click()
    assert len([text for text in lines(made) if text.startswith("value")]) == MOST + 20
    assert not more.isVisible()


def test_what_a_file_says_is_never_read_as_html(card):
    made = card({"XMP dc:title": "<img src='file:///etc/passwd'><b>bold</b>"})
    made.said.button.click()
    assert "<img src='file:///etc/passwd'><b>bold</b>" in lines(made)
