"""Finding people and what a text says they are."""

from time import monotonic

import pytest

from caseboard.tagging import people
from caseboard.tagging.context import EMPTY, Context, KnownPerson
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.suggestions import Kind, PersonSuggestion, UnitSuggestion

Named = list[tuple[str, str]]

CASES: list[tuple[str, str, Named]] = [
    (
        "en",
        "General Staff spokesperson Andrii Kovalev told Ukrinform that the attack failed.",
        [("Andrii Kovalev", "General Staff spokesperson")],
    ),
    (
        "en",
        "President Volodymyr Zelensky thanked the soldiers.",
        [("Volodymyr Zelensky", "President")],
    ),
    (
        "en",
        "Ukraine’s Defense Minister Rustem Umerov arrived in Berlin.",
        [("Rustem Umerov", "Ukraine’s Defense Minister")],
    ),
    ("en", "Col. Gen. Oleksandr Syrskyi visited the front.", [("Oleksandr Syrskyi", "Col. Gen.")]),
    (
        "en",
        "Andrii Kovalev, a spokesperson for the General Staff, said so. Kovalev gave no figures.",
        [
            ("Andrii Kovalev", "spokesperson for the General Staff"),
            ("Andrii Kovalev", "spokesperson for the General Staff"),
        ],
    ),
    (
        "en",
        "The governor, Oleh Syniehubov, said two people were wounded.",
        [("Oleh Syniehubov", "governor")],
    ),
    (
        "en",
        "Kharkiv Oblast Governor Oleh Syniehubov reported on the shelling.",
        [("Oleh Syniehubov", "Kharkiv Oblast Governor")],
    ),
    (
        "en",
        "The head of the Kharkiv Oblast Military Administration, Oleh Syniehubov, spoke.",
        [("Oleh Syniehubov", "head of the Kharkiv Oblast Military Administration")],
    ),
    (
        "en",
        "Russian Defense Minister Andrei Belousov and President Vladimir Putin met on Monday.",
        [("Andrei Belousov", "Russian Defense Minister"), ("Vladimir Putin", "President")],
    ),
    ("en", '"We hold," said Lt. Col. Serhii Melnyk.', [("Serhii Melnyk", "Lt. Col.")]),
    ("en", "Analyst Michael Kofman warned of it.", [("Michael Kofman", "Analyst")]),
    (
        "en",
        "Former NATO Secretary General Jens Stoltenberg spoke in Oslo.",
        [("Jens Stoltenberg", "Former NATO Secretary General")],
    ),
    (
        "en",
        "U.S. Secretary of State Antony Blinken landed in Kyiv.",
        [("Antony Blinken", "Secretary of State")],
    ),
    (
        "en",
        "Sen. Lindsey Graham wrote to Mr. Scholz.",
        [("Lindsey Graham", "Sen."), ("Scholz", "Mr.")],
    ),
    ("en", "A. Kovalev reported no losses.", [("A. Kovalev", "")]),
    ("en", "George W. Bush was quoted.", [("George W. Bush", "")]),
    (
        "en",
        "A resident, Olha Petrenko, 67, told reporters she would stay.",
        [("Olha Petrenko", "resident")],
    ),
    (
        "en",
        "Mayor Ihor Terekhov said power was out. Terekhov asked people to stay inside.",
        [("Ihor Terekhov", "Mayor"), ("Ihor Terekhov", "Mayor")],
    ),
    (
        "en",
        "Zelensky spoke first. Later President Volodymyr Zelensky left.",
        [("Volodymyr Zelensky", "President"), ("Volodymyr Zelensky", "President")],
    ),
    (
        "en",
        "Battalion commander Oleksandr Nastenko fell near Robotyne.",
        [("Oleksandr Nastenko", "Battalion commander")],
    ),
    (
        "en",
        "Military analyst Kyrylo Sazonov was more cautious.",
        [("Kyrylo Sazonov", "Military analyst")],
    ),
    ("en", "Ursula von der Leyen came to Kyiv.", [("Ursula von der Leyen", "")]),
    ("en", "Spokesperson Boldizsar Fekete said nothing.", [("Boldizsar Fekete", "Spokesperson")]),
    ("en", "Emmanuel Macron's office confirmed it.", [("Emmanuel Macron", "")]),
    ("en", "Volunteer Jean-Claude Dubois drove the van.", [("Jean-Claude Dubois", "Volunteer")]),
    (
        "en",
        "Maria Zakharova, the spokeswoman of the foreign ministry, denied it.",
        [("Maria Zakharova", "spokeswoman of the foreign ministry")],
    ),
    ("en", "San Francisco and Saint Petersburg signed nothing.", []),
    ("en", "Nova Kakhovka lies on the Dnipro, Fort Wayne does not.", []),
    ("en", "The Red Cross and the White House declined to comment.", []),
    ("en", "George Washington University and Martin Luther King Boulevard are far away.", []),
    ("en", "The frigate Admiral Makarov left port.", []),
    ("en", "Getty Images sells pictures of Virginia Beach.", []),
    ("en", "In March and April the General Staff reported attacks.", []),
    ("en", "by Olena Hrabar November 14, 2024 2 min read", []),
    ("en", "Author: Olena Hrabar", []),
    ("en", "(Diego Ramos/Anadolu via Getty Images)", []),
    ("en", "Photo by Serhii Korovainyi", []),
    ("en", "Kupiansk, Kharkiv Oblast and the Oskil River were named.", []),
    ("en", "Hong Kong and Abu Dhabi sent aid.", []),
    ("en", "Abrams tanks and Bradley vehicles were seen.", []),
    (
        "uk",
        "Начальник Куп’янської МВА Андрій Беседін повідомив про обстріл.",
        [("Андрій Беседін", "Начальник Куп’янської МВА")],
    ),
    (
        "uk",
        "За словами речника Генштабу Андрія Ковальова, атаку відбито.",
        [("Андрій Ковальов", "речник Генштабу")],
    ),
    (
        "uk",
        "Президент України Володимир Зеленський подякував військовим.",
        [("Володимир Зеленський", "Президент України")],
    ),
    ("uk", "Зустріч із Володимиром Зеленським тривала годину.", [("Володимир Зеленський", "")]),
    (
        "uk",
        "Головнокомандувач Олександр Сирський відвідав фронт. Сирський нагородив бійців.",
        [("Олександр Сирський", "Головнокомандувач"), ("Олександр Сирський", "Головнокомандувач")],
    ),
    (
        "uk",
        "Міністр оборони Рустем Умєров прибув до Києва.",
        [("Рустем Умєров", "Міністр оборони")],
    ),
    (
        "uk",
        "Голова ОВА Олег Синєгубов заявив про двох поранених.",
        [("Олег Синєгубов", "Голова ОВА")],
    ),
    ("uk", "Про це розповіла мешканка Ольга Петренко.", [("Ольга Петренко", "мешканка")]),
    ("uk", "А. Ковальов доповів про втрати.", [("А. Ковальов", "")]),
    ("uk", "Іван Іванович Коваленко живе у Вовчанську.", [("Іван Іванович Коваленко", "")]),
    (
        "uk",
        "Андрій Беседін, начальник військової адміністрації, закликав до евакуації.",
        [("Андрій Беседін", "начальник військової адміністрації")],
    ),
    (
        "uk",
        "Командир батальйону Тарас Березовець дав інтерв’ю.",
        [("Тарас Березовець", "Командир батальйону")],
    ),
    ("uk", "Вулиця Івана Франка перекрита.", []),
    ("uk", "Місто Новий Буг зазнало удару.", []),
    ("uk", "Червоний Хрест відмовився від коментарів.", []),
    ("uk", "Автор: Олена Грабар", []),
    (
        "uk",
        "Речниця Сил оборони півдня Наталія Гуменюк спростувала це.",
        [("Наталія Гуменюк", "Речниця Сил оборони півдня")],
    ),
    (
        "ru",
        "Губернатор Вячеслав Гладков сообщил об обстреле.",
        [("Вячеслав Гладков", "Губернатор")],
    ),
    (
        "ru",
        "По словам губернатора Вячеслава Гладкова, ранены двое.",
        [("Вячеслав Гладков", "губернатор")],
    ),
    ("ru", "Об этом Владимир Путин сказал в Москве.", [("Владимир Путин", "")]),
    (
        "ru",
        "Министр обороны Андрей Белоусов прибыл в Курск. Белоусов осмотрел позиции.",
        [("Андрей Белоусов", "Министр обороны"), ("Андрей Белоусов", "Министр обороны")],
    ),
    (
        "ru",
        "Пресс-секретарь президента Дмитрий Песков отказался от комментариев.",
        [("Дмитрий Песков", "Пресс-секретарь президента")],
    ),
    ("ru", "В.В. Путин подписал указ.", [("В.В. Путин", "")]),
    (
        "ru",
        "Официальный представитель МИД Мария Захарова отвергла обвинения.",
        [("Мария Захарова", "Официальный представитель МИД")],
    ),
    (
        "ru",
        "Военный эксперт Михаил Ходаренок усомнился.",
        [("Михаил Ходаренок", "Военный эксперт")],
    ),
    ("ru", "Глава Чечни Рамзан Кадыров приехал.", [("Рамзан Кадыров", "Глава Чечни")]),
    ("ru", "Встреча с Сергеем Лавровым прошла в Минске.", [("Сергей Лавров", "")]),
    ("ru", "Село Красный Лиман обстреляно, Нижний Новгород тоже.", []),
    ("ru", "Улица Юрия Гагарина закрыта.", []),
    ("ru", "Красный Крест не ответил.", []),
    (
        "ru",
        "Генерал Сергей Суровикин исчез. О Суровикине молчат.",
        [("Сергей Суровикин", "Генерал"), ("Сергей Суровикин", "Генерал")],
    ),
    ("pl", "Prezydent Andrzej Duda podziękował żołnierzom.", [("Andrzej Duda", "Prezydent")]),
    ("pl", "Minister Radosław Sikorski przyjechał do Kijowa.", [("Radosław Sikorski", "Minister")]),
]


