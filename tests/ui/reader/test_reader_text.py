from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QTextCursor
from reader_pages import (
    make_clip,
    make_page,
    make_picture,
    mark,
    plain_image,
    shade,
    shades,
    with_marks,
)

from caseboard.model.terms import PartKind
from caseboard.ui.reader.marks import lanes
from caseboard.ui.reader.offsets import showable
from caseboard.ui.reader.page import Highlight, MarkKind
from caseboard.ui.reader.text import ArticleView
from caseboard.ui.reader.typeset import pieces

LEFT = Qt.MouseButton.LeftButton
BLOCK = st.tuples(
    st.sampled_from(list(PartKind)),
    st.booleans(),
    st.one_of(st.none(), st.integers(0, 2)),
    st.text(
        st.one_of(st.characters(codec="utf-8"), st.sampled_from("🔥 \n\r\u2029é")), max_size=12
    ),
)


@pytest.fixture
def view(theme, show):
    view = show(ArticleView(theme, plain_image))
    view.show_page(make_page())
    return view


@pytest.fixture(scope="module")
def hidden_view(theme):
    view = ArticleView(theme, plain_image)
    yield view
    view.deleteLater()


def corner_of(view, words):
    """Where the middle of the first letter of these words is painted."""
    start = view.page.clip.text.index(words)
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.offsets.spans(start, start + 1)[0][0])
    rect = view.cursorRect(cursor)
    return QPoint(rect.right() + 3, rect.bottom() - 8)


def picture_of(view):
    return shades(view.viewport())


def count(image, colour):
    wanted = shade(colour)
    rows = range(image.height())
    return sum(image.pixel(x, y) == wanted for y in rows for x in range(image.width()))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(BLOCK, min_size=1, max_size=6), st.data())
def test_offsets_and_positions_tell_the_same_passage(hidden_view, blocks, data):
    clip = make_clip(blocks)
    files = [make_picture(clip, 0), make_picture(clip, 1, caption="Own 🔥 caption")]
    page = make_page(clip=clip, files=files, byline="Site 🔥 · Author")
    hidden_view.show_page(page)
    for row in clip.parts:
        words = clip.text[row["start"] : row["end"]]
        if not words.strip():
            continue
        start = data.draw(st.integers(row["start"], row["end"] - 1))
        end = data.draw(st.integers(start + 1, row["end"]))
        assert shown(hidden_view, start, end) == showable(clip.text[start:end])
        hidden_view.select_range(start, end)
        selection = hidden_view.selection()
        if clip.text[start:end].strip():
            assert clip.text[selection.start : selection.end] == selection.exact
            assert selection.exact == clip.text[start:end].strip()
        else:
            assert selection is None


def shown(view, start, end):
    """What the document has where the passage stands."""
    cursor = QTextCursor(view.document())
    (span,) = view.offsets.spans(start, end)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_a_selection_after_an_emoji_is_told_in_code_points(view):
    text = view.page.clip.text
    start = text.index("was beaten back")
    view.select_range(start, start + 15)
    assert view.textCursor().selectedText() == "was beaten back"
    assert view.selection().exact == text[start : start + 15] == "was beaten back"


def test_text_is_selected_by_the_mouse(view, qtbot):
    with qtbot.waitSignal(view.selection_changed) as told:
        qtbot.mouseDClick(view.viewport(), LEFT, pos=corner_of(view, "columns"))
    assert told.args[0].exact == "columns"


def test_a_selection_over_two_paragraphs_is_one_passage(view):
    text = view.page.clip.text
    start, end = text.index("beaten back"), text.index("columns")
    view.select_range(start, end + 7)
    selection = view.selection()
    assert (selection.start, selection.end) == (start, end + 7)
    assert "This text can be heard." in selection.exact  # it stands between the two in the clip


def test_a_line_of_our_own_is_not_the_clips_text(view):
    view.show_page(make_page(byline="Daily News · A. Reporter"))
    cursor = view.document().find("Daily News")
    view.setTextCursor(cursor)
    assert view.textCursor().selectedText() == "Daily News"
    assert view.selection() is None


