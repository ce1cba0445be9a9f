import pytest
from lintwork import findings, stretch

from caseboard.briefing.linter.finding import Rule

CITED = "It is very unlikely that either account tells of a foothold [[C1]] [[C2]]."


def test_a_sentence_of_a_judgement_without_a_ref_is_found():
    text = f"{CITED} The town was quiet."
    (found,) = findings(Rule.UNCITED, judgements=[CITED, text])
    assert (found.where.field, found.where.index) == ("judgements", 1)
    assert stretch(found, text) == "The town was quiet."
    assert found.where.anchor == "judgement-2"


@pytest.mark.parametrize(
    "ref", ["[[E001]]", "[[e1]]", "[[KUP-2024-11-E001|the article]]", "[[C1]]"]
)
def test_any_way_of_writing_a_ref_cites(ref):
    assert not findings(Rule.UNCITED, judgements=[f"It is likely that it holds {ref}."])


def test_a_ref_the_case_does_not_have_cites_nothing():
    (found,) = findings(Rule.UNCITED, judgements=["It is likely that it holds [[E404]]."])
    assert found.where.index == 0


def test_a_bottom_line_is_cited_somewhere():
    assert not findings(Rule.UNCITED, bottom_line=f"{CITED} More will come.")
    (found,) = findings(Rule.UNCITED, bottom_line="More will come.")
    assert (found.where.field, found.where.start, found.where.end) == ("bottom_line", 0, 0)


def test_each_reported_fact_is_cited():
    text = "- The staff told of an attack [[E001]]\n- The bridge was hit\n\n## On the river\n"
    sections = [{"kind": "situation", "on": True}]
    (found,) = findings(Rule.UNCITED, sections=sections, texts={"situation": text})
    assert stretch(found, text) == "- The bridge was hit"
    assert found.where.field == "texts.situation"


def test_judgements_are_numbered_as_they_are_printed():
    (found,) = findings(Rule.UNCITED, judgements=[CITED, " ", "The town was quiet."])
    assert (found.where.index, found.where.anchor) == (2, "judgement-2")
    assert found.words.startswith("Judgement 2 ")


def test_a_ref_after_the_stop_is_of_the_sentence_before_it():
    text = "It is likely that it held. [[C1]] [[C2]] The town was quiet. “No,” he said. [[E001]]"
    (found,) = findings(Rule.UNCITED, judgements=[text])
    assert stretch(found, text) == "The town was quiet."
