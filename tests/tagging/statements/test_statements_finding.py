"""From a text to its statements, with who makes them."""

from caseboard.tagging.context import EMPTY
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.statements import finding
from caseboard.tagging.suggestions import StatementSuggestion


def find(text: str, language: str) -> list[StatementSuggestion]:
    return finding.find(Document(text, language=language), EMPTY, Found())


def test_statements_stand_in_reading_order_with_their_own_words() -> None:
    text = '"It is over," Danylo Ruban said. Police hoped that it was. Two left, the army said.'
    found = find(text, "en")
    assert [one.surface for one in found] == ['"It is over,"', "it was", "Two left"]
    assert all(text[one.start : one.end] == one.surface for one in found)


def test_words_that_are_only_hoped_score_below_half() -> None:
    said, hoped = find("The army said it was over. The army hoped it was over.", "en")
    assert said.score > 0.5 > hoped.score


def test_text_without_statements_has_none() -> None:
    assert find("Two tanks burned near the school.", "en") == []


def test_ukrainian_is_read_as_ukrainian() -> None:
    found = find("Генштаб повідомив, що ворог відступив.", "uk")
    assert [one.surface for one in found] == ["ворог відступив"]
