"""What programs put where nobody said anything is nothing."""

import pytest

from caseboard.capture.documents import said


@pytest.mark.parametrize("title", ["", "untitled", "Microsoft Word - draft.doc", "a.pdf", "(null)"])
def test_no_title_is_none(title):
    assert said.title(title) == ""


def test_a_title_stands_on_one_line():
    assert said.title(" The bridge\n at the port ") == "The bridge at the port"


def test_authors_are_divided_as_files_divide_them():
    assert said.people("Olena Marchuk; Ivan Franko") == "Olena Marchuk, Ivan Franko"
    assert said.people("(anonymous)") == said.people("user") == ""
