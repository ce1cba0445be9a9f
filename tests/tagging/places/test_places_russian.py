"""Places named in Russian: which words name one, and what they are looked up as."""

import pytest

from caseboard.tagging.context import EMPTY
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.places.slavic import mentions
from marked_places import likely, marked


@pytest.mark.parametrize(
    "sentence",
    [
        "Российские войска обстреляли окраины [Купянска].",
        "Взрывы прогремели в [Белгородской области] и [Курске].",
        "В [Белгородской обл.] объявили тревогу.".replace("обл.]", "обл]."),
        "Бои идут у [Синьковки] и [Петропавловки].",
        "Эшелон вышел из г. [Белгород].",
        "Пос. [Боровая] перешёл под контроль.",
        "В городе [Изюм] восстановлен свет.",
        "Жители [Нью-Йорка] и [Великобритании] поддержали решение.",
        "Он улетел из [Соединенных Штатов] в [Объединенные Арабские Эмираты].",
        "Делегация посетила [Северную Корею].",
        "Поезд [Москва]-[Берлин] отменён.",
        "Президент [РФ] выступил в [Ростове-на-Дону].",
        "На [Харьковщине] бои, в [Харькове] тревога.",
        "[США] и [Германия] договорились в [Женеве].",
        "Выборы в штате [Невада] прошли спокойно.",
        "В 2016 г. [Россия] сократила поставки.",
        "Ферма стоит в [Джорджии].",
    ],
)
def test_russian_names_are_found_in_whichever_case_they_stand(sentence: str) -> None:
    text, spans = marked(sentence)
    assert likely(text) == spans


@pytest.mark.parametrize(
    "sentence",
    [
        "Победа будет за нами.",
        "Мир нужен всем.",
        "Владимир Путин выступил вечером.",
        "Игорь Конашенков сообщил о потерях.",
        "Американские и украинские дипломаты встретились.",
        "Газета «Москва» вышла вовремя.",
        "Когда стемнело, стрельба утихла.",
        "ЕС и НАТО обсудили помощь.",
        "Белый дом опроверг это.",
    ],
)
def test_russian_words_persons_and_adjectives_are_no_places(sentence: str) -> None:
    assert likely(sentence) == []


def test_a_ministry_takes_the_country_into_its_name() -> None:
    assert likely("МИД России опроверг сообщение.") == []


def test_moscow_that_speaks_is_a_government() -> None:
    text = "Накануне Москва отказалась от переговоров с Киевом."
    seen = {each.surface: each.government for each in mentions(Document(text), EMPTY, Found())}
    assert seen == {"Москва": "RU", "Киевом": "UA"}


def test_a_surname_seen_with_a_given_name_stays_a_surname() -> None:
    assert likely("Джон Болтон приехал. Позже Болтон уехал.") == []
