"""The headings of a page that can be its title."""

import pytest

from caseboard.capture import headings
from caseboard.capture.tree import parse


def read(body):
    return headings.read(parse(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize(
    "markup",
    [
        '<h1><span class="kicker">Rivers</span> A bridge reopens</h1>',
        '<h1><span class="article__dachzeile">Rivers: </span><span>A bridge reopens</span></h1>',
        '<h1><a class="rubric" href="/rivers">Rivers</a> | A bridge reopens</h1>',
    ],
)
def test_the_section_over_a_title_is_left_out(markup):
    assert read(markup).first == ["A bridge reopens"]


def test_a_heading_that_leads_home_names_the_site():
    home = '<h1><a href="https://r.example/">The River Post</a></h1>'
    assert read(f"{home}<h1>A bridge reopens</h1>").first == ["A bridge reopens"]
    assert read('<h1><a href="/2025/bridge">A bridge reopens</a></h1>').first


@pytest.mark.parametrize("name", ["entry-title", "post_title", "page-title", "article__headline"])
def test_what_a_class_calls_a_title_is_one(name):
    assert read(f'<div class="{name}">A bridge reopens</div>').named == ["A bridge reopens"]


def test_the_titles_of_teasers_are_none():
    assert read('<div class="related"><b class="post-title">Ferry</b></div>').named == []
    assert read('<aside><p class="entry-title">Ferry fares double</p></aside>').named == []
