"""Orders of battle in files: as tables and as scenarios of ORBAT Mapper."""

import json

import pytest

from caseboard.exchange import orbat_csv, orbat_mapper
from caseboard.exchange.json_reading import Unreadable
from caseboard.exchange.orbat import DEEPEST, Formation, in_order, of_units
from caseboard.model.entities import Unit
from caseboard.model.terms import Branch, Echelon, Side, UnitStatus

CORPS = Formation("c", "10-й корпус", country="UA", side=Side.FRIEND, echelon=Echelon.CORPS)
BRIGADE = Formation(
    "b", "Khartia Brigade", "c", ("Хартія", "Khartiia"), "13", Side.FRIEND, Echelon.BRIGADE,
    Branch.INFANTRY, "UA", "10031000181211000000",
)  # fmt: skip
COLUMNS = Formation(
    "x", "=Two columns", side=Side.HOSTILE, country="RU", status=UnitStatus.PLANNED,
    is_identified=False,
)  # fmt: skip
ALL = [CORPS, BRIGADE, COLUMNS]


def written(formations=ALL):
    return orbat_mapper.write(formations, "A case", "TLP:CLEAR", "2024-11-14T12:00:00+00:00")


def scenario(**changes):
    return json.dumps(json.loads(written()) | changes).encode()


def test_a_table_comes_back_as_it_went():
    assert list(orbat_csv.read(orbat_csv.write(ALL)).formations) == ALL


def test_no_cell_of_a_table_is_run_by_a_spreadsheet():
    assert b"'=Two columns" in orbat_csv.write([COLUMNS])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_of_others_needs_no_more_than_names(separator):
    rows = (("Parent", "Name", "Side", "Strength"), ("", "Corps", "enemy", "9"),
            ("corps", "Brigade", "hostile", ""), ("", "", "", ""))  # fmt: skip
    found = orbat_csv.read("\n".join(separator.join(row) for row in rows).encode())
    assert [(each.name, each.side) for each in found.formations] == [
        ("Corps", Side.HOSTILE), ("Brigade", Side.HOSTILE),
    ]  # fmt: skip
    corps, brigade = found.formations
    assert (corps.parent, brigade.parent) == ("", corps.key)
    assert not found.left_out


def test_a_code_says_what_a_table_leaves_open():
    (found,) = orbat_csv.read(b"name,sidc\nBrigade,10061010181205000000\n").formations
    assert (found.side, found.echelon, found.branch, found.status) == (
        Side.HOSTILE, Echelon.BRIGADE, Branch.ARMOUR, UnitStatus.PLANNED,
    )  # fmt: skip


def test_what_a_table_says_wrongly_is_told_and_left_out():
    table = b"name,side,sidc,parent,country\nBrigade,ours,SFGP,nobody,Ukraine\n,hostile,,,\n"
    found = orbat_csv.read(table)
    (brigade,) = found.formations
    assert (brigade.side, brigade.sidc, brigade.parent, brigade.country) == (
        Side.UNKNOWN, "", "", "",
    )  # fmt: skip
    assert len(found.left_out) == 4
    for words in ("“ours”", "“SFGP”", "“nobody”", "Row 3"):
        assert any(words in sentence for sentence in found.left_out)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe\x00", b"unit,side\nBrigade,friend\n", b'name\n"Brigade', b"\x00\x01\x02"],
)
def test_what_is_no_table_of_units_is_refused(data):
    with pytest.raises(Unreadable):
        orbat_csv.read(data)


def test_a_scenario_comes_back_as_it_went_but_for_what_it_has_no_word_for():
    found = orbat_mapper.read(written())
    assert not found.left_out
    corps, brigade, columns = found.formations
    assert (corps.name, corps.side, corps.echelon, corps.country) == (
        CORPS.name, Side.FRIEND, Echelon.CORPS, "UA",
    )  # fmt: skip
    assert (brigade.parent, brigade.aliases, brigade.designation, brigade.sidc) == (
        corps.key, BRIGADE.aliases, "13", BRIGADE.sidc,
    )  # fmt: skip
    assert (columns.side, columns.status, columns.country) == (
        Side.HOSTILE, UnitStatus.PLANNED, "RU",
    )  # fmt: skip


