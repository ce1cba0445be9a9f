"""When two web addresses are the same page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.model.addresses import is_front_page, normal

PAGE = "https://kyivindependent.com/news/story-1"


@pytest.mark.parametrize(
    "written",
    [
        "http://kyivindependent.com/news/story-1",
        "HTTPS://KyivIndependent.com/news/story-1",
        "https://kyivindependent.com:443/news/story-1/",
        "http://kyivindependent.com:80/news/story-1",
        "  https://kyivindependent.com./news/story-1#comments ",
        "https://kyivindependent.com/news/story-1?utm_source=telegram&utm_medium=social",
        "https://kyivindependent.com/news/story-1?fbclid=abc&GCLID=1&yclid=2",
    ],
)
def test_what_only_says_how_a_reader_came_by_does_not_matter(written):
    assert normal(written) == PAGE


@pytest.mark.parametrize(
    "other",
    [
        "https://kyivindependent.com/news/story-2",
        "https://kyivindependent.com/News/story-1",
        "https://kyivindependent.com/news/story-1?page=2",
        "https://kyivindependent.com:8443/news/story-1",
        "https://m.kyivindependent.com/news/story-1",
    ],
)
def test_everything_else_tells_two_pages_apart(other):
    assert normal(other) != PAGE


def test_parameters_that_choose_the_page_keep_their_order():
    assert normal("https://a.example/?id=2&utm_term=x&b=1") == "https://a.example?id=2&b=1"


@pytest.mark.parametrize(
    "no_page", ["", "file:///etc/passwd", "http://[", "https://", "mailto:a@b", "https://a:99999/"]
)
def test_what_is_no_web_address_is_like_no_other(no_page):
    assert normal(no_page) == ""
    assert not is_front_page(no_page)


def test_the_front_page_of_a_site_is_known():
    assert is_front_page("https://a.example/?utm_source=x#top")
    assert not is_front_page("https://a.example/news")
    assert not is_front_page("https://a.example/?id=7")


@given(st.text(max_size=60))
def test_no_writing_is_too_odd(text):
    once = normal(f"https://a.example/{text}")
    assert normal(once) == once
