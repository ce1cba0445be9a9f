"""Thousands of proposals stand in a document, and only what is in sight is placed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from reader_pages import make_clip, make_page, mark, plain_image, with_marks

from caseboard.model.terms import PartKind
from caseboard.ui.reader.page import Highlight, MarkKind
from caseboard.ui.reader.suggested import Suggested
from caseboard.ui.reader.text import ArticleView


def asked(page, words, key=None, kind=MarkKind.SUGGESTION):
    return mark(page, words, kind, key or words)


def spot_of(view, start, end):
    """The middle of the first line of a passage, in the viewport."""
    found = [
        band.rect().center()
        for piece, bands in view._seen(view.viewport().rect().toRectF())
        for band in bands
        if (piece.highlight.start, piece.highlight.end) == (start, end)
    ]
    return found[0].toPoint()


def test_those_between_two_offsets_are_found_also_where_a_long_one_began_before():
    suggested = Suggested()
    long = Highlight("long", 0, 100, MarkKind.SAYING, "")
    short = Highlight("short", 10, 15, MarkKind.SUGGESTION, "")
    last = Highlight("last", 120, 130, MarkKind.SUGGESTION, "")
    suggested.show([last, short, long])
    assert [m.key for m in suggested.between(50, 60)] == ["long"]
    assert [m.key for m in suggested.between(12, 121)] == ["long", "short", "last"]
    assert [m.key for m in suggested.between(100, 120)] == []


def test_a_click_on_what_is_proposed_tells_its_key_and_around_it_the_sentence(theme, show):
    view = ArticleView(theme, plain_image)
    page = make_page()
    view.show_page(page)
    show(view)
    name = asked(page, "Куп’янськ")
    saying = asked(page, "A map had two columns inside Куп’янськ", "s", MarkKind.SAYING)
    view.show_suggested([name, saying])
    seen = []
    view.highlight_clicked.connect(seen.append)
    at = spot_of(view, name.start, name.end)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert seen == [name.key]
    view.choose_suggested(name.key)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert seen == [name.key, "s"]


def test_its_underline_runs_beside_that_of_a_tag_not_over_it(theme, show):
    view = ArticleView(theme, plain_image)
    page = make_page()
    view.show_page(with_marks(page, mark(page, "columns inside Куп’янськ", MarkKind.CLAIM)))
    show(view)
    name = asked(page, "Куп’янськ")
    saying = asked(page, "two columns inside Куп’янськ late", "s", MarkKind.SAYING)
    view.show_suggested([saying, name])
    lanes = {
        piece.highlight.key: piece.lane
        for piece, _bands in view._seen(view.viewport().rect().toRectF())
    }
    assert lanes[name.key] == 1
    assert lanes["s"] == 2


def test_the_current_one_is_brought_into_sight_and_stands_out(theme, show):
    words = [(PartKind.PARAGRAPH, True, None, f"Paragraph {n} goes on.") for n in range(200)]
    page = make_page(clip=make_clip(tuple(words)))
    view = ArticleView(theme, plain_image)
    view.show_page(page)
    show(view, 640, 400)
    last = asked(page, "Paragraph 190")
    view.show_suggested([last])
    assert view.show_highlight(last.key)
    plain = view.grab().toImage()
    view.choose_suggested(last.key, {last.key})
    assert view.grab().toImage() != plain
    assert view.verticalScrollBar().value() > 0
    view.choose_suggested("")
    assert view.grab().toImage() == plain


def test_a_tag_keeps_its_menu_and_what_is_proposed_has_one_too(theme, show):
    view = ArticleView(theme, plain_image)
    page = make_page()
    view.show_page(page)
    show(view)
    name = asked(page, "Куп’янськ")
    view.show_suggested([name])
    seen = []
    view.highlight_menu_requested.connect(lambda key, _place: seen.append(key))
    at = spot_of(view, name.start, name.end)
    reason = QContextMenuEvent.Reason.Mouse
    view.contextMenuEvent(QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    assert seen == [name.key]


def test_of_three_thousand_in_one_text_only_those_in_sight_are_looked_at(theme, show):
    line = "Here is Somewhere and there is Elsewhere as well. " * 60
    words = [(PartKind.PARAGRAPH, True, None, line) for _n in range(25)]
    page = make_page(clip=make_clip(tuple(words)))
    text = page.clip.text
    marks, at = [], text.find("Somewhere")
    while at >= 0:
        marks.append(Highlight(f"{at}", at, at + 9, MarkKind.SUGGESTION, "Somewhere"))
        marks.append(Highlight(f"{at}e", at + 23, at + 32, MarkKind.SUGGESTION, "Elsewhere"))
        at = text.find("Somewhere", at + 1)
    assert len(marks) == 3000
    view = ArticleView(theme, plain_image)
    view.show_page(page)
    show(view, 640, 500)
    view.show_suggested(marks)
    view.grab()
    placed = sum(len(row) for row in view._suggested._pieces.values())
    assert 0 < placed < 1000
    seen = list(view._seen(view.viewport().rect().toRectF()))
    assert 10 < len(seen) < 200


def test_what_stands_in_sight_is_found_wherever_the_page_is_scrolled_to(theme, show):
    words = [(PartKind.PARAGRAPH, True, None, f"Paragraph {n} goes on. " * 12) for n in range(12)]
    aside = [(PartKind.RELATED, False, None, f"Another text {n}") for n in range(12)]
    view = ArticleView(theme, plain_image)
    view.show_page(make_page(clip=make_clip((*words, *aside))))
    show(view, 640, 300)
    view.finish()
    area = view.viewport().rect().toRectF()
    for place in range(0, view.verticalScrollBar().maximum(), 3):
        view.verticalScrollBar().setValue(place)
        seen = list(view.visible_blocks(area))
        assert seen, place
        assert seen[0][1].y() <= 48, place
