"""Zotero RDF: references with notes, tags and attached files beside the list."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from caseboard.capture.lists.entry import ListFormat, Listing
from caseboard.capture.lists.gathering import Gathering, address

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_Z = "{http://www.zotero.org/namespaces/export#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_BIB = "{http://purl.org/net/biblio#}"
_FOAF = "{http://xmlns.com/foaf/0.1/}"
_LINK = "{http://purl.org/rss/1.0/modules/link/}"
_PRISM = "{http://prismstandard.org/namespaces/1.2/basic/}"
_NO_ITEMS = {f"{_Z}Attachment", f"{_BIB}Memo", f"{_Z}Collection", f"{_BIB}Journal",
             f"{_BIB}Periodical", f"{_Z}UserItem", f"{_Z}Website"}  # fmt: skip
_TAG = re.compile(r"<[^<>]{0,2000}>")
_CREATORS = (f"{_BIB}authors", f"{_Z}contributors", f"{_Z}artists", f"{_Z}podcasters",
             f"{_Z}directors")  # fmt: skip


def read(data: bytes) -> Listing | None:
    """The items of a Zotero RDF export; None where it is none."""
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):  # or an unknown encoding
        return None
    if root.tag != f"{_RDF}RDF":
        return None
    about = {node.get(f"{_RDF}about", ""): node for node in root}
    folders = dict(_folders(root, about))
    linked = {
        link.get(f"{_RDF}resource", "") for node in root for link in node.iter(f"{_LINK}link")
    }
    found = Gathering(ListFormat.ZOTERO, "Zotero RDF")
    for row, node in enumerate(root, 1):
        lone = node.tag == f"{_Z}Attachment" and node.get(f"{_RDF}about") not in linked
        if (node.tag not in _NO_ITEMS and node.tag.startswith((_BIB, _Z, _RDF))) or lone:
            _add(found, row, node, about, folders.get(node.get(f"{_RDF}about", ""), []))
    return found.listing() if len(found) else None


def _add(
    found: Gathering, row: int, node: Element, about: Mapping[str, Element], folders: list[str]
) -> None:
    attachments = [about[key] for key in _resources(node, f"{_LINK}link") if key in about]
    if node.tag == f"{_Z}Attachment":
        attachments.append(node)
    memos = [about[key] for key in _resources(node, f"{_TERMS}isReferencedBy") if key in about]
    said = {
        "title": (_child(node, f"{_DC}title"), "dc:title"),
        "url": (_address(node, attachments), "dcterms:URI"),
        "published": (_child(node, f"{_DC}date"), "dc:date"),
        "saved": (_child(node, f"{_TERMS}dateSubmitted"), "dcterms:dateSubmitted"),
        "language": (_child(node, f"{_Z}language"), "z:language"),
        "site": (_site(node, about), "dcterms:isPartOf"),
        "note": ("\n\n".join(_notes(node, memos)), "bib:Memo" if memos else "dcterms:abstract"),
    }
    files = [path for each in attachments for path in _paths(each)]
    found.add(
        row,
        said,
        authors=list(_people(node)),
        tags=[*folders, *_tags(node)],
        files=files,
        kind=_child(node, f"{_Z}itemType"),
        names={"authors": "bib:authors"},
    )


def _address(node: Element, attachments: list[Element]) -> str:
    for each in (node, *attachments):
        for holder in each.findall(f"{_DC}identifier"):
            text = holder.findtext(f"{_TERMS}URI/{_RDF}value") or holder.text or ""
            if address(text):
                return text.strip()
    own = node.get(f"{_RDF}about", "")
    return own if address(own) else ""


def _paths(attachment: Element) -> Iterator[str]:
    for name in (f"{_RDF}resource", f"{_Z}path"):
        for child in attachment.findall(name):
            path = child.get(f"{_RDF}resource") or (child.text or "").strip()
            if path and "://" not in path:
                yield path


def _people(node: Element) -> Iterator[str]:
    for name in _CREATORS:
        for holder in node.findall(name):
            for person in holder.iter(f"{_FOAF}Person"):
                given = person.findtext(f"{_FOAF}givenName") or person.findtext(
                    f"{_FOAF}givenname", ""
                )
                yield f"{given} {person.findtext(f'{_FOAF}surname', '')}".strip()
            return  # the first of them that is there: authors before contributors


def _tags(node: Element) -> Iterator[str]:
    for subject in node.findall(f"{_DC}subject"):
        yield subject.findtext(f".//{_RDF}value") or subject.text or ""


def _notes(node: Element, memos: list[Element]) -> Iterator[str]:
    for text in (
        _child(node, f"{_TERMS}abstract"),
        _child(node, f"{_DC}description"),
        *(memo.findtext(f"{_RDF}value", "") for memo in memos),
    ):
        plain = unescape(_TAG.sub(" ", text.replace("</p>", "\n"))).strip()
        if plain:
            yield plain


def _site(node: Element, about: Mapping[str, Element]) -> str:
    for part in node.findall(f"{_TERMS}isPartOf"):
        holder = about.get(part.get(f"{_RDF}resource", ""), part)
        title = holder.findtext(f".//{_DC}title", "")
        if title and title != _child(node, f"{_DC}title"):
            return title
    return node.findtext(f"{_DC}publisher/{_FOAF}Organization/{_FOAF}name", "")


def _folders(root: Element, about: Mapping[str, Element]) -> Iterator[tuple[str, list[str]]]:
    """The names of the collections that each item lies in."""
    names: dict[str, list[str]] = {}
    for collection in root.findall(f"{_Z}Collection"):
        for part in _resources(collection, f"{_TERMS}hasPart"):
            if part in about and about[part].tag != f"{_Z}Collection":
                names.setdefault(part, []).append(_child(collection, f"{_DC}title"))
    yield from names.items()


def _resources(node: Element, name: str) -> Iterator[str]:
    for child in node.findall(name):
        yield child.get(f"{_RDF}resource", "")


def _child(node: Element, name: str) -> str:
    return (node.findtext(name) or "").strip()
