"""The language of a text."""

import pytest
from captured import PARAGRAPHS

from caseboard.capture import language


@pytest.mark.parametrize("tag", ["en", "uk", "ru"])
def test_a_paragraph_is_enough(tag):
    assert language.guess(PARAGRAPHS[tag][0]) == tag


def test_german_and_polish_are_known():
    assert language.guess("Die Brücke ist nach neun Wochen wieder für den Verkehr offen") == "de"
    assert (
        language.guess("Most przez rzekę jest znowu otwarty po dziewięciu tygodniach i to nie żart")
        == "pl"
    )


@pytest.mark.parametrize("text", ["", "Kyiv", "12 34 56 78 90", "x y z q w e r t"])
def test_doubt_is_said_by_silence(text):
    assert language.guess(text) == ""


@pytest.mark.parametrize(
    ("tag", "primary"),
    [("uk_UA", "uk"), ("en-GB", "en"), ("ru", "ru"), ("", ""), ("und", ""), ("english", "")],
)
def test_stated_tags_are_shortened(tag, primary):
    assert language.stated(tag) == primary


@pytest.mark.parametrize(
    ("tag", "host", "first"),
    [
        ("en-GB", "", True),
        ("en_US", "", False),
        ("en", "", None),
        ("en", "river.co.uk", True),
        ("en", "river.example", None),
        ("en-US", "river.co.uk", False),
        ("uk", "", True),
        ("de-AT", "", True),
        ("", "", None),
        ("", "river.com.au", True),
    ],
)
def test_the_country_tells_whether_the_day_comes_first(tag, host, first):
    assert language.day_first(tag, host) is first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Бої під Куп'янськом", "uk"),
        ("Взрыв в Белгороде, есть раненые", "ru"),
        ("Он заявил это", "ru"),
        ("Харків", "uk"),
        ("Pożar w Łodzi", "pl"),
        ("Kupiansk shelled", ""),
        ("Lech Wałęsa was in Gdańsk", ""),
        ("", ""),
    ],
)
def test_a_headline_of_few_words_is_read_by_its_letters(text: str, expected: str) -> None:
    assert language.likely(text) == expected
