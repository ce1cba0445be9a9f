"""When two web addresses are the same page."""

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

_TRACKERS = frozenset(
    {"fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid"}
    | {"ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "_openstat", "_ga", "_gl", "cmpid", "spm"}
)
_TRACKER = re.compile(r"utm_\w+|hsa_\w+|pk_(?:campaign|kwd|source|medium|content)", re.ASCII)
_PORTS = {"http": 80, "https": 443}
_LONGEST = 4_000


def normal(url: str) -> str:
    """`url` as it is compared with others; empty where it is no http or https address.

    Scheme (http is https), letter case of the host, its default port, the fragment, parameters
    that say how a reader came by, and a slash at the end of the path do not matter (RFC 3986,
    6.2). Everything else does: `?id=1` and `?id=2` are two pages.
    """
    try:
        parts = urlsplit(url.strip()[:_LONGEST])
        host, port = parts.hostname or "", parts.port
    except ValueError:  # such as `http://[`
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        return ""
    place = host.rstrip(".") if port in {None, _PORTS[scheme]} else f"{host}:{port}"
    return urlunsplit(("https", place, parts.path.rstrip("/"), _query(parts), ""))


def is_front_page(url: str) -> bool:
    """Whether `url` names a site as a whole: where many addresses end up that are gone."""
    address = normal(url)
    return bool(address) and address.count("/") == 2 and "?" not in address


def _query(parts: SplitResult) -> str:
    pieces = (piece for piece in parts.query.split("&") if piece)
    return "&".join(piece for piece in pieces if not _is_tracker(piece.partition("=")[0].lower()))


def _is_tracker(name: str) -> bool:
    return name in _TRACKERS or _TRACKER.fullmatch(name) is not None
