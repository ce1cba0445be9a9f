"""Which addresses may be asked: those of the public internet, in whatever way they are written."""

import re
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

from caseboard.capture.fetching.fetched import NotFetched
from caseboard.i18n import _

IP = IPv4Address | IPv6Address

# The registries of special addresses (IANA, after RFC 6890), and what is kept for later use.
_NOT_PUBLIC_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
            "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        ),
    )
)  # fmt: skip
_PUBLIC_6 = IPv6Network("2000::/3")
"""All that is given out for use between hosts of the internet (RFC 4291)."""
_NOT_PUBLIC_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
"""Inside of it: tunnels, benchmarks, identifiers that are no addresses; examples."""
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")
_LOCAL_ENDINGS = (
    "localhost", "local", "localdomain", "internal", "intranet", "private", "lan", "home", "corp",
    "home.arpa",
)  # fmt: skip
"""Names that only a network of one's own knows (RFC 6761, 6762, 8375; ICANN on `internal`)."""
_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?", re.I)
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.I)


def is_public(address: IP) -> bool:
    """Whether `address` is one of the internet, as is any address hidden in it."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    if address.scope_id is not None:
        return False
    if address in _NAT64:  # RFC 6052: the last four bytes are whom it leads to
        return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    if address in _6TO4:  # RFC 3056
        return is_public(IPv4Address(int(address) >> 80 & 0xFFFFFFFF))
    return address in _PUBLIC_6 and not any(address in network for network in _NOT_PUBLIC_6)


def literal(host: str) -> IP | None:
    """The address that `host` writes in numbers, None where it is a name.

    Reads every notation that systems and browsers read (WHATWG URL, 3.5): `127.1`, `0x7f000001`,
    `0177.0.0.1`, `2130706433`, `[::1]`. Raises `ValueError` for numbers that are no address.
    """
    host = host.removeprefix("[").removesuffix("]")
    if ":" in host:
        return ip_address(host.replace("%25", "%", 1))
    pieces = host.removesuffix(".").split(".")
    if not _NUMBER.fullmatch(pieces[-1]):
        return None
    return _by_numbers(pieces)


def check_host(host: str, *, allow_private: bool, by_proxy: bool) -> None:
    """Raise `NotFetched` where `host` may not be asked, as far as can be told by its name."""
    try:
        address = literal(host)
    except ValueError as error:
        raise _no_host(host) from error
    if address is not None:
        check(address, allow_private=allow_private)
        return
    name = host.lower().rstrip(".")
    if not _HOST.fullmatch(name):
        raise _no_host(host)
    if name.endswith(".onion") and not by_proxy:
        raise NotFetched(
            _("{host} is an address inside Tor, and no proxy is set.").format(host=name),
            _("Start Tor, and set its SOCKS proxy in the settings."),
        )
    if not allow_private and (_is_local(name) or (by_proxy and "." not in name)):
        raise _private(host)


def check(address: IP, *, allow_private: bool) -> None:
    """Raise `NotFetched` where `address` may not be asked."""
    if not allow_private and not is_public(address):
        raise _private(str(address))


def _is_local(name: str) -> bool:
    return any(name == ending or name.endswith(f".{ending}") for ending in _LOCAL_ENDINGS)


def _by_numbers(pieces: list[str]) -> IPv4Address:
    if len(pieces) > 4:
        raise ValueError("more than four numbers")
    *firsts, last = map(_number, pieces)
    if any(first > 255 for first in firsts) or last >= 256 ** (4 - len(firsts)):
        raise ValueError("a number is too large")
    return IPv4Address(sum(first << 8 * (3 - at) for at, first in enumerate(firsts)) + last)


def _number(piece: str) -> int:
    if not _NUMBER.fullmatch(piece) or len(piece) > 40:
        raise ValueError("not a number")
    if piece[:2].lower() == "0x":
        return int(piece[2:] or "0", 16)
    return int(piece, 8 if piece.startswith("0") else 10)


def _private(host: str) -> NotFetched:
    return NotFetched(
        _("{host} is an address of this machine or its network, which pages are not fetched from.")
        .format(host=host),
        _("If you know this address, allow it for this one fetch."),
        is_private=True,
    )  # fmt: skip


def _no_host(host: str) -> NotFetched:
    return NotFetched(
        _("“{host}” is no name of a site.").format(host=host[:200]),
        _("Look at the address: perhaps a letter is wrong, or a piece is missing."),
    )
