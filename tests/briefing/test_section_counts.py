"""How much each section of an outline holds."""

from dataclasses import replace

from briefing_cases import kupiansk, outline

from caseboard.briefing.blocks import Entry, Listing, Run, Section, SectionKind, plain
from caseboard.briefing.section_counts import counts


def test_every_section_says_how_many_things_it_holds():
    dossier = kupiansk()
    made = outline(dossier)
    found = counts(made)
    assert list(found) == [section.kind for section in made.sections]
    assert found[SectionKind.CLAIMS] == len(dossier.claims)
    assert found[SectionKind.EXHIBITS] == len(dossier.clips)
    assert found[SectionKind.UNITS] == len(dossier.units)
    assert found[SectionKind.DISPUTES] == len(dossier.disputes)


def test_what_stands_under_an_item_is_no_item_of_its_own():
    dossier = kupiansk()
    made = outline(dossier)
    items = tuple(Entry(Run("•"), (plain("words"),), level=level) for level in (0, 1, 0))
    section = Section(SectionKind.GAPS, "Gaps", (plain("before"), Listing(items)))
    assert counts(replace(made, sections=(section,))) == {SectionKind.GAPS: 2}


def test_prose_counts_by_its_paragraphs():
    made = outline(kupiansk())
    section = Section(SectionKind.METHOD, "Method", (plain("one"), plain("two")))
    assert counts(replace(made, sections=(section,))) == {SectionKind.METHOD: 2}
