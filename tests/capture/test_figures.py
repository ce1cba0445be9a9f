"""The pictures of a page."""

import lxml.html
import pytest

from caseboard.capture import figures


def figure(inner):
    return figures.of_figure(lxml.html.fromstring(f"<figure>{inner}</figure>"))


@pytest.mark.parametrize(
    ("image", "url"),
    [
        ('<img src="a.jpg">', "a.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="a.jpg">', "a.jpg"),
        ('<img src="/placeholder.png" data-original="a.jpg">', "a.jpg"),
        ('<img srcset="s.jpg 300w, l.jpg 1200w, m.jpg 600w">', "l.jpg"),
        ('<picture><source srcset="l.webp 2x, s.webp 1x"><img src="data:,"></picture>', "l.webp"),
        ('<noscript><img src="a.jpg"></noscript>', "a.jpg"),
        (
            '<img src="/blank.gif" data-foo="https://r.example/b/a.webp?w=1">',
            "https://r.example/b/a.webp?w=1",
        ),
        ('<img data-foo="/b/a.jpg" data-bar="a sentence.">', "/b/a.jpg"),
        ('<img src="a.jpg" srcset="broken ,, 9..9w">', "a.jpg"),
    ],
)
def test_the_picture_is_found_wherever_it_hides(image, url):
    found = figure(image)
    assert found is not None
    assert found.url == url


@pytest.mark.parametrize(
    "image",
    [
        '<img src="a.jpg" width="1" height="1">',
        '<img src="https://count.example/pixel.gif">',
        '<img src="logo.png">',
        '<img src="a.jpg" class="avatar">',
        '<img src="drawing.svg">',
        '<img src="data:image/png;base64,AAAA">',
        "<table><tr><td>x</td></tr></table>",
        "<img>",
    ],
)
def test_ornaments_and_counters_are_no_pictures(image):
    assert figure(image) is None


@pytest.mark.parametrize(
    ("under", "caption", "credit"),
    [
        ("<figcaption>A bridge. (X/AP)</figcaption>", "A bridge.", "X/AP"),
        ('<figcaption>A bridge. <i class="credit">X/AP</i></figcaption>', "A bridge.", "X/AP"),
        ('<figcaption>A bridge.</figcaption><p class="copyright">(X)</p>', "A bridge.", "X"),
        ('<div class="image-caption">A bridge.</div>', "A bridge.", ""),
        ('<span class="photo-credit">X / AP</span>', "", "X / AP"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_the_line_under_it_is_caption_and_credit(under, caption, credit):
    found = figure(f'<img src="a.jpg">{under}')
    assert found is not None
    assert (found.caption, found.credit) == (caption, credit)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("https://a.example/b/bridge-800x600.jpg?x=1", "bridge.webp", True),
        ("bridge-scaled.jpg", "bridge.jpg", True),
        ("photo.jpg", "photo2.jpg", False),
        ("https://a.example/", "https://b.example/", False),
    ],
)
def test_one_picture_in_two_sizes_is_one(one, two, same):
    assert figures.same_picture(one, two) is same


def test_a_figure_of_several_pictures_shows_them_all_once():
    element = lxml.html.fromstring(
        "<figure><img src='/l/a-800x600.jpg'><img src='/s/a-80x60.jpg'><img src='b.jpg'></figure>"
    )
    first = figures.of_figure(element)
    assert [other.url for other in figures.others(element, first)] == ["b.jpg"]


@pytest.mark.parametrize("url", ["/static/logo-default.png", "https://s.example/i/blank.jpg",
                                 "/favicon-192.png", "data:image/gif;base64,R0"])  # fmt: skip
def test_what_stands_for_a_missing_picture_is_an_ornament(url):
    assert figures.is_ornament(url)
    assert not figures.is_ornament("/media/bridge.jpg")


def element(markup):
    return lxml.html.fromstring(markup)


@pytest.mark.parametrize(
    ("image", "url"),
    [
        ('<img src="/i/bridge-40x30.jpg" data-src="/i/bridge.jpg">', "/i/bridge.jpg"),
        ('<img src="/img/default-md.png" data-src="/i/bridge.jpg">', "/i/bridge.jpg"),
        ('<img src="/i/b.jpg?w=20&amp;blur=200" srcset="/i/b.jpg 800w">', "/i/b.jpg"),
        ('<img src="/i/a-1200x675.jpg" srcset="/i/a-400x225.jpg 400w">', "/i/a-1200x675.jpg"),
    ],
)  # fmt: skip
def test_what_only_keeps_the_place_of_a_picture_gives_way(image, url):
    assert figures.of_image(element(image)).url == url


@pytest.mark.parametrize(
    "style",
    ["background-image: url('/i/bridge.jpg')", "background:#000 url(/i/bridge.jpg) no-repeat"],
)
def test_a_picture_laid_under_the_head_of_an_article_is_its_lead(style):
    assert figures.of_background(
        element(f'<div class="hero-image" style="{style}">x</div>')
    ).url == ("/i/bridge.jpg")
    assert figures.of_background(element(f'<div class="teaser" style="{style}">x</div>')) is None
    assert figures.of_background(element('<div class="hero" style="color: red">x</div>')) is None


def test_what_has_a_caption_is_shown_for_its_own_sake():
    logo = '<img src="/i/club-logo.png">'
    assert figures.of_image(element(logo)) is None
    framed = f"<figure>{logo}<figcaption>The club’s new sign, by Anna Berg</figcaption></figure>"
    assert figures.of_figure(element(framed)).url == "/i/club-logo.png"