def test_a_scenario_has_what_orbat_mapper_asks_for():
    made = json.loads(written())
    assert made["type"] == "ORBAT-mapper"
    assert made["symbologyStandard"] == "app6"
    assert [(side["name"], side["standardIdentity"]) for side in made["sides"]] == [
        ("UA", "3"), ("RU", "6"),
    ]  # fmt: skip
    (corps,) = made["sides"][0]["groups"][0]["subUnits"]
    assert corps["sidc"] == "10031000220000000000"
    assert corps["subUnits"][0]["name"] == "Khartia Brigade"
    for key in ("layers", "events", "mapLayers"):
        assert made[key] == []


def test_sides_of_others_say_whose_their_units_are():
    unit = {"id": "u", "name": "1st Brigade", "sidc": "10031000181211000000", "shortName": "1"}
    data = scenario(
        sides=[
            {
                "id": "abc", "name": "Red", "standardIdentity": "6",
                "groups": [{"id": "g", "name": "Army", "units": [unit]}],
                "subUnits": [{"id": "v", "name": "2nd Brigade", "sidc": "SHGP---"}],
            }
        ]
    )  # fmt: skip
    found = orbat_mapper.read(data)
    assert {each.name: each.side for each in found.formations} == {
        "1st Brigade": Side.HOSTILE, "2nd Brigade": Side.HOSTILE,
    }  # fmt: skip
    codes = {each.name: each.sidc for each in found.formations}
    assert codes == {"1st Brigade": "10061000181211000000", "2nd Brigade": ""}
    assert any("1 unit" in sentence for sentence in found.left_out)


def test_parts_of_a_unit_without_a_name_come_under_what_that_is_part_of():
    inner = {"name": "Battalion", "id": "3"}
    unit = {"name": "Brigade", "id": "1", "subUnits": [{"id": "2", "subUnits": [inner]}]}
    side = {"standardIdentity": "3", "groups": [{"subUnits": [unit]}]}
    brigade, battalion = orbat_mapper.read(scenario(sides=[side])).formations
    assert battalion.parent == brigade.key


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{}", "no scenario"),
        (b'{"type": "ORBAT-mapper-encrypted"}', "encrypted"),
        (b'{"type": "ORBAT-mapper", "sides": [1]}', "no object"),
        (b'{"type": "ORBAT-mapper", "sides": [{"standardIdentity": 3}]}', "standardIdentity"),
        (b'{"type": "ORBAT-mapper"', "JSON"),
        (b'{"type":' + b"[" * 100_000, "deep"),
    ],
)
def test_what_is_no_scenario_is_refused(data, words):
    with pytest.raises(Unreadable, match=words):
        orbat_mapper.read(data)


def test_parents_come_before_their_parts_whatever_the_order_of_a_file():
    given = [Formation("1", "Part", "2"), Formation("2", "Whole"), Formation("3", "Other", "9")]
    assert [(each.name, each.parent) for each in in_order(given)] == [
        ("Whole", ""), ("Part", "2"), ("Other", ""),
    ]  # fmt: skip


def test_parents_in_a_circle_are_opened():
    given = [Formation("1", "One", "2"), Formation("2", "Other", "1")]
    assert [(each.name, each.parent) for each in in_order(given)] == [("One", ""), ("Other", "1")]


def test_formations_lie_in_each_other_only_so_deep():
    chain = [Formation(str(n), f"Unit {n}", str(n - 1)) for n in range(1, DEEPEST + 2)]
    assert len(in_order(chain[:-1])) == DEEPEST
    with pytest.raises(Unreadable, match="deep"):
        in_order(chain)


def test_units_of_a_library_go_out_in_their_order():
    whole = Unit(name="Whole")
    part = Unit(name="Part", parent_id=whole.id, aliases=["Частина"])
    strays = Unit(name="Stray", parent_id=Unit(name="binned").id)
    found = of_units([strays, whole, part])
    assert [each.name for each in found] == ["Stray", "Whole", "Part"]
    assert [each.parent for each in found] == ["", "", whole.id]
    assert found[2].aliases == ("Частина",)
