"""The table of units: every row filled, its terms known, its names its own."""

import csv
import re

import pytest

from caseboard.model.terms import Branch, Echelon
from caseboard.paths import resources
from caseboard.tagging import units
from caseboard.tagging.context import EMPTY
from caseboard.tagging.document import Document
from caseboard.tagging.units import table
from caseboard.tagging.units.numerals import english

ALIASES = ("aliases_en", "aliases_uk", "aliases_ru")


@pytest.fixture(scope="module")
def rows():
    with (resources() / "tagging" / "units.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_at_least_three_hundred_units_are_listed(rows):
    assert len(rows) >= 300


def test_every_id_stands_once_and_begins_with_its_country(rows):
    ids = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids)
    odd = {"nato-arrc", "nato-mncne", "litpolukrbrig"}  # of several countries
    assert {row["id"] for row in rows if not row["id"].startswith(row["country"].lower())} == odd


def test_every_column_of_every_row_is_filled(rows):
    assert not [row["id"] for row in rows for cell in row.values() if not cell or not cell.strip()]


def test_every_term_is_one_of_the_model(rows):
    assert {row["echelon"] for row in rows} <= set(Echelon)
    assert {row["branch"] for row in rows} <= set(Branch)
    assert {row["certainty"] for row in rows} <= {"high", "medium", "low"}
    assert all(re.fullmatch(r"[A-Z]{2}", row["country"]) for row in rows)


def test_every_parent_is_a_row(rows):
    ids = {row["id"] for row in rows}
    assert {row["parent"] for row in rows} - {table.NONE} <= ids


def test_no_two_units_of_one_country_share_a_name(rows):
    owners = {}
    for row in rows:
        names = [row["name"], *(a for column in ALIASES for a in row[column].split("|"))]
        for name in names:
            if name != table.NONE:
                key = (row["country"], name.lstrip("~").casefold())
                owners.setdefault(key, set()).add(row["id"])
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_a_designation_is_the_number_in_the_name(rows):
    numbered = [row for row in rows if row["designation"].isdecimal()]
    assert len(numbered) > 500
    spelled = {"1": "I", "2": "II", "3": "III", "5": "V", "18": "XVIII"}
    for row in numbered:
        number = row["designation"]
        forms = {english(int(number)), number, spelled.get(number, number), "1er"}
        names = " ".join([row["name"], *(row[column] for column in ALIASES)])
        assert forms & set(re.split(r"[\s|~\-–“”]+", names)), row["id"]


def test_aliases_are_in_the_letters_of_their_language(rows):
    for row in rows:
        for column in ("aliases_uk", "aliases_ru"):
            assert re.search(r"[а-яіїєґё]", row[column], re.IGNORECASE), row["id"]
        assert not re.search(r"[а-яіїєґё]", row["aliases_en"], re.IGNORECASE), row["id"]


def test_no_letter_of_the_other_language_stands_in_an_alias(rows):
    for row in rows:
        assert not re.search(r"[ыэъё]", row["aliases_uk"], re.IGNORECASE), row["id"]


def test_every_name_of_the_table_leads_to_its_country_or_says_that_it_is_unsure():
    lost = []
    for row in table.shipped().rows:
        for name in (row.name, *row.names):
            found = units.find(Document(name), EMPTY)
            if not found or (row.country != found[0].country and found[0].score > 0.7):
                lost.append((row.id, name, [(each.country, each.score) for each in found]))
    assert lost == []


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Khartia Brigade", "ua-ng-khartia"),
        ("Azov", "ua-ng-azov"),
        ("Kraken", "ua-gur-kraken"),
        ("3rd Assault Brigade", "ua-assault-bde-3"),
        ("Птахи Мадяра", "ua-usf-birds-of-magyar"),
        ("ЧВК «Вагнер»", "ru-wagner"),
        ("Кантемировская дивизия", "ru-tank-div-4"),
    ],
)
def test_well_known_names_are_listed(name, id_):
    (found,) = units.find(Document(name), EMPTY)
    assert found.unit_id == id_
    assert found.rests_on
