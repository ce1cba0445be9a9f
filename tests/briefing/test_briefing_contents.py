import re

import pytest
from briefing_cases import kupiansk, large, outline
from reading import pages

from caseboard.briefing import pdf


@pytest.fixture(scope="module")
def long():
    return outline(large())


def listed(page):
    """What the list of contents says: titles with their pages."""
    after = page.split("CONTENTS")[1]
    found = re.findall(r"(\D+?)\s(\d+)\s", after)
    return {title.strip(): int(number) for title, number in reversed(found)}


def test_a_long_briefing_lists_its_sections_with_their_pages(long):
    rendering = pdf.rendered(long)
    told = listed(" ".join(pages(rendering.data)[0].split()) + " ")
    first = ("bottom_line", "judgements")
    later = [section for section in long.sections if section.kind not in first]

    assert len(later) > 5
    for section in later:
        assert told[section.title] == rendering.places[section.kind.value].page + 1


def test_a_short_one_does_not():
    assert "CONTENTS" not in pages(pdf.render(outline(kupiansk())))[0]


def test_it_stands_below_what_a_reader_has_to_know_first(long):
    first = pages(pdf.render(long))[0]

    assert first.index("BOTTOM LINE") < first.index("Key judgements") < first.index("CONTENTS")
