"""Gives annexes their letters, in the order they stand in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from caseboard.briefing.blocks import Section, SectionKind
from caseboard.i18n import _

KINDS = frozenset(
    {
        SectionKind.EXHIBITS,
        SectionKind.CUSTODY,
        SectionKind.MATRIX,
        SectionKind.GLOSSARY,
        SectionKind.CHECK,
    }
)
"""The sections that are looked up rather than read."""


def letters(kinds: Iterable[SectionKind]) -> Mapping[SectionKind, str]:
    """The letter of each annex among the sections of a briefing, in the language spoken."""
    annexes = (kind for kind in kinds if kind in KINDS)
    return MappingProxyType(dict(zip(annexes, _("ABCDE"), strict=False)))


def lettered(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections, the title of an annex beginning with its letter."""
    whole = tuple(sections)
    known = letters(section.kind for section in whole)
    for section in whole:
        if letter := known.get(section.kind):
            title = _("Annex {letter}: {title}").format(letter=letter, title=section.title)
            yield replace(section, title=title)
        else:
            yield section
