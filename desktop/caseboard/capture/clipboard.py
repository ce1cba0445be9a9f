"""HTML as clipboards hold it: the fragment that was selected, and where it was selected.

Windows' CF_HTML begins with a header of offsets and a `SourceURL`; other systems give the bare
markup, some of them in UTF-16.
"""

import re

from caseboard.capture.decode import decode

_HEADER = re.compile(r"\A\s*Version:\s*[\d.]+\s", re.I)
_FIELD = re.compile(r"^(\w+):(.*)$")
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_MAX_HEADER = 4_000


def fragment(data: bytes | str) -> tuple[str, str]:
    """`(markup, address)` of clipboard HTML: what was selected; the address is empty if unstated.

    The offsets of CF_HTML are not trusted, as many programs count them wrong: its comments are.
    """
    text = decode(data)
    url = ""
    if _HEADER.match(text):
        fields, text = _header(text)
        url = fields.get("sourceurl", "").strip()
    start, end = text.find(_START), text.rfind(_END)
    if 0 <= start < end:
        text = text[start + len(_START) : end]
    return text, url


def source_url(data: bytes) -> str:
    """The address that the header of clipboard HTML states; empty where there is none."""
    text = decode(data[:_MAX_HEADER])
    return _header(text)[0].get("sourceurl", "").strip() if _HEADER.match(text) else ""


def _header(text: str) -> tuple[dict[str, str], str]:
    fields: dict[str, str] = {}
    position = 0
    while position < _MAX_HEADER:
        end = text.find("\n", position)
        line = text[position : end if end >= 0 else len(text)].strip()
        found = _FIELD.match(line)
        if found is None or line.startswith("<"):
            break
        fields[found[1].lower()] = found[2]
        if end < 0:
            return fields, ""
        position = end + 1
    return fields, text[position:]
