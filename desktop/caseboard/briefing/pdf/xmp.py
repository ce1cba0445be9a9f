"""What a file says of itself, as XMP (ISO 16684-1): the same as its information dictionary says.

No conformance with PDF/A or PDF/UA is claimed in it.
"""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Final

_SPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
_BEGIN: Final = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END: Final = '<?xpacket end="r"?>'
_IDS: Final = uuid.UUID("5c1f3a52-6f0e-5d0c-9d0b-3b9a4a6f7c11")
"""The space of names that ids of documents are made in (RFC 9562, version 5)."""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself. Where the author is withheld, `author` is empty."""

    title: str
    author: str
    subject: str
    program: str
    producer: str
    made: datetime
    language: str


def packet(about: About, digest: str) -> bytes:
    """An XMP packet in UTF-8; `digest` is of the pages, and tells one file from another."""
    fields = [
        _text("dc:format", "application/pdf"),
        _alternatives("dc:title", about.title),
        _list("dc:creator", "Seq", about.author),
        _alternatives("dc:description", about.subject),
        _list("dc:language", "Bag", about.language),
        _text("pdf:Producer", about.producer),
        _text("pdf:Trapped", "False"),
        _text("xmp:CreatorTool", about.program),
        *(_text(f"xmp:{name}Date", _stamp(about.made)) for name in ("Create", "Modify")),
        _text("xmp:MetadataDate", _stamp(about.made)),
        _text("xmpMM:DocumentID", _id(about.title, about.subject)),
        _text("xmpMM:InstanceID", _id(digest)),
    ]
    spaces = " ".join(f'xmlns:{name}="{of}"' for name, of in _SPACES.items())
    lines = (
        _BEGIN,
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        f'<rdf:Description rdf:about="" {spaces}>',
        *filter(None, fields),
        "</rdf:Description>",
        "</rdf:RDF>",
        "</x:xmpmeta>",
        _END,
    )
    return "\n".join(lines).encode()


def printable(text: str) -> str:
    """`text` without what XML 1.0 cannot hold: it is shown as a mark instead."""
    if text.isprintable():
        return text
    return "".join(letter if _holds(ord(letter)) else "\ufffd" for letter in text)


def _holds(point: int) -> bool:
    """Whether XML 1.0 has it for a character (section 2.2)."""
    if point < 0x20:
        return point in (0x9, 0xA, 0xD)
    return not (0xD800 <= point <= 0xDFFF or point in (0xFFFE, 0xFFFF))


def _text(name: str, value: str) -> str:
    return f"<{name}>{escape(printable(value), quote=False)}</{name}>" if value else ""


def _alternatives(name: str, value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(printable(value), quote=False)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if value else ""


def _list(name: str, kind: str, value: str) -> str:
    item = f"<rdf:li>{escape(printable(value), quote=False)}</rdf:li>"
    return f"<{name}><rdf:{kind}>{item}</rdf:{kind}></{name}>" if value else ""


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _id(*parts: str) -> str:
    return f"uuid:{uuid.uuid5(_IDS, printable(chr(0x1F).join(parts)))}"