def test_what_is_apart_is_closed_until_it_is_asked_for(view, qtbot):
    closed = view.document().size().height()
    assert view.disclosure.text() == "Not part of the article (3)"
    qtbot.mouseClick(view.disclosure, LEFT)
    assert view.document().size().height() > closed + 20
    qtbot.mouseClick(view.disclosure, LEFT)
    assert view.document().size().height() == closed


def test_a_highlight_in_what_is_apart_opens_it(view):
    closed = view.document().size().height()
    page = with_marks(view.page, hidden := mark(view.page, "heard"))
    view.show_page(page)
    assert view.show_highlight(hidden.key)
    assert view.document().size().height() > closed


def test_highlights_that_overlap_are_all_painted(view, theme):
    page = view.page
    outer = mark(page, "every attack toward Kupiansk 🚂 was beaten", MarkKind.CLAIM)
    start = page.clip.text.index("Kupiansk 🚂")
    inner = Highlight("in", start, start + 8, MarkKind.LOCATION, "Kupiansk")
    crossing = mark(page, "🚂 was beaten back", MarkKind.UNIT)
    view.show_page(with_marks(page, inner, crossing, outer))
    image, tokens = picture_of(view), theme.tokens
    for colour in (tokens.claim, tokens.location, tokens.unit):
        assert count(image, colour) > 50, "an underline is hidden"
    for ground in (tokens.claim_soft, tokens.location_soft, tokens.unit_soft):
        assert count(image, ground) > 200, "a tint is hidden"


def test_two_highlights_over_the_same_words_both_show_an_underline(view, theme):
    person = mark(view.page, "A crew", MarkKind.PERSON)
    unit = mark(view.page, "A crew", MarkKind.UNIT)
    view.show_page(with_marks(view.page, person, unit))
    image = picture_of(view)
    assert count(image, theme.tokens.unit) > 40
    assert count(image, theme.tokens.person) > 40


def test_without_highlights_nothing_is_tinted(view, theme):
    assert count(picture_of(view), theme.tokens.claim_soft) == 0


def test_a_suggestion_is_underlined_and_not_tinted(view, theme):
    view.show_page(with_marks(view.page, mark(view.page, "Kupiansk", MarkKind.SUGGESTION)))
    image = picture_of(view)
    assert count(image, theme.tokens.faint) > 10
    assert count(image, theme.tokens.location_soft) == 0


def test_a_highlight_takes_the_colours_of_the_theme(view, theme):
    view.show_page(with_marks(view.page, mark(view.page, "beaten back", MarkKind.CLAIM)))
    theme.choose("dark")
    assert count(picture_of(view), theme.tokens.claim_soft) > 200
    assert view.selection() is None


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=30))
def test_no_two_overlapping_highlights_share_a_lane(spans):
    marks = [
        Highlight(str(i), start, start + length, MarkKind.CLAIM, "")
        for i, (start, length) in enumerate(sorted(spans))
    ]
    found = list(zip(marks, lanes(marks), strict=True))
    for i, (one, lane) in enumerate(found):
        for other, its_lane in found[i + 1 :]:
            overlap = other.start < one.end and one.start < other.end
            assert not overlap or lane != its_lane


def test_clicks_go_from_the_shortest_highlight_outward(view, qtbot):
    inner = mark(view.page, "Kupiansk 🚂", key="inner")
    outer = mark(view.page, "every attack toward Kupiansk 🚂 was", MarkKind.CLAIM, key="outer")
    view.show_page(with_marks(view.page, outer, inner))
    told = []
    view.highlight_clicked.connect(told.append)
    point = corner_of(view, "Kupiansk 🚂")
    for _ in range(3):
        qtbot.mouseClick(view.viewport(), LEFT, pos=point)
    assert told == ["inner", "outer", "inner"]


def test_a_click_beside_every_highlight_lets_go(view, qtbot):
    view.show_page(with_marks(view.page, mark(view.page, "Kupiansk", key="k")))
    view.show_highlight("k")
    qtbot.mouseClick(view.viewport(), LEFT, pos=corner_of(view, "columns"))
    assert view.active == ""


