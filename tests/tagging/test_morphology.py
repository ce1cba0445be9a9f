"""The forms of Ukrainian and Russian words."""

import pytest

from caseboard.tagging import morphology
from caseboard.tagging.morphology import Language, forms


@pytest.mark.parametrize(
    ("word", "language", "nominative"),
    [
        ("Куп'янську", "uk", "куп'янськ"),
        ("Купянска", "ru", "купянск"),
        ("Синьківки", "uk", "синьківка"),
        ("Кислівці", "uk", "кислівка"),
        ("Петропавлівки", "uk", "петропавлівка"),
        ("Белгородской", "ru", "белгородская"),
        ("Харкові", "uk", "харків"),
        ("Сумах", "uk", "суми"),
        ("Великій", "uk", "велика"),
        ("Верхньої", "uk", "верхня"),
        ("Дальнем", "ru", "дальний"),
        ("Нижней", "ru", "нижняя"),
        ("Соединенных", "ru", "соединённые"),
        ("Штатах", "ru", "штаты"),
        ("Рівному", "uk", "рівне"),
    ],
)
def test_a_name_in_any_case_is_brought_to_the_nominative(
    word: str, language: Language, nominative: str
) -> None:
    assert nominative in [form.nominative for form in forms(word, language)]


def test_the_surname_does_not_hide_the_town() -> None:
    read = {form.lemma: form for form in forms("Харкові", "uk")}
    assert read["харко"].person == "Surn"
    assert read["харків"].is_place


def test_the_town_is_told_from_the_estuary() -> None:
    read = forms("Лимані", "uk")
    assert {form.is_place for form in read if form.is_noun and not form.person} == {True, False}


def test_a_russian_place_is_marked_as_one() -> None:
    assert any(form.is_place for form in forms("Купянска", "ru"))
    assert not any(form.is_place for form in forms("дорога", "ru"))


def test_every_apostrophe_is_the_same_to_the_dictionary() -> None:
    plain, curly, letter = (forms(f"Куп{mark}янську", "uk") for mark in "'’ʼ")
    assert plain == curly == letter


def test_a_word_that_is_no_name_is_common() -> None:
    assert any(form.is_common for form in forms("перемога", "uk"))
    assert not any(form.is_common for form in forms("Путин", "ru") if form.person)


def test_an_unknown_word_is_guessed_and_says_so() -> None:
    read = forms("Бубликівці", "uk")
    assert read
    assert not any(form.is_known for form in read)


def test_what_is_remembered_is_bounded() -> None:
    assert morphology._forms.cache_info().maxsize == 2 * morphology.KEPT


def test_an_endless_word_is_no_word() -> None:
    assert forms("на" * 100, "uk") == ()
