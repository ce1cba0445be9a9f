"""Units: taken in, changed with their symbols, put in order, removed."""

import pytest

from caseboard.commands.positions import AddPosition, ChangePosition
from caseboard.commands.tags import AddTag, Known
from caseboard.commands.units import AddUnit, ChangeUnit, MoveUnits, RemoveUnit
from caseboard.errors import CaseError
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.terms import Branch, Echelon, Side, UnitStatus
from caseboard.store import entities, unit_pages
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def tree(work, history):
    """Units by name, each with the parent named: the first of a parent stands first."""

    async def tree(*pairs):
        await work.open()
        work.units = {}
        for name, parent in pairs:
            unit = Unit(name=name, parent_id=work.units.get(parent))
            work.units[name] = await history.run(AddUnit(work.case, unit))
        return work.units

    return tree


def units(work):
    return work.library.database.read_now(unit_pages.lines, work.case, whole=True)


def parts(work, parent=None):
    wanted = work.units[parent] if parent else None
    return [line.unit.name for line in units(work) if line.unit.parent_id == wanted]


def unit(work, name):
    return next(line.unit for line in units(work) if line.unit.name == name)


BRIGADES = (("Corps", None), ("First", "Corps"), ("Second", "Corps"), ("Third", "Corps"))


async def test_a_new_unit_stands_last(tree, work):
    await tree(*BRIGADES, ("A before all by name", "Corps"))
    assert parts(work, "Corps") == ["First", "Second", "Third", "A before all by name"]


@pytest.mark.parametrize(
    ("moved", "before", "after"),
    [
        (["Third"], "First", ["Third", "First", "Second"]),
        (["First"], None, ["Second", "Third", "First"]),
        (["First"], "Third", ["Second", "First", "Third"]),
        (["Third", "First"], "Second", ["Third", "First", "Second"]),
    ],
)
async def test_units_are_put_in_another_order(tree, work, history, moved, before, after):
    ids = await tree(*BRIGADES)
    moving = [ids[name] for name in moved]
    await history.run(MoveUnits(work.case, moving, ids["Corps"], ids.get(before)))
    assert parts(work, "Corps") == after
    await history.undo(work.case)
    assert parts(work, "Corps") == ["First", "Second", "Third"]


async def test_a_unit_comes_under_another_with_all_its_parts(tree, work, history):
    ids = await tree(*BRIGADES, ("Battalion", "Third"))
    await history.run(MoveUnits(work.case, [ids["Third"]], ids["First"]))
    assert parts(work, "Corps") == ["First", "Second"]
    assert parts(work, "First") == ["Third"]
    assert parts(work, "Third") == ["Battalion"]


@pytest.mark.parametrize("below", ["Corps", "First", "Battalion"])
async def test_a_unit_never_comes_under_itself(tree, work, history, below):
    ids = await tree(*BRIGADES, ("Battalion", "First"))
    with pytest.raises(CaseError, match="part of itself"):
        await history.run(MoveUnits(work.case, [ids["Corps"]], ids[below]))
    changes = {"parent_id": ids[below]}
    with pytest.raises(CaseError, match="part of itself"):
        await history.run(ChangeUnit(work.case, ids["Corps"], changes, "Corps"))
    assert parts(work) == ["Corps"]


async def test_a_code_says_what_the_unit_is(tree, work, history):
    ids = await tree(("Brigade", None))
    changes = {"sidc": "10061010181205000000"}
    await history.run(ChangeUnit(work.case, ids["Brigade"], changes, "Brigade"))
    made = unit(work, "Brigade")
    assert (made.side, made.echelon, made.branch) == (Side.HOSTILE, Echelon.BRIGADE, Branch.ARMOUR)
    assert made.status is UnitStatus.PLANNED


async def test_what_is_changed_changes_the_code_and_nothing_else_of_it(tree, work, history):
    ids = await tree(("Brigade", None))
    for changes in ({"sidc": "10031034181110000000"}, {"side": Side.HOSTILE}):
        await history.run(ChangeUnit(work.case, ids["Brigade"], changes, "Brigade"))
    assert unit(work, "Brigade").sidc == "10061034181110000000"
    await history.run(
        ChangeUnit(work.case, ids["Brigade"], {"branch": Branch.ARTILLERY}, "Brigade")
    )
    assert unit(work, "Brigade").sidc == "10061034181303000000"


async def test_a_headquarters_stays_one(tree, work, history):
    ids = await tree(("Staff", None))
    for changes in ({"sidc": "10031002181211000000"}, {"echelon": Echelon.CORPS}):
        await history.run(ChangeUnit(work.case, ids["Staff"], changes, "Staff"))
    assert unit(work, "Staff").sidc == "10031002221211000000"


