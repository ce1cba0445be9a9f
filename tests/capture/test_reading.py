"""Readings on their way through a pipe."""

import json

import pytest

from caseboard.capture.reading import PictureRef, Reading
from caseboard.model.parts import Part
from caseboard.model.terms import PartKind

FULL = Reading(
    title="Міст",
    author="Olena Marchuk, Piotr de Groot",
    published="2025-03-04T09:05:00+02:00",
    text="Міст\n\nСлова",
    parts=(
        Part(PartKind.TITLE, 0, 4, body=False),
        Part(PartKind.CAPTION, 6, 11, body=False, picture=0),
    ),
    pictures=(PictureRef("a.jpg", "Caption", "Credit", "Alt"),),
    metadata={"EXIF Model": "X"},
    thumbnail=b"\xff\xd8a",
    display=b"\xff\xd8b",
    size=(3, 4),
    place=(50.5, 30.25),
)


@pytest.mark.parametrize("reading", [Reading(), FULL])
def test_a_reading_survives_the_way_through_json(reading):
    row = json.loads(json.dumps(reading.as_json()))
    assert Reading.from_json(row, reading.thumbnail, reading.display) == reading


@pytest.mark.parametrize("broken", [{}, {"parts": 3}, {**FULL.as_json(), "size": [1]}])
def test_a_broken_row_is_no_reading(broken):
    with pytest.raises((KeyError, TypeError, ValueError)):
        Reading.from_json(broken)
