"""Bytes whose characters somebody named, as text."""

from caseboard.capture.decode import decode


def characters(data: bytes, stated: str) -> str:
    """`data` as text, read as `stated` where that is a charset and UTF-8 does not fit; never fails.

    Sound UTF-8 is UTF-8 whatever it is called: pages are re-encoded on their way into files.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(_named(data, stated) or data)
    return decode(data)


def _named(data: bytes, stated: str) -> str:
    try:
        return data.decode(stated) if stated else ""
    except (LookupError, ValueError):  # no charset, or not this one
        return ""
