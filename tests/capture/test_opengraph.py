"""What pages say of themselves in their heads."""

import lxml.html

from caseboard.capture import opengraph


def head(inner):
    return opengraph.read(
        lxml.html.document_fromstring(f"<html lang='uk'><head>{inner}</head><body>x</body></html>")
    )


def test_what_is_stated_is_read():
    found = head(
        "<title> A  bridge </title><meta property='og:title' content='A bridge'>"
        "<meta property='og:type' content='Article'><meta name='author' content='Olena Marchuk'>"
        "<meta property='article:author' content='https://social.example/olena'>"
        "<meta property='article:published_time' content='2025-03-04T07:05:00Z'>"
        "<meta property='og:site_name' content='The River Post'>"
        "<meta property='og:image' content='a.jpg'><link rel='canonical' href='/a'>"
    )
    assert found.is_article
    assert (found.title, found.og_title, found.site) == ("A bridge", "A bridge", "The River Post")
    assert found.authors == ("Olena Marchuk",)
    assert found.published == "2025-03-04T07:05:00Z"
    assert (found.image, found.canonical, found.language) == ("a.jpg", "/a", "uk")


def test_the_title_of_a_drawing_is_not_the_pages():
    found = head("").title, head("<title>Page</title>").title
    assert found == ("", "Page")


def test_nothing_stated_is_nothing_known():
    found = head("<meta name='viewport' content='x'><meta property='og:title' content=' '>")
    assert (found.og_title, found.authors, found.published, found.is_article) == ("", (), "", False)
