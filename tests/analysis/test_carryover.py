"""Finding a passage again in another version of its text."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from caseboard.analysis import carryover
from caseboard.analysis.carryover import Carrier, Fit

OLD = (
    "The 14th Brigade held Kupiansk on Thursday, the General Staff said.\n\n"
    "Two columns of armour got into the town's north, DeepState’s map showed.\n\n"
    "By night Kupiansk was quiet again, its mayor told reporters in Kharkiv."
)


def again(new, quote, old=OLD, nth=0):
    """What the passage became: its words in the new text and how they fit; None if it is gone."""
    start = -1
    for _ in range(nth + 1):
        start = old.index(quote, start + 1)
    found = Carrier(old, new).find(start, start + len(quote))
    return found and (new[found.start : found.end], found.fit)


def test_a_passage_is_found_where_it_moved_to():
    new = "Updated at noon.\n\n" + "\n\n".join(reversed(OLD.split("\n\n")))
    quote = "Two columns of armour"
    assert again(new, quote) == (quote, Fit.SAME)


def test_a_word_that_stands_twice_is_told_by_what_is_around_it():
    new = "New: " + OLD
    carrier = Carrier(OLD, new)
    for nth in (OLD.index("Kupiansk"), OLD.rindex("Kupiansk")):
        found = carrier.find(nth, nth + 8)
        assert (found.start, found.end) == (nth + 5, nth + 13)


def test_nothing_is_guessed_between_places_that_are_equally_good():
    old = "In Kupiansk it rained."
    new = "In Kupiansk it rained.\n\nIn Kupiansk it rained."
    assert again(new, "Kupiansk", old) is None


def test_places_of_the_same_words_keep_their_order_within_a_paragraph():
    old = "one Kupiansk two Kupiansk three and some more words of its own"
    new = "uno Kupiansk dos Kupiansk tres and some more words of its own"
    carrier = Carrier(old, new)
    places = [carrier.find(at, at + 8) for at in (4, 17)]
    assert [found.start for found in places] == [4, 17]


def test_the_look_of_quotes_dashes_and_spaces_does_not_matter():
    old = "He said: “the town’s north – all of it” has fallen."
    new = "He said: «the  town's\u00a0north — all of it» has fallen."
    found = again(new, "“the town’s north – all of it”", old)
    assert found == ("«the  town's\u00a0north — all of it»", Fit.SAME)


def test_letters_written_in_two_code_points_are_the_letters_they_make():
    found = again("Харків і Київ.", "Київ", "Тут Харків і Київ були.")
    assert found == ("Київ", Fit.SAME)
    decomposed = "Харків і Киі\u0308в."
    assert again(decomposed, "Київ", "Тут Харків і Київ були.") == ("Киі\u0308в", Fit.SAME)


def test_a_light_edit_is_found_in_its_own_paragraph():
    quote = "Two columns of armour got into the town's north"
    new = OLD.replace("got into the", "had got into the")
    assert again(new, quote) == ("Two columns of armour had got into the town's north", Fit.EDITED)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the 14th Brigade held the town all of Thursday", "the 15th Brigade held the town all of"),
        ("troops in Novoselivka Persha lost two tanks", "troops in Novoselivka Druha lost two"),
    ],
)
def test_another_number_or_name_is_never_the_same_passage(old, new):
    rest = " while the other side was waiting behind the river for better weather."
    found = again(f"That {new}{rest}", old, f"That {old}{rest}")
    assert found is None or found[1] is Fit.REWRITTEN


def test_a_word_is_not_found_inside_another():
    assert again("Iranian drones flew.", "Iran", "Iran sent drones.") is None


def test_passages_that_overlap_are_told_apart():
    text = "two two two two two"
    found = Carrier(text, text).find(4, 11)
    assert (found.start, found.end) == (4, 11)


def test_what_was_cut_is_gone():
    assert again(OLD.replace("Two columns of armour", ""), "DeepState", "x DeepState y") == (
        "DeepState",
        Fit.SAME,
    )
    assert again("Nothing of it is here.", "Two columns of armour") is None


def test_what_would_take_too_long_to_look_for_is_passed_by(monkeypatch):
    new = OLD.replace("got into the", "had got into the")
    quote = "Two columns of armour got into the town's north"
    assert again(new, quote)[1] is Fit.EDITED
    monkeypatch.setattr(carryover, "COMPARED", 2)
    assert again(new, quote) is None


def test_an_empty_text_holds_nothing():
    assert again("", "Kupiansk") is None


WORDS = st.lists(
    st.sampled_from(["Kupiansk", "held", "the", "town", "two", "columns", "14", "in", "north"])
)
TEXTS = st.lists(WORDS.map(" ".join), max_size=4).map("\n\n".join)


@settings(max_examples=400)
@given(TEXTS, st.data())
def test_in_the_same_text_every_passage_is_where_it_was_or_nowhere(text, data):
    assume(text.strip())
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Carrier(text, text).find(start, end)
    if found is not None:
        assert text[start:end].strip() == text[found.start : found.end].strip()
        assert found.fit is Fit.SAME
        assert found.start - start == len(text[start:end]) - len(text[start:end].lstrip())


@given(TEXTS, TEXTS, st.data())
def test_what_is_found_lies_in_the_text_and_begins_and_ends_in_words(old, new, data):
    assume(old.strip())
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    found = Carrier(old, new).find(start, end)
    if found is not None:
        words = new[found.start : found.end]
        assert words
        assert words == words.strip()
