"""What differs between two texts."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis.textdiff import Kind, Run, diff, paragraphs, words

OLD = (
    "The 14th Brigade held Kupiansk on Thursday, the General Staff said.\n\n"
    "Two columns of armour got into the town's north, a map showed.\n\n"
    "By night it was quiet again, its mayor told reporters."
)
SAME, ADDED, REMOVED = Kind.SAME, Kind.ADDED, Kind.REMOVED


def kinds(old, new):
    return [block.kind for block in diff(old, new)]


def test_the_same_text_differs_in_nothing():
    assert kinds(OLD, OLD.replace(" ", "\u00a0 ").replace("\n\n", "\n")) == [SAME] * 3


def test_words_are_marked_within_their_paragraph():
    first, *_ = diff(OLD, OLD.replace("held Kupiansk on Thursday", "had held Kupiansk on Friday"))
    assert first.kind is Kind.CHANGED
    assert first.runs == (
        Run(SAME, "The 14th Brigade "),
        Run(ADDED, "had "),
        Run(SAME, "held Kupiansk on "),
        Run(REMOVED, "Thursday"),
        Run(ADDED, "Friday"),
        Run(SAME, ", the General Staff said."),
    )


def test_a_paragraph_is_added_where_it_is_and_removed_where_it_was():
    one, two, three = OLD.split("\n\n")
    assert kinds(OLD, f"{one}\n\nFour tanks burnt.\n\n{three}") == [
        SAME,
        REMOVED,
        ADDED,
        SAME,
    ]
    assert kinds(OLD, f"{two}\n\n{three}") == [REMOVED, SAME, SAME]
    assert kinds("", OLD) == [ADDED] * 3


def test_a_paragraph_that_moved_is_told_with_what_changed_in_it():
    one, two, three = OLD.split("\n\n")
    blocks = diff(OLD, "\n\n".join([two, three, one.replace("Thursday", "Friday")]))
    assert [block.kind for block in blocks] == [SAME, SAME, Kind.MOVED]
    assert (blocks[2].old, blocks[2].new) == (0, 2)
    assert Run(ADDED, "Friday") in blocks[2].runs


def test_a_short_word_that_both_have_does_not_tear_a_change_apart():
    (block,) = diff(
        "The brigade held the town of Kupiansk. It was a quiet day in the north.",
        "The brigade held the town of Kupiansk. Shelling went on all in all day long there.",
    )
    assert [run.kind for run in block.runs] == [SAME, REMOVED, ADDED, SAME]


def test_words_added_and_removed_are_counted():
    blocks = diff("One two three four five.\n\nGone now.", "One two three four six seven.")
    assert (words(blocks, ADDED), words(blocks, REMOVED)) == (2, 3)


WORDS = st.lists(
    st.sampled_from(["Kupiansk", "held", "the", "town", ",", "two", "14", "Куп'янськ", "."]),
    max_size=12,
)
TEXTS = st.lists(WORDS.map(" ".join), max_size=8).map("\n\n".join)


def side(blocks, place, gone):
    """The paragraphs of one of the texts, put together from what is shown."""
    here = [block for block in blocks if getattr(block, place) is not None]
    here.sort(key=lambda block: getattr(block, place))
    return ["".join(run.text for run in block.runs if run.kind is not gone) for block in here]


def squeezed(texts):
    """Without spaces: those between a word and a comma are nobody's."""
    return [text.replace(" ", "") for text in texts]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_difference(old, new):
    blocks = diff(old, new)
    assert squeezed(side(blocks, "new", REMOVED)) == squeezed(paragraphs(new))
    assert squeezed(side(blocks, "old", ADDED)) == squeezed(paragraphs(old))
    places = [block.new for block in blocks if block.new is not None]
    assert places == sorted(places)


def letters(alphabet, count):
    chance = random.Random(count)
    return [chance.choice(alphabet) for _ in range(count)]


HUGE = {
    "words of one paragraph": (" ".join(letters("ab", 50_000)), " ".join(letters("ab", 49_000))),
    "lines": ("\n".join(letters("ab", 50_000)), "\n".join(letters("ab", 49_000))),
    "one line over and over": ("a\n" * 50_000, "a\n" * 30_000 + "b\n" * 19_000),
    "kin": (
        "\n".join(" ".join(letters("abcdefgh", 700 + n)) for n in range(70)),
        "\n".join(" ".join(letters("abcdefgh", 770 - n)) for n in range(63)),
    ),
}


@pytest.mark.parametrize("shape", HUGE)
def test_two_texts_of_100_kilobytes_are_told_apart(shape):
    """Measured: 0.07 to 0.35 s each. Without its bounds this would take hours and not end."""
    old, new = HUGE[shape]
    blocks = diff(old, new)
    assert squeezed(side(blocks, "new", REMOVED)) == squeezed(paragraphs(new))
    assert squeezed(side(blocks, "old", ADDED)) == squeezed(paragraphs(old))
