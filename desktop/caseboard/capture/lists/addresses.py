"""Whether two addresses lead to the same page, as far as their words can tell."""

from caseboard.capture import urls


def key(url: str) -> str:
    """The same for addresses that differ in scheme, `www.`, fragment or a closing slash alone."""
    parts = urls.split(url)
    try:
        port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    except ValueError:
        port = ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{urls.host(url).lower()}{port}{parts.path.rstrip('/')}{query}"
