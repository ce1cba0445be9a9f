"""Stretches of another language, told by their letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.briefing.tongues import stretches


def foreign(text, language="en"):
    return [(each.text, each.language) for each in stretches(text, language) if each.language]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Дві колони зайшли в Куп’янськ", "uk"),
        ("Купʼянськ", "uk"),
        ("Это был бой", "ru"),
        ("Гэта быў бой", "be"),
        ("Москва", "und-Cyrl"),
    ],
)
def test_cyrillic_in_an_english_briefing_is_told(text, language):
    assert foreign(f"He said: “{text}”, and left") == [(text, language)]


def test_words_of_one_quotation_stay_together_with_what_is_between_them():
    text = "Дві колони, є втрати"
    assert foreign(f"“{text}” (DeepState)") == [(text, "uk")]


def test_an_english_text_is_of_one_piece():
    assert foreign("Two columns with armour – “heavy losses”, naïve, 13–14 Nov") == []


def test_latin_words_in_a_ukrainian_briefing_are_told():
    assert foreign("За даними The Kyiv Independent, атаку відбито", "uk") == [
        ("The Kyiv Independent", "en")
    ]
    assert foreign("речення It’s a draw – nobody won", "uk") == [("It’s a draw – nobody won", "en")]
    assert foreign("газета Süddeutsche Zeitung", "uk") == [("Süddeutsche Zeitung", "und-Latn")]


@pytest.mark.parametrize("text", ["експонат E001", "KUP-2024-11-B1, 14 лист. 18:00 UTC", "[1]"])
def test_refs_and_single_words_are_no_other_language(text):
    assert foreign(text, "uk") == []


def test_letters_of_two_languages_are_left_open():
    assert foreign("Он сказал: “відбито”, и это всё", "en")[0] == (
        "Он сказал: “відбито”, и это всё",
        "und-Cyrl",
    )


@given(st.text(), st.sampled_from(["en", "uk", "de"]))
def test_nothing_is_lost(text, language):
    found = "".join(each.text for each in stretches(text, language))
    assert unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", text)


def test_an_accent_stays_with_its_letter():
    assert foreign("a И\u0306 b") == [("Й", "und-Cyrl")]
