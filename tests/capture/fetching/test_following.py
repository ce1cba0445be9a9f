"""Following an address to where its page stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.capture.fetching.following import web_address


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        (" http://Example.ORG/a b?c=д#part ", "http://example.org/a%20b?c=%D0%B4"),
        ("HTTPS://example.org", "https://example.org"),
        ("http://user:secret@example.org:8080/x", "http://example.org:8080/x"),
        ("http://a@b@example.org/", "http://example.org/"),
        ("http://міст.укр/", "http://xn--l1akd2f.xn--j1amh/"),
        ("http://[::1]:80/", "http://[::1]/"),
        ("http://example.org/%D0%BC?a=%20", "http://example.org/%D0%BC?a=%20"),
    ],
)
def test_an_address_is_asked_without_what_is_not_sent(written, asked):
    assert str(web_address(written)) == asked


@pytest.mark.parametrize(
    "written",
    ["", "example.org", "ftp://example.org", "file:///etc/passwd", "http://", "http:///x",
     "http://[", "http://a.org:0/", "http://a.org:70000/", "http://a.org:x/", "http://a\nb.org/",
     "javascript:alert(1)", f"http://example.org/{'x' * 9_000}", "http://user@/x"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_none(written):
    assert web_address(written) is None


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://a.org/", "//"]))
def test_any_words_are_an_address_or_none(words, start):
    url = web_address(start + words)
    if url is not None:
        assert url.scheme in {"http", "https"}
        assert url.raw_host
        assert str(url).isascii()
        assert not url.userinfo
        assert "#" not in str(url)
        assert web_address(str(url)) == url
