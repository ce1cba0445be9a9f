import pytest
from briefing_cases import kupiansk
from lintwork import findings, stretch

from caseboard.briefing.linter.finding import Rule
from caseboard.model.terms import Ladder

END = "on either account [[C1]] [[C2]]."


def judged(rule, text, ladder=Ladder.ICD203):
    dossier = kupiansk()
    dossier.case.ladder = ladder
    found = findings(rule, dossier=dossier, judgements=[text])
    return [stretch(each, text) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        f"It is likely that columns came near, {END}",
        f"It is **almost certain** that they came, {END}",
        f"Дуже ймовірно, що колони підійшли, {END}",
    ],
)
def test_one_term_of_likelihood_is_right(text):
    assert judged(Rule.LIKELIHOOD, text) == []


def test_a_judgement_without_a_term_is_found():
    assert judged(Rule.LIKELIHOOD, f"Columns came near, {END}") == [""]
    assert judged(Rule.LIKELIHOOD, f"Колони підійшли, {END}") == [""]


def test_the_second_term_of_a_judgement_is_found():
    text = f"It is likely that they came, and very unlikely that they stayed, {END}"
    assert judged(Rule.LIKELIHOOD, text) == ["very unlikely"]


def test_a_word_of_no_ladder_is_found():
    assert "Perhaps" in judged(Rule.LIKELIHOOD, f"Perhaps columns came near, {END}")


def test_what_a_source_is_quoted_with_is_not_the_analysts_term():
    text = f"It is likely that they came, “almost certainly from the east”, {END}"
    assert judged(Rule.LIKELIHOOD, text) == []


def test_likelihood_and_confidence_in_one_sentence_are_found():
    one = f"We assess with high confidence that it is likely that they came, {END}"
    assert judged(Rule.CONFIDENCE_IN_LIKELIHOOD, one) == ["confidence that it is likely"]
    two = f"It is likely that they came, {END} Our confidence in this is low [[C1]] [[C2]]."
    assert judged(Rule.CONFIDENCE_IN_LIKELIHOOD, two) == []
    uk = f"З високою впевненістю вважаємо ймовірним, що колони підійшли, {END}"
    assert len(judged(Rule.CONFIDENCE_IN_LIKELIHOOD, uk)) == 1


def test_a_word_of_another_ladder_is_found():
    text = f"It is highly likely that they came, {END}"
    assert judged(Rule.TWO_LADDERS, text) == ["highly likely"]
    assert judged(Rule.TWO_LADDERS, text, Ladder.PHIA) == []
    assert judged(Rule.TWO_LADDERS, f"It is very likely that they came, {END}", Ladder.PHIA)
    uk = f"Вельми ймовірно, що колони підійшли, {END}"
    assert judged(Rule.TWO_LADDERS, uk) == ["Вельми ймовірно"]


def test_reported_facts_hold_no_likelihood_of_the_analysts_own():
    sections = [{"kind": "situation", "on": True}]
    own = "It is likely that shells fell [[E001]]."
    (found,) = findings(Rule.LIKELIHOOD, sections=sections, texts={"situation": own})
    assert stretch(found, own) == "likely"
    theirs = "DeepState said it is likely that shells fell [[E002]]."
    assert not findings(Rule.LIKELIHOOD, sections=sections, texts={"situation": theirs})


def test_what_is_said_of_a_claim_is_looked_at_where_it_is_printed():
    dossier = kupiansk()
    dossier.claims[0].assessment = "It is highly likely, with high confidence, that it is so."
    found = findings(dossier=dossier)
    assert {each.rule for each in found} == {Rule.CONFIDENCE_IN_LIKELIHOOD, Rule.TWO_LADDERS}
    assert {(each.where.table, each.where.row_id) for each in found} == {
        ("claim", dossier.claims[0].id)
    }
    assert all(each.words.startswith("C1") for each in found)
    assert not findings(dossier=dossier, sections=[{"kind": "notes", "on": True}])
