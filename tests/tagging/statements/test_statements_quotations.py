"""Cutting what stands in quotation marks."""

from itertools import pairwise

import pytest

from caseboard.tagging.statements import quotations


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotations.cut(text)]


@pytest.mark.parametrize(
    "quote",
    ['"so"', "“so”", "«so»", "„so“", "„so”", "''so''", "``so''", "‘so it is’", "'so it is'"],
)
def test_marks_of_every_kind_are_known(quote: str) -> None:
    assert cut(f"He said {quote} and left.") == [quote]


def test_apostrophes_open_nothing() -> None:
    assert cut("The soldiers' road isn't Ivan’s, nor the '90s.") == []


def test_inches_open_nothing() -> None:
    assert cut('A 6" pipe, he said, "is enough".') == ['"is enough"']


def test_inner_quotation_is_part_of_the_outer() -> None:
    assert cut("“He told us ‘no’ twice.”") == ["“He told us ‘no’ twice.”"]
    assert cut('"The “guests” left."') == ['"The “guests” left."']


def test_open_quotation_goes_on_where_the_next_paragraph_opens_one() -> None:
    text = "“One.\n\n“Two.”\n\n“Three.”"
    assert cut(text) == ["“One.\n\n“Two.”", "“Three.”"]


def test_open_quotation_ends_with_its_paragraph_otherwise() -> None:
    assert cut("“One.\n\nTwo. “Three.”") == ["“One.", "“Three.”"]


def test_line_that_ends_as_a_sentence_ends_a_paragraph() -> None:
    text = "One.\nTwo\nthree."
    spans = [text[span.start : span.end] for span in quotations.paragraphs(text)]
    assert spans == ["One.", "Two\nthree."]


@pytest.mark.parametrize("mark", ['"', "“", "«", "'", "‘", "''", '"a ', "' a"])
def test_a_million_marks_are_cut_in_one_pass(mark: str) -> None:
    text = mark * (1_000_000 // len(mark))
    spans = quotations.cut(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