async def test_without_a_code_none_is_made_up(tree, work, history):
    ids = await tree(("Brigade", None))
    await history.run(ChangeUnit(work.case, ids["Brigade"], {"side": Side.HOSTILE}, "Brigade"))
    assert unit(work, "Brigade").sidc == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sidc": "SFGPUCI---"}, "no symbol code"),
        ({"name": "  "}, "A name is needed"),
        ({"release_m": -1.0}, "coarsened"),
        ({"release_m": float("nan")}, "coarsened"),
        ({"parent_id": "nowhere"}, "no longer"),
    ],
)
async def test_what_no_unit_can_be_is_refused(tree, work, history, changes, words):
    ids = await tree(("Brigade", None))
    before = unit(work, "Brigade")
    with pytest.raises(CaseError, match=words):
        await history.run(ChangeUnit(work.case, ids["Brigade"], changes, "Brigade"))
    assert unit(work, "Brigade") == before


async def test_a_new_unit_is_checked_like_a_changed_one(tree, work, history):
    await tree()
    with pytest.raises(CaseError, match="no symbol code"):
        await history.run(AddUnit(work.case, Unit(name="Brigade", sidc="1")))


async def test_a_removed_unit_leaves_its_parts_to_its_parent(tree, work, history):
    ids = await tree(*BRIGADES, ("Battalion", "First"))
    await history.run(RemoveUnit(work.case, ids["First"]))
    assert sorted(parts(work, "Corps")) == ["Battalion", "Second", "Third"]
    await history.undo(work.case)
    assert parts(work, "First") == ["Battalion"]


async def test_a_unit_that_is_spoken_of_is_not_removed(tree, work, history):
    ids = await tree(("Brigade", None))
    clip_id = await work.clip()
    known = Known(Unit, ids["Brigade"], "Brigade")
    await history.run(AddTag(work.case, clip_id, work.at("Two columns"), known))
    with pytest.raises(CaseError, match="1 clip, 0 positions"):
        await history.run(RemoveUnit(work.case, ids["Brigade"]))
    assert parts(work) == ["Brigade"]


@pytest.fixture
def placed(tree, work, history):
    """A brigade at Kupiansk, precise to 500 metres."""

    async def placed(**more):
        await tree(("Brigade", None))
        work.clip_id = await work.clip()
        await work.tag(work.clip_id)
        (work.place,) = work.read(entities.ids_in_case, Location, work.case)
        at = work.at("Two columns got in")
        values = {"interval": "2024-11-13", **more}
        where = values.pop("location_id", work.place)
        command = AddPosition(work.case, work.units["Brigade"], where, work.clip_id, at, **values)
        return await history.run(command)

    return placed


def position(work, position_id):
    return work.read(lambda session: session.get(Position, position_id))


async def test_a_position_has_the_coordinates_of_its_place(placed, work):
    made = position(work, await placed(bearing="heading for", precision_m=15_000.0))
    assert (made.lat, made.lon, made.precision_m) == (49.71, 37.616, 15_000.0)
    assert made.bearing == "heading for"


async def test_a_position_may_be_a_point_that_has_no_name(placed, work):
    made = position(work, await placed(location_id=None, point=(49.5, 37.5), precision_m=500.0))
    assert (made.location_id, made.lat, made.lon, made.precision_m) == (None, 49.5, 37.5, 500.0)


async def test_a_position_is_said_otherwise_and_rests_on_the_same(placed, work, history):
    position_id = await placed()
    before = position(work, position_id)
    command = ChangePosition(
        work.case, position_id, work.place, "2024-11", "direction of fire", 15_000.0
    )
    await history.run(command)
    after = position(work, position_id)
    assert (after.interval, after.bearing) == ("2024-11", "direction of fire")
    assert after.precision_m == 15_000
    assert after.anchor_id == before.anchor_id
    await history.undo(work.case)
    assert position(work, position_id) == before


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"location_id": None}, "Say where"),
        ({"location_id": None, "point": (91.0, 0.0)}, "no such place"),
        ({"location_id": None, "point": (0.0, 181.0)}, "no such place"),
        ({"precision_m": 0.0}, "number of metres"),
        ({"precision_m": float("inf")}, "number of metres"),
        ({"interval": "yesterday"}, "yesterday"),
        ({"bearing": "x" * 201}, "few words"),
    ],
)
async def test_what_no_position_can_be_is_refused(placed, changes, words):
    with pytest.raises(CaseError, match=words):
        await placed(**changes)
