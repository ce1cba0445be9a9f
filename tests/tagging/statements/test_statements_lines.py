"""Sentences in which a quotation is one word."""

from caseboard.tagging.document import Document
from caseboard.tagging.statements import joining, lines


def words(text: str) -> list[list[str]]:
    return [
        [token.text for token in line.tokens] for line in lines.cut(Document(text, language="en"))
    ]


def test_quotation_is_one_word_and_holds_its_sentences_together() -> None:
    assert words('"We left. Nobody knew," he said.') == [
        ['"We left. Nobody knew,"', "he", "said", "."]
    ]


def test_abbreviations_and_clitics_are_single_words() -> None:
    assert words("The U.S. isn't in Ivan's T-72.") == [
        ["The", "U.S.", "isn't", "in", "Ivan's", "T-72", "."]
    ]


def test_line_knows_whether_it_begins_a_paragraph_and_is_all_quotation() -> None:
    cut = lines.cut(Document('He left. "Yes."\n\nShe stayed.', language="en"))
    assert [(line.starts_paragraph, line.is_bare) for line in cut] == [
        (True, False),
        (False, True),
        (True, False),
    ]


def test_endless_sentence_is_cut_into_pieces() -> None:
    assert [len(tokens) for tokens in words("word " * 400)] == [150, 150, 100]


def joined(text: str) -> list[str]:
    made = joining.joined(lines.cut(Document(text, language="en")))
    return [text[line.span.start : line.span.end] for line in made]


def test_question_is_joined_with_who_asked_it() -> None:
    assert joined('"Why now?" Major Ruban asked on Monday. He left.') == [
        '"Why now?" Major Ruban asked on Monday.',
        "He left.",
    ]


def test_question_is_not_joined_with_what_is_said_next() -> None:
    text = '"Why now?" Ruban said the army was ready.'
    assert joined(text) == ['"Why now?"', "Ruban said the army was ready."]


def test_quotation_is_joined_with_the_name_after_a_dash() -> None:
    text = "“We left.” — Danylo Ruban"
    assert joined(text) == [text]
