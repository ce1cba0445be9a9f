"""The day of pages that state none."""

import pytest

from caseboard.capture import unstated
from caseboard.capture.tree import parse


def day(body="<p>x</p>", url=None, lines=()):
    root = parse(f"<html><head><title>x</title></head><body>{body}</body></html>")
    found = unstated.day(root, url, lines)
    return found and found.day


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://r.example/2025/03/04/bridge", "2025-03-04"),
        ("https://r.example/news-20250304-bridge", "2025-03-04"),
        ("https://r.example/a/2025-03/04/c_1.htm", "2025-03-04"),
        ("https://r.example/2025/13/41/bridge", None),
        ("https://r.example/article-2012345678", None),
        ("https://r.example/1066/10/14/hastings", None),
    ],
)
def test_the_address_tells(url, found):
    assert day(url=url) == found


@pytest.mark.parametrize(
    "line",
    [
        "Published on 4 March 2025",
        "Veröffentlicht am 4. März 2025",
        "Опубліковано 4 березня 2025, 10:15",
        "Дата публикации: 04.03.2025",
        "Opublikowano: 4 marca 2025",
        "Data dodania: 2025-03-04",
    ],
)
def test_a_label_tells_in_five_languages(line):
    assert day(lines=["Home", line]) == "2025-03-04"


def test_an_update_or_an_event_is_no_publication():
    assert day(lines=["Updated 4 March 2025", "Дата події: колись", "The date is not set"]) is None


def test_a_day_that_only_one_place_says_is_not_taken():
    body = "<div class='date'>2025-03-04</div>"
    assert day(body, lines=["2025-03-04"]) == "2025-03-04"
    assert day(body, lines=["2024-01-01", "Home"]) is None
