"""Who wrote an article, wherever pages say so."""

import pytest

from caseboard.capture import authorship, jsonld
from caseboard.capture.tree import parse

HEADING = "<h1>A bridge reopens</h1>"


def read(body, *, linked=None, head=(), lines=(), site="The River Post"):
    root = parse(f"<html><body>{body}</body></html>")
    known = authorship.Known(
        "A bridge reopens", site, linked or jsonld.Linked(), tuple(head), list(lines)
    )
    return authorship.read(root, root, known).names


@pytest.mark.parametrize(
    ("markup", "people"),
    [
        ('<p class="byline">By Olena Marchuk and Jan Nowak</p>', ("Olena Marchuk", "Jan Nowak")),
        ('<div class="article__author"><a href="/x">Anna Berg</a></div>', ("Anna Berg",)),
        ('<span class="author-name">Von Anna Berg</span>', ("Anna Berg",)),
        ('<div class="c-autor">Autor: Jan Kowalski</div>', ("Jan Kowalski",)),
        ('<div class="post-author">Автор: Олена Марчук</div>', ("Олена Марчук",)),
        ('<div class="article_author">Текст: Пётр Ильин (Киев)</div>', ("Пётр Ильин",)),
        ('<p><a href="/autoren/anna-berg/">Anna Berg</a>, Kiew</p>', ("Anna Berg",)),
        ('<p><a href="https://r.example/author/olena">Олена Марчук</a></p>', ("Олена Марчук",)),
        ('<div class="byline"><a>Anna Berg</a>, <a>Jan Nowak</a> 3 May</div>',
         ("Anna Berg", "Jan Nowak")),
        ('<div class="writer">Olena Marchuk in Kyiv</div>', ("Olena Marchuk",)),
        ('<aside><a href="/author/anna">Anna Berg</a> 3 May</aside>', ("Anna Berg",)),
        ('<address rel="author">Olena Marchuk</address>', ("Olena Marchuk",)),
        ('<li itemprop="author"><b itemprop="name">Olena Marchuk</b>, 31</li>', ("Olena Marchuk",)),
    ],
)  # fmt: skip
def test_the_byline_is_found_by_its_markup(markup, people):
    assert read(HEADING + markup) == people


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="related"><span class="author">Anna Berg</span></div>',
        '<aside><h2>More</h2><a href="/author/anna">Anna Berg</a></aside>',
        '<div class="comment-list"><p class="author">Anna Berg</p></div>',
        '<div class="photo-author">Anna Berg</div>',
        '<footer><a rel="author">Anna Berg</a></footer>',
        f'<div class="author-text">{"Anna Berg " * 30}</div>',
    ],
)
def test_who_wrote_something_else_is_no_author(markup):
    assert read(HEADING + markup) == ()


def test_the_author_of_a_far_teaser_is_no_author():
    assert read(HEADING + "<p>x</p>" * 500 + '<b class="author">Anna Berg</b>') == ()


def test_what_is_stated_beats_what_is_shown():
    linked = jsonld.Linked(authors=("Olena Marchuk",))
    assert read(HEADING + '<p class="byline">By Jan Nowak</p>', linked=linked) == ("Olena Marchuk",)


def test_a_person_shown_beats_a_newsroom_stated():
    linked = jsonld.Linked(newsrooms=("The River Post",))
    assert read(HEADING + '<p class="byline">By Jan Nowak</p>', linked=linked) == ("Jan Nowak",)


def test_a_newsroom_is_named_where_nobody_is():
    linked = jsonld.Linked(newsrooms=("Ukrinform",))
    assert read(HEADING, linked=linked) == ("Ukrinform",)
    assert read(HEADING, head=["River Desk"]) == ("River Desk",)
    assert read(HEADING, linked=jsonld.Linked(authors=("oleh77",))) == ("oleh77",)


@pytest.mark.parametrize("written", ["admin", "Unknown", "https://r.example/x", "olena@r.example"])
def test_what_systems_put_for_nobody_is_nobody(written):
    assert read(HEADING, head=[written], linked=jsonld.Linked(authors=(written,))) == ()


def test_a_label_within_the_line_of_the_date_counts():
    line = "05.02.2025 - Redaktion: Anna Berg (Sprecherin des Amtes)"
    assert read(HEADING, lines=[line]) == ("Anna Berg",)
