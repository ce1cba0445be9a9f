"""Finding dates and times."""

from time import monotonic

import pytest

from caseboard.model import edtf, moments
from caseboard.tagging import times
from caseboard.tagging.document import Document
from caseboard.tagging.suggestions import TimeSuggestion

Read = list[tuple[str, str, str]]

CASES: list[tuple[str, Read]] = [
    (
        "DeepState said late on Nov. 13 that two columns came.",
        [("late on Nov. 13", "2024-11-13?", "evening")],
    ),
    ("The agency reported on Nov. 14.", [("Nov. 14", "2024-11-14", "")]),
    ("It is as of Nov. 13, 2024.", [("Nov. 13, 2024", "2024-11-13", "")]),
    ("A soldier fires on May 5, 2024.", [("May 5, 2024", "2024-05-05", "")]),
    ("The town was freed in the autumn of 2022.", [("autumn of 2022", "2022-23", "")]),
    (
        "They ramped up efforts in early September.",
        [("early September", "2024-09-01~/2024-09-10~", "")],
    ),
    ("It began in mid-October.", [("mid-October", "2024-10-11~/2024-10-20~", "")]),
    ("It ended in late October.", [("late October", "2024-10-21~/2024-10-31~", "")]),
    ("The attack came yesterday.", [("yesterday", "2024-11-13", "")]),
    ("Two were killed last night.", [("last night", "2024-11-13/2024-11-14", "night")]),
    ("He arrived on Monday.", [("Monday", "2024-11-11", "")]),
    ("He arrived on Thursday.", [("Thursday", "2024-11-14", "")]),
    ("He left last Thursday.", [("last Thursday", "2024-11-07", "")]),
    ("He leaves next Monday.", [("next Monday", "2024-11-18", "")]),
    ("It was shelled on Tuesday evening.", [("Tuesday evening", "2024-11-12", "evening")]),
    ("It happened this morning.", [("this morning", "2024-11-14", "morning")]),
    ("It happened last week.", [("last week", "2024-11-04/2024-11-10", "")]),
    ("It happened last month.", [("last month", "2024-10", "")]),
    ("It happened two days ago.", [("two days ago", "2024-11-12", "")]),
    ("It happened three weeks ago.", [("three weeks ago", "2024-10-24", "")]),
    (
        "Fighting raged between 12 and 14 November.",
        [("12 and 14 November", "2024-11-12/2024-11-14", "")],
    ),
    (
        "Fighting raged from Nov. 12 to Nov. 14.",
        [("Nov. 12 to Nov. 14", "2024-11-12/2024-11-14", "")],
    ),
    ("Fighting raged on Nov. 12-14.", [("Nov. 12-14", "2024-11-12/2024-11-14", "")]),
    (
        "It lasted from Nov. 30 to Dec. 2, 2023.",
        [("Nov. 30 to Dec. 2, 2023", "2023-11-30/2023-12-02", "")],
    ),
    ("It has lasted since 2022.", [("since 2022", "2022/..", "")]),
    ("It lasted from 2014 to 2021.", [("2014 to 2021", "2014/2021", "")]),
    ("It has lasted since Nov. 1.", [("since Nov. 1", "2024-11-01/..", "")]),
    ("It holds until Nov. 20.", [("until Nov. 20", "../2024-11-20", "")]),
    (
        "The invasion began on the morning of 24 February 2022.",
        [("on the morning of 24 February 2022", "2022-02-24", "morning")],
    ),
    ("Drones came overnight on Nov. 14.", [("overnight on Nov. 14", "2024-11-14", "night")]),
    (
        "The explosion was heard at 21:56 UTC on Nov. 13.",
        [("21:56 UTC on Nov. 13", "2024-11-13T21:56Z", "evening")],
    ),
    ("At 3 a.m. on Nov. 14 the alarm rang.", [("3 a.m. on Nov. 14", "2024-11-14T03:00", "night")]),
    (
        "The alarm rang at 10:30 p.m. Kyiv time.",
        [("10:30 p.m. Kyiv time", "2024-11-14T22:30+02:00?", "evening")],
    ),
    (
        "Published November 14, 2024 11:39 AM.",
        [("November 14, 2024 11:39 AM", "2024-11-14T11:39", "morning")],
    ),
    ("Stamp 2024-11-14T11:39Z of the file.", [("2024-11-14T11:39Z", "2024-11-14T11:39Z", "")]),
    ("The file is of 2024-11-13.", [("2024-11-13", "2024-11-13", "")]),
    (
        "Losses over the past 24 hours were heavy.",
        [("over the past 24 hours", "2024-11-13/2024-11-14", "")],
    ),
    ("The record is of 14.11.2024 in the list.", [("14.11.2024", "2024-11-14", "")]),
    ("They may march on the town.", []),
    ("It began in March.", [("March", "2024-03?", "")]),
    ("The score was 3:2 and the price 12.50.", []),
    ("He read the Sunday Times.", []),
    ("In 2022 soldiers 2,000 came and 2022 shells fell.", []),
    ("Vehicle 1999 of column 12-14 left.", []),
    ("Наступ відбито 14 листопада.", [("14 листопада", "2024-11-14", "")]),
    (
        "У ніч на 14 листопада ворог ударив дронами.",
        [("У ніч на 14 листопада", "2024-11-13/2024-11-14", "night")],
    ),
    ("Це сталося вчора ввечері.", [("вчора ввечері", "2024-11-13", "evening")]),
    ("Це сталося позавчора.", [("позавчора", "2024-11-12", "")]),
    (
        "Удар завдали вранці 14 листопада 2024 року.",
        [("вранці 14 листопада 2024 року", "2024-11-14", "morning")],
    ),
    ("Минулого тижня ворог відступив.", [("Минулого тижня", "2024-11-04/2024-11-10", "")]),
    ("Вибух пролунав о 06:30.", [("06:30", "2024-11-14T06:30?", "morning")]),
    (
        "Вибух пролунав о 22:00 за київським часом 13 листопада.",
        [("22:00 за київським часом 13 листопада", "2024-11-13T22:00+02:00", "evening")],
    ),
    ("Бої тривали 12-14 листопада.", [("12-14 листопада", "2024-11-12/2024-11-14", "")]),
    ("Місто звільнили восени 2022 року.", [("восени 2022 року", "2022-23", "")]),
    ("Війна триває з 2014 року.", [("з 2014 року", "2014/..", "")]),
    (
        "На початку вересня ворог просунувся.",
        [("На початку вересня", "2024-09-01~/2024-09-10~", "")],
    ),
    ("За минулу добу відбито 12 атак.", [("За минулу добу", "2024-11-13/2024-11-14", "")]),
    ("Станом на 14 листопада загроза зберігається.", [("14 листопада", "2024-11-14", "")]),
    ("Дві доби тому міст зруйновано.", [("Дві доби тому", "2024-11-12", "")]),
    ("У вівторок приїхав посол.", [("вівторок", "2024-11-12", "")]),
    ("13 ноября вечером прогремел взрыв.", [("13 ноября вечером", "2024-11-13", "evening")]),
    ("Бои начались в сентябре.", [("сентябре", "2024-09", "")]),
    (
        "В ночь на 14 ноября сбили дрон.",
        [("В ночь на 14 ноября", "2024-11-13/2024-11-14", "night")],
    ),
    ("Вчера погибли двое.", [("Вчера", "2024-11-13", "")]),
    ("На прошлой неделе были бои.", [("прошлой неделе", "2024-11-04/2024-11-10", "")]),
    (
        "Утром 13 ноября 2024 года начался штурм.",
        [("Утром 13 ноября 2024 года", "2024-11-13", "morning")],
    ),
    ("Город заняли в 2022 году.", [("2022 году", "2022", "")]),
    ("Неделю назад мост разрушили.", [("Неделю назад", "2024-11-07", "")]),
    ("За прошедшие сутки отбиты атаки.", [("За прошедшие сутки", "2024-11-13/2024-11-14", "")]),
    ("Обстрел начался в 14:20 мск.", [("14:20 мск", "2024-11-14T14:20+03:00?", "afternoon")]),
    ("В понедельник приехал министр.", [("понедельник", "2024-11-11", "")]),
    ("Wojna trwa od 24 lutego 2022 roku.", [("od 24 lutego 2022 roku", "2022-02-24/..", "")]),
    ("W listopadzie 2024 roku trwały walki.", [("listopadzie 2024 roku", "2024-11", "")]),
    ("Wczoraj wieczorem słychać było wybuchy.", [("Wczoraj wieczorem", "2024-11-13", "evening")]),
]
"""Published on Thursday, 14 November 2024."""


