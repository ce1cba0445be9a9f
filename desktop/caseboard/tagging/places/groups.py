"""Mentions of one name in one sense, and the places it may mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caseboard.tagging.gazetteer.entry import Entry
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.places.containing import is_within
from caseboard.tagging.places.mention import Mention
from caseboard.tagging.suggestions import Place

_MOST = 120


@dataclass(frozen=True, slots=True)
class Group:
    """A name has one sense in a text, unless the text itself tells two apart (`Paris, Texas`)."""

    mentions: tuple[Mention, ...]
    entries: tuple[Entry, ...]
    """What it may mean, the largest first."""
    containers: tuple[Entry, ...]
    known: tuple[Place, ...]

    @property
    def weight(self) -> float:
        """How likely it is a place: of its likeliest mention."""
        return max(mention.weight for mention in self.mentions)


def grouped(mentions: Iterable[Mention]) -> Sequence[Group]:
    """Gather the mentions of each name; those without a container join those with one."""
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(key(mention.names[0]), []).append(mention)
    return [group for same in by_name.values() for group in _senses(same)]


def _senses(same: Sequence[Mention]) -> Sequence[Group]:
    senses: dict[frozenset[str], list[Mention]] = {}
    for mention in same:
        senses.setdefault(_sense(mention), []).append(mention)
    loose = senses.pop(frozenset(), [])
    if not senses:
        return [_group(loose)]
    first, *others = senses.values()
    return [_group([*first, *loose]), *map(_group, others)]


def _sense(mention: Mention) -> frozenset[str]:
    """The places it can be, if the text says what it lies in or of which kind it is."""
    fitting = _fitting(mention)
    return frozenset(entry.id for entry in fitting) if mention.containers else frozenset()


def _fitting(mention: Mention) -> Sequence[Entry]:
    kinds = [e for e in mention.entries if not mention.kinds or e.kind in mention.kinds]
    entries = kinds or list(mention.entries)
    inside = [e for e in entries if any(is_within(e, c) for c in mention.containers)]
    return inside or entries


def _group(mentions: Sequence[Mention]) -> Group:
    found: dict[str, Entry] = {}
    for mention in mentions:
        for entry in _fitting(mention):
            found.setdefault(entry.id, entry)
    containers = {c.id: c for mention in mentions for c in mention.containers}
    known = {place: None for mention in mentions for place in mention.known}
    ordered = sorted(mentions, key=lambda mention: mention.start)
    entries = _narrowed(list(found.values()), mentions)
    return Group(tuple(ordered), tuple(entries), tuple(containers.values()), tuple(known))


def _narrowed(entries: Sequence[Entry], mentions: Sequence[Mention]) -> Sequence[Entry]:
    """Where one mention says the kind or the container, the others mean the same."""
    for mention in mentions:
        if mention.containers or mention.kinds:
            fitting = {entry.id for entry in _fitting(mention)}
            fewer = [entry for entry in entries if entry.id in fitting]
            entries = fewer or entries
    return sorted(entries, key=lambda entry: -entry.population)[:_MOST]


def by_mention(groups: Iterable[Group]) -> Mapping[tuple[int, int], Group]:
    """The group of each mention, by where it stands."""
    return {(m.start, m.end): group for group in groups for m in group.mentions}