def _found(
    text: str, language: str = "en", context: Context = EMPTY, found: Found | None = None
) -> list[PersonSuggestion]:
    return people.find(Document(text, language=language), context, found or Found())


@pytest.mark.parametrize(("language", "text", "named"), CASES)
def test_people_are_found_with_their_roles(language: str, text: str, named: Named) -> None:
    assert [(one.name, one.role) for one in _found(text, language) if one.score >= 0.5] == named


def test_there_are_sixty_sentences_of_three_languages() -> None:
    assert len(CASES) >= 60
    assert {"en", "uk", "ru"} <= {language for language, _text, _named in CASES}


def test_offsets_are_those_of_the_name() -> None:
    text = "On Friday President Volodymyr Zelensky’s office spoke. Zelensky left."
    assert [text[one.start : one.end] for one in _found(text)] == ["Volodymyr Zelensky", "Zelensky"]
    assert all(one.surface == text[one.start : one.end] for one in _found(text))


def test_a_later_surname_is_the_same_person() -> None:
    first, second = _found("General Staff spokesperson Andrii Kovalev spoke. Kovalev left.")
    assert first.key == second.key == "andrii kovalev"
    assert second.score < first.score


def test_a_title_makes_it_surer() -> None:
    (plain,) = _found("We saw Andrii Kovalev there.")
    (titled,) = _found("We saw spokesperson Andrii Kovalev there.")
    assert titled.score > 0.9 > plain.score > 0.8


