"""Bylines, told from prose."""

import pytest

from caseboard.capture import byline

TIME = "2025-03-04T09:05:00"


@pytest.mark.parametrize(
    ("line", "people", "edtf"),
    [
        ("by Olena Marchuk March 4, 2025 9:05 AM 2 min read", ("Olena Marchuk",), TIME),
        ("Olena Marchuk, 4 March 2025", ("Olena Marchuk",), "2025-03-04"),
        ("Автор: Наталя Гриценко | 4 березня 2025, 09:05 | 3 хв", ("Наталя Гриценко",), TIME),
        ("Мария Соколова 4 марта 2025, 09:05 3 минуты чтения", ("Мария Соколова",), TIME),
        ("Published 4 March 2025, 09:05, updated 5 March 2025", (), "2025-03-04T09:05:00"),
        ("By Olena Marchuk and Piotr de Groot", ("Olena Marchuk", "Piotr de Groot"), None),
    ],
)  # fmt: skip
def test_a_byline_gives_its_people_and_its_time(line, people, edtf):
    said = byline.parse(line)
    assert said is not None
    assert said[0] == people
    assert (said[1].edtf if said[1] else None) == edtf


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the bridge was open again for lorries and buses.",
        "On 4 March 2025 the engineers reopened the bridge near the grain port after repairs.",
        "By nightfall, said Olena Marchuk of the road agency, nine hundred lorries had crossed it.",
        "Olena Marchuk",
        "A bridge reopens",
        "",
    ],
)
def test_prose_and_titles_are_no_bylines(line):
    assert byline.parse(line) is None
