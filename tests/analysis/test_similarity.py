"""How alike texts and pictures are."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis import similarity as sim

WORDS = [f"word{number}" for number in range(120)]
TEXT = " ".join(WORDS)


def edited(step):
    """Every `step`-th word changed."""
    return " ".join("other" if n % step == step - 1 else word for n, word in enumerate(WORDS))


def same(one, other):
    return sim.same_text(sim.shingles(one), sim.shingles(other))


def test_case_punctuation_and_apostrophes_do_not_matter():
    one = "Під Куп'янськом вночі було дуже гучно"
    assert sim.shingles(one) == sim.shingles("ПІД КУП’ЯНСЬКОМ, вночі: було — дуже гучно!")
    assert len(sim.shingles(one)) == 2


def test_light_edits_and_a_cut_ending_leave_a_text_the_same():
    assert same(TEXT, edited(25))
    assert same(TEXT, " ".join(WORDS[:85]))
    assert same(TEXT, "A headline of our own. " + TEXT)


def test_a_rewritten_text_is_another():
    assert not same(TEXT, edited(8))
    assert not same(TEXT, " ".join(WORDS[:60]))


def test_texts_too_short_to_judge_are_not_the_same():
    assert not same("All attacks were beaten back today", "All attacks were beaten back today")


def test_empty_sets_share_nothing():
    assert sim.jaccard(frozenset(), frozenset()) == 0


@given(st.frozensets(st.integers(0, 30)), st.frozensets(st.integers(0, 30)))
def test_likeness_is_mutual_and_between_nothing_and_all(one, other):
    assert sim.jaccard(one, other) == sim.jaccard(other, one)
    assert 0 <= sim.jaccard(one, other) <= 1
    assert not one or sim.jaccard(one, one) == 1


def test_likeness_is_carried_on_within_a_group():
    texts = {"a": " ".join(WORDS[:90]), "b": TEXT, "c": " ".join(WORDS[30:]), "d": edited(3)}
    assert not same(texts["a"], texts["c"])
    assert sim.alike_groups(texts) == [frozenset("abc")]


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_joined_groups_hold_each_key_once_and_keep_pairs_together(pairs):
    groups = sim.joined(pairs)
    assert sorted(key for group in groups for key in group) == sorted({k for p in pairs for k in p})
    assert all(any({one, other} <= group for group in groups) for one, other in pairs)


# --- pictures ---

SEEDED = random.Random(7)
GREY = [[SEEDED.randrange(256) for _ in range(9)] for _ in range(8)]


def test_a_hash_has_a_bit_for_each_step_to_the_right():
    rising = [list(range(9))] * 8
    assert sim.dhash(rising) == 2**64 - 1
    assert sim.dhash([row[::-1] for row in rising]) == 0


def test_a_brighter_and_flatter_copy_is_the_same_picture():
    copy = [[value * 0.7 + 40 for value in row] for row in GREY]
    assert sim.same_picture(sim.dhash(GREY), sim.dhash(copy))


def test_another_picture_is_not():
    other = [[SEEDED.randrange(256) for _ in range(9)] for _ in range(8)]
    assert not sim.same_picture(sim.dhash(GREY), sim.dhash(other))


def test_distance_counts_the_bits_that_differ():
    assert sim.distance(0b1011, 0b0010) == 2


@pytest.mark.parametrize("grey", [[], [[1] * 8] * 8, [[1] * 9] * 9])
def test_a_matrix_of_another_shape_is_refused(grey):
    with pytest.raises(ValueError, match="8 rows of 9"):
        sim.dhash(grey)
