"""The words of a briefing's pages, selected with the mouse, copied and found."""

from io import BytesIO

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from reportlab.pdfgen.canvas import Canvas

from caseboard.ui.briefing.page_find import PageFind
from caseboard.ui.briefing.page_layout import Fit
from caseboard.ui.briefing.page_picks import Stretch
from caseboard.ui.briefing.page_spots import PageSpots
from caseboard.ui.briefing.preview_pages import PreviewPages
from support import settled, until

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
LINES = ("Nobody holds the bridge.", "It was crossed twice,", "said the staff’s spokesman.")
FIRST, SECOND, THIRD = ((100, 100), (100, 130), (320, 100))
"""Where the lines begin, in points from the top left: two below each other, one beside them."""


def pdf_of(pages, *lines):
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), initialFontName="Helvetica")
    for number in range(pages):
        canvas.setFont("Helvetica", 12)
        for (left, top), line in zip((FIRST, SECOND, THIRD), lines or LINES, strict=True):
            canvas.drawString(left, 842 - top, line)
        canvas.drawString(100, 50, f"Page {number}")
        canvas.linkURL("https://example.org/", (100, 400, 200, 420))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def pages(theme, qtbot, loop):
    """Pages of three lines each, one of them filling the view's width."""
    made = []

    async def pages(count=2):
        window = QWidget()
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        view = PreviewPages(theme, window)
        view.finder = PageFind(theme, view, window)
        column.addWidget(view.finder.bar)
        column.addWidget(view)
        made.append((window, view))
        view.set_zoom(Fit.WIDTH)
        window.resize(800, 700)
        window.show()
        window.activateWindow()
        await until(window.isActiveWindow)
        await view.adopt(pdf_of(count), PageSpots({"claims": (0, 20.0)}), is_other=True)
        QGuiApplication.clipboard().clear()
        return view

    yield pages
    for _window, view in made:
        loop.run_until_complete(settled())
        view.drawer.close()


def point(view, place, page=0, aside=1.0):
    """Where a place stands in the view: points from the top left of a page."""
    factor = view._layout.factor
    at = QPointF(place[0] + aside, place[1] - 4) * factor
    return (view.page_rect(page).topLeft() + at).toPoint()


def press(view, place):
    QTest.mousePress(view.viewport(), LEFT, pos=place)


def move(view, place, held=LEFT):
    where = QPointF(place)
    glob = QPointF(view.viewport().mapToGlobal(place))
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, where, glob, Qt.MouseButton.NoButton, held, none)
    QApplication.sendEvent(view.viewport(), event)


def release(view, place):
    QTest.mouseRelease(view.viewport(), LEFT, pos=place)


def drag(view, start, end):
    press(view, start)
    move(view, end)
    release(view, end)


async def copied(view):
    QTest.keyClick(view, Key.Key_C, CONTROL)
    await until(QGuiApplication.clipboard().text)
    return QGuiApplication.clipboard().text()


async def test_a_drag_selects_the_words_between_its_ends(pages):
    view = await pages()
    drag(view, point(view, FIRST, aside=45), point(view, SECOND, aside=31))
    assert await copied(view) == "holds the bridge.\nIt was"


async def test_a_drag_to_the_left_and_up_selects_the_same(pages):
    view = await pages()
    drag(view, point(view, SECOND, aside=31), point(view, FIRST, aside=45))
    assert await copied(view) == "holds the bridge.\nIt was"


async def test_what_is_selected_is_shown_on_the_paper(pages):
    view = await pages()
    drag(view, point(view, FIRST, aside=-20), point(view, FIRST, aside=130))
    await until(lambda: view.selection)
    start, end = view.selection[0].start, view.selection[0].end
    box = view._boxes(Stretch(0, start, end))[0]
    inside = QPointF(box.right() - 1, box.top() + 1).toPoint()
    selected = view.viewport().grab().toImage().pixelColor(inside)
    view.select(None)
    assert view.viewport().grab().toImage().pixelColor(inside) == Qt.GlobalColor.white
    assert selected.blue() > selected.red() + 30


async def test_a_double_click_selects_a_word_though_the_first_click_opened_a_section(pages):
    view = await pages()
    told = []
    view.anchor_clicked.connect(told.append)
    place = point(view, THIRD, aside=60)
    QTest.mouseClick(view.viewport(), LEFT, pos=place)
    assert told == ["claims"]
    view.verticalScrollBar().setValue(40)  # as when the section is brought into sight
    QTest.mouseDClick(view.viewport(), LEFT, pos=place)
    release(view, place)
    assert told == ["claims"]
    assert await copied(view) == "staff’s"


async def test_words_are_taken_whole_after_a_double_click(pages):
    view = await pages()
    place = point(view, SECOND, aside=30)
    QTest.mouseDClick(view.viewport(), LEFT, pos=place)
    move(view, point(view, SECOND, aside=60))
    release(view, point(view, SECOND, aside=60))
    assert await copied(view) == "was crossed"


