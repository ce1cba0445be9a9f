"""An outline that strains everything, in the forms that are no PDF."""

from typing import get_args

import pytest
from docx.oxml.ns import qn
from docx_reading import in_wrong_order, opened, words
from html_reading import addresses, tree
from html_reading import words as html_words
from markdown_it import MarkdownIt
from stress_outline import stress

from caseboard.briefing import docx, html, text
from caseboard.briefing.blocks import Block, MapFigure, Outline, text_of
from caseboard.briefing.inert import shown
from caseboard.briefing.walk import paragraphs


@pytest.fixture(scope="module")
def strained() -> Outline:
    return stress(classification="Для <службового> & користування")


def test_every_kind_of_block_is_strained(strained):
    kinds = {type(block) for section in strained.sections for block in section.blocks}
    assert kinds == set(get_args(Block)) - {MapFigure}  # maps have tests of their own


def sentences(outline):
    """Every paragraph's text, as it may be shown."""
    for section in outline.sections:
        for part in paragraphs(section):
            if said := " ".join(shown(text_of(part.runs)).split()):
                yield said


def test_html_shows_all_of_it_and_nothing_acts(strained):
    data = html.render(strained)
    said = html_words(tree(data))
    assert not [each for each in sentences(strained) if each not in said]
    outside = [value for _tag, value in addresses(data) if not value.startswith(("#", "data:"))]
    assert all(value.startswith(("http://", "https://")) for value in outside)


def test_word_shows_all_of_it_in_the_order_of_the_schema(strained):
    document = opened(docx.render(strained, "Letter"))
    said = words(document)
    assert not [each for each in sentences(strained) if each not in said]
    assert in_wrong_order(document) == []
    assert all(cell[-1].tag == qn("w:p") for cell in document.element.iter(qn("w:tc")))


def test_markdown_shows_all_of_it_as_text(strained):
    page = MarkdownIt("commonmark").enable("table").render(text.render(strained).decode())
    said = html_words(tree(page.encode()))
    assert not [each for each in sentences(strained) if each not in said]


@pytest.mark.parametrize("form", [html, docx, text])
def test_the_same_strain_gives_the_same_bytes(strained, form):
    assert form.render(strained) == form.render(stress(classification=strained.classification))
