"""Who says what in English: sentences of our own, marked by hand."""

from collections import defaultdict
from pathlib import Path

import pytest

from caseboard.tagging.document import Document
from caseboard.tagging.statements import english
from caseboard.tagging.statements.attribution import Attribution, Manner

Marked = tuple[str, str, str]
"""Speaker, verb and words said."""


def _sentences() -> dict[str, set[Marked]]:
    """Every sentence with all that is said in it, which may be nothing."""
    marked: dict[str, set[Marked]] = defaultdict(set)
    table = Path(__file__).with_name("statements_english.tsv").read_text(encoding="utf-8")
    for row in table.splitlines()[1:]:
        text, speaker, verb, content = row.split("\t")
        marked[text] |= {(speaker, verb, content)} if content else set()
    return marked


SENTENCES = _sentences()


def found(text: str) -> list[Attribution]:
    return english.find(Document(text, language="en"))


def said(text: str) -> set[Marked]:
    return {(speaker(text, one), one.verb, content(text, one)) for one in found(text)}


def content(text: str, one: Attribution) -> str:
    return text[one.content_start : one.content_end]


def speaker(text: str, one: Attribution) -> str:
    return text[one.speaker_start : one.speaker_end] if one.speaker else ""


@pytest.mark.parametrize("text", SENTENCES)
def test_finds_all_that_is_said_and_nothing_else(text: str) -> None:
    assert said(text) == SENTENCES[text]


def test_sixty_statements_are_marked() -> None:
    assert sum(map(len, SENTENCES.values())) >= 60


def test_quotation_goes_on_over_paragraphs() -> None:
    text = '"We came at dawn.\n\n"We left at dusk," Major Ruban said.'
    assert said(text) == {("Major Ruban", "say", '"We came at dawn.\n\n"We left at dusk,"')}


def test_quotation_after_a_colon_may_begin_a_new_paragraph() -> None:
    text = 'Major Ruban continued:\n\n"We left at dusk. Nobody was hurt."'
    assert said(text) == {("Major Ruban", "continue", '"We left at dusk. Nobody was hurt."')}


def test_block_after_a_colon_is_said_to_its_end() -> None:
    text = "The ministry said:\n\nWe left at dusk. Nobody was hurt.\n\nIt rained."
    assert said(text) == {("The ministry", "say", "We left at dusk. Nobody was hurt.")}


def test_later_quotation_of_the_paragraph_goes_on_and_that_of_the_next_does_not() -> None:
    text = '"One," Ruban said. "Two."\n\n"Three."'
    assert said(text) == {("Ruban", "say", '"One," Ruban said. "Two."')}


def test_who_is_told_is_kept() -> None:
    text = "General Staff spokesperson Ivan Bereza told Ukrinform that the attack failed."
    (one,) = found(text)
    assert [text[span.start : span.end] for span in one.told] == ["Ukrinform"]


def test_who_is_cited_is_kept_whether_before_or_after_the_report() -> None:
    for text in (
        "The paper reported on Nov. 14 that the attack failed, citing the General Staff.",
        "Citing the General Staff, the paper reported that the attack failed.",
    ):
        (one,) = found(text)
        assert [text[span.start : span.end] for span in one.cited] == ["the General Staff"]
        assert content(text, one) == "the attack failed"


def test_manner_tells_quotation_from_report_and_thought() -> None:
    manners = {
        '"It is over," Ruban said.': Manner.QUOTE,
        'Ruban said it was "all but over" by noon.': Manner.MIXED,
        "Ruban said it was over.": Manner.SPEECH,
        "Ruban hoped it was over.": Manner.THOUGHT,
    }
    assert {text: found(text)[0].manner for text in manners} == manners


def test_firm_words_are_stronger_than_thoughts_and_denials_of_speech() -> None:
    firm, thought, unsaid = (
        found(text)[0].strength
        for text in (
            "Ruban said it was over.",
            "Ruban hoped it was over.",
            "Ruban never said it was over.",
        )
    )
    assert firm > 0.8
    assert thought < 0.5
    assert unsaid < 0.5


def test_sentence_is_that_of_the_verb() -> None:
    text = "It rained. Ruban said it was over. Then it snowed."
    (one,) = found(text)
    assert text[one.sentence.start : one.sentence.end] == "Ruban said it was over."


@pytest.mark.parametrize(
    "unit", ['"', "“", "said ", 'he said, "a" ', '"a?" b ', ", citing ", "that said that ", ". "]
)
def test_hostile_repetition_is_read_to_the_end(unit: str) -> None:
    text = unit * (60_000 // len(unit)) + "\n\nRuban said it was over."
    assert ("Ruban", "say", "it was over") in said(text)


def test_who_quotes_somebody_as_saying_passes_it_on() -> None:
    text = "The paper quoted an official as saying the bridge was gone."
    (one,) = found(text)
    assert [text[span.start : span.end] for span in one.told] == ["The paper"]
