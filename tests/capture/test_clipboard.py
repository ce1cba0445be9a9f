"""HTML as clipboards hold it."""

import pytest

from caseboard.capture import clipboard

CF_HTML = (
    "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000250\r\nStartFragment:0000000141\r\n"
    "EndFragment:0000000214\r\nSourceURL:https://r.example/a?b=1:2\r\n"
    "<html><body>\r\n<!--StartFragment--><p>Міст</p><!--EndFragment-->\r\n</body></html>"
)


def test_cf_html_gives_the_fragment_and_its_page():
    assert clipboard.fragment(CF_HTML.encode()) == ("<p>Міст</p>", "https://r.example/a?b=1:2")
    assert clipboard.source_url(CF_HTML.encode()) == "https://r.example/a?b=1:2"


@pytest.mark.parametrize("html", ["<p>Міст</p>", "", "Version: a history of bridges"])
def test_bare_markup_is_left_alone(html):
    assert clipboard.fragment(html.encode()) == (html, "")
    assert clipboard.source_url(html.encode()) == ""


def test_utf_16_is_understood():
    assert clipboard.fragment("<p>Міст</p>".encode("utf-16")) == ("<p>Міст</p>", "")


def test_a_header_alone_holds_nothing():
    assert clipboard.fragment("Version:0.9\nSourceURL:https://r.example/") == (
        "",
        "https://r.example/",
    )
