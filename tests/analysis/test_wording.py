"""Warnings of wording, and what must raise none."""

import json

import pytest

from caseboard.analysis.wording import Checker, Kind, Saying, check, telling_words
from caseboard.model.terms import Ladder
from support import PROJECT

STAFF = Saying("General Staff", "every assault toward Kupiansk had been thrown back")
MAP = Saying(
    "DeepState",
    "two Russian columns, with armoured vehicles and one tank among them, had made it into town",
)
STATEMENT = "The push into Kupiansk was repelled"
US, UK = Ladder.ICD203, Ladder.PHIA


def kinds(text, ladder=US, statement=STATEMENT, sayings=(STAFF, MAP)):
    return [each.kind for each in check(text, ladder=ladder, statement=statement, sayings=sayings)]


def underlined(text, **options):
    found = check(text, ladder=US, statement=STATEMENT, sayings=(STAFF, MAP), **options)
    return [text[each.start : each.end] for each in found]


# --- likelihood and confidence ---


@pytest.mark.parametrize(
    "text",
    [
        "We judge with high confidence that it is likely the bridge stands.",
        "The raid is very unlikely (moderate confidence).",
        "Дуже ймовірно, що міст стоїть, і наша впевненість висока.",
        "Малоймовірно, що вони відійшли: певність низька.",
        "Очень вероятно, что мост стоит; уверенность высокая.",
        "We are confident that an attack is likely.",
    ],
)
def test_likelihood_and_confidence_in_one_sentence_are_told_apart(text):
    assert kinds(text) == [Kind.TWO_JUDGEMENTS]


@pytest.mark.parametrize(
    "text",
    [
        "It is likely that the bridge stands. Our confidence is moderate.",
        "Confidence is low: one source, no imagery.",
        "Confidence-building talks are likely.",
        "The band lies within a likely 95 % confidence interval.",
        "General Staff says it is likely, with high confidence, that the attack goes on.",
        "The spokesman was “confident that victory is likely”.",
        "Ймовірність удару зросла, кажуть у штабі з великою впевненістю.",
    ],
)
def test_two_sentences_quotes_and_others_judgements_raise_no_warning(text):
    assert Kind.TWO_JUDGEMENTS not in kinds(text)


def test_the_words_between_the_two_judgements_are_marked():
    text = "It is late. We judge with high confidence that it is likely so."
    assert underlined(text) == ["confidence that it is likely"]


# --- ladders ---


@pytest.mark.parametrize(
    ("text", "ladder", "own"),
    [
        ("It is highly likely that it stands.", US, "very likely"),
        ("There is a realistic possibility of a raid.", US, "roughly even chance"),
        ("It is very unlikely to hold.", UK, "highly unlikely"),
        ("Вельми ймовірно, що міст стоїть.", US, "very likely"),
        ("Очень маловероятно, что мост стоит.", UK, "highly unlikely"),
    ],
)
def test_a_word_of_the_other_ladder_is_met_with_the_cases_own(text, ladder, own):
    (found,) = check(text, ladder=ladder)
    assert found.kind is Kind.OTHER_LADDER
    assert f"“{own}”" in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "It is likely, very likely, unlikely, very unlikely or almost certain.",
        "There is a roughly even chance; almost no chance is left of the other.",
        "It probably holds, and it is highly probable that it will.",
        "Малоймовірно, що міст стоїть. Дуже ймовірно, що ні.",
        "The likelihood of a raid grows; its probability is what matters.",
        "Ймовірність зростає.",
        "A very unlikely-looking bridge.",
    ],
)
def test_the_cases_own_words_raise_no_warning(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Perhaps the bridge stands.",
        "There is a good chance of a raid.",
        "It is more likely than not that they left.",
        "Можливо, міст стоїть.",
        "Скорее всего, мост стоит.",
    ],
)
def test_a_word_of_no_ladder_leaves_open_how_likely(text):
    assert kinds(text) == [Kind.NO_LADDER]


def test_two_ladders_in_one_text_are_said_to_be_mixed():
    text = "It is very likely that they left. It is highly unlikely that they return."
    (found,) = check(text, ladder=US)
    assert found.kind is Kind.TWO_LADDERS
    assert found.hint.startswith("Two ladders are mixed here.")
    assert text[found.start : found.end] == "highly unlikely"


def test_words_of_likelihood_that_others_use_are_theirs():
    assert kinds("According to ISW, a raid is highly likely.") == []
    assert kinds("ISW wrote that a raid is a “realistic possibility”.") == []
    assert kinds("We say it is highly likely.") == [Kind.OTHER_LADDER]


# --- a claimant's words as fact ---


@pytest.mark.parametrize(
    "text",
    [
        "Every assault toward Kupiansk had been thrown back.",
        "On Nov. 14 every assault toward Kupiansk has been thrown back by the brigade.",
        "Two Russian columns, with armoured vehicles, entered the town.",
        "The push into Kupiansk was repelled.",
        "The Russian push into Kupiansk was quickly repelled, as ever.",
    ],
)
def test_a_claimants_words_without_the_claimant_are_stated_as_fact(text):
    assert kinds(text) == [Kind.AS_FACT]


def test_it_is_said_whose_words_they_are_and_which():
    text = "All is calm. Every assault toward Kupiansk had been thrown back at night."
    (found,) = check(text, ladder=US, statement=STATEMENT, sayings=(STAFF, MAP))
    assert text[found.start : found.end] == "Every assault toward Kupiansk had been thrown back"
    assert found.sentence == "Every assault toward Kupiansk had been thrown back at night."
    assert found.hint.startswith("These are words of General Staff.")


