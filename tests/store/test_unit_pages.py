"""The tree of units of a case, and what it says of one of them."""

import pytest

from caseboard.commands.bin_clips import BinClips
from caseboard.commands.editing import Bin
from caseboard.commands.positions import AddPosition
from caseboard.commands.tags import AddTag, Known
from caseboard.commands.units import AddUnit
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.terms import Credibility, Reliability
from caseboard.store import case_units, cases, entities, unit_pages
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def begun(work, history):
    """A clip names one brigade of a corps; it has a battalion, and the corps another brigade."""

    async def begun():
        await work.open()
        work.clip_id = await work.clip()
        work.units = {}
        for name, parent in (
            ("Corps", None), ("Second", "Corps"), ("First", "Corps"), ("Battalion", "First"),
            ("Elsewhere", None),
        ):  # fmt: skip
            unit = Unit(name=name, parent_id=work.units.get(parent))
            work.units[name] = await history.run(AddUnit(work.case, unit))
        known = Known(Unit, work.units["First"], "First")
        await history.run(AddTag(work.case, work.clip_id, work.at("Two columns"), known))
        await work.tag(work.clip_id)
        (work.place,) = work.read(entities.ids_in_case, Location, work.case)
        return work

    return begun


def names(work, *, whole=False):
    lines = work.library.database.read_now(unit_pages.lines, work.case, whole=whole)
    return [line.unit.name for line in lines]


async def stand(work, exact="Two columns got in", interval="2024-11-13"):
    at = work.at(exact)
    unit = work.units["First"]
    command = AddPosition(work.case, unit, work.place, work.clip_id, at, interval)
    return await work.history.run(command)


async def test_a_case_has_what_it_names_with_all_above_and_below(begun):
    work = await begun()
    assert sorted(names(work)) == ["Battalion", "Corps", "First"]
    assert sorted(names(work, whole=True)) == [
        "Battalion", "Corps", "Elsewhere", "First", "Second",
    ]  # fmt: skip


async def test_units_stand_as_they_were_put_and_not_by_name(begun):
    work = await begun()
    found = names(work, whole=True)
    assert found.index("Second") < found.index("First")


async def test_the_rail_counts_the_units_that_are_listed(begun):
    work = await begun()
    assert work.read(cases.counts, work.case).units == len(names(work)) == 3


async def test_a_line_counts_clips_and_positions(begun):
    work = await begun()
    await stand(work)
    lines = {line.unit.name: line for line in work.read(unit_pages.lines, work.case)}
    assert (lines["First"].clips, lines["First"].mentions, lines["First"].positions) == (1, 1, 1)
    assert (lines["Corps"].clips, lines["Corps"].positions) == (0, 0)


async def test_a_unit_that_only_stands_somewhere_is_of_the_case(begun, history):
    work = await begun()
    at = work.at("said")
    unit = work.units["Elsewhere"]
    await history.run(AddPosition(work.case, unit, work.place, work.clip_id, at))
    assert "Elsewhere" in names(work)


async def test_positions_come_in_order_of_time_with_what_they_rest_on(begun):
    work = await begun()
    await work.claim(work.clip_id, exact="said")
    await stand(work, "said", "2024-11-14")
    await stand(work, "Two columns got in", "2024-05")
    page = work.read(unit_pages.page, work.case, work.units["First"])
    assert [each.position.interval for each in page.stands] == ["2024-05", "2024-11-14"]
    assert [each.anchor.exact for each in page.stands] == ["Two columns got in", "said"]
    assert [each.clip_ref for each in page.stands] == ["E001", "E001"]
    assert [place.name for place in page.places] == ["Kupiansk"]
    assert [each.credibility for each in page.stands] == [None, Credibility.UNJUDGED]
    assert page.parent.name == "Corps"


@pytest.mark.parametrize(
    ("reliability", "credibility", "grade"),
    [
        (Reliability.B, Credibility.PROBABLE, "B2"),
        (Reliability.F, None, "F"),
        (None, None, ""),
        (None, Credibility.CONFIRMED, "1"),
    ],
)
def test_a_grade_says_what_is_known(reliability, credibility, grade):
    stand = unit_pages.Stand(None, None, None, "", "", "", reliability, credibility)
    assert stand.grade == grade


async def test_what_is_in_the_bin_is_nowhere(begun, history):
    work = await begun()
    position = await stand(work)
    await history.run(Bin(Position, frozenset({position}), "Remove position", work.case))
    page = work.read(unit_pages.page, work.case, work.units["First"])
    assert not page.stands
    assert page.is_own
    await history.run(BinClips(work.case, frozenset([work.clip_id])))
    assert names(work) == []
    page = work.read(unit_pages.page, work.case, work.units["First"])
    assert (page.mentions, page.is_own) == ([], False)
    assert work.read(unit_pages.page, work.case, "nowhere") is None


def test_a_circle_of_parents_ends():
    parents = {"a": "b", "b": "a", "c": "a"}
    assert case_units.around(parents, {"c"}) == {"a", "b", "c"}
    assert case_units.around(parents, {"a"}) == {"a", "b", "c"}


def test_what_stands_beside_what_is_named_is_not_of_the_case():
    parents = {"army": None, "one": "army", "other": "army", "part": "one"}
    assert case_units.around(parents, {"one"}) == {"army", "one", "part"}
