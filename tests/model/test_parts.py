"""The blocks of a clip's text, as they are kept."""

import pytest

from caseboard.model.parts import Part, paragraph
from caseboard.model.terms import PartKind


@pytest.mark.parametrize("page", [None, 12])
def test_a_part_is_what_it_was_after_it_was_kept(page):
    part = Part(PartKind.CAPTION, 3, 9, body=False, picture=2, page=page)
    assert Part.from_json(part.as_json()) == part


def test_a_page_is_kept_only_where_there_is_one():
    assert "page" not in Part(PartKind.PARAGRAPH, 0, 5, body=True).as_json()
    assert Part(PartKind.PARAGRAPH, 0, 5, body=True, page=1).as_json()["page"] == 1


def test_parts_of_older_clips_name_no_page():
    row = {"kind": "paragraph", "start": 0, "end": 5, "body": True}
    assert Part.from_json(row) == Part(PartKind.PARAGRAPH, 0, 5, body=True)


def test_paragraphs_of_the_body_are_counted_and_nothing_else():
    text = "Title\n\nFirst words.\n\nA caption\n\nSecond words."
    blocks = [
        Part(PartKind.TITLE, 0, 5, body=False),
        Part(PartKind.PARAGRAPH, 7, 19, body=True),
        Part(PartKind.CAPTION, 21, 30, body=False),
        Part(PartKind.PARAGRAPH, 32, 45, body=True),
    ]
    at = {word: paragraph(text, blocks, text.index(word)) for word in ("Title", "caption")}
    assert at == {"Title": None, "caption": None}
    assert paragraph(text, blocks, text.index("First")) == 1
    assert paragraph(text, blocks, text.index("Second")) == 2


def test_a_text_without_blocks_has_the_paragraphs_its_empty_lines_make():
    text = "One\ngoes on.\n \nTwo."
    assert [paragraph(text, [], place) for place in (0, 4, text.index("Two"))] == [1, 1, 2]


def test_a_text_of_one_paragraph_is_not_counted():
    assert paragraph("All in one.", [], 3) is None
