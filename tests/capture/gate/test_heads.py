"""The first lines of requests and answers."""

import asyncio

import pytest

from caseboard.capture.gate import heads
from caseboard.capture.gate.heads import Garbled

REQUEST = (
    b"GET http://news.example/a HTTP/1.1\r\nHost: news.example\r\nProxy-Authorization: Basic x\r\n"
    b"Connection: keep-alive, X-Hop\r\nX-Hop: 1\r\nCookie: a=b: c\r\n\r\n"
)


def read(data):
    async def reading():
        reader = asyncio.StreamReader(limit=heads.HEAD_LIMIT)
        reader.feed_data(data)
        reader.feed_eof()
        return await heads.read(reader)

    return asyncio.run(reading())


def test_a_head_is_read_in_its_words_and_fields():
    head = read(REQUEST)
    assert head.words == ("GET", "http://news.example/a", "HTTP/1.1")
    assert head.value("cookie") == "a=b: c"
    assert head.value("absent") == ""


def test_what_was_meant_for_us_alone_goes_no_further():
    onward = read(REQUEST).onward("GET", "/a", "HTTP/1.1", extra=(("X-New", "2"),)).decode()
    assert onward == (
        "GET /a HTTP/1.1\r\nHost: news.example\r\nCookie: a=b: c\r\nX-New: 2\r\n"
        "Connection: close\r\n\r\n"
    )


def test_an_answer_without_a_phrase_keeps_its_status():
    head = read(b"HTTP/1.1 204\r\n\r\n")
    assert head.words == ("HTTP/1.1", "204", "")
    assert head.onward(*head.words).startswith(b"HTTP/1.1 204\r\nConn")


def test_the_end_of_a_stream_is_no_head():
    assert read(b"") is None


@pytest.mark.parametrize("data", [b"GET / HTTP/1.1\r\nHost", b"x" * (heads.HEAD_LIMIT + 1)])
def test_what_never_ends_is_no_head(data):
    with pytest.raises(Garbled):
        read(data)


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("news.example:443", ("news.example", 443)),
        ("[2001:db8::1]:8443", ("2001:db8::1", 8443)),
        ("http://news.example/a?b", ("news.example", 80)),
        ("http://news.example:8080/", ("news.example", 8080)),
    ],
)
def test_places_are_read(target, found):
    assert heads.place(target, default=80) == found


@pytest.mark.parametrize("target", ["", ":443", "news.example", "a:b:c", "news.example:99999"])
def test_what_names_no_place_is_refused(target):
    with pytest.raises(Garbled):
        heads.place(target)
