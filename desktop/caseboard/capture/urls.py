"""Addresses as pages write them, read without ever failing."""

from urllib.parse import SplitResult, unquote, urljoin, urlsplit

NOWHERE = SplitResult("", "", "", "", "")
_LONGEST = 4_000


def split(url: str) -> SplitResult:
    """`url` in its pieces; all empty where it is none."""
    try:
        return urlsplit(url.strip()[:_LONGEST])
    except ValueError:  # such as `http://[`
        return NOWHERE


def host(url: str) -> str:
    """The host of `url` without `www.`; empty where it has none."""
    try:
        return (split(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def absolute(url: str, base: str | None) -> str:
    """`url` as seen from `base`; as written where there is no base."""
    url = url.strip()
    if not base or len(url) > _LONGEST:
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def is_web(url: str) -> bool:
    """Whether `url` is an http or https address with a host."""
    return split(url).scheme.lower() in {"http", "https"} and bool(host(url))


def path_names(url: str) -> list[str]:
    """The pieces of the path of `url`, unquoted: an address written into it is cut up as well."""
    return unquote(split(url).path).split("/")


def last_name(url: str) -> str:
    """The last piece of the path of `url`, unquoted; empty where it ends in a slash."""
    return path_names(url)[-1]


def folder(url: str) -> str:
    """The path of `url` up to its last name, unquoted."""
    return "/".join(path_names(url)[:-1])
