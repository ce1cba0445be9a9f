"""Whether a file may be a list: by its first bytes, cheaply, before the worker is asked."""

import re

from caseboard.capture.decode import decode

HEAD = 4096
NETSCAPE = re.compile(r"<!doctype\s+netscape-bookmark|<dl>\s*(?:<p>\s*)?<dt>\s*<(?:h3|a)\b", re.I)
RDF = re.compile(r"<(?:\w+:)?RDF\b[^<>]{0,4000}zotero|<rdf:RDF\b", re.I)
RIS = re.compile(r"^[ \t]*TY {1,2}- \s*\S", re.M)
BIBTEX = re.compile(
    r"^[ \t]*@(?!comment|preamble|string)[a-z]{3,30}\s*\{[^@\n]{0,200},", re.I | re.M
)
_LINK = re.compile(r"https?://|www\.", re.I)
MARKUP = re.compile(
    r"\s*+(?:(?><!--.*?-->)\s*+)*+<(?:!doctype|html|\?xml|head|body)\b", re.I | re.S
)


def may_be_list(head: bytes) -> bool:
    """Whether a file that begins with `head` can be a list at all; cheap, often too trusting."""
    text = decode(head[:HEAD])
    if b"\x00" in head[:HEAD] and "\x00" not in text and not _LINK.search(text):
        return False
    if MARKUP.match(text):
        return bool(NETSCAPE.search(text) or RDF.search(text))
    begins_json = text.lstrip()[:1] in {"[", "{"}
    return begins_json or any(known.search(text) for known in (NETSCAPE, RDF, RIS, BIBTEX, _LINK))
