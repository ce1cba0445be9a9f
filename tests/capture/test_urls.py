"""Addresses, read without ever failing."""

import pytest

from caseboard.capture import urls


@pytest.mark.parametrize(
    ("url", "base", "absolute"),
    [
        ("a.jpg", "https://r.example/n/x.html", "https://r.example/n/a.jpg"),
        ("a.jpg", None, "a.jpg"),
        ("https://s.example/a", "https://r.example/", "https://s.example/a"),
        ("http://[", "https://r.example/", "http://["),
        ("a.jpg", "http://[", "a.jpg"),
    ],
)
def test_addresses_are_seen_from_their_page(url, base, absolute):
    assert urls.absolute(url, base) == absolute


@pytest.mark.parametrize(
    ("url", "is_web"),
    [
        ("https://r.example/a", True),
        ("HTTP://R.example", True),
        ("https://", False),
        ("file:///a", False),
        ("//r.example/a", False),
        ("http://[", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_only_web_addresses_are(url, is_web):
    assert urls.is_web(url) is is_web


def test_host_and_last_name():
    assert urls.host("https://www.r.example:8080/a") == "r.example"
    assert urls.host("http://[") == ""
    assert urls.last_name("https://r.example/a/b%20c.jpg?x#y") == "b c.jpg"
    assert urls.last_name("https://r.example/a/") == ""


def test_an_address_written_into_a_path_is_cut_up_as_well():
    url = "https://cdn.example/320/https%3A%2F%2Fr.example%2Fi%2Fbridge.jpg?x=1"
    assert urls.last_name(url) == "bridge.jpg"
    assert urls.folder(url).endswith("r.example/i")
    assert urls.path_names("http://[") == [""]
