"""Words as the grammar of units reads them."""

import pytest

from caseboard.tagging.document import Document
from caseboard.tagging.units import tokens
from caseboard.tagging.units.numerals import english, roman


def read(text):
    return tokens.read(Document(text)).all


@pytest.mark.parametrize(
    ("text", "number", "is_ordinal"),
    [
        ("92nd", 92, True),
        ("92", 92, False),
        ("92-га", 92, True),
        ("4-я", 4, True),
        ("110-та", 110, True),
        ("47-ої", 47, True),
        ("3-му", 3, True),
        ("third", 3, True),
        ("перша", 1, True),
        ("другого", 2, True),
        ("третьей", 3, True),
        ("четвёртая", 4, True),
        ("п'ятої", 5, True),
        ("III", 3, True),
        ("ІІІ", 3, True),
        ("XVIII", 18, True),
    ],
)
def test_a_number_is_told_with_its_ordinal(text, number, is_ordinal):
    (token,) = read(text)
    assert (token.number, token.is_ordinal) == (number, is_ordinal)


@pytest.mark.parametrize("text", ["IIII", "brigade", "бригада", "VX", "Mix"])
def test_what_is_no_number_has_none(text):
    (token,) = read(text)
    assert token.number is None


@pytest.mark.parametrize(
    "forms",
    [
        "бригада бригади бригаді бригаду бригадою бригад бригадам бригадами бригадах бригады",
        "дивізія дивізії дивізію дивізією дивізій дивізіями",
        "дивизия дивизии дивизию дивизией дивизий",
        "полк полку полком полки полків полков",
        "танкова танкової танковій танкову танковою танкові танкових танковый танковая танковые",
        "окрема окремої окремій окрему окремою окремий окремого окремі окремих",
        "гвардейская гвардейской гвардейскую гвардейские гвардейских",
        "армія армії армію армією",
    ],
)
def test_all_forms_of_a_word_have_one_stem(forms):
    assert len({tokens.stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("92ОМБр", ["92", "ОМБр"]),
        ("air-assault", ["air", "assault"]),
        ("десантно-штурмова", ["десантно-штурмова"]),
        ("92-га", ["92-га"]),
        ("25th", ["25th"]),
    ],
)
def test_a_glued_or_hyphened_word_is_cut_where_that_helps(text, pieces):
    assert [token.text for token in read(text)] == pieces
    assert all(text[token.start : token.end] == token.text for token in read(text))


def test_a_possessive_is_told_and_left_out():
    (token,) = read("Army’s")
    assert (token.norm, token.is_possessive) == ("army", True)
    (plain,) = read("forces")
    assert (plain.norm, plain.is_possessive) == ("forces", False)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (92, "92nd"),
        (103, "103rd"),
        (112, "112th"),
    ],
)
def test_english_ordinals_have_their_endings(number, written):
    assert english(number) == written


@pytest.mark.parametrize(
    ("figure", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXXIX", 39)]
)
def test_roman_figures_are_read(figure, value):
    assert roman(figure) == value
