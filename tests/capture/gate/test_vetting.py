"""Which addresses a rendered page may reach."""

import pytest
from gatekeeping import PUBLIC, Elsewhere

from caseboard.capture.fetching.fetched import NotFetched
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.gate.vetting import Network, vetted

RULES = Rules("x")
TOR = Rules("x", proxy="socks5://127.0.0.1:9050")


async def test_the_addresses_of_a_site_are_found():
    assert await vetted("news.example", 80, RULES, Elsewhere(0)) == (PUBLIC,)


async def test_one_private_address_among_others_refuses_them_all():
    with pytest.raises(NotFetched):
        await vetted("mixed.test", 80, RULES, Elsewhere(0, **{"mixed.test": [PUBLIC, "10.0.0.1"]}))


async def test_behind_a_proxy_no_name_is_looked_up_here():
    assert await vetted("unknown.example", 80, TOR, Elsewhere(0)) == ()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "printer.local"])
async def test_behind_a_proxy_this_machine_is_refused_by_its_name(host):
    with pytest.raises(NotFetched):
        await vetted(host, 80, TOR, Elsewhere(0))


async def test_a_name_too_long_to_be_looked_up_is_not_known():
    with pytest.raises((OSError, NotFetched)):
        await vetted(f"{'a' * 64}.example", 80, RULES, Network())
