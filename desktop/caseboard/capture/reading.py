"""What was read from one file of a clip: the same shape for a page, a text and a picture."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from caseboard.capture.embedded import Embedded
from caseboard.errors import CaseError
from caseboard.model.parts import Part


class Unreadable(CaseError):
    """A file could not be read. Its original bytes are kept whatever happens; the text says so."""


@dataclass(frozen=True, slots=True)
class PictureRef:
    """A picture a page shows: where it says the file is, and what it says about it."""

    url: str
    """Absolute where the page's address is known, otherwise as the page writes it."""
    caption: str = ""
    credit: str = ""
    """Exactly as published."""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """A file that a page is made of, besides its HTML."""

    url: str
    """Absolute, http or https."""
    kind: str
    """`picture`, `style` or `font`; `refresh` where the page sends on to another by itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that could be read; what a file does not say stays empty, never guessed."""

    title: str = ""
    author: str = ""
    """People's names, joined by `, `."""
    published: str | None = None
    """EDTF (ISO 8601-2), with the zone only where one is stated. For a photo: when it was taken."""
    published_as_printed: str = ""
    site: str = ""
    language: str = ""
    """BCP 47 primary tag, such as `uk`."""
    text: str = ""
    """Every block, body or not, joined by `caseboard.model.parts.GAP`: for `Clip.text`."""
    parts: tuple[Part, ...] = ()
    """What stands where in `text`: for `Clip.parts`."""
    pictures: tuple[PictureRef, ...] = ()
    """In the order of their ordinals, from 0."""
    canonical_url: str = ""
    credit: str = ""
    licence: str = ""
    """Under what terms it may be used: a licence, or whose copyright it is."""
    metadata: dict[str, str] = field(default_factory=dict)
    """What a file says of itself, in words: EXIF, IPTC and XMP of a picture, headers of mail."""
    html: str = ""
    """The page, sanitised: a picture's address is `clip:` and its ordinal."""
    thumbnail: bytes | None = None
    """JPEG, upright, at most 160 pixels either way."""
    display: bytes | None = None
    """JPEG, upright, at most 2048 pixels either way: what is shown instead of foreign bytes."""
    size: tuple[int, int] | None = None
    """Width and height of the upright picture, in pixels."""
    embedded: tuple[Embedded, ...] = ()
    """Those of `pictures` that are written into the page itself."""
    problem: str = ""
    """A sentence where the file was opened, but its words could not be read, or not all of them."""
    place: tuple[float, float] | None = None
    """Where a photo says it was taken: latitude, longitude in degrees, WGS 84."""
    place_precision: float | None = None
    """Metres about `place`, where the file says how well it was known."""
    hollow: str = ""
    """A value of `Hollow` where a page is not the article it stands for; else empty."""
    said_in: dict[str, str] = field(default_factory=dict)
    """By field of this reading, where it was read: `{"published": "JSON-LD datePublished"}`."""
    confidence: float = 0.0
    """0 to 1: how much speaks for a page being an article, and read whole."""
    fingerprint: str = ""
    """Of a picture: its perceptual hash, in hexadecimal."""
    pages: int = 0
    """Of a document: how many pages it has; 0 where it has none, or nobody counted."""

    def as_json(self) -> dict[str, Any]:
        """Everything but the bytes of pictures, which travel as such."""
        row = asdict(replace(self, embedded=()))
        row["parts"] = [part.as_json() for part in self.parts]
        del row["thumbnail"], row["display"], row["embedded"]
        return row

    @classmethod
    def from_json(
        cls,
        row: Mapping[str, Any],
        thumbnail: bytes | None = None,
        display: bytes | None = None,
        embedded: tuple[Embedded, ...] = (),
    ) -> "Reading":
        """Read what `as_json` wrote; raises `KeyError`, `TypeError` or `ValueError` otherwise."""
        known = dict(row)
        known["parts"] = tuple(Part.from_json(part) for part in known["parts"])
        known["pictures"] = tuple(PictureRef(**picture) for picture in known["pictures"])
        if known["size"] is not None:
            width, height = known["size"]
            known["size"] = (int(width), int(height))
        if known["place"] is not None:
            latitude, longitude = known["place"]
            known["place"] = (float(latitude), float(longitude))
        return cls(**known, thumbnail=thumbnail, display=display, embedded=embedded)
