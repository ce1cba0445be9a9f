"""Bytes of a page or a text as characters: byte order mark, declared charset, then best fit."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.I)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACKED = re.compile(f"({_MARK}{{8}}){_MARK}+")
"""More marks on one letter than any script has: thousands of them stop a window for a minute."""
_CYRILLIC = re.compile("[а-яіїєґё]")
# What Windows and HTML 5 (WHATWG Encoding) mean when they say these names.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}


def decode(data: bytes | str) -> str:
    """`data` as text without NUL and other control characters; never fails.

    A character that cannot be read becomes U+FFFD; of marks stacked on a letter eight are kept.
    A lone surrogate, which no file can hold, is dropped, so that the result can always be written
    as UTF-8.
    """
    text = data if isinstance(data, str) else _characters(data)
    text = _CONTROL.sub("", text.removeprefix("\ufeff").replace("\f", " "))
    return _STACKED.sub(r"\1", text)


def decode_short(data: bytes) -> str:
    """A short text without any mark or declaration: UTF-8, else Windows Cyrillic or Western."""
    text = _strict(data, "utf-8")
    return decode(_by_letters(data) if text is None else text)


def _characters(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    # A page that is sound UTF-8 is UTF-8, whatever it declares: pages are re-encoded in transit.
    for name in ("utf-8", _declared(data)):
        text = _strict(data, name)
        if text is not None:
            return text
    return _best_fit(data)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, as some clipboards give it: every other byte is NUL."""
    head = data[:400]
    if len(head) < 4 or b"\x00" not in head:
        return ""
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if odd > len(head) // 5 and even <= odd // 4:
        return "utf-16-le"
    if even > len(head) // 5 and odd <= even // 4:
        return "utf-16-be"
    return ""


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:4096])
    if found is None:
        return ""
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return ""
    return _MEANT.get(name, name)


def _strict(data: bytes, name: str) -> str | None:
    if not name:
        return None
    try:
        return data.decode(name)
    except (UnicodeError, LookupError, ValueError):  # not that charset, or not one for text
        return None


def _best_fit(data: bytes) -> str:
    """UTF-8 with a few broken bytes, else the older charsets of our languages."""
    loose = data.decode("utf-8", "replace")
    if loose.count("\ufffd") * 50 < max(50, len(loose)):
        return loose
    declared = _declared(data)
    if declared not in {"", "utf-8"}:
        try:
            return data.decode(declared, "replace")
        except (LookupError, UnicodeError):  # `hex` and its kin are codecs, but not of text
            return loose
    return _by_letters(data)


def _by_letters(data: bytes) -> str:
    cyrillic = data.decode("cp1251", "replace")
    if len(_CYRILLIC.findall(cyrillic.lower())) * 4 > len(cyrillic):
        return cyrillic
    return data.decode("cp1252", "replace")
