"""Ukrainian and Russian sentences of our own, each with what is said in it and by whom."""

import csv
from pathlib import Path

import pytest
from saying import said

from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.statements import slavic

with (Path(__file__).parent / "said_slavic.csv").open(encoding="utf-8", newline="") as rows:
    MARKED = [tuple(row.values()) for row in csv.DictReader(rows)]


@pytest.mark.parametrize(("language", "text", "content", "claimant", "relays", "verb"), MARKED)
def test_a_sentence_gives_its_statement_with_claimant_and_relays(
    language, text, content, claimant, relays, verb
):
    found = [
        (
            statement.surface,
            statement.claimant.name if statement.claimant else "",
            ",".join(relay.name for relay in statement.relays),
            statement.verb,
        )
        for statement in said(text, language)
    ]
    assert found == [(content, claimant, relays, verb)]


def test_there_are_sixty_marked_sentences_half_of_them_in_each_language():
    languages = [row[0] for row in MARKED]
    assert len(MARKED) >= 60
    assert languages.count("uk") >= 30
    assert languages.count("ru") >= 30


@pytest.mark.parametrize(
    "text",
    [
        "Ворог атакував місто вночі, є руйнування.",
        "У районі залізничного вокзалу тривають бої.",
        "Колона танків рухалась у бік річки.",
        "ОТУ «Харків» перекинула резерви.",
        "В Кремле прошло совещание.",
        "На окраине города слышны взрывы.",
        "Генштаб ВСУ переехал.",
        "Согласно закону, выборы пройдут осенью.",
        "Генштаб не подтвердил потерю села.",
    ],
)
def test_a_sentence_in_which_nobody_says_anything_gives_none(text):
    language = "uk" if set(text) & set("іїє") else "ru"
    assert said(text, language) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "При этом, отметили в Генштабе ВСУ, бои продолжаются на окраине.",
            "бои продолжаются на окраине",
        ),
        (
            "Город, отметили в Генштабе ВСУ, остаётся под контролем войск.",
            "Город, отметили в Генштабе ВСУ, остаётся под контролем войск",
        ),
        ("По его словам, потерь нет.", "потерь нет"),
    ],
)
def test_a_speaker_in_the_middle_parts_nothing(text, content):
    assert [statement.surface for statement in said(text, "ru")] == [content]


def test_a_name_in_quotation_marks_is_no_quotation():
    (statement,) = said("ОТУ «Харків» повідомила, що бої тривають.", "uk")
    assert statement.surface == "бої тривають"
    assert not statement.is_quote


def test_a_second_verb_of_the_same_sentence_has_the_same_speaker():
    text = "Речник Генштабу заявив, що ворог відійшов, та додав, що мости цілі."
    first, second = said(text, "uk")
    assert (first.surface, second.surface) == ("ворог відійшов", "мости цілі")
    assert first.claimant is not None
    assert second.claimant is not None
    assert first.claimant.name == second.claimant.name


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Мэр Иван Петров, выступая на сессии ООН, заявил, что бои идут.", "Мэр Иван Петров"),
        ("Иван Петров, мост для которого построили, заявил, что бои идут.", "Иван Петров"),
        ("В свою очередь губернатор заявил, что бои идут.", "губернатор"),
        ("Позднее губернатор заявил, что бои идут.", "губернатор"),
    ],
)
def test_the_speaker_is_the_subject_and_not_what_he_does(text, speaker):
    statement = said(text, "ru")[-1]
    assert statement.claimant is not None
    assert speaker in statement.claimant.surface
    assert "очередь" not in statement.claimant.surface
    assert statement.claimant.name != "United Nations"


def test_he_is_the_person_named_before():
    text = "Речник Генштабу Андрій Ковальов прибув. «Місто тримається», – сказав він."
    (statement,) = said(text, "uk")
    assert statement.claimant is not None
    assert statement.claimant.name == "General Staff of the Armed Forces of Ukraine"
    assert statement.claimant.surface == "він"


@pytest.mark.parametrize(
    "piece",
    [
        "Генштаб заявив, що ",
        "«Ми готові, – сказав він. ",
        "сказав ",
        "за даними Генштабу ворог ",
        "Reuters з посиланням на ",
        "Він сказав: «",
        "– сказав – ",
        "про це повідомив, ",
        "Генштаб: так\n",
    ],
)
def test_repetitive_texts_are_read_in_a_few_seconds(piece):
    document = Document(piece * (150_000 // len(piece)), language="uk")
    assert isinstance(slavic.attributions(document, Found()), list)
