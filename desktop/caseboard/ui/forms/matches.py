"""What a passage may name: entities the library knows, a new one, or a plain keyword."""

from dataclasses import dataclass
from enum import Enum

from caseboard.commands.tags import Keyword, Known, Target
from caseboard.i18n import _
from caseboard.model.entities import Location, Person, Unit
from caseboard.store.folding import fold
from caseboard.ui import words
from caseboard.ui.reader.page import MarkKind

Tagged = Location | Unit | Person

MODELS: dict[MarkKind, type[Tagged]] = {
    MarkKind.LOCATION: Location,
    MarkKind.UNIT: Unit,
    MarkKind.PERSON: Person,
}


class Offer(Enum):
    """What taking a row does."""

    KNOWN = "known"
    NEW = "new"
    KEYWORD = "keyword"


@dataclass(frozen=True, slots=True)
class Match:
    """One row: for one that is known, the entity; else what was typed."""

    offer: Offer
    kind: MarkKind
    typed: str
    entity: Tagged | None = None

    @property
    def name(self) -> str:
        """What stands in the row."""
        if self.entity is not None:
            return self.entity.name
        if self.offer is Offer.KEYWORD:
            return _("Keyword “{word}”").format(word=self.typed)
        if not self.typed:
            return _new_one(self.kind)
        return _new_named(self.kind).format(name=self.typed)

    @property
    def about(self) -> str:
        """What tells it from others: the alias that matched, what it is, where."""
        if self.entity is None:
            return ""
        said = words.about(self.entity)
        alias = _alias(self.entity, self.typed)
        return f"{alias} · {said}" if alias and said else alias or said

    @property
    def target(self) -> Target | None:
        """What a tag is to name; None where that has still to be filled in."""
        if self.entity is not None:
            return Known(type(self.entity), self.entity.id, self.entity.name)
        return Keyword(self.typed) if self.offer is Offer.KEYWORD else None


def matches(kind: MarkKind, typed: str, found: list[Tagged]) -> list[Match]:
    """The rows to offer: those known, best first; then a new one; a keyword stands alone."""
    if kind is MarkKind.KEYWORD:
        return [Match(Offer.KEYWORD, kind, typed)] if typed else []
    known = [Match(Offer.KNOWN, kind, typed, entity) for entity in found]
    return [*known, Match(Offer.NEW, kind, typed)]


def words_of(match: Match) -> str:
    """All a row shows, as a screen reader says it."""
    return f"{match.name}, {match.about}" if match.about else match.name


def _alias(entity: Tagged, typed: str) -> str:
    wanted = fold(typed)
    if not wanted or wanted in fold(entity.name):
        return ""
    return next((alias for alias in entity.aliases if wanted in fold(alias)), "")


def _new_named(kind: MarkKind) -> str:
    return {
        MarkKind.LOCATION: _("New location “{name}”…"),
        MarkKind.UNIT: _("New unit “{name}”…"),
    }.get(kind, _("New person “{name}”…"))


def _new_one(kind: MarkKind) -> str:
    return {
        MarkKind.LOCATION: _("New location…"),
        MarkKind.UNIT: _("New unit…"),
    }.get(kind, _("New person…"))
