import json

import pytest

from caseboard.exchange.cdxj import Capture, key, lines

HERE = Capture("https://example.org/b", "20241114120000", "text/html", "200", "sha1:X", 5, 9)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.Example.org/News/A?b=1&a=2", "org,example)/news/a?a=2&b=1"),
        ("http://example.org", "org,example)/"),
        ("http://example.org:80/", "org,example)/"),
        ("https://example.org:8443/x/", "org,example:8443)/x"),
        ("https://user:secret@example.org/x", "org,example)/x"),
        ("https://новини.укр/а", "укр,новини)/а"),
    ],
)
def test_an_address_is_sorted_by_its_host_from_the_right(url, expected):
    assert key(url) == expected


def test_lines_are_sorted_by_address_then_time():
    later = Capture("https://example.org/a", "20241115120000", "text/html", "200", "", 20, 9)
    earlier = Capture("https://example.org/a", "20241114120000", "text/html", "200", "", 40, 9)
    starts = [" ".join(line.split()[:2]) for line in lines([HERE, later, earlier], "d.warc.gz")]
    assert starts == [
        "org,example)/a 20241114120000",
        "org,example)/a 20241115120000",
        "org,example)/b 20241114120000",
    ]


def test_a_line_says_where_the_record_stands():
    told = json.loads(lines([HERE], "d.warc.gz")[0].split(" ", 2)[2])
    assert (told["offset"], told["length"], told["filename"]) == (5, 9, "d.warc.gz")
