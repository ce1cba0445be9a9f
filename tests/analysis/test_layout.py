"""Where nodes stand: the same each time, never on each other, and where they stood before."""

import math
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from caseboard.analysis.clearing import Box, clear
from caseboard.analysis.layout import lay_out

SIZE = (146.0, 76.0)


def web(count, seed=1):
    """A network with hubs, as cases have them, in two parts."""
    dice = random.Random(seed)
    half = count // 2
    links = [(i, dice.randrange(max(1, i // 6))) for i in range(1, half)]
    links += [(i, dice.randrange(half, i)) for i in range(half + 1, count)]
    return links + [(dice.randrange(half), dice.randrange(half)) for _ in range(half)]


def overlapping(places, sizes):
    boxes = [Box(*place, *size) for place, size in zip(places, sizes, strict=True)]
    return [(i, j) for i in range(len(boxes)) for j in range(i) if boxes[i].overlaps(boxes[j])]


def links_within(links):
    return [(a, b) for a, b in links if a != b]


def test_the_same_network_is_laid_out_the_same_and_nothing_overlaps():
    links, sizes = links_within(web(90)), [SIZE] * 90
    places = lay_out(sizes, links)
    assert places == lay_out(sizes, links)
    assert overlapping(places, sizes) == []


def test_neighbours_stand_nearer_than_strangers():
    links, sizes = links_within(web(90)), [SIZE] * 90
    places = lay_out(sizes, links)
    joined = [math.dist(places[a], places[b]) for a, b in links]
    anyone = [math.dist(one, other) for one in places for other in places]
    assert sum(joined) / len(joined) < 0.75 * sum(anyone) / len(anyone)


def test_parts_that_are_not_joined_stand_side_by_side():
    links = [(0, 1), (1, 2), (3, 4), (4, 5)]
    places = lay_out([SIZE] * 6, links)
    frames = []
    for part in ((0, 1, 2), (3, 4, 5)):
        xs, ys = [places[i][0] for i in part], [places[i][1] for i in part]
        frames.append((min(xs), min(ys), max(xs), max(ys)))
    (left, top, right, bottom), (other_left, other_top, other_right, other_bottom) = frames
    assert right < other_left or other_right < left or bottom < other_top or other_bottom < top


def test_what_stands_stays_and_what_comes_stands_beside_it():
    links, sizes = links_within(web(60)), [SIZE] * 60
    before = lay_out(sizes[:40], [(a, b) for a, b in links if a < 40 and b < 40])
    after = lay_out(sizes, links, dict(enumerate(before)))
    assert after[:40] == before
    assert overlapping(after, sizes) == []


def test_a_new_leaf_comes_to_stand_near_its_neighbour():
    before = lay_out([SIZE] * 20, [(0, i) for i in range(1, 20)])
    after = lay_out([SIZE] * 21, [(0, i) for i in range(1, 21)], dict(enumerate(before)))
    others = sorted(math.dist(after[20], place) for place in before)
    assert math.dist(after[20], after[0]) < 4 * SIZE[0]
    assert others[0] < 2 * SIZE[0]


def test_what_is_fixed_is_not_moved_by_anything():
    fixed = {3: (500.0, 500.0), 7: (520.0, 510.0)}
    places = lay_out([SIZE] * 30, [(0, i) for i in range(1, 30)], fixed=fixed)
    assert {i: places[i] for i in fixed} == fixed
    assert overlapping(places, [SIZE] * 30) == [(7, 3)]


def test_an_empty_network_and_a_single_node_can_be_laid_out():
    assert lay_out([], []) == []
    assert len(lay_out([SIZE], [])) == 1


PLACES = st.lists(
    st.tuples(st.floats(-300, 300), st.floats(-300, 300), st.floats(20, 150), st.floats(20, 150)),
    max_size=25,
)


@settings(max_examples=60)
@given(PLACES)
def test_boxes_are_moved_clear_wherever_they_stood(rows):
    boxes = [Box(*row) for row in rows]
    places = clear(boxes)
    assert overlapping(places, [(row[2], row[3]) for row in rows]) == []


@given(PLACES)
def test_boxes_that_do_not_overlap_are_left_where_they_are(rows):
    apart = [(400.0 * n, y, w, h) for n, (_x, y, w, h) in enumerate(rows)]
    assert clear([Box(*row) for row in apart]) == [row[:2] for row in apart]
