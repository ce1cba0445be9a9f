"""What a fetch may do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """The limits of one fetch, and how it shows itself to the sites it asks."""

    user_agent: str
    proxy: str = ""
    """`socks5://host:port` (names are resolved there, as Tor needs) or `http://host:port`."""
    allow_private: bool = False
    """Whether addresses of this machine and its network may be asked: for this fetch only."""
    page_bytes: int = 50_000_000
    """The longest answer that is taken, as sent and unpacked."""
    file_bytes: int = 25_000_000
    """The longest picture, stylesheet or font."""
    total_bytes: int = 200_000_000
    """All answers of one page together."""
    files: int = 400
    """How many pictures, stylesheets and fonts belong to one page at most."""
    redirects: int = 10
    seconds: float = 60.0
    """For the page itself, from the first request to its last byte."""
    quiet_seconds: float = 20.0
    """How long a site may say nothing."""
    all_seconds: float = 180.0
    """For the page and all that belongs to it."""