def test_the_selected_highlight_is_framed_in_the_accent(view, theme):
    view.show_page(with_marks(view.page, mark(view.page, "Kupiansk", key="k")))
    before = count(picture_of(view), theme.tokens.accent)
    view.show_highlight("k")
    assert count(picture_of(view), theme.tokens.accent) > before + 20


def test_ctrl_down_goes_from_highlight_to_highlight_and_round(view, qtbot):
    page = view.page
    words = ("A crew", "beaten", "columns")
    view.show_page(with_marks(page, *(mark(page, word, key=word) for word in words)))
    told = []
    view.highlight_clicked.connect(told.append)
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert told == [*words, words[0], words[-1]]


def test_the_menu_of_a_highlight_is_asked_for(view, qtbot):
    view.show_page(with_marks(view.page, mark(view.page, "columns", key="k")))
    point = corner_of(view, "columns")
    with qtbot.waitSignal(view.highlight_menu_requested) as told:
        ask_for_menu(view, point)
    assert told.args == ["k", view.viewport().mapToGlobal(point)]


def ask_for_menu(view, point):
    at = view.viewport().mapToGlobal(point)
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, at))


def test_a_click_on_a_picture_tells_which(view, qtbot):
    caption = corner_of(view, "A crew")
    with qtbot.waitSignal(view.picture_clicked) as told:
        qtbot.mouseClick(view.viewport(), LEFT, pos=caption + QPoint(20, -60))
    assert told.args == [view.page.files[0].id]


def test_a_far_highlight_is_brought_into_sight_and_a_near_one_moves_nothing(theme, show):
    view = show(ArticleView(theme, plain_image), height=300)
    long = ((PartKind.PARAGRAPH, True, None, f"Paragraph {n}. " + "word " * 60) for n in range(60))
    page = make_page(clip=make_clip(tuple(long)), files=[])
    near, far = mark(page, "Paragraph 0"), mark(page, "Paragraph 50")
    view.show_page(with_marks(page, near, far))
    view.show_highlight(near.key)
    assert view.verticalScrollBar().value() == 0
    view.show_highlight(far.key)
    assert view.verticalScrollBar().value() > 1000
    assert 0 <= corner_of(view, "Paragraph 50").y() <= 300


def test_new_marks_leave_the_reader_where_it_was(theme, show):
    view = show(ArticleView(theme, plain_image), height=200)
    page = make_page(byline="Daily News")
    view.show_page(page)
    view.verticalScrollBar().setValue(120)
    view.select_range(page.clip.text.index("columns"), page.clip.text.index("columns") + 7)
    scrolled = view.verticalScrollBar().value()
    view.show_page(with_marks(page, mark(page, "columns")))
    assert view.verticalScrollBar().value() == scrolled > 0
    assert view.selection().exact == "columns"


def test_no_line_is_longer_than_seventy_two_characters(theme, show):
    view = show(ArticleView(theme, plain_image), width=1400)
    words = "The rail hub on the river feeds every road that leads east of the town. " * 12
    clip = make_clip(((PartKind.PARAGRAPH, True, None, words),))
    view.show_page(make_page(clip=clip, files=[]))
    layout = view.document().lastBlock().layout()
    lengths = [layout.lineAt(n).textLength() for n in range(layout.lineCount())]
    assert max(lengths) <= 76
    assert sum(lengths[:-1]) / (len(lengths) - 1) <= 72
    assert min(lengths[:-1]) >= 55


def test_a_picture_never_stands_out_of_the_column(theme, show):
    view = show(ArticleView(theme, lambda _file: plain_image(width=3000, height=900)), width=420)
    view.show_page(make_page())
    assert view.document().idealWidth() <= 420
    assert view.horizontalScrollBar().maximum() == 0


