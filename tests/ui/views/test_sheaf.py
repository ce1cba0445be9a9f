"""A PDF of ours that is drawn."""

from io import BytesIO

import pytest
from PySide6.QtGui import QColor
from reportlab.pdfgen.canvas import Canvas

from caseboard.errors import CaseError
from caseboard.ui.briefing.sheaf import Sheaf


@pytest.fixture
def sheaf():
    out = BytesIO()
    canvas = Canvas(out, pagesize=(200, 400), initialFontName="Helvetica")
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 300, 200, 100, stroke=0, fill=1)  # the upper quarter
    canvas.linkRect("", "there", (20, 100, 60, 120), relative=0)
    canvas.linkURL("https://example.org/a", (100, 100, 180, 120))
    canvas.showPage()
    canvas.setPageSize((300, 300))
    canvas.bookmarkHorizontal("there", 0, 250)
    canvas.showPage()
    canvas.save()
    sheaf = Sheaf(out.getvalue())
    yield sheaf
    sheaf.close()


def test_every_page_has_its_size_in_points(sheaf):
    assert sheaf.sizes == ((200, 400), (300, 300))


def test_a_page_is_drawn_as_wide_as_asked_on_white(sheaf):
    image = sheaf.strip(0, 100, 0, 200)
    assert (image.width(), image.height()) == (100, 200)
    assert image.pixelColor(50, 20) == QColor(255, 0, 0)
    assert image.pixelColor(50, 150) == QColor(255, 255, 255)


def test_a_strip_is_the_same_pixels_as_the_whole_page(sheaf):
    whole, strip = sheaf.strip(0, 400, 0, 800), sheaf.strip(0, 400, 150, 100)
    assert strip == whole.copy(0, 150, 400, 100)


def test_a_strip_ends_with_its_page(sheaf):
    assert sheaf.strip(0, 100, 150, 500).height() == 50


def test_links_say_where_they_lead(sheaf):
    inside, outside = sheaf.links(0)
    assert (inside.page, inside.top, inside.url) == (1, pytest.approx(50), "")
    assert inside.box.getRect() == pytest.approx((0.1, 0.7, 0.2, 0.05))
    assert (outside.page, outside.url) == (-1, "https://example.org/a")
    assert sheaf.links(1) == ()


def test_links_are_known_without_waiting_once_they_were_asked_for(sheaf):
    assert sheaf.known_links(0) == ()
    assert sheaf.links(0) == sheaf.known_links(0)


def test_what_is_no_pdf_is_said_in_words():
    with pytest.raises(CaseError, match="cannot be drawn"):
        Sheaf(b"not a PDF")


def test_a_closed_sheaf_draws_nothing(sheaf):
    sheaf.close()
    assert sheaf.strip(0, 10, 0, 10).isNull()
    assert sheaf.links(0) == ()
