import random
from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw
from reading import pages
from stress_outline import HASH, SENTENCE, sections, stress

from caseboard.briefing import pdf
from caseboard.briefing.blocks import Head, SectionKind
from caseboard.briefing.pdf import scale

ABOVE = 13 * scale.MM + 12
"""How far from the edge of a page what stands at its head and foot reaches."""


@pytest.fixture(scope="module", params=["A4", "Letter"])
def strained(request):
    return pdf.render(stress(), request.param)


def words(data):
    """Left, lower, right and upper edge of every piece of text, with its page's size."""
    for page in pypdfium2.PdfDocument(data):
        size = page.get_size()
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            yield *piece.get_bounds(), *size


def test_nothing_is_printed_beyond_the_margins(strained):
    beside = [
        place
        for place in words(strained)
        if place[0] < scale.MARGIN_X - 4 or place[2] > place[4] - scale.MARGIN_X + 4
    ]

    assert beside == []


def test_nothing_runs_into_head_or_foot(strained):
    """Each piece of text stands within the column, or within head or foot."""
    for _left, low, _right, top, _width, height in words(strained):
        is_head, is_foot = low > height - ABOVE - 12, top < ABOVE + 12
        within = low > scale.MARGIN_BOTTOM - 4 and top < height - scale.MARGIN_TOP + 4
        assert is_head or is_foot or within


def test_all_of_a_hundred_rows_are_printed(strained):
    written = "".join("".join(pages(strained)).split()).replace("\ufffe", "")

    assert written.count(HASH) == 100
    assert all(f"Report{number}:" in written for number in range(100))
    assert "encirclement" in written


def test_a_briefing_of_nothing_is_a_page():
    nothing = replace(stress(), sections=(), head=Head("", "", "", ()))

    assert len(pages(pdf.render(nothing))) == 1


@pytest.mark.parametrize("seed", range(6))
def test_sections_in_any_order_and_number_fit_their_pages(seed):
    chance = random.Random(seed)
    kinds = list(SectionKind)
    chance.shuffle(kinds)
    chosen = chance.choices(sections(), k=5)
    some = tuple(
        replace(
            each, kind=kind, blocks=tuple(chance.sample(each.blocks, len(each.blocks) // 2 + 1))
        )
        for each, kind in zip(chosen, kinds, strict=False)
        if each.blocks
    )
    data = pdf.render(replace(stress(), sections=some))

    assert all(low > 13 * scale.MM - 12 for _left, low, *_rest in words(data))
    assert SENTENCE.split()[0] in pages(data)[0]
