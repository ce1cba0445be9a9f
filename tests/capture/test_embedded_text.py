"""Articles that a page carries for its scripts."""

import json

import pytest

from caseboard.capture import page

SENTENCE = "The bridge over the river reopened on Monday after eight months of work. "
LONG = SENTENCE * 4
HEAD = "<title>A bridge reopens</title>"


def shell(data, head=HEAD):
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'
    return f"<html><head>{head}</head><body><div id=__next></div>{script}</body></html>"


@pytest.mark.parametrize(
    "article",
    [
        {"title": "A bridge reopens", "body": f"<p>{LONG}</p><p>{LONG}</p>"},
        {"headline": "A bridge reopens", "content": f"{LONG}\n\n{LONG}"},
        {"title": "A bridge reopens", "blocks": [{"type": "p", "text": LONG}, {"text": LONG}]},
        {"title": "A bridge reopens", "content_elements": [{"content": LONG}, {"content": LONG}]},
    ],
)
def test_the_data_of_a_framework_gives_the_text(article):
    found = page.read(shell({"props": {"pageProps": {"article": article}}}))
    assert found.text.split("\n\n") == [LONG.strip(), LONG.strip()]
    assert found.said_in["text"] == "__NEXT_DATA__"


def test_the_article_of_the_pages_title_is_taken_among_several():
    others = [{"title": "Ferry fares", "body": "Ferries cost more. " * 90}]
    wanted = {"title": "A bridge reopens", "body": LONG * 2}
    found = page.read(shell({"props": {"list": others, "article": wanted}}))
    assert "eight months" in found.text
    assert "Ferries" not in found.text


def test_what_is_shown_comes_before_what_is_carried():
    data = {"title": "A bridge reopens", "body": "Carried words. " * 90}
    shown = f"<article><h1>A bridge reopens</h1><p>{LONG}</p><p>{LONG}</p></article>"
    found = page.read(shell(data).replace("<div id=__next></div>", shown))
    assert "Carried" not in found.text
    assert "text" not in found.said_in


@pytest.mark.parametrize("data", [{}, [], {"title": "A bridge reopens", "body": "Soon."}, "x"])
def test_data_without_an_article_gives_none(data):
    assert page.read(shell(data)).text == ""


def test_broken_data_costs_nothing():
    broken = '<script id="__NEXT_DATA__" type="application/json">{"title": "A bridge</script>'
    assert page.read(f"<html><head>{HEAD}</head><body>{broken}</body></html>").text == ""