@pytest.mark.parametrize(
    "text",
    [
        "The General Staff said every assault toward Kupiansk had been thrown back.",
        "According to the staff, the push into Kupiansk was repelled.",
        "The claim that the push into Kupiansk was repelled rests on one origin.",
        "“Every assault toward Kupiansk had been thrown back”: that is all there is.",
        "It is likely that the push into Kupiansk was repelled.",
        "Both hold if the push into Kupiansk was repelled inside the town.",
        "Was the push into Kupiansk repelled?",
        "The push into Kupiansk was not repelled.",
        "Nothing bears out that every assault toward Kupiansk had been thrown back.",
        "The push may have been repelled short of Kupiansk.",
        "Neither account has Russian troops holding any part of the town afterwards.",
        "Imagery of the bridge into Kupiansk would decide it.",
        "Reportedly, two Russian columns, with armoured vehicles and one tank, got in.",
    ],
)
def test_what_is_attributed_quoted_denied_or_left_open_raises_no_warning(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Усі атаки в напрямку Куп’янська відбито силами оборони.", [Kind.AS_FACT]),
        ("За словами штабу, усі атаки в напрямку Куп'янська відбито.", []),
        ("Штаб заявив: усі атаки в напрямку Куп'янська відбито.", []),
        ("Чи всі атаки в напрямку Куп'янська відбито?", []),
    ],
)
def test_ukrainian_words_are_told_apart_whatever_apostrophe_they_are_written_with(text, expected):
    saying = Saying("Генштаб", "усі атаки в напрямку Куп'янська відбито")
    assert kinds(text, statement="Наступ на Куп'янськ відбито", sayings=(saying,)) == expected


def test_russian_words_are_told_apart():
    saying = Saying("Минобороны", "две колонны вошли в город и понесли тяжёлые потери")
    found = "Две колонны вошли в город и понесли тяжелые потери."
    assert kinds(found, statement="", sayings=(saying,)) == [Kind.AS_FACT]
    assert kinds(f"По данным карты, {found.lower()}", statement="", sayings=(saying,)) == []


def test_small_words_in_a_row_are_nobodys():
    saying = Saying("Map", "it was in the direction of the town")
    assert kinds("Fire came in the direction of the river.", sayings=(saying,)) == []
    assert kinds("They stood as it was in the morning.", sayings=(saying,)) == []


def test_a_claim_of_a_word_or_two_is_never_found_restated():
    assert kinds("The bridge was struck at dawn.", statement="Bridge struck", sayings=()) == []


def test_a_denial_is_restated_only_by_a_denial():
    denial = "No Russian soldier entered the town"
    assert kinds("No Russian soldier ever entered the town.", statement=denial) == [Kind.AS_FACT]
    assert kinds("A Russian soldier entered the town.", statement=denial) == []


def test_a_claims_own_statement_is_checked_without_anything_to_be_stated_as_fact():
    assert check("The push into Kupiansk was repelled", ladder=US) == []


# --- sentences and places ---


def test_a_date_and_a_rank_end_no_sentence():
    text = "We judge on Nov. 14 with low confidence, as Gen. Syrskyi knows, that it is likely."
    assert kinds(text) == [Kind.TWO_JUDGEMENTS]


def test_warnings_stand_in_the_order_of_the_text():
    text = "Perhaps so.\nIt is highly likely. Every assault toward Kupiansk had been thrown back."
    assert kinds(text) == [Kind.NO_LADDER, Kind.OTHER_LADDER, Kind.AS_FACT]


def test_places_count_code_points_whatever_stands_before():
    text = "🙂 Perhaps so."
    assert underlined(text) == ["Perhaps"]


def test_nothing_is_nothing_to_warn_of():
    assert Checker(US).check("") == []
    assert Checker(US).check(" \n… “”") == []


def test_what_the_sample_case_says_raises_no_warning():
    sample = json.loads((PROJECT / "resources" / "sample" / "case.json").read_text("utf-8"))
    ladder = Ladder(sample["case"]["ladder"])
    said = [
        Saying(report["claimant"], report["at"]["exact"])
        for claim in sample["claims"]
        for report in claim["reports"]
        if "exact" in report["at"]
    ]
    briefing = sample["briefing"]
    assert said
    for claim in sample["claims"]:
        texts = [claim["assessment"], claim["confidence_basis"], briefing["bottom_line"]]
        for text in (*texts, *briefing["judgements"]):
            assert check(text, ladder=ladder, statement=claim["statement"], sayings=said) == []


def test_a_judgement_is_the_analysts_own_word_whomever_it_names():
    text = "On either account it is highly likely that they came, and our confidence is low."
    checker = Checker(US, STATEMENT, (STAFF, MAP))
    assert checker.check(text) == []
    found = [each.kind for each in checker.check(text, is_judgement=True)]
    assert set(found) == {Kind.TWO_JUDGEMENTS, Kind.OTHER_LADDER}
    quoted = "General Staff said that the push into Kupiansk was repelled."
    assert checker.check(quoted, is_judgement=True) == []


def test_telling_words_are_the_same_in_another_time_and_case():
    assert telling_words("The columns ENTERED the town") == telling_words("columns entering a town")
    assert telling_words("the of and") == frozenset()
