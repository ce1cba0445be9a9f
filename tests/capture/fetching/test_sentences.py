"""What is said when something is not fetched."""

from pathlib import Path

import httpcore
import pytest

from caseboard.capture.fetching import sentences
from caseboard.capture.fetching.body import Body, Cut

BODY = Path("body")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (Body(BODY, BODY, 10, 10), ""),
        (Body(BODY, BODY, 2_500_000, 9, Cut.LENGTH), "Only the first 2 MB were taken"),
        (Body(BODY, BODY, 2_500, 9, Cut.TIME), "Only 2 kB came in the time there was."),
        (Body(BODY, BODY, 1, 9, Cut.DISCONNECT), "The connection broke after 1 byte."),
        (Body(BODY, BODY, 1, 9, is_over=True), "Unpacked it is longer than 7 MB"),
        (Body(BODY, BODY, 1, 9, is_damaged=True), "could not be unpacked to its end"),
    ],
)
def test_a_shortfall_is_said_in_words_and_a_whole_body_is_not(body, words):
    said = sentences.shortfall(body, 7_000_000)
    assert words in said
    assert bool(said) is not body.is_whole


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 kB"), (300_000_000, "300 MB")],
)
def test_sizes_are_said_for_people(count, words):
    assert sentences.size(count) == words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (httpcore.ProxyError("denied"), "The proxy did not let the request through: denied"),
        (httpcore.ConnectError(), "a.org could not be reached."),
        (httpcore.ConnectTimeout(), "could not be reached in time"),
        (httpcore.ReadTimeout(), "did not answer in time"),
        (httpcore.RemoteProtocolError("illegal status line"), "is not HTTP"),
        (httpcore.RemoteProtocolError("Server disconnected"), "closed the connection"),
        (httpcore.WriteError(), "closed the connection"),
    ],
)
def test_each_failure_of_the_network_has_its_words_and_a_hint(error, words):
    refused = sentences.of_error(error, "a.org", by_proxy=False)
    assert words in str(refused)
    assert refused.hint


def test_behind_a_proxy_it_is_the_proxy_that_is_not_reached():
    refused = sentences.of_error(httpcore.ConnectError(), "a.org", by_proxy=True)
    assert str(refused) == "The proxy could not be reached."


def test_foreign_addresses_are_quoted_at_no_great_length():
    for refused in (
        sentences.no_web_address("x" * 10_000),
        sentences.leads_out("a.org", "x" * 10_000),
        sentences.wrong_proxy("x" * 10_000),
    ):
        assert len(str(refused)) < 400
