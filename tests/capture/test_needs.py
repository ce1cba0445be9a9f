"""What a page refers to."""

import pytest

import websites
from caseboard.capture import needs, page
from caseboard.capture.urls import absolute

LINKED = '<script type="application/ld+json">%s</script>'
URL = "https://example.org/news/bridge"


def found(body, head="", url=URL):
    html = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return [
        (need.kind, need.url.removeprefix("https://example.org/"))
        for need in needs.of(html.encode(), "text/html", url)
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<img src="/a.jpg">',
        '<img src="/a.jpg#part">',
        '<noscript><img src="/a.jpg"></noscript>',
        '<img data-src="/a.jpg">',
        '<img src="/placeholder.gif" data-original="/a.jpg">'.replace("/placeholder.gif", "data:,"),
        '<img src="data:image/gif;base64,R0lGOD" data-lazy-src="/a.jpg">',
        '<img srcset="/small.jpg 400w, /a.jpg 1600w">',
        '<img data-srcset="/small.jpg 1x, /a.jpg 3x">',
        '<picture><source srcset="/s.jpg 300w, /a.jpg 900w"><img></picture>',
        '<video poster="/a.jpg"></video>',
        '<input type="image" src="/a.jpg">',
        '<table background="/a.jpg"><tr><td>x</td></tr></table>',
        '<div style="background-image: url(&quot;/a.jpg&quot;)">x</div>',
        "<style>body { background: url(/a.jpg) }</style>",
        "<amp-img src='/a.jpg'></amp-img>",
        '<img src="http://[" srcset="/a.jpg">',
    ],
)
def test_pictures_are_found_wherever_they_hide(body):
    assert ("picture", "a.jpg") in found(body)


def test_the_picture_of_the_src_is_named_beside_the_largest_one():
    body = '<img src="/shown.jpg" srcset="/small.jpg 400w, /large.jpg 2000w">'
    assert found(body) == [("picture", "shown.jpg"), ("picture", "large.jpg")]


@pytest.mark.parametrize(
    ("head", "need"),
    [
        ('<link rel="stylesheet" href="/a.css">', ("style", "a.css")),
        ("<link rel='preload stylesheet' as=style href=/a.css>", ("style", "a.css")),
        ('<link rel="preload" as="style" href="/a.css">', ("style", "a.css")),
        ('<style>@import "/a.css";</style>', ("style", "a.css")),
        ('<link rel="preload" as="font" href="/a.woff2" crossorigin>', ("font", "a.woff2")),
        ("<style>@font-face { src: url(/a.woff2) }</style>", ("font", "a.woff2")),
        ('<link rel="shortcut icon" href="/a.ico">', ("picture", "a.ico")),
        ('<link rel="apple-touch-icon" href="/a.png">', ("picture", "a.png")),
        ('<link rel="preload" as="image" imagesrcset="/s.jpg 1x, /l.jpg 2x">',
         ("picture", "l.jpg")),
        ('<meta property="og:image" content="/lead.jpg">', ("picture", "lead.jpg")),
        (LINKED % '{"@type": "NewsArticle", "headline": "A", "image": "/ld.jpg"}',
         ("picture", "ld.jpg")),
    ],
)  # fmt: skip
def test_what_the_head_names_is_found(head, need):
    assert found("", head) == [need]


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="alternate stylesheet" href="/a.css">',
        '<link rel="alternate" href="/feed.xml">',
        '<link rel="preload" as="script" href="/a.js">',
        '<script src="/a.js"></script>',
        '<link rel="stylesheet" href="data:text/css,a">',
        '<link rel="stylesheet" href="">',
        '<link rel="stylesheet" href="javascript:x">',
        '<link rel="icon" href="file:///a.png">',
    ],
)
def test_what_is_not_needed_to_see_a_page_is_left_out(head):
    assert found("<iframe src='/frame'></iframe><a href='/on'>On</a>", head) == []


def test_addresses_are_seen_from_the_base_of_the_page():
    head = '<base href="https://cdn.example.org/x/"><style>a { background: url(b.png) }</style>'
    assert found('<img src="a.jpg">', head) == [
        ("picture", "https://cdn.example.org/x/a.jpg"),
        ("picture", "https://cdn.example.org/x/b.png"),
    ]


def test_a_base_that_is_no_web_address_does_not_count():
    assert found('<img src="a.jpg">', '<base href="file:///x/">') == [("picture", "news/a.jpg")]


def test_each_address_is_named_once():
    assert found('<img src="/a.jpg"><img src="/a.jpg"><img src="/a.jpg#b">') == [
        ("picture", "a.jpg")
    ]


@pytest.mark.parametrize(
    ("content", "to"),
    [
        ("0; url=/on", "on"),
        ("0;URL='/on'", "on"),
        ("5,/on", "on"),
        (" 1.5 ; url = /on ", "on"),
    ],
)
def test_a_page_that_sends_on_soon_says_so(content, to):
    head = f'<meta http-equiv="Refresh" content="{content}">'
    assert found("", head)[0] == ("refresh", to)


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="refresh" content="30; url=/on">',
        '<meta http-equiv="refresh" content="300">',
        '<meta http-equiv="refresh" content="0; url=javascript:x">',
        '<meta http-equiv="refresh" content="...; url=/on">',
        '<noscript><meta http-equiv="refresh" content="0; url=/on"></noscript>',
    ],
)
def test_a_page_that_is_read_first_does_not_send_on(head):
    assert found("", head) == []


def test_every_picture_of_the_article_is_among_the_needs():
    for html in (websites.ARTICLE, websites.LAZY):
        named = {need.url for need in needs.of(html, "text/html", URL)}
        shown = [absolute(image.url, URL) for image in page.read(html, URL).images]
        assert shown
        assert named.issuperset(shown)


def test_there_is_an_end_to_what_a_page_may_need():
    html = "".join(f'<img src="/{number}.jpg">' for number in range(5_000))
    assert len(needs.of(html.encode(), "text/html", URL)) == needs.MOST


def test_an_empty_page_and_an_odd_one_need_nothing():
    for data in (b"", b"   ", b"\x00\xff" * 50, b"<!-- only this -->"):
        assert needs.of(data, "text/html", URL) == []


def test_a_stylesheet_is_read_as_one():
    named = needs.of(websites.STYLE, "text/css", "https://example.org/style.css")
    assert [(need.kind, need.url.rsplit("/", 1)[-1]) for need in named] == [
        ("style", "more.css"),
        ("font", "text.woff2"),
        ("picture", "back.png"),
    ]


@pytest.mark.parametrize(
    "image",
    [
        '<img src="/t.gif" width="1" height="1">',
        '<img src="/t.gif" width="0" height="0px">',
        '<img src="/t.gif" style="width: 1px; height: 1px">',
        '<noscript><img src="/t.gif" height="1" width="1"></noscript>',
    ],
)
def test_a_picture_that_only_counts_readers_is_told_apart(image):
    assert found(f'{image}<img src="/a.jpg" width="10" height="1">') == [
        ("tracking", "t.gif"),
        ("picture", "a.jpg"),
    ]
