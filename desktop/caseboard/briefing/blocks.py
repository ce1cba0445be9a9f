"""What a briefing is made of before it has a format: a small tree of inert blocks.

Text is data from end to end: a run is characters and how they are set, never markup. Links name
an `anchor` of the same outline; `walk.anchors_of` lists those that exist.
"""

import string
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, StrEnum
from pathlib import Path

from caseboard.mapping.scene import Scene
from caseboard.model.terms import Marking


class Tone(Enum):
    """What colour says, always beside a word that says it too."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    BAD = "bad"
    WARN = "warn"


class Role(Enum):
    """What a paragraph is for."""

    LEAD = "lead"
    BODY = "body"
    QUOTE = "quote"
    TABLE = "table"
    SMALL = "small"
    LABEL = "label"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters set one way. `link` and `anchor` are names inside the outline."""

    text: str
    bold: bool = False
    italic: bool = False
    mono: bool = False
    raised: bool = False
    tone: Tone = Tone.PLAIN
    link: str = ""
    anchor: str = ""
    url: str = ""
    """An http(s) address the reader may open; anything else is never made a link."""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that flow together."""

    runs: Runs
    role: Role = Role.BODY
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; it stays with what follows."""

    runs: Runs
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Pill:
    """One word that stands out: a status."""

    word: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Emblem:
    """A small picture that stands for a unit: SVG Tiny 1.2, in pixels of 1/96 inch."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture in a table: an exhibit. Loaded as a `Figure` is; nothing where it fails."""

    alt: str
    """What it shows, for who cannot see it."""
    load: Callable[[], bytes | Path] | None = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Gauge:
    """A likelihood: a word and the chances it stands for, `low` to `high` in per cent."""

    word: str
    low: int
    high: int
    chances: str
    """The band as its standard prints it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a listing, its label hanging to the left; `level` 0 is outermost."""

    label: Run
    content: tuple[Paragraph, ...]
    level: int = 0
    anchor: str = ""
    gauge: Gauge | None = None
    """How likely it is judged to be, drawn beside it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Bullets, numbers, sources."""

    entries: tuple[Entry, ...]
    role: Role = Role.BODY
    is_key: bool = False
    """Whether it explains the table that follows: they are not parted by the end of a page."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The whole ladder of likelihoods, drawn as a key: its rungs from the lowest, and its name."""

    name: str
    rungs: tuple[Gauge, ...]
    used: frozenset[str] = frozenset()
    """The words of the rungs that this briefing uses."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one field of a table, over `span` columns."""

    content: tuple["Paragraph | Pill | Emblem | Thumbnail", ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `kept` stays with the row before; `joined` does, and has no rule above it."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    joined: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column's label and its share of the width."""

    label: str
    share: float


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under labels that are repeated where the table runs on."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a picture that a letter names: shares of its width and height from the top left."""

    label: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and what is said of it.

    `load` gives the bytes or their place when they are needed, so that no more than one picture is
    in memory at a time; where it raises `CaseError` or `OSError`, or where there is nothing that is
    safe to load, `problem` is printed.
    """

    caption: tuple[Paragraph, ...]
    alt: str
    """What it shows, for who cannot see it."""
    load: Callable[[], bytes | Path] | None = field(compare=False)
    problem: str
    anchor: str = ""
    regions: tuple[Region, ...] = ()
    """What is outlined on it; the caption says what each is."""
    number: str = ""
    """`Figure 2`: given when the whole is composed, printed before the caption."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Pictures side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class MapFigure:
    """A map, drawn as it was when the briefing was composed, above what is said of it."""

    scene: Scene = field(compare=False)
    caption: tuple[Paragraph, ...]
    alt: str
    """What it shows, for who cannot see it."""
    anchor: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One account in a comparison."""

    label: str
    statement: Paragraph
    content: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts set against each other."""

    left: Side
    right: Side
    below: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """Something set apart: the bottom line."""

    content: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value."""

    label: str
    value: Runs


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts, each on a line of its own."""

    facts: tuple[Fact, ...]


Block = (
    Paragraph
    | Heading
    | Listing
    | Table
    | Figures
    | MapFigure
    | Comparison
    | Aside
    | Facts
    | Yardstick
)


class SectionKind(StrEnum):
    """The sections a briefing may have; `Briefing.sections` keeps these values."""

    BOTTOM_LINE = "bottom_line"
    JUDGEMENTS = "judgements"
    CHANGES = "changes"
    SITUATION = "situation"
    CLAIMS = "claims"
    DISPUTES = "disputes"
    ASSESSMENT = "assessment"
    ALTERNATIVES = "alternatives"
    MAP = "map"
    TIMELINE = "timeline"
    UNITS = "units"
    PICTURES = "pictures"
    NOTES = "notes"
    GAPS = "gaps"
    METHOD = "method"
    SOURCE_SUMMARY = "source_summary"
    SOURCES = "sources"
    """Endnotes."""
    SOURCE_CARDS = "source_cards"
    EXHIBITS = "exhibits"
    CUSTODY = "custody"
    MATRIX = "matrix"
    GLOSSARY = "glossary"
    CHECK = "check"
    ATTESTATION = "attestation"
    WITHHELD = "withheld"
    """Of a release copy alone: what it leaves out."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the briefing; its kind is its anchor."""

    kind: SectionKind
    title: str
    blocks: tuple[Block, ...]
    marking: str = ""
    """Its portion mark, as printed after the title; empty where portions are not marked."""


@dataclass(frozen=True, slots=True)
class Head:
    """The title block."""

    kicker: str
    title: str
    question: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole briefing, ready to be given any format."""

    head: Head
    marking: Marking
    classification: str
    """Printed as the marking in place of TLP, where it is not empty."""
    language: str
    case_ref: str
    imprint: str
    """What the foot of every page says: case, version, time."""
    author: str
    exported: datetime
    program: str
    sections: tuple[Section, ...]


def plain(text: str, role: Role = Role.BODY) -> Paragraph:
    """A paragraph of one plain run."""
    return Paragraph((Run(text),), role)


def text_of(runs: Runs) -> str:
    """The characters of runs alone."""
    return "".join(run.text for run in runs)


def filled(template: str, **fields: Runs) -> Runs:
    """A translated sentence whose `{fields}` are runs: their text is never read as a template."""
    runs: list[Run] = []
    for text, name, _spec, _conversion in string.Formatter().parse(template):
        runs += [Run(text)] * bool(text)
        runs += fields[name] if name else ()
    return tuple(runs)


def toned(runs: Runs, tone: Tone) -> Runs:
    """The runs in another tone, links keeping theirs."""
    return tuple(run if run.link or run.url else replace(run, tone=tone) for run in runs)
