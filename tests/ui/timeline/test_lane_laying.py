"""Where events stand in the rows of a lane."""

import math
import random
from itertools import pairwise

import pytest

from caseboard.analysis import stretches
from caseboard.analysis.occurrences import EventKind, Occurrence, Timeline
from caseboard.analysis.stretches import DAY
from caseboard.analysis.timeline import Clock
from caseboard.ui.timeline.axis import Axis
from caseboard.ui.timeline.lanes import Lane, prepare
from caseboard.ui.timeline.laying import CELL, GAP, Laid, box, lay

START = stretches.of("2024-11-11").start
AXIS = Axis(START, DAY / 100, 1000)


def event(name, when, kind=EventKind.CLAIM):
    return Occurrence(name, kind, Clock.HAPPENED, when, stretches.of(when), name, name, name)


NOTHING = Laid()


def laid(*events, rows=4, before=NOTHING, first=(), words=60.0):
    return lay(Lane(events), AXIS, rows, lambda _e: words, before=before.at, first=first)


def rows(laid):
    return {placed.occurrence.key: placed.row for placed in laid.placed}


def test_what_has_room_stands_in_the_first_row_with_its_words():
    found = laid(event("a", "2024-11-12"), event("b", "2024-11-16"))
    assert rows(found) == {"a": 0, "b": 0}
    assert all(placed.words for placed in found.placed)


def test_what_is_at_one_time_stands_in_rows_of_its_own():
    found = laid(event("a", "2024-11-12"), event("b", "2024-11-12"), event("c", "2024-11-12"))
    assert sorted(rows(found).values()) == [0, 1, 2]


def test_where_rows_run_out_words_give_way_to_marks():
    found = laid(
        event("a", "2024-11-12T12:00Z"), event("b", "2024-11-13T05:00Z"), rows=1, words=200.0
    )
    assert rows(found) == {"a": 0, "b": 0}
    assert {p.occurrence.key: bool(p.words) for p in found.placed} == {"a": False, "b": True}


def test_what_finds_no_room_is_left_over_and_told_as_such():
    found = laid(event("a", "2024-11-12"), event("b", "2024-11-12/2024-11-13"), rows=1)
    assert [each.key for each in found.left_over] == ["b"]


def test_layers_leave_their_room_to_events():
    days = [event(f"layer {n}", "2024-11-12", EventKind.LAYER) for n in range(4)]
    found = laid(*days, event("claim", "2024-11-12/2024-11-13"), rows=3)
    assert rows(found)["claim"] == 0
    assert {each.kind for each in found.left_over} == {EventKind.LAYER}


def test_what_is_wanted_first_is_told_even_where_events_are_counted():
    many = [event(f"{n}", "2024-11-12T12:00Z") for n in range(30)]
    counted = laid(*many)
    assert sum(heap.total for heap in counted.heaps) == 30
    assert counted.placed == ()
    assert rows(laid(*many, first=(many[17],))) == {"17": 0}


def test_what_stands_in_a_row_stays_in_it():
    one = laid(event("a", "2024-11-12"), event("b", "2024-11-12"))
    again = laid(event("b", "2024-11-12"), event("new", "2024-11-12"), before=one)
    assert rows(again)["b"] == rows(one)["b"] == 1


def test_a_moment_has_a_mark_and_an_approximate_day_is_wider_than_a_day():
    left, right = box(stretches.of("2024-11-12T12:00Z"), AXIS)
    assert right - left == pytest.approx(12)
    left, right = box(stretches.of("2024-11-12~"), AXIS)
    assert (left, right) == pytest.approx((75, 225))


def test_an_open_event_is_in_sight_wherever_one_looks_after_it():
    found = lay(Lane([event("a", "2022/..")]), AXIS, 2, lambda _e: 10.0, before={})
    assert rows(found) == {"a": 0}


def many(count=3000):
    dice = random.Random(4)
    for n in range(count):
        start = START + dice.uniform(-40, 40) * DAY
        at = stretches.moment(start)
        length = dice.choice([1, 1, 1, DAY, 9 * DAY])
        until = stretches.moment(start + length)
        yield event(f"{n}", f"{at:%Y-%m-%dT%H:%M:%S}Z/{until:%Y-%m-%dT%H:%M:%S}Z")


def test_every_event_in_sight_is_told_or_counted_or_left_over_once():
    events = list(many(700))
    found = laid(*events, rows=5)
    size = CELL * AXIS.scale
    start, end = math.ceil(found.start / size) * size, math.floor(found.end / size) * size
    told = [placed.occurrence for placed in found.placed] + list(found.left_over)
    assert len({each.key for each in told}) == len(told)
    begun = sum(start <= each.stretch.start < end for each in told)
    counted = sum(heap.total for heap in found.heaps if start <= heap.start < end)
    assert begun + counted == sum(start <= each.stretch.start < end for each in events)
    assert begun > 0 < counted


def test_long_events_are_counted_too_where_they_are_too_many():
    days = [event(f"{n}", "2024-11-12") for n in range(50)]
    found = laid(*days, event("long", "2024-11-01/2024-11-30"))
    assert sum(heap.total for heap in found.heaps) == 50
    assert set(rows(found)) == {"long"}


def test_no_two_marks_of_a_row_touch():
    found = laid(*many(), rows=5)
    by_row = {}
    for placed in found.placed:
        by_row.setdefault(placed.row, []).append(box(placed.occurrence.stretch, AXIS))
    for boxes in by_row.values():
        boxes.sort()
        assert all(a[1] + GAP <= b[0] + 1e-6 for a, b in pairwise(boxes))


def test_a_lane_counts_what_looking_at_each_would_count():
    events = list(many())
    lane, longest = Lane(events), 4096.0
    start, end = START, START + 5 * DAY
    begun = [each for each in events if start <= each.stretch.start < end]
    assert lane.begun(start, end) == len(begun)
    short = {each.key for each in lane.short(start, end, longest)}
    assert short == {each.key for each in begun if each.stretch.length <= longest}
    lasting = {each.key for _most, held, _starts in lane.classes(longest) for each in held}
    assert lasting == {each.key for each in events if each.stretch.length > longest}


def test_a_timeline_is_sorted_by_clocks_for_drawing():
    prepared = prepare(Timeline([event("a", "2024-11-12")]))
    assert prepared.lanes[Clock.HAPPENED].count == 1
    assert prepared.lanes[Clock.REPORTED].count == 0
    assert set(prepared.keys) == {"a"}
