"""The blocks of a clip's text, as they are kept."""

import pytest

from caseboard.model.parts import Part
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
