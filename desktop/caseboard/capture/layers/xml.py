"""XML of strangers, for KML and GPX: no entities, no external files, names without namespaces."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from caseboard.capture.layers import refusals
from caseboard.i18n import _

_LONGEST = 10_000
"""Characters of one text."""


def root(data: bytes) -> Element:
    """The root of a document; raises `CaseError`, also where it declares entities."""
    try:
        found: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise refusals.broken(_("it declares entities, which no map needs.")) from error
    except (ParseError, ValueError, LookupError) as error:
        raise refusals.broken(_("it is no sound XML.")) from error
    return found


def tag(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Those right below it that are called so."""
    return (child for child in element if tag(child) in names)


def every(element: Element, name: str) -> Iterator[Element]:
    """Those anywhere below it that are called so."""
    return (child for child in element.iter() if tag(child) == name)


def text(element: Element | None, *path: str) -> str:
    """The words of what lies along `path` below an element; empty where there is none."""
    for name in path:
        element = None if element is None else next(children(element, name), None)
    words = "" if element is None else "".join(element.itertext())
    return words[:_LONGEST].strip()


def text_whole(element: Element, name: str) -> str:
    """The text right in a child, however long."""
    child = next(children(element, name), None)
    return "" if child is None else child.text or ""


def number(words: str) -> float:
    """What a number says; not a number where it is none."""
    try:
        return float(words)
    except ValueError:
        return float("nan")
