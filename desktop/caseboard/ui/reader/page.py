"""What the reader is given to show, and what it hands back when something in it is picked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from caseboard.commands.machine_words import MARK
from caseboard.i18n import _
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.files import read_from
from caseboard.model.ids import FileId
from caseboard.model.terms import FileRole


class MarkKind(StrEnum):
    """What a mark in a clip stands for: each has a look of its own."""

    LOCATION = "location"
    UNIT = "unit"
    CLAIM = "claim"
    PERSON = "person"
    KEYWORD = "keyword"
    NOTE = "note"
    SUGGESTION = "suggestion"
    SAYING = "saying"
    """What somebody would be quoted with: a suggestion as long as a sentence."""


def kind_word(kind: MarkKind) -> str:
    """The kind in the user's language, as it stands alone."""
    return {
        MarkKind.LOCATION: _("Location"),
        MarkKind.UNIT: _("Unit"),
        MarkKind.CLAIM: _("Claim"),
        MarkKind.PERSON: _("Person"),
        MarkKind.KEYWORD: _("Keyword"),
        MarkKind.NOTE: _("Note"),
        MarkKind.SUGGESTION: _("Suggestion"),
        MarkKind.SAYING: _("Suggestion"),
    }[kind]


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked passage: `start` to `end` of `Clip.text`, in Unicode code points."""

    key: str
    start: int
    end: int
    kind: MarkKind
    label: str


@dataclass(frozen=True, slots=True)
class Region:
    """A marked rectangle of the upright picture `file_id`, in fractions (0 to 1) of its sides.

    On a document it lies on `page`, counted from 1.
    """

    key: str
    file_id: FileId
    x: float
    y: float
    w: float
    h: float
    kind: MarkKind
    label: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class TextSelection:
    """A passage someone picked: `exact` is `Clip.text[start:end]`."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class RegionSelection:
    """A rectangle someone drew on a picture, in fractions (0 to 1) of its upright sides.

    On a document it lies on `page`, counted from 1.
    """

    file_id: FileId
    x: float
    y: float
    w: float
    h: float
    page: int | None = None


Selection = TextSelection | RegionSelection


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """One clip as it is shown: the clip, its files, what is marked, all by value."""

    clip: Clip
    files: Sequence[ClipFile] = ()
    highlights: Sequence[Highlight] = ()
    regions: Sequence[Region] = ()
    byline: str = ""
    """The line under the title; where it is empty, the byline as printed stands there."""
    original: str = ""
    """The page as sanitised HTML, pictures named `clip:<ordinal>`; empty where there is none."""
    is_link: bool = False
    """Whether there is an address and nothing that it led to."""
    is_private: bool = False
    """Whether that address was refused as one of this machine or its network."""
    is_busy: bool = False
    """Whether it is being fetched now."""


def pictures(files: Sequence[ClipFile]) -> list[ClipFile]:
    """The files that are pictures to look at, in order of their ordinals."""
    shown = (FileRole.ORIGINAL, FileRole.PICTURE, FileRole.SCREENSHOT)
    found = [f for f in files if f.role in shown and f.media_type.startswith("image/")]
    return sorted(found, key=lambda f: (f.role is FileRole.SCREENSHOT, f.ordinal))


def inline_pictures(files: Sequence[ClipFile]) -> list[ClipFile]:
    """The pictures that belong among the text; those of a PDF stand on its pages."""
    if paged(files) is not None:
        return []
    return [file for file in pictures(files) if file.role is not FileRole.SCREENSHOT]


def paged(files: Sequence[ClipFile]) -> ClipFile | None:
    """The file that is shown page by page: a PDF that is read, whether taken in or fetched."""
    if not any(file.role is FileRole.ORIGINAL for file in files):
        return None
    file = read_from(files)
    return file if file.media_type == "application/pdf" else None


def machine_words(files: Sequence[ClipFile]) -> ClipFile | None:
    """The words that OCR read on the clip's pages last, with their places."""
    found = [f for f in files if f.role is FileRole.DERIVATIVE and f.step.startswith(MARK)]
    return max(found, key=lambda f: f.id, default=None)


def only_passage(text: str, exact: str) -> TextSelection | None:
    """The passage of a text that reads `exact`, if there is just one."""
    start = text.find(exact) if exact else -1
    if start < 0 or text.find(exact, start + 1) >= 0:
        return None
    return TextSelection(start, start + len(exact), exact)