async def test_a_selection_goes_on_to_the_next_page(pages):
    view = await pages()
    view.set_zoom(33)
    drag(view, point(view, THIRD, aside=-5), point(view, FIRST, page=1, aside=41))
    assert await copied(view) == f"{LINES[2]}\nPage 0\nNobody"


async def test_a_page_is_selected_by_key_and_let_go_by_another(pages):
    view = await pages()
    view.setFocus()
    QTest.keyClick(view, Key.Key_A, CONTROL)
    assert await copied(view) == "\n".join((*LINES, "Page 0"))
    QTest.keyClick(view, Key.Key_Escape)
    assert not view.selection


async def test_nothing_selected_leaves_the_clipboard_alone(pages):
    view = await pages()
    QGuiApplication.clipboard().setText("kept")
    QTest.keyClick(view, Key.Key_C, CONTROL)
    await settled()
    assert QGuiApplication.clipboard().text() == "kept"


async def test_the_keys_that_copy_are_not_left_to_the_window(pages):
    view = await pages()
    taken = []
    keys = QShortcut(QKeySequence("Ctrl+A"), view.window())
    keys.activated.connect(lambda: taken.append(True))
    view.setFocus()
    QTest.keyClick(view, Key.Key_A, CONTROL)
    await until(lambda: view.selection)
    assert not taken


async def test_a_click_lets_go_of_a_selection_and_opens_nothing(pages):
    view = await pages()
    told = []
    view.anchor_clicked.connect(told.append)
    drag(view, point(view, FIRST), point(view, FIRST, aside=60))
    await until(lambda: view.selection)
    QTest.mouseClick(view.viewport(), LEFT, pos=point(view, SECOND))
    assert not view.selection
    assert not told


async def test_a_drag_over_a_link_selects_and_a_click_follows_it(pages):
    view = await pages()
    told = []
    view.url_clicked.connect(told.append)
    await until(lambda: view.drawer.sheaf.known_links(0))
    view.verticalScrollBar().setValue(200)
    link = point(view, (150, 436))
    drag(view, link, point(view, FIRST))
    await until(lambda: view.selection)
    assert not told
    QTest.mouseClick(view.viewport(), LEFT, pos=link)
    assert told == ["https://example.org/"]


async def test_a_drag_held_below_the_view_scrolls_on(pages):
    view = await pages(3)
    bar = view.verticalScrollBar()
    press(view, point(view, FIRST))
    below = view.viewport().rect().bottomLeft() + view.viewport().rect().center() * 0.1
    below.setY(view.viewport().height() + 30)
    move(view, below)
    await until(lambda: bar.value() == bar.maximum())
    release(view, below)
    assert not view._edge.isActive()
    await until(lambda: [each.page for each in view.selection] == [0, 1, 2])


async def test_other_pages_hold_no_selection(pages):
    view = await pages()
    view.select_page()
    await until(lambda: view.selection)
    await view.adopt(pdf_of(2, *LINES[::-1]), PageSpots())
    assert not view.selection


async def test_the_pointer_says_where_words_are(pages):
    view = await pages()
    place = point(view, FIRST, aside=20)
    move(view, place, Qt.MouseButton.NoButton)
    await until(lambda: view.known_text(0))
    for where, shape in (
        (place, Qt.CursorShape.IBeamCursor),
        (point(view, (20, 300)), Qt.CursorShape.ArrowCursor),
    ):
        move(view, where, Qt.MouseButton.NoButton)
        assert view.viewport().cursor().shape() is shape


async def test_words_are_found_counted_and_gone_to(pages):
    view = await pages(3)
    view.finder.open()
    bar = view.finder.bar
    QTest.keyClicks(bar.field, "CROSSED twice")
    await until(lambda: bar.count.text() == "1 of 3")
    QTest.keyClick(bar.field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "3 of 3"
    assert view.seen().start == 2
    found = view._found[2]
    assert view.known_text(2).text[found.start : found.end] == "crossed twice"
    QTest.keyClick(bar.close_button, Key.Key_Escape)
    assert not view._found
    assert bar.isHidden()
    await until(view.hasFocus)


async def test_a_phrase_is_found_over_the_end_of_a_line(pages):
    view = await pages(1)
    view.finder.open()
    QTest.keyClicks(view.finder.bar.field, "bridge. it")
    await until(lambda: view.finder.bar.count.text() == "1 of 1")


async def test_words_are_found_again_in_newer_pages_and_nothing_is_scrolled(pages):
    view = await pages(3)
    view.finder.open()
    bar = view.finder.bar
    QTest.keyClicks(bar.field, "bridge")
    await until(lambda: bar.count.text() == "1 of 3")
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    await view.adopt(pdf_of(4, "A bridge", "and a bridge", "stand"), PageSpots())
    top = view.verticalScrollBar().value()
    await until(lambda: bar.count.text() == "1 of 8")
    assert view.verticalScrollBar().value() == top


async def test_pages_that_go_take_the_bar_along(pages):
    view = await pages()
    view.finder.open()
    await settled()
    view.forget()
    assert view.finder.bar.isHidden()
