"""The sentences between a title and the first paragraph."""

import pytest
from captured import PARAGRAPHS

from caseboard.capture import standfirst
from caseboard.capture.blocks import Block
from caseboard.model.terms import PartKind

TITLE = "A bridge reopens"
SUMMARY = (
    "Nine weeks after the flood lorries cross the river again, if only one at a time. The ferry "
    "goes on for those that are too heavy."
)


def page(*between):
    body = [Block(text, body=True, tag="p") for text in PARAGRAPHS["en"]]
    return [Block(TITLE, tag="h1"), *between, *body]


def marked(block, descriptions=()):
    standfirst.mark(page(block), TITLE, descriptions)
    return block.body


def test_prose_under_the_title_is_body():
    assert marked(Block(SUMMARY, tag="div"))


def test_a_short_line_is_body_where_the_head_says_it_too():
    line = "Lorries cross the river again, one at a time"
    assert not marked(Block(line, tag="h2"))
    assert marked(Block(line, tag="h2"), [f"{line}. More on the flood."])


def test_what_some_systems_call_a_teaser_is_body_if_the_head_says_it():
    assert not marked(Block(SUMMARY, PartKind.RELATED))
    assert marked(Block(SUMMARY, PartKind.RELATED), [SUMMARY])


@pytest.mark.parametrize(
    "block",
    [
        Block("By Olena Marchuk, March 4, 2025", tag="p"),
        Block(SUMMARY, linked=0.8),
        Block(SUMMARY, PartKind.CAPTION),
        Block(SUMMARY, PartKind.AUTHOR_CARD),
        Block(SUMMARY, byline=True),
        Block("Share", tag="div"),
        Block(f"{SUMMARY} (Olena Marchuk/AP)", tag="p"),
    ],
)
def test_bylines_captions_and_links_are_not(block):
    assert not marked(block)


def test_nothing_above_the_title_is_taken():
    blocks = [Block(SUMMARY, tag="p"), *page()]
    standfirst.mark(blocks, TITLE, [])
    assert not blocks[0].body


def test_without_title_or_body_nothing_is_taken():
    for blocks in ([Block(SUMMARY, tag="p")], page(Block(SUMMARY))[1:]):
        standfirst.mark(blocks, TITLE, [])
        assert not blocks[0].body


def test_a_short_line_is_body_where_its_class_says_so():
    line = "Lorries cross the river again, one at a time"
    assert marked(Block(line, tag="div", standfirst=True))
    assert not marked(Block(line, tag="div", standfirst=True, linked=0.9))
    assert not marked(Block("By Olena Marchuk and Jan Nowak, 4 March 2025", standfirst=True))
