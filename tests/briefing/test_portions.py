"""The words of each section, and who may have them."""

import pytest
from briefing_cases import briefing, kupiansk

from caseboard.briefing import portions
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import chosen
from caseboard.model.terms import Marking, Passage
from caseboard.model.work import Briefing


def marked(marking, **changes):
    rows = [
        {"kind": "notes", "on": True, "marking": marking},
        {"kind": "judgements", "on": True},
    ]
    return briefing(kupiansk().case, sections=rows, marking=Marking.AMBER, **changes)


def test_a_section_has_its_own_marking_or_none():
    written = marked("TLP:RED")
    assert portions.own_marking(written, SectionKind.NOTES) is Marking.RED
    assert portions.own_marking(written, SectionKind.JUDGEMENTS) is None
    assert portions.own_marking(marked("TLP:PINK"), SectionKind.NOTES) is None


def test_only_its_own_marking_switches_a_section_off():
    assert portions.own_above(marked("TLP:RED"), Marking.GREEN) == {SectionKind.NOTES}
    assert portions.own_above(marked("TLP:GREEN"), Marking.GREEN) == frozenset()


def test_the_marking_of_the_briefing_holds_for_words_of_unmarked_sections():
    found = portions.unreadable(marked("TLP:GREEN"), Marking.GREEN)
    assert found == set(SectionKind) - {SectionKind.NOTES}
    assert portions.unreadable(marked("TLP:RED"), Marking.AMBER) == {SectionKind.NOTES}


@pytest.mark.parametrize("passage", Passage)
def test_every_text_belongs_to_a_section(passage):
    kinds = [kind for kind, passages in portions.PASSAGES.items() if passage in passages]
    assert len(kinds) == 1


def test_without_its_words_a_briefing_has_none_of_them():
    texts = {passage.value: "Word" for passage in Passage} | {"of a later version": "Word"}
    whole = marked("", texts=texts, assumptions=[{"text": "Word", "is_linchpin": True}])
    left = Briefing(**{**whole.model_dump(), **portions.without(whole, frozenset(SectionKind))})
    assert (left.bottom_line, left.judgements, left.assumptions, left.texts) == ("", [], [], {})
    assert (left.confidence, left.confidence_basis) == (None, "")
    assert not any(portions.written(left, kind) for kind in SectionKind)
    assert portions.written(whole, SectionKind.METHOD)


def test_what_is_switched_off_says_no_more_than_its_kind():
    rows = portions.switched(marked("TLP:RED"), frozenset({SectionKind.NOTES}))
    assert rows == [{"kind": "notes", "on": False}, {"kind": "judgements", "on": True}]


def test_a_briefing_without_a_choice_is_switched_by_its_template():
    plain = briefing(kupiansk().case)
    off = frozenset({SectionKind.NOTES})
    made = Briefing(**{**plain.model_dump(), "sections": portions.switched(plain, off)})
    assert chosen(made) == tuple(kind for kind in chosen(plain) if kind is not SectionKind.NOTES)