def _found(text: str, published: str = "2024-11-14") -> list[TimeSuggestion]:
    return times.find(Document(text, published=published))


@pytest.mark.parametrize(("text", "read"), CASES)
def test_times_are_read(text: str, read: Read) -> None:
    assert [(one.surface, one.edtf, one.part_of_day) for one in _found(text)] == read


def test_there_are_sixty_sentences() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("text", [text for text, _read in CASES])
@pytest.mark.parametrize("published", ["2024-11-14", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_every_time_is_edtf_that_can_be_read_and_shown(text: str, published: str) -> None:
    for one in _found(text, published):
        span = edtf.read(one.edtf)
        assert span.uncertain == one.is_uncertain
        assert moments.show(one.edtf) != one.edtf or one.edtf.isdigit()
        assert text[one.start : one.end] == one.surface


def test_without_a_date_of_publication_only_absolute_times_are_proposed() -> None:
    text = "Yesterday, on Monday, in March, on Nov. 13, at 21:56, last week; on Nov. 14, 2024."
    assert [one.edtf for one in _found(text, "")] == ["2024-11-14"]


def test_a_year_of_publication_alone_tells_no_day() -> None:
    assert _found("It came yesterday.", "2024") == []
    assert _found("It came yesterday.", "2024-11") == []


def test_a_publication_date_that_cannot_be_read_is_as_none() -> None:
    assert _found("It came yesterday.", "last week") == []
    assert [one.edtf for one in _found("It came on Nov. 13, 2024.", "soon")] == ["2024-11-13"]


def test_a_time_of_publication_is_good_for_its_day() -> None:
    assert [one.edtf for one in _found("It came yesterday.", "2024-11-14T11:39Z")] == ["2024-11-13"]


def test_a_year_that_is_not_given_is_the_nearest() -> None:
    assert [one.edtf for one in _found("It came on Dec. 30.", "2025-01-02")] == ["2024-12-30"]
    assert [one.edtf for one in _found("It comes on Jan. 2.", "2024-12-30")] == ["2025-01-02"]


def test_a_year_guessed_from_far_is_uncertain() -> None:
    (far,) = _found("It came on June 5.")
    (near,) = _found("It came on Nov. 5.")
    (given,) = _found("It came on June 5, 2024.")
    assert (far.edtf, far.is_uncertain) == ("2024-06-05?", True)
    assert (near.edtf, near.is_uncertain) == ("2024-11-05", False)
    assert far.score < 0.8 < near.score < given.score


def test_a_day_the_calendar_does_not_have_is_no_date() -> None:
    assert _found("It came on 31 November 2024 and on 30.02.2024.") == []


def test_leap_days_are_of_leap_years() -> None:
    assert [one.edtf for one in _found("It came on Feb. 29.", "2024-03-01")] == ["2024-02-29"]


def test_summer_time_of_kyiv_is_three_hours_ahead() -> None:
    assert [one.edtf for one in _found("At 21:00 Kyiv time on July 3, 2024.")] == [
        "2024-07-03T21:00+03:00"
    ]
    assert [one.edtf for one in _found("At 21:00 Kyiv time on Jan. 3, 2024.")] == [
        "2024-01-03T21:00+02:00"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march.",
        "May the best win. March on!",
        "Theresa May spoke.",
        "The ratio is 12:1, the share 14.5 %.",
        "Brigade 2024 soldiers in 3000 tents.",
        "At 25:61 nothing is.",
        "Highway 12-14 and room 1999/2.",
        "A fall of the leaf, a spring in the step.",
        "Їхав один день і одну ніч.",
    ],
)
def test_words_and_figures_that_are_no_times_are_left(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    "piece",
    ["Nov. 12 ", "12-", "1.2.", "last ", "at 12:", "from ", "2024-11-14 ", "у ніч на ", "1"],
)
def test_hostile_times_are_read_in_linear_time(piece: str) -> None:
    begun = monotonic()
    _found(piece * (1_000_000 // len(piece)))
    assert monotonic() - begun < 30
