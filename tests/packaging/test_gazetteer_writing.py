"""The file of places: the same bytes twice, and what is in them."""

import random

import pytest

from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.gazetteer.gazetteer import Gazetteer
from gazetteer_build.rows import Row, Weight
from gazetteer_build.writing import write

ABOUT = {"title": "Test", "attribution": "Nobody"}


@pytest.fixture
def rows():
    made = []
    for number in range(200):
        row = Row(
            f"geonames:{number + 1}" if number % 2 else f"katottg:UA{number:017}",
            f"Place {number}",
            EntryKind.VILLAGE,
            40 + number / 10,
            30 - number / 10,
            1000,
            "UA",
            f"State {number % 3}",
            population=number,
            shown=("Місце",),
        )
        row.add(Weight.MAIN, row.name)
        row.add(Weight.ALIAS, "Place", "PLACE")
        made.append(row)
    return made


def test_same_rows_in_another_order_are_the_same_bytes(tmp_path, rows):
    write(rows, tmp_path / "a.sqlite", ABOUT)
    random.Random(4).shuffle(rows)
    write(rows, tmp_path / "b.sqlite", ABOUT)
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()


def test_what_was_written_is_found(tmp_path, rows):
    write(rows, tmp_path / "a.sqlite", ABOUT)
    gazetteer = Gazetteer(tmp_path / "a.sqlite")
    (entry,) = gazetteer.lookup("place 7")
    assert (entry.id, entry.lat, entry.lon) == ("geonames:8", 40.7, 29.3)
    assert (entry.state, entry.population, entry.is_main) == ("State 1", 7, True)
    assert len(gazetteer.lookup("Place")) == 200
    assert not gazetteer.lookup("Place")[0].is_main


def test_two_places_with_one_id_stop_the_build(tmp_path, rows):
    with pytest.raises(SystemExit, match="two places"):
        write([*rows, rows[0]], tmp_path / "a.sqlite", ABOUT)


def test_name_that_is_main_somewhere_stays_main():
    row = Row("a:b", "Oskil", EntryKind.RIVER, 0, 0, 1, "UA")
    row.add(Weight.MAIN, "Oskil")
    row.add(Weight.ALIAS, "Oskil")
    assert row.names == {"Oskil": Weight.MAIN}
