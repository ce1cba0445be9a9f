"""`Page`: an article as read, wherever it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from caseboard.model.parts import Part


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture of an article."""

    url: str
    """Absolute where the page's address is known, otherwise as the page writes it.

    `embedded:0` and so on are pictures that are written into the page (see `embedded`).
    """
    caption: str
    """Without the credit."""
    credit: str
    """Exactly as published, without the brackets round it."""
    alt: str


@dataclass(frozen=True, slots=True)
class Page:
    """An article as its page shows it. What the page does not say is empty, never guessed."""

    text: str
    """The body alone, its blocks joined by blank lines."""
    title: str
    """Without the name of the site."""
    authors: tuple[str, ...]
    """People's names, in the page's order; where it names none, the newsroom that it states."""
    published: str | None
    """EDTF (ISO 8601-2); a zone only where the page states one."""
    published_as_printed: str
    site: str
    """The publisher's name."""
    language: str
    """BCP 47 primary tag, such as `uk`."""
    images: tuple[PageImage, ...]
    """In the order of the page: ordinals of `Part.picture` count in it."""
    canonical_url: str
    confidence: float
    """0 to 1: how much speaks for this being an article, and read whole."""
    parts: tuple[Part, ...]
    """What stands where in `full_text`."""
    full_text: str
    """Every block, body or not, joined by `caseboard.model.parts.GAP`."""
    said_in: Mapping[str, str] = field(default_factory=dict)
    """By field, where it was read: `{"published": "JSON-LD datePublished", "title": "heading"}`.

    Fields are `title`, `authors`, `published`, `site` and, where it was not read from what the
    page shows, `text`.
    """


NOTHING = Page("", "", (), None, "", "", "", (), "", 0.0, (), "")
"""What is read from nothing."""
