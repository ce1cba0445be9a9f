"""Pages of a document in the reader: looked through, picked from, marked."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reader_pages import make_clip, make_page, make_picture, mark, plain_image, with_marks

from caseboard.commands.clips import DISPLAY
from caseboard.model.files import PAGE_SOURCE
from caseboard.model.parts import GAP, Part
from caseboard.model.terms import ClipKind, ClipState, FileRole, PartKind
from caseboard.ui.reader.center import ReaderPane
from caseboard.ui.reader.page import MarkKind, Region, RegionSelection, inline_pictures, paged
from caseboard.ui.reader.sheets_words import Box, Word
from caseboard.ui.reader.tabs import Tab
from caseboard.ui.sheets import DrawnPage, Sheets

PAGES = ("The bridge was closed", "The bridge was opened", "The bridge fell")
A4 = (595.0, 842.0)


class Drawn(Sheets):
    """Pages that are there at once, each with one line of words; the worker is never asked."""

    def __init__(self, count=3, words=PAGES):
        super().__init__(None, None)
        self.wanted, self._words, self._count = [], words, count

    def show_file(self, file):
        self._sha256 = file.sha256 if file else ""

    def measure(self):
        if not self.sizes:
            self.sizes, self.count = [A4] * self._count, self._count
            self.measured.emit()

    def want(self, numbers, width):
        self.wanted = list(numbers)
        for number in numbers:
            if number not in self._pages and number not in self._troubles:
                self._pages[number] = self._page(number, int(width))
                self.drawn.emit(number)

    def _page(self, number, width):
        rows = self._words[number - 1].split() if number <= len(self._words) else ()
        words = [Word(row, Box(0.1 + 0.15 * i, 0.2, 0.14, 0.03)) for i, row in enumerate(rows)]
        return DrawnPage(plain_image(width=200, height=283, colour="#ffffff"), tuple(words), width)


def document(**fields):
    parts, at = [], 0
    for number, words in enumerate(PAGES, 1):
        parts.append(Part(PartKind.PARAGRAPH, at, at + len(words), body=True, page=number))
        at += len(words) + len(GAP)
    known = {
        "kind": ClipKind.DOCUMENT,
        "text": GAP.join(PAGES),
        "parts": [part.as_json() for part in parts],
    }
    clip = make_clip((), **(known | fields))
    file = make_picture(clip, role=FileRole.ORIGINAL, name="a.pdf", media_type="application/pdf")
    shown = make_picture(clip, role=FileRole.DERIVATIVE, step=DISPLAY, sha256="b" * 64)
    return make_page(clip=clip, files=[file, shown])


@pytest.fixture
def reader(theme, show):
    sheets = Drawn()
    reader = show(ReaderPane(theme, plain_image, sheets=sheets), 700, 700)
    reader.show_page(document())
    reader.show_tab(Tab.PAGES)
    return reader


def view(reader):
    return reader.pages.view


def spot(reader, page, x, y):
    """A point of the view over a place on a page."""
    sheet = view(reader).place_of(page)
    return QPoint(round(sheet.x() + x * sheet.width()), round(sheet.y() + y * sheet.height()))


def drag(reader, start, end, keys=Qt.KeyboardModifier.NoModifier):
    port, left = view(reader).viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, keys, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, left, keys, end)


def click(reader, point):
    QTest.mouseClick(view(reader).viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_only_a_document_has_pages(theme, show):
    reader = show(ReaderPane(theme, plain_image, sheets=Drawn()))
    reader.show_page(make_page())
    assert not reader.segments._buttons[Tab.PAGES].isVisible()
    reader.show_page(document())
    assert reader.segments._buttons[Tab.PAGES].isVisible()
    assert reader.tab is Tab.READER


def test_a_reader_without_sheets_shows_no_pages(theme, show):
    reader = show(ReaderPane(theme, plain_image))
    reader.show_page(document(text="", parts=[], state=ClipState.UNREAD))
    assert not reader.segments._buttons[Tab.PAGES].isVisible()
    assert reader.tab is Tab.READER


def test_a_scan_is_looked_at_first(theme, show):
    reader = show(ReaderPane(theme, plain_image, sheets=Drawn(words=())))
    reader.show_page(document(text="", parts=[], state=ClipState.UNREAD))
    assert reader.tab is Tab.PAGES


def test_only_pages_in_sight_and_the_next_are_wanted(theme, show):
    sheets = Drawn(count=1000, words=())
    reader = show(ReaderPane(theme, plain_image, sheets=sheets), 700, 700)
    reader.show_page(document())
    reader.show_tab(Tab.PAGES)
    assert sheets.wanted == [1, 2, 3]
    view(reader).go_to(500)
    assert view(reader).current == 500
    assert sheets.wanted[0] in {499, 500}
    assert len(sheets.wanted) <= 5
    assert len(sheets._pages) <= 8


def test_keys_go_through_the_pages(reader):
    port = view(reader)
    QTest.keyClick(port, Qt.Key.Key_End)
    assert list(port.seen())[-1] == 3
    QTest.keyClick(port, Qt.Key.Key_Home)
    assert port.verticalScrollBar().value() == 0
    QTest.keyClick(port, Qt.Key.Key_PageDown)
    first = port.verticalScrollBar().value()
    QTest.keyClick(port, Qt.Key.Key_Down)
    assert port.verticalScrollBar().value() > first > 0


def test_a_page_is_gone_to_by_its_number(reader):
    reader.pages.number.setFocus()
    reader.pages.number.setText("3")
    QTest.keyClick(reader.pages.number, Qt.Key.Key_Return)
    assert 3 in view(reader).seen()
    assert reader.pages.of.text() == "of 3"


def test_zooming_keeps_what_is_looked_at(reader):
    port = view(reader)
    port.go_to(2)
    width = port.place_of(2).width()
    QTest.keyClick(port, "+")
    assert port.place_of(2).width() > width
    assert 2 in port.seen()
    QTest.keyClick(port, "0")
    assert port.place_of(2).width() == width
    QTest.keyClick(port, "-")
    assert port.place_of(2).width() < width


def test_words_dragged_over_are_a_passage_of_the_clip(reader, qtbot):
    told = []
    reader.selection_changed.connect(told.append)
    drag(reader, spot(reader, 1, 0.3, 0.21), spot(reader, 1, 0.45, 0.21))
    selection = reader.selection()
    assert selection.exact == "bridge was"
    assert reader.page.clip.text[selection.start : selection.end] == "bridge was"
    assert told[-1] == selection
    with qtbot.waitSignal(reader.tag_requested) as asked:
        QTest.keyClick(view(reader), "l")
    assert asked.args == [MarkKind.LOCATION, selection]


def test_the_same_words_on_another_page_are_another_passage(reader):
    view(reader).go_to(2)
    drag(reader, spot(reader, 2, 0.3, 0.21), spot(reader, 2, 0.31, 0.26))
    assert reader.selection().start == reader.page.clip.text.index("bridge was opened")


def test_a_drag_with_alt_draws_a_rectangle(reader):
    alt = Qt.KeyboardModifier.AltModifier
    drag(reader, spot(reader, 1, 0.2, 0.1), spot(reader, 1, 0.6, 0.3), alt)
    selection = reader.selection()
    assert isinstance(selection, RegionSelection)
    assert (selection.page, selection.file_id) == (1, reader.page.files[0].id)
    assert selection.x == pytest.approx(0.2, abs=0.01)
    assert selection.h == pytest.approx(0.2, abs=0.01)
    QTest.keyClick(view(reader), Qt.Key.Key_Escape)
    assert reader.selection() is None


def test_on_a_page_without_words_a_drag_draws_a_rectangle(theme, show):
    reader = show(ReaderPane(theme, plain_image, sheets=Drawn(words=())), 700, 700)
    reader.show_page(document(text="", parts=[]))
    drag(reader, spot(reader, 1, 0.2, 0.1), spot(reader, 1, 0.6, 0.3))
    assert reader.selection().page == 1


def test_a_rectangle_is_made_and_moved_by_keys(reader):
    QTest.keyClick(view(reader), "r")
    first = reader.selection()
    QTest.keyClick(view(reader), Qt.Key.Key_Right)
    QTest.keyClick(view(reader), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    second = reader.selection()
    assert second.x > first.x
    assert second.h > first.h


def test_words_the_clip_lacks_are_told_to_be_drawn_around(theme, show):
    reader = show(ReaderPane(theme, plain_image, sheets=Drawn(words=("Stamped secret",))))
    reader.show_page(document())
    reader.show_tab(Tab.PAGES)
    drag(reader, spot(reader, 1, 0.15, 0.21), spot(reader, 1, 0.3, 0.21))
    assert reader.selection() is None
    reader.tag(MarkKind.UNIT)
    assert "rectangle" in reader.hint.text()


def test_highlights_are_painted_on_their_words_alone(reader):
    plain = view(reader).grab().toImage()
    page = reader.page
    reader.show_page(with_marks(page, mark(page, "bridge was opened", key="k")))
    view(reader).go_to(2)
    inside = spot(reader, 2, 0.3, 0.23)
    painted = view(reader).grab().toImage()
    assert painted.pixelColor(inside) != plain.pixelColor(spot(reader, 2, 0.3, 0.5))
    assert painted.pixelColor(spot(reader, 2, 0.15, 0.215)).name() == "#ffffff"


def test_a_click_on_a_highlight_picks_it(reader, qtbot):
    page = reader.page
    reader.show_page(with_marks(page, mark(page, "bridge was closed", key="k")))
    with qtbot.waitSignal(reader.highlight_clicked) as told:
        click(reader, spot(reader, 1, 0.3, 0.215))
    assert told.args == ["k"]
    assert view(reader).active == "k"


def test_a_highlight_is_shown_on_its_page_while_one_looks_at_pages(reader):
    page = reader.page
    reader.show_page(with_marks(page, mark(page, "bridge fell", key="k")))
    assert reader.show_highlight("k")
    assert reader.tab is Tab.PAGES
    assert 3 in view(reader).seen()
    reader.show_tab(Tab.READER)
    assert reader.show_highlight("k")
    assert reader.tab is Tab.READER


def test_a_region_of_a_page_is_shown_there_whatever_one_looks_at(reader, qtbot):
    page = reader.page
    file_id = page.files[0].id
    region = Region("r", file_id, 0.2, 0.5, 0.2, 0.1, MarkKind.LOCATION, "Bridge", page=3)
    page = make_page(clip=page.clip, files=page.files, regions=[region])
    reader.show_page(page)
    reader.show_tab(Tab.READER)
    assert reader.show_highlight("r")
    assert reader.tab is Tab.PAGES
    assert 3 in view(reader).seen()
    with qtbot.waitSignal(reader.highlight_clicked) as told:
        click(reader, spot(reader, 3, 0.3, 0.55))
    assert told.args == ["r"]


def test_what_is_picked_has_a_place_for_the_popup(reader):
    drag(reader, spot(reader, 1, 0.3, 0.21), spot(reader, 1, 0.45, 0.21))
    rect = view(reader).picked_rect()
    assert rect.contains(spot(reader, 1, 0.4, 0.215))


def test_words_are_found_on_the_pages(reader):
    reader.find_words("fell")
    assert 3 in view(reader).seen()
    assert reader.tab is Tab.PAGES


def test_picked_words_are_copied(reader):
    drag(reader, spot(reader, 1, 0.3, 0.21), spot(reader, 1, 0.45, 0.21))
    QTest.keySequence(view(reader), "Ctrl+C")
    assert QApplication.clipboard().text() == "bridge was"


def test_a_page_that_cannot_be_drawn_is_tried_again_by_a_click(reader):
    sheets = view(reader).sheets
    sheets._pages.clear()
    sheets._troubles[1] = "This page cannot be drawn."
    view(reader).grab()
    click(reader, spot(reader, 1, 0.5, 0.5))
    assert sheets.trouble(1) == ""
    assert sheets.page(1) is not None


@pytest.mark.parametrize("look", ["light", "dark"])
def test_paper_is_white_in_both_themes(reader, theme, look):
    theme.choose(look)
    painted = view(reader).grab().toImage()
    assert painted.pixelColor(spot(reader, 1, 0.5, 0.4)).name() == "#ffffff"
    ground = painted.pixelColor(QPoint(3, 300))
    assert ground == theme.tokens.window


def test_a_point_off_the_pages_is_on_none(reader):
    assert view(reader).page_at(QPointF(1, 300)) == 0
    assert QRectF(view(reader).viewport().rect()).intersects(view(reader).place_of(1))


def test_pictures_of_a_document_stand_on_its_pages_not_among_its_words():
    page = document()
    files = [*page.files, make_picture(page.clip, ordinal=1)]
    assert inline_pictures(files) == []
    assert len(inline_pictures(files[1:])) == 1


def test_the_pages_of_a_link_are_those_of_what_was_fetched_last():
    clip = make_clip(())
    link = make_picture(clip, role=FileRole.ORIGINAL, media_type="text/uri-list")
    fetched = [
        make_picture(
            clip, id=key, role=FileRole.DERIVATIVE, step=PAGE_SOURCE, media_type="application/pdf"
        )
        for key in ("2", "1")
    ]
    seen = make_picture(clip, role=FileRole.SCREENSHOT, media_type="application/pdf")
    assert paged([link, seen]) is None
    assert paged([link, seen, *fetched]) is fetched[0]
    assert paged([]) is None
