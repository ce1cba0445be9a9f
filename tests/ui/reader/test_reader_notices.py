"""What the reader says above a scan, and above words that a machine read."""

import pytest
from PySide6.QtWidgets import QPushButton
from reader_pages import make_page, plain_image
from test_sheets_view import Drawn, document

from caseboard.model.parts import Part
from caseboard.model.terms import ClipState, PartKind
from caseboard.ui.reader.center import ReaderPane
from caseboard.ui.reader.tabs import Tab

MACHINE = {"text": "OCR by tesseract 5.3.4, eng"}


@pytest.fixture
def reader(theme, show):
    reader = show(ReaderPane(theme, plain_image, sheets=Drawn(words=())))
    reader.can_read_words = lambda: True
    return reader


def scan(**fields):
    return document(text="", parts=[], state=ClipState.UNREAD, problem="It has no text.", **fields)


def button(reader):
    return next(b for b in reader.notice.findChildren(QPushButton) if b.isVisible())


def test_the_words_of_a_scan_can_be_asked_for(reader, qtbot):
    page = scan()
    reader.show_page(page)
    assert reader.notice.isVisible()
    assert "scan" in reader.notice.text.text()
    with qtbot.waitSignal(reader.words_wanted) as asked:
        button(reader).click()
    assert asked.args == [page.clip.id]


def test_a_scan_with_page_numbers_is_one(reader):
    number = Part(PartKind.OTHER, 0, 1, body=False, page=1).as_json()
    reader.show_page(document(text="1", parts=[number]))
    assert "scan" in reader.notice.text.text()
    assert reader.tab is Tab.PAGES


@pytest.mark.parametrize(("pages", "said"), [("3", ""), ("4", ""), ("9", "6 pages"), ("x", "")])
def test_many_pages_without_words_are_told_a_few_are_not(reader, pages, said):
    page = document()
    page.files[0].meta = {"Pages": pages}
    reader.show_page(page)
    assert reader.notice.isVisible() is bool(said)
    assert said in reader.notice.text.text()


def test_where_no_program_reads_them_it_says_what_to_install(reader):
    reader.can_read_words = lambda: False
    reader.show_page(scan())
    assert "tesseract" in reader.notice.text.text()
    assert not any(b.isVisible() for b in reader.notice.findChildren(QPushButton))


def test_words_that_a_machine_read_are_marked_and_lead_to_the_page(reader):
    reader.show_page(document(said_in=MACHINE))
    assert reader.tab is Tab.READER
    assert "tesseract 5.3.4" in reader.notice.text.text()
    assert "check them" in reader.notice.text.text()
    button(reader).click()
    assert reader.tab is Tab.PAGES


def test_of_other_clips_nothing_is_said(reader):
    reader.show_page(document(said_in=MACHINE))
    for page in (document(), make_page()):
        reader.show_page(page)
        assert not reader.notice.isVisible()
    reader.show_page(document(said_in=MACHINE))
    reader.show_empty()
    assert not reader.notice.isVisible()


def test_a_notice_that_was_closed_stays_closed_for_its_clip(reader):
    page = scan()
    reader.show_page(page)
    reader.notice.close_button.click()
    reader.show_page(page)
    assert not reader.notice.isVisible()
    reader.show_page(scan())
    assert reader.notice.isVisible()


def test_a_clip_that_was_not_read_whole_is_shown_with_the_reason(reader):
    why = "The picture’s file is cut off: about 40 % of the picture is there, and is shown."
    page = document(state=ClipState.READY, problem=why)
    reader.show_page(page)
    assert reader.notice.isVisible()
    assert reader.notice.text.text() == why
    reader.show_page(document(state=ClipState.READY))
    assert not reader.notice.isVisible()
