"""Ukrainian names in other letters."""

import pytest

from gazetteer_build import romanise


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Куп’янськ", "Kupiansk"),
        ("Згурський", "Zghurskyi"),
        ("Єнакієве", "Yenakiieve"),
        ("Гадяч", "Hadiach"),
        ("Ґалаґан", "Galagan"),
        ("Їжакевич", "Yizhakevych"),
        ("Кадиївка", "Kadyivka"),
        ("Юрій", "Yurii"),
        ("Щербухи", "Shcherbukhy"),
        ("Знам’янка", "Znamianka"),
        ("Куп’янськ-Вузловий", "Kupiansk-Vuzlovyi"),
        ("Ізюм", "Izium"),
    ],
)
def test_latin_letters_follow_the_resolution_of_2010(name, latin):
    assert romanise.official(name) == latin


@pytest.mark.parametrize(
    ("name", "russian"),
    [
        ("Синьківка", "Синьковка"),
        ("Табаївка", "Табаевка"),
        ("Андріївка", "Андреевка"),
        ("Петропавлівка", "Петропавловка"),
        ("Західне", "Западное"),
        ("Червоне", "Красное"),
        ("Нова Каховка", "Новая Каховка"),
        ("Великий Бурлук", "Великий Бурлук"),
        ("Вовчанськ", "Волчанск"),
        ("Миколаїв", "Николаев"),
    ],
)
def test_russian_spelling_follows_from_the_ukrainian(name, russian):
    assert romanise.russian(name) == russian


def test_latin_letters_by_way_of_russian_come_in_two_kinds():
    assert romanise.from_russian("Табаевка") == "Tabaevka"
    assert romanise.from_russian_by_sound("Табаевка") == "Tabayevka"
    assert romanise.from_russian("Великий Бурлук") == "Veliky Burluk"


@pytest.mark.parametrize(
    ("name", "polish"),
    [("Синьківка", "Syńkiwka"), ("Лиман", "Łyman"), ("Харків", "Charkiw"), ("Гусятин", "Husiatyn")],
)
def test_polish_papers_spell_it_their_way(name, polish):
    assert romanise.polish(name) == polish
