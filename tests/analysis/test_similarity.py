"""How alike texts and pictures are."""

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
    pairs = sim.alike_pairs(texts)
    assert {frozenset(pair) for pair in pairs} == {frozenset("ab"), frozenset("bc")}
    assert all(sim.NEAR_IDENTICAL <= likeness < 1 for likeness in pairs.values())
    assert sim.joined(pairs) == [frozenset("abc")]


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_joined_groups_hold_each_key_once_and_keep_pairs_together(pairs):
    groups = sim.joined(pairs)
    assert sorted(key for group in groups for key in group) == sorted({k for p in pairs for k in p})
    assert all(any({one, other} <= group for group in groups) for one, other in pairs)


KEYS = st.integers(0, 7)
PAIRS = st.lists(st.tuples(KEYS, KEYS), max_size=14)


@given(PAIRS, st.sets(st.sets(KEYS, min_size=2, max_size=2).map(frozenset), max_size=5))
def test_what_is_kept_apart_is_in_no_group_together(pairs, apart):
    groups = sim.joined(pairs, apart)
    assert sorted(key for group in groups for key in group) == sorted({k for p in pairs for k in p})
    assert not any(pair <= group for pair in apart for group in groups)
    if pairs and frozenset(pairs[0]) not in apart:
        assert any(set(pairs[0]) <= group for group in groups)


def test_what_stands_whole_in_a_longer_text_is_shared_whole():
    short = " ".join(WORDS[20:60])
    assert sim.shared_words(sim.shingles(short), sim.shingles(TEXT)) == 1
    assert sim.shared_words(sim.shingles(TEXT), sim.shingles(edited(5))) == 0
    assert sim.shared_words(frozenset(), sim.shingles(TEXT)) == 0


# --- pictures: the hashes themselves are tested with what makes them, in test_fingerprints ---

HASHES = st.integers(0, 2**64 - 1)


@given(HASHES)
def test_turning_back_gives_the_hash_again(hashed):
    ways = sim.turned(hashed)
    for there, back in [
        *((turn, turn) for turn in ways if turn not in {sim.Turn.RIGHT, sim.Turn.LEFT}),
        (sim.Turn.RIGHT, sim.Turn.LEFT),
        (sim.Turn.LEFT, sim.Turn.RIGHT),
    ]:
        assert sim.turned(ways[there])[back] == hashed


@given(HASHES, st.lists(HASHES, max_size=6), st.integers(0, sim.ALIKE))
def test_copies_are_found_among_many_as_one_by_one(hashed, others, bits):
    near = [sim.turned(hashed)[turn] ^ ((1 << bits) - 1) for turn in sim.Turn]
    many = [*others, *near]
    found = sim.Hashes([f"{other:016x}" for other in many]).copies(f"{hashed:016x}")
    for place, other in enumerate(many):
        ways = {turn: sim.distance(way, other) for turn, way in sim.turned(hashed).items()}
        best = min(ways, key=ways.get)
        assert found.get(place) == ((best, ways[best]) if ways[best] <= sim.ALIKE else None)
    assert len(found) >= len(near)


def test_among_none_there_is_no_copy():
    assert sim.Hashes([]).copies("8000000000000000") == {}


def test_another_picture_is_no_copy():
    assert sim.Hashes(["b7d291c403ae65f8"]).copies("8f1b2c3d4e5f6071") == {}


def test_distance_counts_the_bits_that_differ():
    assert sim.distance(0b1011, 0b0010) == 2


def test_of_a_very_long_text_the_beginning_counts():
    long = " ".join(f"word{number}" for number in range(60_000))
    assert sim.shingles(long) == sim.shingles(long[: sim.LONGEST])
    assert len(sim.shingles(long)) > 20_000
