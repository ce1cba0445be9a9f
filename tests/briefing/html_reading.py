"""Reads an HTML file back, as a browser would build it."""

from lxml import html

FETCHING = ("src", "href", "xlink:href", "data", "poster", "srcset", "action", "background")


def tree(data):
    """Its elements."""
    return html.document_fromstring(data.decode())


def words(element):
    """The text of an element, white space made even."""
    return " ".join(element.text_content().split())


def addresses(data):
    """Every address in it: element and value."""
    return [
        (element.tag, element.get(name))
        for element in tree(data).iter()
        for name in FETCHING
        if element.get(name) is not None
    ]
