import pytest
from briefing_cases import kupiansk
from lintwork import findings, stretch

from caseboard.briefing.linter.finding import Rule

SITUATION = [{"kind": "situation", "on": True}]
FACT = "Two Russian columns with armour got into Kupiansk late on 13 November and lost heavily"


def stated(text):
    found = findings(Rule.CLAIM_AS_FACT, sections=SITUATION, texts={"situation": text})
    return [(each.words, stretch(each, text)) for each in found]


def test_a_disputed_claim_in_the_words_of_a_fact_is_found():
    ((words, said),) = stated(f"The night was long. {FACT} [[C2]].")
    assert words.startswith("C2")
    assert said.startswith("Two Russian columns")


@pytest.mark.parametrize(
    "text",
    [
        f"According to DeepState, {FACT.lower()} [[C2]].",
        f"DeepState reports: “{FACT}” [[C2]].",
        f"It is disputed whether {FACT.lower()} [[C2]].",
        f"It is likely that {FACT.lower()} [[C2]].",
        "Shells fell on the eastern bank [[E001]].",
    ],
)
def test_whose_word_it_is_or_how_likely_makes_it_right(text):
    assert stated(text) == []


def test_words_of_a_source_in_the_analysts_mouth_are_found():
    text = "In all, two columns of Russian forces managed to enter Kupiansk [[C2]]."
    ((words, said),) = stated(text)
    assert "C2" in words
    assert "managed to enter Kupiansk" in said


def test_what_two_origins_say_may_be_stated():
    text = "Russian positions lie 2 to 3 km from the industrial edge of the town in the north-east"
    assert stated(f"{text} [[C3]].") == []


def test_a_sentence_is_told_of_once_for_the_claim_it_cites():
    dossier = kupiansk()
    one, other = dossier.claims[0], dossier.claims[1]
    one.statement = other.statement  # both are stated; the second is cited
    text = {"situation": f"{FACT} [[C2]]."}
    found = findings(Rule.CLAIM_AS_FACT, dossier=dossier, sections=SITUATION, texts=text)
    assert [each.words[:2] for each in found] == ["C2"]
