"""Which blocks of a page are its article."""

import pytest

from caseboard.capture import body, page
from caseboard.capture.blocks import Block, Placed, Shown
from caseboard.capture.figures import Figure
from caseboard.capture.tree import parse
from caseboard.model.terms import PartKind

PROSE = "The bridge over the river reopened on Monday after eight months of work, the mayor said. "
HEAD = "<title>A bridge reopens</title>"


def read(markup):
    article = f"<article><h1>A bridge reopens</h1>{markup}</article>"
    return page.read(f"<html><head>{HEAD}</head><body>{article}</body></html>")


def paragraphs(count):
    return "".join(f"<p>{PROSE}Paragraph {n} of them.</p>" for n in range(count))


def test_a_caption_that_stands_in_the_text_again_is_no_body():
    caption = "Lorries wait at the ferry on the western bank"
    figure = f"<figure><img src=a.jpg><figcaption>{caption}. Photo: Jan Nowak</figcaption></figure>"
    found = read(f"{figure}{paragraphs(2)}<p>{caption}.</p>{paragraphs(2)}")
    assert caption not in found.text


def test_whom_to_ask_at_the_end_is_kept_beside_the_article():
    contacts = "<p>Pressekontakt:</p><p>Anna Berg, Telefon: 0123 456</p><p>Fluss AG, Am Ufer 1</p>"
    found = read(f"{paragraphs(5)}{contacts}")
    assert "Telefon" not in found.text
    assert "Telefon" in found.full_text
    assert {p.kind for p in found.parts if "Telefon" in found.full_text[p.start : p.end]} == {
        PartKind.OTHER
    }


def test_whom_to_ask_in_the_middle_of_prose_ends_with_it():
    found = read(f"{paragraphs(2)}<p>Kontakt:</p><p>{PROSE * 5}</p>{paragraphs(1)}")
    assert PROSE.strip() * 1 in found.text
    assert found.text.count("Paragraph") == 3


def test_a_heading_under_which_nothing_follows_is_no_body():
    found = read(f"{paragraphs(3)}<h2>Additional information</h2>")
    assert "Additional" not in found.text
    found = read(f"{paragraphs(2)}<h2>What comes next</h2>{paragraphs(1)}")
    assert "What comes next" in found.text


@pytest.mark.parametrize("pictured", [True, False])
def test_a_heading_over_pictures_stays(pictured):
    texts = [f"{PROSE}Number {n}." for n in range(3)]
    blocks = [Block(text, tag="p", inside=True) for text in texts]
    blocks.append(Block("The bridge in pictures", tag="h2", inside=True))
    shown = Shown(blocks, [Placed(Figure("a.jpg"), 4, inside=True)] if pictured else [])
    stated = "\n".join(block.text for block in blocks)
    body.decide(parse("<p>x</p>"), shown, None, stated)
    assert [block.body for block in blocks] == [True, True, True, pictured]


def test_a_line_without_any_word_is_no_body():
    assert "___" not in read(f"{paragraphs(2)}<p>___</p>{paragraphs(2)}").text
    assert "* * *" not in read(f"{paragraphs(2)}<p>* * *</p>{paragraphs(2)}").text
