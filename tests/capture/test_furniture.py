"""Furniture of pages that comes along with copied text."""

import pytest

from caseboard.capture import furniture, plain
from caseboard.model.parts import GAP
from caseboard.model.terms import PartKind

EN = """Skip to content
Menu
Sign in
Subscribe

World
Europe

Bridge over the Oskil reopens after eight months
Lorries cross the river again, but only one lane is open

Olena Marchuk in Kupiansk
Tue 4 Mar 2025 09.05 GMT
Last modified on Wed 5 Mar 2025 10.00 GMT
Share
Facebook
Twitter
Copy link
Save
3 min read
Listen to this article
1x
0:00 / 4:12

View image in fullscreen
Lorries cross the bridge at noon. Photograph: Jan Nowak/The River Post

The bridge over the Oskil reopened on Monday after eight months of repairs, the mayor said.

Lorries that had taken the long way round by the ferry crossed it again before noon, it said.

Advertisement

Sign up to First Edition
Free daily newsletter
Our morning email breaks down the key stories of the day.
Enter your email address
Sign up
Privacy Notice: Newsletters may contain info about charities.

“We checked every bolt twice,” said the foreman.

Read more: Ferry fares double in the spring

The ferry will go on sailing until the end of the month, the council decided on Friday.

Additional reporting by Jan Nowak
Topics
Ukraine
Europe
news
Reuse this content
Most viewed
Ferry fares double in the spring
Explore more on these topics
Support us
We have no owner: help us keep going.
"""
UK = """ГОЛОВНА НОВИНИ ВІЙНА
Підтримати нас

Міст через Оскіл знову відкрили після восьми місяців ремонту

Олена Марчук — Вівторок, 4 березня 2025, 09:05
1234
Поділитися:
Facebook
Telegram
Слухати новину

Фото: Суспільне Харків

Міст через Оскіл знову відкрили в понеділок після восьми місяців ремонту, каже мер.
Джерело: Харківська ОВА у Telegram
Дослівно: "Ми двічі перевірили кожен болт, перш ніж пустити першу вантажівку".
Деталі: Вантажівки, які досі їздили в об’їзд через пором, ще до полудня знову перетнули річку.

Реклама:

Читайте також: Пором подорожчає вдвічі вже навесні

Передісторія:
Інженери замінили два з дев’яти прогонів, пошкоджених навесні минулого року обстрілом.
Підписуйтесь на наш Telegram-канал, щоб не пропустити важливе
Теги: Харківщина, міст, Куп’янськ
Якщо ви помітили помилку, виділіть її мишею та натисніть Ctrl+Enter
Усі права захищені
Коментарі (12)
"""
RU = """Мост через Оскол снова открыли после восьми месяцев ремонта
4 марта 2025, 09:05
Автор: Пётр Ильин
Фото: РИА Новости / Иван Петров
КУПЯНСК, 4 мар — Речь Новости. Мост через Оскол снова открыли в понедельник, сообщил мэр.
Грузовики, которые раньше ездили в объезд, ещё до полудня пересекли реку, уточнил он.
Вчера, 18:20
Паром подорожает вдвое уже этой весной
"Мы дважды проверили каждый болт, прежде чем пустить первый грузовик", — сказал бригадир.
Читайте также
Паром подорожает вдвое уже этой весной
Подписывайтесь на нас в Telegram
Поделиться
ВКонтакте
Одноклассники
Темы: Мост, Река
Мы используем файлы cookie. Продолжая, вы соглашаетесь.
Поддержите нашу редакцию
"""
BODIES = {
    EN: (
        "Lorries cross the river again, but only one lane is open",
        "The bridge over the Oskil reopened",
        "Lorries that had taken the long way round",
        "“We checked every bolt twice,”",
        "The ferry will go on sailing",
    ),
    UK: (
        "Міст через Оскіл знову відкрили в понеділок",
        "Джерело: Харківська ОВА",
        "Дослівно:",
        "Деталі:",
        "Передісторія:",
        "Інженери замінили",
    ),
    RU: (
        "КУПЯНСК, 4 мар",
        "Грузовики, которые раньше",
        '"Мы дважды проверили',
    ),
}
ASIDE = {
    EN: ("Menu", "Facebook", "3 min read", "0:00 / 4:12", "View image in fullscreen",
         "Enter your email address", "Privacy Notice", "Reuse this content", "Explore more",
         "Support us", "Additional reporting", "Read more:", "Most viewed", "Europe"),
    UK: ("Підтримати нас", "1234", "Поділитися", "Слухати новину", "Реклама",
         "Читайте також", "Підписуйтесь", "Теги", "Ctrl+Enter", "Усі права", "Коментарі"),
    RU: ("Вчера, 18:20", "Читайте также", "ВКонтакте", "Темы:", "cookie", "Поддержите"),
}  # fmt: skip
EVERY = pytest.mark.parametrize("text", [EN, UK, RU], ids=["en", "uk", "ru"])