def test_initials_alone_are_less_sure_than_a_given_name() -> None:
    (one,) = _found("It was A. Kovalev there.")
    assert 0.5 < one.score < 0.8


def test_people_of_the_case_come_first() -> None:
    known = KnownPerson("p1", "Andrii Kovalev", ("Kovalyov",), "spokesperson")
    (one,) = _found("Kovalyov was there.", context=Context(people=(known,)))
    assert (one.name, one.known_id, one.role) == ("Andrii Kovalev", "p1", "spokesperson")
    assert one.key == "p1"


def test_the_surname_alone_of_someone_of_the_case_is_likely_them() -> None:
    known = Context(people=(KnownPerson("p1", "Andrii Kovalev"),))
    (one,) = _found("Later Kovalev was there.", context=known)
    assert one.known_id == "p1"
    assert 0.6 < one.score < 0.8
    (other,) = _found("Later Serhii Kovalev was there.", context=known)
    assert (other.name, other.known_id) == ("Serhii Kovalev", "")


def test_a_known_full_name_has_the_id_of_the_library_and_so_have_later_surnames() -> None:
    known = KnownPerson("p1", "Andrii Kovalev")
    first, second = _found("Andrii Kovalev spoke. Kovalev left.", context=Context(people=(known,)))
    assert (first.known_id, second.known_id) == ("p1", "p1")


def test_whom_the_case_turned_down_is_not_proposed() -> None:
    rejected = Context(rejected=frozenset({(Kind.PERSON, "andrii kovalev")}))
    assert _found("Andrii Kovalev spoke.", context=rejected) == []


def test_a_unit_named_after_someone_is_no_person() -> None:
    text = "The 25th Petro Sahaidachny Brigade came."
    unit = UnitSuggestion(start=4, end=33, surface=text[4:33], name="brigade")
    assert _found(text, found=Found(units=[unit])) == []


def test_an_author_is_no_person_of_the_story() -> None:
    text = "Army holds the town\nby Olena Hrabar November 14, 2024\nMayor Ihor Terekhov spoke."
    assert [one.name for one in _found(text)] == ["Ihor Terekhov"]


def test_public_figures_are_found_by_their_surname_alone() -> None:
    (putin,) = _found("The envoy met Putin there.")
    assert (putin.name, putin.score < 0.8) == ("Vladimir Putin", True)
    (one,) = _found("Ворог почув Зеленського вчора.", "uk")
    assert one.name == "Володимир Зеленський"
    assert [each.name for each in _found("We met Yury Putin. Putin left.")] == ["Yury Putin"] * 2


def test_a_text_without_people_has_none() -> None:
    assert _found("") == []
    assert _found("Nothing happened here. 12 34, 56.") == []


@pytest.mark.parametrize(
    "piece",
    [
        "Andrii Kovalev ",
        "A. ",
        "by A\n",
        "president of the ",
        "Андрій Коваленко ",
        "1.2.",
        "A-",
        "(x/",
        "Aa",
        "president, ",
    ],
)
def test_hostile_texts_are_read_in_linear_time(piece: str) -> None:
    begun = monotonic()
    _found(piece * (250_000 // len(piece)))
    assert monotonic() - begun < 30
