from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw
from reading import pages
from stress_outline import RUNGS, stress

from caseboard.briefing import pdf
from caseboard.briefing.blocks import Entry, Listing, Run, Section, SectionKind, Yardstick, plain
from caseboard.briefing.pdf.gauges import GAUGE_WIDTH


def printed(*blocks):
    section = Section(SectionKind.JUDGEMENTS, "Key judgements", blocks)
    return pdf.render(replace(stress(), sections=(section,)))


def judged(gauge):
    return printed(Listing((Entry(Run("1."), (plain("It happened."),), gauge=gauge),)))


def bars(data):
    """Left and right edge of what is drawn as high as a bar is."""
    page = pypdfium2.PdfDocument(data)[0]
    bounds = (piece.get_bounds() for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]))
    return [(left, right) for left, low, right, top in bounds if 3.4 < top - low < 3.8]


@pytest.mark.parametrize("gauge", RUNGS)
def test_a_band_lies_where_its_chances_are(gauge):
    (left, right), (low, high) = bars(judged(gauge))

    assert right - left == pytest.approx(GAUGE_WIDTH, abs=0.2)
    assert (low - left) / GAUGE_WIDTH == pytest.approx(gauge.low / 100, abs=0.01)
    assert (high - left) / GAUGE_WIDTH == pytest.approx(gauge.high / 100, abs=0.01)


def test_word_and_figures_say_what_the_bar_shows():
    written = pages(judged(RUNGS[5]))[0]

    assert "very likely" in written
    assert "80–95 %" in written


def test_chances_beyond_what_can_be_are_drawn_no_further_than_the_bar():
    (left, right), (low, high) = bars(judged(replace(RUNGS[6], low=-40, high=400)))

    assert (low, high) == pytest.approx((left, right), abs=0.1)


def test_the_key_has_every_rung_of_the_ladder():
    data = printed(Yardstick("Words after ICD 203", RUNGS, frozenset({"likely"})))

    assert len(bars(data)) == len(RUNGS)
    for rung in RUNGS:
        assert rung.chances in pages(data)[0]
