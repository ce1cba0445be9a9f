"""Authors as people's names."""

import pytest

from caseboard.capture import names


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("By Olena Marchuk and Piotr de Groot", ("Olena Marchuk", "Piotr de Groot")),
        ("Автор: Наталя Гриценко, Олег Бойко", ("Наталя Гриценко", "Олег Бойко")),
        ("Авторы: Мария Соколова и Пётр Ильин", ("Мария Соколова", "Пётр Ильин")),
        ("Von Anna Müller und Jan-Erik Groß", ("Anna Müller", "Jan-Erik Groß")),
        ("OLENA MARCHUK", ("Olena Marchuk",)),
        ("Olena Marchuk, Defence Correspondent", ("Olena Marchuk",)),
        ("Mykola O’Brien-Smith; Lesya d'Arc", ("Mykola O’Brien-Smith", "Lesya d'Arc")),
        ("Olena Marchuk | The River Post", ("Olena Marchuk",)),
        ("The River Post", ()),
        ("River Post Staff", ()),
        ("Редакція", ()),
        ("olena@river.example", ()),
        ("https://river.example/authors/olena", ()),
        ("admin", ()),
        ("Reuters", ()),
        ("said that the bridge is open", ()),
        ("", ()),
    ],
)
def test_people_are_found_and_nobody_else(written, found):
    assert names.people([written], "The River Post") == found


def test_everyone_is_named_once_in_order():
    written = ["Olena Marchuk", "Piotr de Groot", "olena marchuk", "Olena Marchuk"]
    assert names.people(written) == ("Olena Marchuk", "Piotr de Groot")
