"""Which addresses may be asked."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.capture.fetching import addresses
from caseboard.capture.fetching.fetched import NotFetched

PRIVATE = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
]  # fmt: skip
PRIVATE_6 = [
    "::/8", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:db8::/32", "3fff::/20", "5f00::/16",
    "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
]  # fmt: skip


def in_network(networks):
    """Addresses of some networks, the edges among them."""
    nets = [ip_network(net) for net in networks]
    kind = IPv4Address if nets[0].version == 4 else IPv6Address

    def within(net):
        return st.integers(int(net.network_address), int(net.broadcast_address)).map(kind)

    return st.sampled_from(nets).flatmap(within)


def numerals(value, width):
    """The ways to write a number in a host: decimal, octal, hexadecimal."""
    return st.sampled_from(
        [str(value), f"0{value:o}", f"0x{value:x}", f"0X{value:0{width}X}", f"000{value:o}"]
    )


@st.composite
def written(draw, address):
    """One of the ways in which systems and browsers read an IPv4 address."""
    count = draw(st.integers(1, 4))
    number = int(address)
    firsts = [number >> 8 * (3 - at) & 255 for at in range(count - 1)]
    last = number & (256 ** (5 - count) - 1)
    pieces = [draw(numerals(piece, 2)) for piece in firsts] + [draw(numerals(last, 8))]
    return ".".join(pieces) + draw(st.sampled_from(["", "."]))


@given(in_network(PRIVATE).flatmap(lambda address: st.tuples(st.just(address), written(address))))
def test_no_private_address_passes_however_it_is_written(pair):
    address, host = pair
    assert addresses.literal(host) == address
    with pytest.raises(NotFetched, match="this machine or its network"):
        addresses.check_host(host, allow_private=False, by_proxy=False)


@given(in_network(PRIVATE))
def test_no_private_address_passes_inside_another(address):
    number = int(address)
    for hiding in (
        IPv6Address(0xFFFF << 32 | number),  # mapped, RFC 4291
        IPv6Address(number),  # compatible, RFC 4291
        IPv6Address(0x64_FF9B << 96 | number),  # NAT64, RFC 6052
        IPv6Address(0x2002 << 112 | number << 80 | 1),  # 6to4, RFC 3056
        IPv6Address(0x2001 << 112 | (number ^ 0xFFFFFFFF)),  # Teredo, RFC 4380
    ):
        assert not addresses.is_public(hiding)
        with pytest.raises(NotFetched):
            addresses.check_host(f"[{hiding}]", allow_private=False, by_proxy=True)


@given(in_network(PRIVATE_6))
def test_no_private_ipv6_address_passes_with_a_zone_or_without(address):
    for host in (f"[{address}]", f"[{address}%25eth0]", f"{address}%1", address.exploded):
        with pytest.raises(NotFetched):
            addresses.check_host(host, allow_private=False, by_proxy=False)


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_what_the_registry_calls_private_is_never_public(address):
    if addresses.is_public(address):
        assert address.is_global
        assert not address.is_multicast


@given(st.integers(0, 2**128 - 1).map(IPv6Address))
def test_only_global_unicast_is_public_in_ipv6(address):
    if addresses.is_public(address):
        assert address.is_global
        assert address in ip_network("2000::/3") or address in ip_network("64:ff9b::/96")


@pytest.mark.parametrize(
    "host", ["93.184.215.14", "8.8.8.8", "1.1", "[2606:4700::1111]", "[64:ff9b::808:808]",
             "example.com", "example.com.", "xn--h1axm.xn--j1amh", "a_b.example"],
)  # fmt: skip
def test_addresses_of_the_internet_pass(host):
    addresses.check_host(host, allow_private=False, by_proxy=False)
    addresses.check_host(host, allow_private=False, by_proxy=True)


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST.", "db.localhost", "printer.local", "nas.lan", "x.internal",
             "router.home.arpa"],
)  # fmt: skip
def test_names_of_ones_own_network_are_refused(host):
    for by_proxy in (False, True):
        with pytest.raises(NotFetched, match="this machine or its network"):
            addresses.check_host(host, allow_private=False, by_proxy=by_proxy)
    addresses.check_host(host, allow_private=True, by_proxy=False)


def test_a_name_without_a_dot_is_not_sent_to_a_proxy():
    with pytest.raises(NotFetched):
        addresses.check_host("intranet", allow_private=False, by_proxy=True)


def test_a_name_inside_tor_is_never_looked_up_without_a_proxy():
    onion = f"{'a' * 56}.onion"
    with pytest.raises(NotFetched) as caught:
        addresses.check_host(onion, allow_private=True, by_proxy=False)
    assert "SOCKS" in caught.value.hint
    addresses.check_host(onion, allow_private=False, by_proxy=True)


@pytest.mark.parametrize(
    "host", ["256.1.1.1", "1.2.3.4.5", "0x100000000", "08.1.1.1", "a..b", "a b",
             "a%2eb", "[1::2::3]", "", "x" * 64],
)  # fmt: skip
def test_what_is_no_name_is_refused_in_words(host):
    with pytest.raises(NotFetched, match="no name of a site"):
        addresses.check_host(host, allow_private=True, by_proxy=False)


def test_private_addresses_may_be_allowed():
    for host in ("127.0.0.1", "[::1]", "169.254.169.254"):
        addresses.check_host(host, allow_private=True, by_proxy=False)
    addresses.check(ip_address("10.0.0.1"), allow_private=True)