def test_a_picture_that_comes_late_is_drawn(theme, show, qtbot):
    images = {}
    view = show(ArticleView(theme, lambda file: images.get(file.id, QImage())))
    page = make_page()
    view.show_page(page)
    assert count(picture_of(view), "#804020") == 0
    images[page.files[0].id] = plain_image()
    view.refresh_picture(page.files[0].id)
    qtbot.waitUntil(lambda: count(picture_of(view), "#804020") > 1000)


def test_markup_in_a_clip_is_only_text(view):
    words = "<img src='file:///etc/hostname'><b>bold</b> &amp; [x](y)"
    view.show_page(make_page(clip=make_clip(((PartKind.PARAGRAPH, True, None, words),)), files=[]))
    assert words in view.toPlainText()


def test_a_drop_is_left_to_the_window(view):
    assert not view.acceptDrops()
    assert not view.viewport().acceptDrops()


def test_blocks_in_sight_are_in_order_and_few(theme, show):
    view = show(ArticleView(theme, plain_image), height=300)
    long = ((PartKind.PARAGRAPH, True, None, f"{n} " + "word " * 60) for n in range(200))
    view.show_page(make_page(clip=make_clip(tuple(long)), files=[]))
    view.verticalScrollBar().setValue(4000)
    seen = list(view.visible_blocks(view.viewport().rect().toRectF()))
    numbers = [block.blockNumber() for block, _corner in seen]
    assert all(after == before + 1 for before, after in pairwise(numbers))
    assert 0 < len(numbers) < 10
    assert numbers[0] > 10


@pytest.mark.parametrize(
    ("text", "longest"), [("(" * 50_000, 2_000), ("word " * 30_000, 20_000), ("short", 5)]
)
def test_long_text_is_laid_out_in_pieces_that_make_it_whole(text, longest):
    cut = list(pieces(text))
    assert "".join(cut) == text
    assert max(map(len, cut)) <= longest
    assert all(piece.endswith(" ") for piece in cut[:-1]) or " " not in text


def test_a_passage_over_pieces_is_told_as_it_stands_in_the_clip(theme, show):
    clip = make_clip([(PartKind.PARAGRAPH, True, None, "\U0001f682(" * 3_000)])
    view = show(ArticleView(theme, plain_image))
    view.show_page(make_page(clip=clip))
    view.select_range(1_500, 4_500)
    assert (view.selection().start, view.selection().end) == (1_500, 4_500)


LONG = [(PartKind.PARAGRAPH, True, None, f"Note {n}: the bridge is closed.") for n in range(3_000)]


def test_a_long_text_is_set_step_by_step_and_in_the_end_whole(view, qtbot):
    view.show_page(make_page(clip=make_clip(LONG), files=[]))
    assert "Note 0:" in view.toPlainText()
    assert "Note 2999:" not in view.toPlainText()
    qtbot.waitUntil(lambda: "Note 2999:" in view.toPlainText())


def test_a_passage_that_is_not_set_yet_is_set_when_it_is_asked_for(view):
    page = make_page(clip=make_clip(LONG), files=[])
    view.show_page(page)
    start = page.clip.text.index("Note 2990:")
    view.select_range(start, start + 10)
    assert view.selection().exact == "Note 2990:"


def test_marks_at_the_end_of_a_long_text_are_there_once_it_is_set(view, qtbot):
    clip = make_clip(LONG)
    start = clip.text.index("Note 2990:")
    highlight = Highlight("far", start, start + 10, MarkKind.CLAIM, "Far")
    view.show_page(make_page(clip=clip, files=[], highlights=[highlight]))
    qtbot.waitUntil(lambda: "Note 2999:" in view.toPlainText())
    view.reveal(start, start + 10)
    assert [seen.key for seen in view.highlights_at(corner_of(view, "Note 2990:"))] == ["far"]


def test_a_page_that_takes_the_place_of_one_half_set_stands_alone(view):
    view.show_page(make_page(clip=make_clip(LONG), files=[]))
    view.show_page(make_page(files=[]))
    view.finish()
    assert "Note" not in view.toPlainText()
    assert "beaten back" in view.toPlainText()
