"""Which spots and layers belong to a stretch of time."""

from datetime import UTC, datetime

import pytest

from caseboard.analysis import spot_times
from caseboard.analysis.spot_times import SpotTimes
from caseboard.analysis.timeline import Clock
from caseboard.model.entities import Position
from caseboard.model.sightings import ClipSheet, Mention, Sightings
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import LayerKind
from caseboard.model.work import Layer

CLIPS = {
    "a": ClipSheet("a", "E001", "A", "2024-11-12", datetime(2024, 11, 20, 9, tzinfo=UTC)),
    "b": ClipSheet("b", "E002", "B", "", datetime(2024, 11, 21, 9, tzinfo=UTC)),
}
POSITION = Position(id="p", case_id="c", unit_id="u", location_id="kup", anchor_id="x")


def day(number):
    return datetime(2024, 11, number, tzinfo=UTC)


def spot(kind, row_id, at="", **more):
    return Spot(SpotKey(kind, row_id, at), 49.7, 37.6, row_id, **more)


def within(*spots, first, last, clock=Clock.HAPPENED):
    times = SpotTimes(spots, Sightings(clips=CLIPS, positions=[POSITION]))
    found = times.within(first and day(first), last and day(last), clock)
    return [each.key.row_id for each in found.spots], found.undated


@pytest.mark.parametrize(
    ("when", "first", "last", "is_in"),
    [
        ("2024-11-13", 13, 14, True),
        ("2024-11-13", 14, 15, False),
        ("2024-11-13", 12, 13, False),
        ("2024-11-10/2024-11-13", 12, 13, True),
        ("2024-11-10/..", 20, 21, True),
        ("../2024-11-10", 9, 10, True),
        ("2024-11", 30, None, True),
        ("2024-11-13", None, 13, False),
    ],
)
def test_a_claim_belongs_to_every_stretch_that_its_time_meets(when, first, last, is_in):
    claim = spot(SpotKind.CLAIM, "c1", "kup", when=when)
    assert within(claim, first=first, last=last) == (["c1"] if is_in else [], 0)


def test_nothing_brushed_leaves_everything():
    claim = spot(SpotKind.CLAIM, "c1")
    assert within(claim, first=None, last=None) == (["c1"], 0)


@pytest.mark.parametrize("when", ["", "no date"])
def test_what_has_no_time_is_left_out_and_counted(when):
    assert within(spot(SpotKind.PHOTO, "f", when=when), first=1, last=30) == ([], 1)


def test_each_clock_has_times_of_its_own():
    claim = spot(SpotKind.CLAIM, "c1", when="2024-11-01", said="2024-11-05", clip_ids=("a", "b"))
    seen = {
        clock: [n for n in range(1, 30) if within(claim, first=n, last=n + 1, clock=clock)[0]]
        for clock in Clock
    }
    assert seen == {
        Clock.HAPPENED: [1],
        Clock.REPORTED: [5, 12],
        Clock.CAPTURED: [20, 21],
    }


def test_a_place_is_there_while_something_is_there_or_clips_of_the_time_name_it():
    place = spot(SpotKind.PLACE, "kup", clip_ids=("b",))
    claim = spot(SpotKind.CLAIM, "c1", "kup", when="2024-11-03")
    unit = spot(SpotKind.POSITION, "p", when="2024-11-07")
    other = spot(SpotKind.PLACE, "elsewhere", clip_ids=("a",))
    every = (place, claim, unit, other)
    assert within(*every, first=3, last=4)[0] == ["kup", "c1"]
    assert within(*every, first=7, last=8)[0] == ["kup", "p"]
    assert within(*every, first=21, last=22)[0] == ["kup"]  # captured, as it has no date
    assert within(*every, first=12, last=13)[0] == ["elsewhere"]


def test_of_a_place_the_passages_of_the_stretch_are_counted():
    place = spot(SpotKind.PLACE, "kup", clip_ids=("a", "b"), count=3)
    claim = spot(SpotKind.CLAIM, "c1", "kup", when="2024-11-03", count=2)
    named = [Mention("kup", "a", "1"), Mention("kup", "a", "2"), Mention("kup", "b", "3")]
    times = SpotTimes([place, claim], Sightings(clips=CLIPS, mentions=named))

    def counted(first, last, clock=Clock.HAPPENED):
        found = times.within(day(first), day(last), clock).spots
        return {each.key.row_id: each.count for each in found}

    assert counted(12, 13) == {"kup": 2}
    assert counted(21, 22) == {"kup": 1}  # captured, as it has no date
    assert counted(12, 22) == {"kup": 3}
    assert counted(3, 4) == {"kup": 0, "c1": 2}  # something was there, and no clip of then says so
    assert counted(20, 21, Clock.CAPTURED) == {"kup": 2}
    assert counted(12, 22, Clock.REPORTED) == {"kup": 2}
    assert {each.count for each in times.within(None, None, Clock.HAPPENED).spots} == {2, 3}


def layer(name, as_of="", **more):
    fields = {"source_id": "s", "kind": LayerKind.IMPORTED, **more}
    return Layer(id=name, case_id="c", ref=name, name=name, as_of=as_of, **fields)


def names(layers, moment):
    return [each.name for each in spot_times.holding(layers, moment)]


def test_of_layers_of_one_source_the_newest_of_the_time_holds():
    both = [layer("12", "2024-11-12"), layer("13", "2024-11-13T21:56Z")]
    assert names(both, None) == ["12", "13"]
    assert names(both, day(12)) == []
    assert names(both, day(13)) == ["12"]
    assert names(both, day(14)) == ["13"]
    assert names(both[::-1], day(14)) == ["13"]


def test_sources_and_kinds_do_not_hide_each_other_nor_what_has_no_time():
    several = [
        layer("one", "2024-11-01"),
        layer("two", "2024-11-02", source_id="t"),
        layer("three", "2024-11-03", kind=LayerKind.CHANGE),
        layer("four"),
    ]
    assert names(several, day(20)) == ["one", "two", "three", "four"]


def test_without_a_source_layers_named_alike_but_for_numbers_are_of_one():
    several = [
        layer("Control 12 Nov", "2024-11-12", source_id=None),
        layer("Control 13 Nov", "2024-11-13", source_id=None),
        layer("Fires 12 Nov", "2024-11-12", source_id=None),
    ]
    assert names(several, day(20)) == ["Control 13 Nov", "Fires 12 Nov"]


def test_what_was_drawn_stays_from_its_day_on():
    drawn = [layer("a", "2024-11-01", kind=LayerKind.DRAWN)]
    drawn.append(layer("b", "2024-11-05", kind=LayerKind.DRAWN))
    assert names(drawn, day(4)) == ["a"]
    assert names(drawn, day(6)) == ["a", "b"]


def test_a_layer_without_a_day_is_dated_by_its_publication():
    published = [layer("a", published="2024-11-05"), layer("b", "2024-11-06")]
    assert names(published, day(6)) == ["a"]
    assert names(published, day(7)) == ["b"]
