from io import BytesIO

from caseboard.briefing.pdf.boxes import Box
from caseboard.briefing.pdf.fitting import laid_out
from caseboard.briefing.pdf.sheet import Sheet

ROOM, WIDTH = 1000.0, 400.0


class Line(Box):
    """One of many lines of a text: it is as tall as ever, but fewer are needed where it is wide."""

    height = 10.0

    def draw(self, sheet, x, top):
        raise NotImplementedError


def text(lines):
    """Boxes of so many lines in a column of the width."""
    return lambda width: [Line() for _ in range(round(lines * WIDTH / width))]


def test_what_fits_its_pages_keeps_its_size():
    layout = laid_out(text(190), WIDTH, ROOM)

    assert (len(layout.pages), layout.share) == (2, 1.0)


def test_a_few_lines_too_many_are_taken_back():
    layout = laid_out(text(110), WIDTH, ROOM)

    assert len(layout.pages) == 1
    assert 0.88 <= layout.share < 1


def test_no_page_is_saved_at_the_price_of_reading():
    assert laid_out(text(150), WIDTH, ROOM).share == 1.0


def test_a_long_text_is_not_set_twice():
    made = []

    def boxes(width):
        made.append(width)
        return text(1220)(width)

    assert len(laid_out(boxes, WIDTH, ROOM).pages) == 13
    assert made == [WIDTH]


def test_anchors_stand_where_they_were_drawn():
    sheet = Sheet(BytesIO(), (200, 400), language="en", targets=frozenset({"here"}))
    with sheet.zoomed(0.5, 20, 380):
        sheet.mark("here", 0, -100)

    assert sheet.places["here"].top == 70
