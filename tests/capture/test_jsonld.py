"""What pages say of themselves in JSON-LD."""

import json

import lxml.html

from caseboard.capture import jsonld


def read(*blocks):
    scripts = "".join(
        f'<script type="application/ld+json">{b if isinstance(b, str) else json.dumps(b)}</script>'
        for b in blocks
    )
    return jsonld.read(
        lxml.html.document_fromstring(f"<html><body>{scripts}<p>x</p></body></html>")
    )


def test_the_article_is_found_among_other_things():
    found = read(
        {"@type": "BreadcrumbList", "name": "x"},
        {
            "@graph": [
                {"@type": "Organization", "@id": "#o", "name": "The River Post"},
                {"@type": "Person", "@id": "#p", "name": "Olena Marchuk"},
                {
                    "@type": ["NewsArticle", "Thing"],
                    "headline": "A bridge &amp; a ferry",
                    "datePublished": "2025-03-04",
                    "author": [{"@id": "#p"}, {"@type": "Organization", "name": "Staff"}],
                    "publisher": {"@id": "#o"},
                    "image": [{"url": "https://r.example/a.jpg"}],
                    "inLanguage": "en-GB",
                },
            ]
        },
    )
    assert found == jsonld.Linked(
        True,
        "A bridge & a ferry",
        ("Olena Marchuk",),
        "2025-03-04",
        "The River Post",
        "en-GB",
        "https://r.example/a.jpg",
    )


def test_an_article_beats_the_page_it_stands_on():
    found = read({"@type": "WebPage", "name": "Page", "datePublished": "2020-01-01"},
                 {"@type": "ReportageNewsArticle", "headline": "Story"})  # fmt: skip
    assert found.title == "Story"


def test_raw_line_breaks_and_rubbish_are_borne():
    found = read("{broken", '{"@type": "NewsArticle", "headline": "Two\nlines"}', "[]", "5", "null")
    assert found.title == "Two lines"


def test_nothing_stated_is_nothing_known():
    assert read() == jsonld.Linked()
    assert read({"@type": "Product", "name": "Boat"}) == jsonld.Linked()


def test_deep_and_strange_values_do_no_harm():
    deep: dict = {"@type": "NewsArticle", "headline": ["x"], "author": 5, "publisher": [None, 3]}
    for _level in range(300):
        deep = {"@type": 7, "a": [deep]}
    assert read(deep).title in {"", "x"}
    assert read("[" * 100_000).title == ""
    assert read({"@type": None, "headline": {"@value": {}}}).title == ""
