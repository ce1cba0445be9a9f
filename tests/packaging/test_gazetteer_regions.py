"""The curated table of rivers, seas, regions and sites."""

import csv

import pytest

from caseboard.paths import resources
from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.gazetteer.gazetteer import PATH, Gazetteer
from caseboard.tagging.gazetteer.nearness import SETTLED
from gazetteer_build.regions import COLUMNS, absorb, regions
from gazetteer_build.rows import Row, Weight

TABLE = resources() / "tagging" / "regions.csv"
WILD = {"lena", "kuril-islands", "novaya-zemlya", "franz-josef", "boyko-towers"}
"""Where nobody lives for a long way."""
CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё"
HEADER = ",".join(COLUMNS)


@pytest.fixture(scope="module")
def rows():
    return regions(TABLE)


def test_there_are_enough_and_of_each_kind(rows):
    assert len(rows) >= 250
    for kind in (EntryKind.RIVER, EntryKind.WATER, EntryKind.REGION, EntryKind.SITE):
        assert sum(row.kind is kind for row in rows) >= 80


def test_every_row_has_its_names_in_three_languages():
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["en"], row
            for language in ("uk", "ru"):
                assert any(letter in CYRILLIC for letter in row[language].lower()), row
            assert not set("ыэъё") & set(row["uk"].lower()), row
            assert not set("іїєґ") & set(row["ru"].lower()), row


def test_rivers_and_sites_lie_in_the_countries_they_name(rows):
    gazetteer = Gazetteer(PATH)
    for row in rows:
        if row.kind not in {EntryKind.RIVER, EntryKind.SITE} or not row.country:
            continue
        if row.code.removeprefix("region:") in WILD:
            continue
        for point in row.anchors or ((row.lat, row.lon),):
            near = [n.entry for n in gazetteer.around(*point, 60_000) if n.entry.kind in SETTLED]
            countries = {entry.country for entry in near[:12]}
            assert countries & set(row.country.split(",")), (row.code, point, countries)


@pytest.mark.parametrize(
    ("river", "towns"),
    [
        ("oskil", ["Kupiansk", "Borova", "Stary Oskol"]),
        ("siverskyi-donets", ["Izium", "Lysychansk", "Chuhuiv", "Belgorod"]),
        ("dnipro-river", ["Kyiv", "Zaporizhzhia", "Kherson", "Smolensk"]),
        ("southern-buh", ["Vinnytsia", "Mykolaiv"]),
        ("euphrates", ["Raqqa", "Deir ez-Zor", "Fallujah"]),
        ("rhine", ["Basel", "Cologne"]),
    ],
)
def test_rivers_run_through_their_towns(river, towns):
    gazetteer = Gazetteer(PATH)
    entry = gazetteer.entry(f"region:{river}")
    for town in towns:
        near = [
            found
            for point in entry.anchors
            for found in gazetteer.around(*point, 12_000)
            if found.entry.id in {each.id for each in gazetteer.lookup(town)}
        ]
        assert near, town


@pytest.mark.parametrize(
    "line",
    [
        "a,river,A,А,А,,UA,50 30",
        "A B,river,A,А,А,,UA,50 30,1000",
        "a,river,A,А,А,,UA,50 30,1000,more",
    ],
)
def test_row_that_is_none_stops_the_build(tmp_path, line):
    path = tmp_path / "regions.csv"
    path.write_text(f"{HEADER}\n{line}\n")
    with pytest.raises(SystemExit):
        regions(path)


def test_id_that_stands_twice_stops_the_build(tmp_path):
    path = tmp_path / "regions.csv"
    row = "a,river,A,А,А,,UA,50 30,1000\n"
    path.write_text(f"{HEADER}\n{row}{row}")
    with pytest.raises(SystemExit, match="twice"):
        regions(path)


def test_region_that_is_a_division_gives_it_its_names():
    region = Row("region:a", "Abkhazia", EntryKind.REGION, 43, 41, 60_000, "GE", shown=("Абхазія",))
    region.add(Weight.MAIN, "Abkhazia", "Абхазія")
    state = Row("state:GE.02", "Abkhazia", EntryKind.STATE, 43.1, 41.1, 50_000, "GE")
    state.add(Weight.MAIN, "Abkhazia")
    assert absorb([region], [state]) == []
    assert state.names["Абхазія"] is Weight.MAIN
    assert state.shown == ("Абхазія",)
