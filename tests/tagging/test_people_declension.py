"""The forms of Slavic names."""

import pytest

from caseboard.tagging.people.declension import forms, nominative_of_surname


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("андрій", "андрія"),
        ("андрій", "андрієві"),
        ("андрей", "андрею"),
        ("юрий", "юрия"),
        ("володимир", "володимиром"),
        ("ігор", "ігорем"),
        ("лев", "льва"),
        ("павел", "павлом"),
        ("дмитро", "дмитра"),
        ("микита", "микитою"),
        ("ольга", "ользі"),
        ("юлія", "юлії"),
        ("любов", "любов’ю"),
        ("зеленський", "зеленського"),
        ("гуменюк", "гуменюком"),
        ("захарова", "захаровой"),
        ("речник", "речника"),
    ],
)
def test_a_name_has_its_oblique_forms(name: str, form: str) -> None:
    assert "o" in forms(name)[form]
    assert "n" in forms(name)[name]


def test_a_name_that_ends_in_a_vowel_of_no_pattern_stays() -> None:
    assert forms("ненсі") == {"ненсі": "n"}


@pytest.mark.parametrize(
    ("form", "gender", "language", "nominative"),
    [
        ("зеленського", "m", "uk", "зеленський"),
        ("песковым", "m", "ru", "песков"),
        ("ковальова", "m", "uk", "ковальов"),
        ("беседіну", "m", "uk", "беседін"),
        ("коваленка", "m", "uk", "коваленко"),
        ("гладкову", "m", "ru", "гладков"),
        ("захаровой", "f", "ru", "захарова"),
        ("зеленської", "f", "uk", "зеленська"),
        ("гуменюк", "f", "uk", "гуменюк"),
        ("кравця", "m", "uk", "кравець"),
        ("пелосі", "f", "uk", "пелосі"),
    ],
)
def test_a_surname_comes_back_to_its_nominative(
    form: str, gender: str, language: str, nominative: str
) -> None:
    assert nominative_of_surname(form, gender, language) == nominative
