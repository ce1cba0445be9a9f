"""Texts made to be slow are read in linear time."""

from time import monotonic

import pytest

from caseboard.tagging.context import EMPTY
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.places import finding

LENGTH = 60_000


@pytest.mark.parametrize(
    "piece",
    [
        "Paris ",
        "Paris, ",
        "New York-",
        "St. ",
        "U.S. ",
        "a",
        "A",
        "A ",
        "Kharkiv in ",
        "John Paris Jr. ",
        "Springfield and ",
        "'s ",
        "\n",
        "-",
        "KYIV (",
        "Київ ",
    ],
)
def test_a_text_of_one_piece_over_and_over_is_read_in_time(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    begun = monotonic()
    finding.find(Document(text, language="en"), EMPTY, Found())
    assert monotonic() - begun < 30


def test_an_empty_text_names_nothing() -> None:
    assert finding.find(Document(""), EMPTY, Found()) == ([], [])
