"""What pages say of themselves in JSON-LD."""

import json

import lxml.html
import pytest

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
        is_article=True,
        title="A bridge & a ferry",
        authors=("Olena Marchuk",),
        newsrooms=("Staff",),
        published="2025-03-04",
        site="The River Post",
        language="en-GB",
        image="https://r.example/a.jpg",
    )


def test_an_article_beats_the_page_it_stands_on():
    found = read({"@type": "WebPage", "name": "Page", "datePublished": "2020-01-01"},
                 {"@type": "ReportageNewsArticle", "headline": "Story"})  # fmt: skip
    assert found.title == "Story"


def test_raw_line_breaks_and_rubbish_are_borne():
    found = read("{broken", '{"@type": "NewsArticle", "headline": "Two\nlines"}', "[]", "5", "null")
    assert found.title == "Two lines"


def test_of_several_articles_the_one_that_the_page_is_called_after_is_read():
    stories = [{"@type": "NewsArticle", "headline": name, "author": {"name": f"By {name}"}}
               for name in ("Ferry fares double", "A bridge reopens")]  # fmt: skip
    script = json.dumps({"@type": "ItemList", "itemListElement": stories})
    html = f'<script type="application/ld+json">{script}</script><p>x</p>'
    root = lxml.html.document_fromstring(html)
    assert jsonld.read(root, ["A bridge reopens"]).title == "A bridge reopens"
    assert jsonld.read(root).title == "Ferry fares double"


@pytest.mark.parametrize(
    "written",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Міст"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Міст"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Міст",}',
        '{"@type": "NewsArticle", "headline": "Міст", "author": [{"name": "Oleh"},],};',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Міст&quot;}",
    ],
)
def test_what_templates_break_is_mended(written):
    assert read(written).title == "Міст"


@pytest.mark.parametrize(
    ("author", "people", "newsrooms"),
    [
        ("Olena Marchuk", ("Olena Marchuk",), ()),
        (["Olena Marchuk", "Petro Bondar"], ("Olena Marchuk", "Petro Bondar"), ()),
        ({"@type": "Person", "name": ["Anna Berg", "Jan Nowak"]}, ("Anna Berg", "Jan Nowak"), ()),
        ({"@type": "Person", "givenName": "Anna", "familyName": "Berg"}, ("Anna Berg",), ()),
        ([{"@type": "Person", "name": {"@value": "Анна Берг"}}], ("Анна Берг",), ()),
        ({"@type": ["NewsMediaOrganization"], "name": "Укрінформ"}, (), ("Укрінформ",)),
        ({"@id": "#nobody"}, (), ()),
    ],
)
def test_authors_come_in_many_shapes(author, people, newsrooms):
    found = read({"@type": "NewsArticle", "headline": "x", "author": author})
    assert (found.authors, found.newsrooms) == (people, newsrooms)


def test_a_creator_stands_for_an_author_that_is_not_stated():
    found = read({"@type": "NewsArticle", "headline": "x", "creator": ["Olena Marchuk"]})
    assert found.authors == ("Olena Marchuk",)


def test_the_text_and_its_summary_are_read():
    found = read({"@type": "Article", "headline": "x", "articleBody": "One.\nTwo &amp; three.",
                  "description": "A summary."})  # fmt: skip
    assert (found.body, found.description) == ("One.\nTwo & three.", "A summary.")


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