@EVERY
def test_the_article_is_found_among_the_furniture(text):
    found = plain.read(text)
    blocks = found.text.split(GAP)
    for begin in BODIES[text]:
        assert any(block.startswith(begin) for block in blocks), begin
    assert len(blocks) <= len(BODIES[text]) + 1


@EVERY
def test_the_furniture_is_kept_and_marked(text):
    found = plain.read(text)
    for words in ASIDE[text]:
        assert words.strip() in found.full_text
        assert words.strip() not in found.text


@EVERY
def test_no_line_is_lost_or_moved(text):
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    assert plain.read(text).full_text.split(GAP) == lines


@pytest.mark.parametrize(
    ("text", "title", "authors", "day"),
    [
        (EN, "Bridge over the Oskil reopens after eight months", ("Olena Marchuk",), "2025-03-04"),
        (UK, "Міст через Оскіл знову відкрили після восьми місяців ремонту", ("Олена Марчук",),
         "2025-03-04"),
        (RU, "Мост через Оскол снова открыли после восьми месяцев ремонта", ("Пётр Ильин",),
         "2025-03-04"),
    ],
    ids=["en", "uk", "ru"],
)  # fmt: skip
def test_title_byline_and_day_are_found_under_a_menu(text, title, authors, day):
    found = plain.read(text)
    assert (found.title, found.authors, found.published[:10]) == (title, authors, day)
    assert found.said_in == {"title": "text", "authors": "byline", "published": "byline"}


def test_a_note_without_prose_is_left_as_it_was_written():
    found = plain.read("Ferry times\n\nWest bank 9:00\nEast bank 9:40\nPort 10:20")
    assert [part.body for part in found.parts].count(False) <= 1
    assert "East bank 9:40" in found.text


@pytest.mark.parametrize(
    "line",
    ["Share on Facebook", "5 hours ago", "12 хв читання", "1 254",
     "Reading time: 3 min", "Comments (12)",
     "Сьогодні, 10:15", "Udostępnij", "Zum Inhalt springen", "Sign up to First Edition", "1.25x"],
)  # fmt: skip
def test_buttons_and_counters_are_furniture(line):
    assert furniture.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["Close the bridge, villagers say", "12 people were hurt", "Next to it stood a ferry",
     "Menu of the last ship: soup", "Print shops reopened in Kupiansk", "Далі на схід — пустка",
     "Search for the missing goes on", "More bridges are planned", "War"],
)  # fmt: skip
def test_headlines_and_prose_are_none(line):
    assert not furniture.is_furniture(line)


def test_who_else_worked_on_it_is_no_body():
    prose = "The bridge reopened on Monday, the mayor of the town said. " * 3
    crew = "Reporting by Anna Berg; editing by Jan Nowak"
    text = GAP.join(["A bridge reopens today", prose, crew])
    parts = plain.read(text).parts
    assert parts[-1].kind is PartKind.AUTHOR_CARD
    assert not parts[-1].body
