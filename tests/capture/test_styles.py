"""What a stylesheet refers to."""

import pytest

from caseboard.capture import styles

BASE = "https://example.org/css/main.css"


def found(css, base=BASE):
    return [(need.kind, need.url.removeprefix("https://example.org/")) for need in
            styles.needs(css, base)]  # fmt: skip


@pytest.mark.parametrize(
    "rule",
    [
        '@import "more.css";',
        "@import 'more.css' screen;",
        "@import url(more.css);",
        '@import url("more.css") supports(display: grid) print;',
        "@IMPORT URL( 'more.css' );",
    ],
)
def test_imported_sheets_are_found_however_they_are_written(rule):
    assert found(rule) == [("style", "css/more.css")]


@pytest.mark.parametrize(
    "written", ["url(a.png)", 'url("a.png")', "url( 'a.png' )", r"url(a\.png)".replace("\\.", ".")]
)
def test_pictures_are_found_however_they_are_written(written):
    assert found(f"body {{ background: #fff {written} no-repeat }}") == [("picture", "css/a.png")]


def test_escaped_characters_of_an_address_are_read():
    assert found(r"a { background: url(b\(1\).png) }") == [("picture", "css/b(1).png")]
    assert found(r'a { background: url("b\(1\).png") }') == [("picture", "css/b(1).png")]


def test_of_a_font_the_file_is_taken_that_browsers_take():
    css = """@font-face { font-family: A; src: url(a.eot); src: url("a.woff") format("woff"),
        url(a-new) format("woff2"), url(a.ttf) }
        @font-face { src: local("B"), url(b.ttf) }"""
    assert found(css) == [("font", "css/a-new"), ("font", "css/b.ttf")]


def test_what_is_written_in_comments_into_the_sheet_or_elsewhere_is_left_out():
    css = """/* url(no.png) @import "no.css"; */ a { background: url(data:image/png;base64,AAAA) }
        b { fill: url(#gradient); behavior: url(old.htc); cursor: url(file:///c.cur) }"""
    assert found(css) == []


def test_addresses_are_seen_from_the_sheet():
    css = "a { background: url(../img/a.png) } b { background: url(//cdn.example.org/b.png) }"
    assert found(css) == [("picture", "img/a.png"), ("picture", "https://cdn.example.org/b.png")]
