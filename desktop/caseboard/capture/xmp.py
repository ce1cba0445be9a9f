"""What editing programs wrote into a file: XMP (ISO 16684-1) in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from PIL import Image

from caseboard.capture import dates
from caseboard.capture.decode import decode

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_MAX_PACKET = 2 * 2**20
_MAX_FIELDS = 300
_LONGEST = 2000
_UNTOLD = {"History", "DerivedFrom", "Thumbnails", "DocumentAncestors", "about", "parseType",
           "Ingredients", "Pantry", "LegacyIPTCDigest"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Xmp:
    """XMP of one picture or document; empty where it has none."""

    title: str = ""
    caption: str = ""
    credit: str = ""
    byline: str = ""
    created: str | None = None
    """EDTF (ISO 8601-2)."""
    words: dict[str, str] = field(default_factory=dict)


def read(image: Image.Image) -> Xmp:
    """XMP of `image`; a broken packet is passed over."""
    return of_packet(_packet(image))


def of_packet(packet: bytes) -> Xmp:
    """What a packet of XMP says, wherever it stood; nothing where it is broken."""
    root = _root(packet)
    if root is None:
        return Xmp()
    told: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        for name, value in _fields(description):
            if len(told) < _MAX_FIELDS and value and name not in _UNTOLD:
                told.setdefault(name, value[:_LONGEST])
    return Xmp(
        title=told.get("Headline", "") or told.get("title", ""),
        caption=told.get("description", ""),
        credit=told.get("Credit", ""),
        byline=told.get("creator", ""),
        created=dates.stated(told.get("DateCreated", "") or told.get("DateTimeOriginal", "")),
        words={f"XMP {name}": value for name, value in told.items()},
    )


def _packet(image: Image.Image) -> bytes:
    found = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    data = found.encode("utf-8", "replace") if isinstance(found, str) else found
    return data if isinstance(data, bytes) else b""


def _root(packet: bytes) -> Element | None:
    if not packet or len(packet) > _MAX_PACKET:
        return None
    text = decode(packet)
    start, end = re.search(r"<(?:\w+:)?(?:xmpmeta|RDF)\b", text), text.rfind(">")
    if start is None:
        return None
    try:
        root: Element = fromstring(text[start.start() : end + 1], forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        return None
    return root


def _fields(description: Element) -> Iterator[tuple[str, str]]:
    for name, value in description.attrib.items():
        if not name.startswith("{http://www.w3.org/XML"):
            yield _local(name), decode(value).strip()
    for child in description:
        yield _local(child.tag), _value(child)


def _value(element: Element) -> str:
    """A plain value, or the entries of a bag, sequence or choice of languages."""
    entries = list(element.iter(f"{_RDF}li"))[:100]
    if not entries:
        return decode(" ".join(element.itertext())).strip()
    texts = [" ".join(" ".join(entry.itertext()).split()) for entry in entries]
    if element.find(f"{_RDF}Alt") is not None:
        texts = texts[:1]
    return decode(", ".join(text for text in texts if text)).strip()


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]
