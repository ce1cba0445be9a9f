"""The way out to the web, as the settings have it."""

import pytest

from caseboard.capture.fetching.rules import Rules
from caseboard.commands import outward
from caseboard.errors import CaseError
from caseboard.runtime.settings import Settings


def test_a_site_is_told_honestly_who_asks_unless_the_analyst_says_otherwise():
    assert outward.rules(Settings()).user_agent.startswith("Caseboard/")
    assert outward.rules(Settings(user_agent="A reader")).user_agent == "A reader"


def test_nothing_private_is_asked_by_any_setting():
    settings = Settings(fetch_pages=True, proxy="http://10.0.0.1:3128", user_agent="x")
    assert not outward.rules(settings).allow_private


def test_as_shipped_the_limits_are_those_of_the_rules():
    assert outward.rules(Settings()) == Rules(outward.OWN_NAME)


def test_more_time_and_more_bytes_can_be_allowed():
    rules = outward.rules(Settings(fetch_seconds=600, fetch_megabytes=500))
    assert (rules.seconds, rules.quiet_seconds, rules.all_seconds) == (600, 200, 1800)
    assert (rules.page_bytes, rules.total_bytes) == (500_000_000, 2_000_000_000)


def test_choices_are_those_of_the_settings():
    chosen = outward.choices(Settings(fetch_pages=False, render_pages=True, proxy=outward.TOR))
    assert (chosen.is_on, chosen.renders, chosen.rules.proxy) == (False, True, outward.TOR)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" socks5://127.0.0.1:9050 ", "socks5://127.0.0.1:9050"),
        ("http://proxy.example:3128/", "http://proxy.example:3128"),
        ("socks5://[::1]:1080", "socks5://[::1]:1080"),
    ],
)
def test_a_proxy_is_kept_as_scheme_host_and_port(typed, kept):
    assert outward.checked_proxy(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "127.0.0.1:9050",
        "ftp://proxy.example:21",
        "socks5://:9050",
        "socks5://host",
        "socks5://host:0",
        "socks5://host:70000",
        "socks5://host:port",
        "http://host:80/path",
        "http://user:word@host:80",
        "http://two hosts:80",
        "http://[::1:80",
    ],
)
def test_what_is_no_proxy_is_said_in_words(typed):
    with pytest.raises(CaseError) as said:
        outward.checked_proxy(typed)
    assert str(said.value).endswith(".")


def test_a_name_told_to_sites_fits_into_a_header():
    assert outward.checked_agent("  A \n reader ") == "A reader"
    for wrong in ("Читач", "x" * 400):
        with pytest.raises(CaseError):
            outward.checked_agent(wrong)
