"""A stretch of text that may name a place, before it is decided which one."""

from dataclasses import dataclass, field
from enum import Enum, auto

from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.suggestions import Place


class Evidence(Enum):
    """What the words around a mention tell of it."""

    TYPE_WORD = auto()
    """Its kind is said: `city of …`, `… Oblast`, `the … River`, `у місті …`."""
    CONTAINER = auto()
    """What it lies in is said: `Paris, Texas`, `Куп'янськ Харківської області`."""
    PREPOSITION = auto()
    """Stands where places stand: `in …`, `near …`, `north of …`, `у …`, `під …`."""
    DATELINE = auto()
    """Opens the text with where it was written: `KYIV, Ukraine (Reuters) —`."""
    LISTED = auto()
    """Stands in a row with other places."""
    SENTENCE_START = auto()
    """Its capital letter tells nothing."""
    COMMON_WORD = auto()
    """Is a word of the language too: `Most`, `Reading`, `Мир`."""
    PERSON_LIKE = auto()
    """May be the name of a person."""
    PART_OF_NAME = auto()
    """Is a part of the name of an organisation, a street, an event or the like."""
    INFLECTED = auto()
    """Stands in another form than the gazetteer has: `Куп'янську`."""
    ADJECTIVE = auto()
    """An adjective that names a region: `Харківська область`, `на Харківському напрямку`."""
    METONYM = auto()
    """Acts: it speaks, agrees, has forces; see `Mention.government`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What one reader of mentions saw; ranking decides what it means and how likely that is.

    A reader gives only what it holds for a place (or a metonym): what it holds for a common
    word, a person or an organisation it leaves out, or gives with a low `weight`.
    """

    start: int
    end: int
    surface: str
    """The very words of the text, without the words around (`Texas`, but `Kharkiv Oblast`)."""
    names: tuple[str, ...]
    """Under which it was looked up, in nominative, likeliest first; never empty."""
    entries: tuple[Entry, ...] = ()
    """What the gazetteer has of these names."""
    known: tuple[Place, ...] = ()
    """Places of the case that bear one of these names."""
    kinds: frozenset[EntryKind] = frozenset()
    """The kinds the words around ask for (`city of`, `River`); empty: any."""
    containers: tuple[Entry, ...] = ()
    """What the text says it lies in, any of these: `Texas`, `Kharkiv Oblast`."""
    evidence: frozenset[Evidence] = field(default_factory=frozenset)
    weight: float = 0.5
    """0 to 1: how likely these words name a place at all, whichever it is."""
    government: str = ""
    """ISO 3166-1 alpha-2 (or `EU`, `NATO`) of the state it stands for here; empty: none."""
    place: Place | None = None
    """Where no gazetteer is needed: coordinates in the text. It then has no `entries`."""

    def has(self, evidence: Evidence) -> bool:
        """Whether this was seen."""
        return evidence in self.evidence
