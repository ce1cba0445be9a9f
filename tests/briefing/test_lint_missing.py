import pytest
from briefing_cases import kupiansk
from lintwork import findings

from caseboard.briefing.linter.finding import Rule
from caseboard.model.terms import BriefingStatus

FINAL = {"status": BriefingStatus.FINAL}


def fields(**changes):
    return [each.where.field for each in findings(Rule.MISSING, **FINAL, **changes)]


def test_a_final_briefing_with_everything_lacks_nothing():
    assert fields() == []


@pytest.mark.parametrize(
    ("field", "empty"),
    [
        ("bottom_line", " "),
        ("author", ""),
        ("cutoff", None),
        ("judgements", ["  "]),
        ("confidence", None),
    ],
)
def test_what_a_final_briefing_lacks_is_named(field, empty):
    assert fields(**{field: empty}) == [field]
    assert not findings(Rule.MISSING, **{field: empty})  # a draft may


def test_the_question_of_the_case_stands_for_its_own():
    dossier = kupiansk()
    dossier.case.question = ""
    assert fields(dossier=dossier) == ["question"]
    assert fields(dossier=dossier, question="Who holds it?") == []


def test_a_withheld_author_is_said():
    assert fields(author="", is_author_withheld=True) == []
