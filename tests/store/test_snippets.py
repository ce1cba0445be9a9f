"""The passage that shows why a text was found."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caseboard.store.folding import fold
from caseboard.store.snippets import LENGTH, Finder, Term, terms

FILLER = "Nothing of note was said. " * 40


def found(asked, text):
    """The words marked in a snippet of `text`."""
    shown, marks = Finder(terms(asked)).snippet(text)
    return [shown[start:end] for start, end in marks]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", ()),
        ("  «» ", ()),
        ("kup", (Term(("kup",), is_begun=True),)),
        ("Heavy los", (Term(("heavy",)), Term(("los",), is_begun=True))),
        ("Т-72", (Term(("т", "72"), is_begun=True),)),
        ("T-7", (Term(("t", "7")),)),
        ('"two columns" ', (Term(("two", "columns")),)),
        ("city's", (Term(("city", "s")),)),
        ('x" OR NEAR(', (Term(("x",)), Term(("or",)), Term(("near",), is_begun=True))),
    ],
)
def test_what_is_typed_becomes_terms(asked, expected):
    assert terms(asked) == expected


def test_terms_are_quoted_for_fts5():
    assert [term.fts for term in terms("Т-72* куп")] == ['"т 72"', '"куп"*']


@pytest.mark.parametrize(
    ("asked", "text", "marked"),
    [
        ("купянськ", "Під Куп’янськом тихо", ["Куп’янськом"]),
        ("Куп'янськ ", "КУПʼЯНСЬК", ["КУПʼЯНСЬК"]),
        ("елк", "Ёлка, елки", ["Ёлка", "елки"]),
        ("cafe ", "café cafe\u0301 cafes", ["café", "café"]),
        ("куп тихо", "Куп’янськ, Куп; тихо", ["Куп", "тихо"]),
        ("т-72", "Т-72Б3 і Т–80", ["Т-72Б3"]),
        ("two columns", "two tall columns; two columns", ["two", "columns", "two", "columns"]),
        ('"two columns"', "two tall columns; two columns", ["two columns"]),
        ("city ", "the city’s outskirts, cityscape", ["city"]),
        ("iv", "Kyiv, division, Ivan", ["Ivan"]),
        ("bar ", "foo_bar", ["bar"]),
    ],
)
def test_words_are_marked_as_they_were_written(asked, text, marked):
    assert found(asked, text) == marked


def test_a_snippet_is_cut_where_most_terms_stand_together():
    text = f"Columns. {FILLER}Two columns entered Kupiansk.\n\n{FILLER}"
    shown, marks = Finder(terms("two columns kupiansk")).snippet(text)
    assert [shown[start:end] for start, end in marks] == ["Two", "columns", "Kupiansk"]
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "\n" not in shown


def test_a_text_without_the_terms_is_shown_from_its_beginning():
    shown, marks = Finder(terms("absent")).snippet(f"It began. {FILLER}")
    assert shown.startswith("It began.")
    assert marks == ()


def test_a_short_text_is_shown_whole():
    assert Finder(terms("b")).snippet("a b c") == ("a b c", ((2, 3),))


def test_marks_that_meet_become_one():
    text, marks = Finder(terms("two-columns columns")).marks("two columns")
    assert (text, marks) == ("two columns", ((0, 11),))


WORDS = st.text("абвгґєїйёeéэ’ʼ'xyzßs", min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_every_whole_word_of_a_text_can_be_marked_in_it(words, data):
    word = data.draw(st.sampled_from(words))
    assume("ß" not in word)  # found by search, yet not marked: one letter is two there
    asked = terms(word + " ")
    assume(asked)
    _text, marks = Finder(asked).marks(" ".join(words))
    assert marks


@given(st.text(max_size=600), st.text(max_size=12))
def test_marks_lie_in_order_in_a_snippet_of_bounded_length(text, asked):
    shown, marks = Finder(terms(asked)).snippet(text)
    assert len(shown) <= LENGTH + 2
    edges = [edge for mark in marks for edge in mark]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(shown) for start, end in marks)


@given(st.lists(WORDS, min_size=1, max_size=12), WORDS)
def test_what_is_marked_folds_to_what_was_asked(words, asked):
    wanted = terms(f"{asked} ")
    text, marks = Finder(wanted).marks(" ".join(words))
    for start, end in marks:
        plain = " ".join(re.findall(r"\w+", fold(text[start:end])))
        assert any(" ".join(term.words) in plain for term in wanted)
