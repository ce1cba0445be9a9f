from dataclasses import replace

import pypdfium2
import pytest
from stress_outline import stress

from caseboard.briefing import pdf
from caseboard.briefing.blocks import Fact, Head, Run


def heads(*facts, title="A night"):
    head = Head("Flash", title, "", tuple(Fact(label, (Run(value),)) for label, value in facts))
    return pdf.render(replace(stress(), sections=(), head=head))


def place(data, words):
    """Left and upper edge of words on the first page."""
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    box = page.get_charbox(page.search(words).get_next()[0], loose=True)
    return round(box[0]), round(box[3])


EIGHT = [(f"Label{number}", f"value{number}") for number in range(8)]


def test_eight_facts_stand_in_two_rows_of_four():
    data = heads(*EIGHT)
    places = [place(data, value) for _label, value in EIGHT]

    assert len({top for _left, top in places}) == 2
    assert [left for left, _top in places[:4]] == [left for left, _top in places[4:]]


def test_a_label_stands_above_its_value():
    data = heads(*EIGHT)

    assert place(data, "Label2")[0] == pytest.approx(place(data, "value2")[0], abs=1)
    assert place(data, "Label2")[1] > place(data, "value2")[1]


def test_a_long_fact_takes_several_columns_and_stays_on_one_line():
    long = "those who are named in the annex to the order of the day"
    data = heads(*EIGHT[:3], ("Distribution", long))
    words = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()

    assert long in words


def test_a_title_block_without_facts_will_do():
    assert "A night" in pypdfium2.PdfDocument(heads())[0].get_textpage().get_text_bounded()
