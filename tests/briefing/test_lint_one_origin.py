from dataclasses import replace

from briefing_cases import kupiansk
from lintwork import findings

from caseboard.briefing.linter.finding import Rule


def words(*judgements):
    return [each.words for each in findings(Rule.ONE_ORIGIN, judgements=list(judgements))]


def test_a_judgement_on_the_word_of_one_is_found_however_many_print_it():
    (told,) = words("It is likely that nobody got in, though that is disputed [[C1]] [[E001]].")
    assert "General Staff" in told
    assert "C1, E001" in told


def test_claims_of_two_origins_hold_a_judgement_up():
    assert not words("It is likely that one of two accounts holds [[C1]] [[C2]].")


def test_a_claim_that_two_bear_out_holds_a_judgement_up():
    assert not words("It is likely that the line is 2 to 3 km from the town [[C3]].")


def test_exhibits_alone_are_told_by_whom_they_report():
    dossier = kupiansk()
    text = ["It is likely that two columns lost heavily [[E002]]."]
    assert not findings(Rule.ONE_ORIGIN, dossier=dossier, judgements=text)
    less = replace(dossier, reports=dossier.reports[:-1])  # nobody else speaks in it
    (found,) = findings(Rule.ONE_ORIGIN, dossier=less, judgements=text)
    assert "DeepState" in found.words


def test_an_exhibit_without_claims_is_its_publisher_alone():
    dossier = kupiansk()
    dossier = type(dossier)(dossier.case, 1, "", dossier.as_of, clips=dossier.clips,
                            sources=dossier.sources)  # fmt: skip
    text = ["It is likely that it holds [[E001]]."]
    (found,) = findings(Rule.ONE_ORIGIN, dossier=dossier, judgements=text)
    assert "The Kyiv Independent" in found.words


def test_what_cites_nothing_is_left_to_another_rule():
    assert not words("It is likely that it rains.")
