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
        ("Ein Gastbeitrag von Anna Berg", ("Anna Berg",)),
        ("Матеріал підготувала Олена Марчук", ("Олена Марчук",)),
        ("Napisała Anna Nowak", ("Anna Nowak",)),
        ("Olena Marchuk in Kyiv and Jan Nowak (photos)", ("Olena Marchuk", "Jan Nowak")),
        ("Anna Berg für den Boten", ("Anna Berg",)),
        ("Olena Marchuk The River Post", ("Olena Marchuk",)),
        ("Omar al-Rashid, Yusuf ben-Ari", ("Omar al-Rashid", "Yusuf ben-Ari")),
        ("焦鹏", ("焦鹏",)),
        ("דוד לוי", ("דוד לוי",)),
    ],
)
def test_people_are_found_and_nobody_else(written, found):
    assert names.people([written], "The River Post") == found


def test_everyone_is_named_once_in_order():
    written = ["Olena Marchuk", "Piotr de Groot", "olena marchuk", "Olena Marchuk"]
    assert names.people(written) == ("Olena Marchuk", "Piotr de Groot")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (["River Desk", "The River Post"], ("River Desk", "The River Post")),
        (["Redacción River Post"], ("Redacción River Post",)),
        (["The River Post"], ("The River Post",)),
        (["Von: oleh77"], ("oleh77",)),
        (["Редакція", "редакція"], ("Редакція",)),
        (["admin", "Unknown", "12", "a@b.example", "river.com", "", "7 March 2025"], ()),
        (["A long sentence that says something else about the river"], ()),
    ],
)
def test_whoever_is_stated_is_named_where_nobody_else_is(written, found):
    assert names.anyone(written) == found
