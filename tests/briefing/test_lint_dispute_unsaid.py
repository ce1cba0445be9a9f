import pytest
from lintwork import findings, stretch

from caseboard.briefing.linter.finding import Rule


def unsaid(text):
    found = findings(Rule.DISPUTE_UNSAID, bottom_line=text)
    return [(each.words[:2], stretch(each, text)) for each in found]


def test_a_disputed_claim_cited_alone_is_found():
    text = "The push failed [[C1]]. Lines are 2 to 3 km from the town [[C3]]."
    assert unsaid(text) == [("C1", "The push failed [[C1]].")]
    (found,) = findings(Rule.DISPUTE_UNSAID, bottom_line=text)
    assert "C2" in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "The push failed, which is disputed [[C1]].",
        "Accounts contradict each other on the push [[C1]].",
        "Whether anyone got in is open [[C1]] [[C2]].",
        "The General Staff said that the push failed [[C1]].",
        "Це спірно [[C1]].",
        "Версії різняться [[C1]].",
        "Lines are 2 to 3 km from the town [[C3]].",
    ],
)
def test_saying_so_is_enough(text):
    assert unsaid(text) == []


def test_a_judgement_is_read_as_one_thought():
    told = ["It is unlikely that the push failed [[C1]]. The claim is disputed [[C1]]."]
    assert not findings(Rule.DISPUTE_UNSAID, judgements=told)
    assert findings(Rule.DISPUTE_UNSAID, judgements=["It is unlikely that it failed [[C1]]."])
