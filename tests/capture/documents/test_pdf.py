"""PDFs: words by page, what they say of themselves, a picture of the first page."""

from io import BytesIO

import printing
import pytest
from captured import PARAGRAPHS, picture
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption

from caseboard.capture.documents import pdf
from caseboard.errors import CaseError
from caseboard.model.parts import Part, body_text
from caseboard.model.terms import PartKind


@pytest.fixture(scope="module")
def long_report():
    return pdf.read(printing.report(times=14, title="Bridges", author="Olena Marchuk; Ivan Franko"))


def texts(reading, *kinds):
    return [reading.text[p.start : p.end] for p in reading.parts if p.kind in kinds]


def test_lines_become_the_paragraphs_that_were_written(long_report):
    found = texts(long_report, PartKind.PARAGRAPH)
    whole = [text for text in PARAGRAPHS["en"] if text in found]
    assert whole == list(PARAGRAPHS["en"])


def test_ukrainian_is_read_as_well():
    read = pdf.read(printing.report(PARAGRAPHS["uk"]))
    assert texts(read, PartKind.PARAGRAPH)[1:] == list(PARAGRAPHS["uk"])  # after the running head
    assert read.language == "uk"


def test_every_part_names_its_page(long_report):
    pages = [part.page for part in long_report.parts]
    assert pages == sorted(pages)
    assert set(pages) == {1, 2, 3, 4} == set(range(1, int(long_report.metadata["Pages"]) + 1))
    rows = [part.as_json() for part in long_report.parts]
    assert [Part.from_json(row) for row in rows] == list(long_report.parts)


def test_headings_are_told_by_their_size(long_report):
    assert texts(long_report, PartKind.HEADING) == [
        "The bridge at the grain port",
        *(f"Chapter {n}" for n in range(1, 15)),
    ]


def test_running_heads_and_page_numbers_are_no_body(long_report):
    assert "Road agency" not in body_text(long_report.text, long_report.parts)
    aside = texts(long_report, PartKind.OTHER)
    assert aside.count("Road agency, internal") == 4
    assert {"1", "2", "3", "4"} <= set(aside)


def test_title_and_authors_are_as_stated(long_report):
    assert (long_report.title, long_report.author) == ("Bridges", "Olena Marchuk, Ivan Franko")
    assert long_report.metadata["Author"] == "Olena Marchuk; Ivan Franko"
    assert long_report.problem == ""


def test_what_programs_put_where_nobody_said_anything_is_nothing():
    read = pdf.read(printing.report(title="untitled", author="(anonymous)"))
    assert (read.title, read.author) == ("The bridge at the grain port", "")
    assert "Author" not in read.metadata
    assert pdf.read(printing.report(title="Microsoft Word - draft3.doc")).title == read.title


def test_the_words_that_are_the_title_are_marked():
    read = pdf.read(printing.report(title="The bridge at the grain port"))
    assert texts(read, PartKind.TITLE) == ["The bridge at the grain port"]


def test_a_pdf_is_not_said_to_be_published_when_it_was_made(long_report):
    assert long_report.published is None
    assert long_report.metadata["Created"] == "2000-01-01T00:00:00Z"


def test_xmp_says_more_than_the_older_dictionary():
    data = printing.with_xmp(
        printing.report(author="scanner"),
        dc_creator="Olena Marchuk",
        photoshop_Headline="Spring floods",
        prism_publicationDate="2024-11-14T11:39:00+02:00",
    )
    read = pdf.read(data)
    assert (read.title, read.author) == ("Spring floods", "Olena Marchuk")
    assert read.published == "2024-11-14T11:39:00+02:00"
    assert read.metadata["XMP photoshop:Headline"] == "Spring floods"


def test_the_first_page_is_shown(long_report):
    with Image.open(BytesIO(long_report.display)) as display:
        assert display.format == "JPEG"
        assert 1000 < max(display.size) <= 2048
        assert display.convert("L").getextrema() == (0, 255)  # ink on paper
    with Image.open(BytesIO(long_report.thumbnail)) as thumbnail:
        assert max(thumbnail.size) == 160


def test_a_scan_says_that_it_has_no_text_and_is_shown():
    read = pdf.read(printing.scan())
    assert (read.text, read.parts, read.metadata["Pages"]) == ("", (), "2")
    assert "no text" in read.problem
    with Image.open(BytesIO(read.display)) as display:
        assert len(display.convert("RGB").resize((50, 50)).getcolors(2500)) > 2


def test_a_scan_with_page_numbers_alone_has_no_text_either():
    read = pdf.read(printing.lines((290, 24, "1")))
    assert "no text" in read.problem


def test_a_locked_document_is_told_in_words():
    data = printing.lines((72, 700, "Secret"), encrypt=StandardEncryption("sesame"))
    with pytest.raises(CaseError, match="password"):
        pdf.read(data)


def test_a_document_that_may_be_read_but_not_printed_is_read():
    data = printing.lines((72, 700, "Open words"), encrypt=StandardEncryption("", "owner"))
    assert pdf.read(data).text == "Open words"


@pytest.mark.parametrize("data", [b"", b"%PDF-", b"%PDF-1.7\n" + b"\xff" * 900, b"words"])
def test_a_broken_document_is_told_in_words(data):
    with pytest.raises(CaseError, match="broken"):
        pdf.read(data)


def test_a_huge_file_is_not_even_opened():
    with pytest.raises(CaseError, match="too large"):
        pdf.read(printing.scan(), pdf.Limits(bytes=20))


def test_a_document_too_long_is_read_as_far_as_there_is_time():
    read = pdf.read(printing.report(times=14), pdf.Limits(pages=2))
    assert {part.page for part in read.parts} == {1, 2}
    assert (read.metadata["Pages"], read.metadata["Pages read"]) == ("4", "2")
    assert "Only the first pages" in read.problem


def test_a_page_that_cannot_be_drawn_in_time_costs_only_its_picture():
    read = pdf.read(printing.report(), pdf.Limits(picture_seconds=-1.0))
    assert (read.display, read.thumbnail) == (None, None)
    assert PARAGRAPHS["en"][0] in read.text


def test_of_a_file_that_lost_its_pages_the_pictures_are_shown():
    stream = picture()
    with Image.open(BytesIO(stream)) as image:
        width, height = image.size
    head = b"1 0 obj<</Type/XObject/Subtype/Image/Width %d/Height %d" % (width, height)
    rest = b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length 99999>>stream\n"
    read = pdf.read(b"%PDF-1.4\n" + head + rest + stream)
    with Image.open(BytesIO(read.display)) as shown:
        assert abs(shown.width / shown.height - width / height) < 0.05
        assert len(shown.convert("L").getcolors()) > 9
    assert "only its pictures" in read.problem
    assert (read.text, read.pages, "Pages" in read.metadata) == ("", 0, False)
