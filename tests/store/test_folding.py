"""Text as search sees it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.store.folding import fold, spellings


@pytest.mark.parametrize(
    "spelling",
    ["Куп'янськ", "Куп’янськ", "Купʼянськ", "Куп`янськ", "Куп′янськ", 'Куп"янськ', "КУП”ЯНСЬК"],
)
def test_every_apostrophe_of_a_name_is_the_same(spelling):
    assert fold(spelling) == "купянськ"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка", "елка"),
        ("Їжак і Йод", "їжак і йод"),
        ("ЎЗНІК", "ўзнік"),
        ("Ку\u0301п’янськ", "купянськ"),
        ("и\u0306од", "йод"),
        ("Café Łódź", "cafe łodz"),
        ("Straße", "strasse"),
        ("\ufb01nd", "find"),
        ("Т-72Б3", "т 72б3"),
        ("Нью\u2011Йорк", "нью йорк"),
        ("zero\u200bwidth soft\u00adhyphen", "zerowidth softhyphen"),
        ("city’s edge", "city s edge"),
        ("the 'old' bridge", "the  old  bridge"),
        ("مُحَمَّد", "محمد"),
        ("ภาษาไทย", "ภาษาไทย"),
        ("हिन्दी", "हिन्दी"),
        ("한국어", "한국어"),
    ],
)
def test_text_is_folded(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_are_the_same(text):
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(decomposed) == fold(unicodedata.normalize("NFC", text))


@given(st.text("абвїйґєabcé’'- ", max_size=30))
def test_case_does_not_matter(text):
    assert fold(text.upper()) == fold(text)


@given(st.text(st.characters(max_codepoint=0x52F, categories=["L", "N"]), min_size=1, max_size=1))
def test_a_letter_is_among_the_spellings_of_its_fold(letter):
    folded = fold(letter)
    if len(folded) == 1 and folded.isalnum():
        assert unicodedata.normalize("NFC", letter) in spellings(folded)
