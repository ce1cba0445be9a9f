"""Orders of battle taken in and out of a library."""

import pytest

from caseboard.commands.orbats import Form, ImportUnits, export, made_of, read
from caseboard.commands.units import AddUnit
from caseboard.errors import CaseError
from caseboard.exchange import orbat_worked
from caseboard.exchange.orbat import Formation, Orbat
from caseboard.model.entities import Unit
from caseboard.model.terms import Side
from caseboard.store import unit_pages
from caseworker import Casework


@pytest.fixture(scope="module")
def worker():
    worker = orbat_worked.worker()
    yield worker
    worker.close()


@pytest.fixture
def work(library, history):
    return Casework(library, history)


def shown(work):
    """Every unit with the name of its parent, in order."""
    lines = work.library.database.read_now(unit_pages.lines, work.case, whole=True)
    names = {line.id: line.unit.name for line in lines}
    return [(line.unit.name, names.get(line.unit.parent_id, "")) for line in lines]


def orbat(*rows):
    return Orbat([Formation(name, name, parent, side=Side.FRIEND) for name, parent in rows])


async def test_all_of_a_file_comes_in_and_goes_with_one_undo(work, history):
    await work.open()
    wanted = orbat(("Corps", ""), ("Second", "Corps"), ("First", "Corps"))
    done = await history.run(ImportUnits(work.case, wanted))
    assert len(done.new) == 3
    assert done.sentence == "Imported: 3 units."
    assert sorted(shown(work)) == [("Corps", ""), ("First", "Corps"), ("Second", "Corps")]
    assert [name for name, parent in shown(work) if parent] == ["Second", "First"]
    await history.undo(work.case)
    assert shown(work) == []


async def test_what_is_known_is_left_as_it_is_and_comes_under_its_parent(work, history):
    await work.open()
    known = Unit(name="Khartia", aliases=["First"], side=Side.UNKNOWN, designation="13")
    await history.run(AddUnit(work.case, known))
    done = await history.run(ImportUnits(work.case, orbat(("Corps", ""), ("First", "Corps"))))
    assert (len(done.new), done.known) == (1, 1)
    assert ("Khartia", "Corps") in shown(work)
    again = await history.run(ImportUnits(work.case, orbat(("Corps", ""), ("First", "Corps"))))
    assert (again.new, again.known) == ([], 2)
    assert again.sentence == "The library knew all units of the file."


async def test_the_first_battalion_of_another_brigade_is_another(work, history):
    await work.open()
    first = [Formation("a", "Alpha"), Formation("1", "1st Battalion", "a")]
    other = [Formation("b", "Bravo"), Formation("1", "1st Battalion", "b")]
    for formations in (first, other):
        await history.run(ImportUnits(work.case, Orbat(formations)))
    both = [
        Formation("c", "Charlie"), Formation("2", "2nd Battalion", "c"),
        Formation("3", "2nd Battalion", "c"),
    ]  # fmt: skip
    await history.run(ImportUnits(work.case, Orbat(both)))
    assert sorted(shown(work)) == [
        ("1st Battalion", "Alpha"), ("1st Battalion", "Bravo"), ("2nd Battalion", "Charlie"),
        ("2nd Battalion", "Charlie"), ("Alpha", ""), ("Bravo", ""), ("Charlie", ""),
    ]  # fmt: skip


async def test_a_foe_of_the_same_name_is_another(work, history):
    await work.open()
    await history.run(AddUnit(work.case, Unit(name="1st Army", side=Side.HOSTILE)))
    done = await history.run(ImportUnits(work.case, orbat(("1st Army", ""))))
    assert len(done.new) == 1


async def test_an_import_makes_no_circle_of_what_is_known(work, history):
    await work.open()
    above = Unit(name="Above")
    await history.run(AddUnit(work.case, above))
    await history.run(AddUnit(work.case, Unit(name="Below", parent_id=above.id)))
    await history.run(ImportUnits(work.case, orbat(("Below", ""), ("Above", "Below"))))
    assert sorted(shown(work)) == [("Above", ""), ("Below", "Above")]


@pytest.mark.parametrize("form", list(Form))
async def test_a_library_is_read_from_the_file_of_another(work, history, form, tmp_path, worker):
    await work.open()
    await history.run(ImportUnits(work.case, orbat(("Corps", ""), ("Second", "Corps"))))
    target = tmp_path / "units"
    await export(work.library, work.case, form, target, whole=True)
    found = read(target, worker)
    keys = {each.key: each.name for each in found.formations}
    assert [(each.name, keys.get(each.parent, "")) for each in found.formations] == shown(work)
    done = await history.run(ImportUnits(work.case, found))
    assert (done.new, done.known) == ([], 2)


async def test_only_the_units_of_the_case_go_out_unless_all_are_asked_for(work, history):
    await work.open()
    await history.run(ImportUnits(work.case, orbat(("Of nobody", ""))))
    database = work.library.database
    assert b"Of nobody" not in database.read_now(made_of, work.case, Form.TABLE)
    assert b"Of nobody" in database.read_now(made_of, work.case, Form.TABLE, whole=True)


async def test_a_scenario_says_with_whom_it_may_be_shared(work):
    await work.open()
    assert b"TLP:" in work.read(made_of, work.case, Form.SCENARIO)


def test_a_file_that_is_not_there_is_said(tmp_path, worker):
    with pytest.raises(CaseError, match=r"none\.csv"):
        read(tmp_path / "none.csv", worker)
