from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from reader_pages import make_clip, make_page, make_picture, mark, plain_image, region, with_marks

from caseboard import i18n
from caseboard.model.terms import ClipKind, ClipState, FileRole
from caseboard.ui.reader.center import ReaderPane, Tab
from caseboard.ui.reader.page import MarkKind, RegionSelection, TextSelection

TAGS = {
    "L": MarkKind.LOCATION,
    "U": MarkKind.UNIT,
    "C": MarkKind.CLAIM,
    "P": MarkKind.PERSON,
}


@pytest.fixture
def pane(theme, show):
    pane = show(ReaderPane(theme, plain_image))
    pane.show_page(make_page(original="<p>It said every attack was one. One attack.</p>"))
    pane.article.setFocus()
    return pane


def told_by(signal):
    told = []
    signal.connect(lambda *args: told.append(args))
    return told


def select(pane, words):
    start = pane.page.clip.text.index(words)
    pane.select_range(start, start + len(words))
    return TextSelection(start, start + len(words), words)


@pytest.mark.parametrize("key", TAGS)
def test_a_key_asks_for_the_selection_to_be_tagged(pane, qtbot, key):
    told = told_by(pane.tag_requested)
    selection = select(pane, "columns")
    qtbot.keyClick(pane.article, key)
    assert told == [(TAGS[key], selection)]
    assert isinstance(told[0][0], MarkKind)


def test_a_chip_does_what_its_key_does_and_leaves_the_selection(pane, qtbot):
    told = told_by(pane.tag_requested)
    selection = select(pane, "columns")
    qtbot.mouseClick(pane.tags.chips[MarkKind.UNIT], Qt.MouseButton.LeftButton)
    assert told == [(MarkKind.UNIT, selection)]
    assert pane.selection() == selection


def test_a_key_without_a_selection_says_what_is_missing(pane, qtbot):
    told = told_by(pane.tag_requested)
    qtbot.keyClick(pane.article, "L")
    assert told == []
    assert pane.hint.isVisible()
    assert pane.hint.text() == "Select text first"
    select(pane, "columns")
    assert not pane.hint.isVisible()


def test_a_note_is_on_the_selection_or_on_the_clip(pane, qtbot):
    told = told_by(pane.note_requested)
    qtbot.keyClick(pane.article, "N")
    selection = select(pane, "columns")
    qtbot.keyClick(pane.article, "N")
    assert told == [(None,), (selection,)]


def test_letters_typed_in_the_find_bar_are_words_not_tags(pane, qtbot):
    tagged, noted = told_by(pane.tag_requested), told_by(pane.note_requested)
    select(pane, "columns")
    qtbot.keyClick(pane.article, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(pane.find_bar.field.hasFocus)
    qtbot.keyClicks(pane.find_bar.field, "clupn")
    assert pane.find_bar.field.text() == "clupn"
    assert tagged == noted == []


def test_keys_belong_to_the_reader_alone(theme, show, qtbot):
    window = QWidget()
    pane, button, field = ReaderPane(theme, plain_image), QPushButton("Other"), QLineEdit()
    layout = QVBoxLayout(window)
    for widget in (pane, button, field):
        layout.addWidget(widget)
    show(window)
    pane.show_page(make_page())
    told = told_by(pane.tag_requested)
    select(pane, "columns")
    for other in (button, field):
        other.setFocus()
        qtbot.waitUntil(other.hasFocus)
        qtbot.keyClick(other, "L")
    assert told == []
    pane.article.setFocus()
    qtbot.keyClick(pane.article, "L")
    assert len(told) == 1


def test_a_rectangle_on_a_picture_is_tagged_by_the_same_keys(pane, qtbot):
    told = told_by(pane.tag_requested)
    pane.show_tab(Tab.IMAGES)
    view = pane.images.picture
    view.setFocus()
    qtbot.keyClick(view, "C")
    assert pane.hint.text() == "Drag a rectangle on the picture first"
    qtbot.keyClick(view, "R")
    qtbot.keyClick(view, "C")
    ((kind, selection),) = told
    assert kind is MarkKind.CLAIM
    assert isinstance(selection, RegionSelection)
    assert selection.file_id == pane.page.files[0].id


def test_a_passage_of_the_original_is_tagged_where_the_clip_has_it_once(pane):
    told = told_by(pane.tag_requested)
    pane.show_tab(Tab.ORIGINAL)
    pane.original.setTextCursor(pane.original.document().find("It said every attack"))
    pane.tag(MarkKind.CLAIM)
    assert told[0][1].exact == "It said every attack"
    pane.original.setTextCursor(pane.original.document().find("One attack"))
    pane.tag(MarkKind.CLAIM)
    assert len(told) == 1
    assert pane.hint.text() == "To tag this passage, select it in Reader"


def test_a_clicked_highlight_is_told(pane, qtbot):
    told = told_by(pane.highlight_clicked)
    page = with_marks(pane.page, mark(pane.page, "columns", key="k"))
    pane.show_page(page)
    qtbot.keyClick(pane.article, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert told == [("k",)]


def test_a_region_shown_from_elsewhere_opens_the_pictures(pane):
    page = replace(pane.page, regions=[region(pane.page.files[0], "bridge")])
    pane.show_page(page)
    assert pane.show_highlight("bridge")
    assert pane.tab is Tab.IMAGES
    assert pane.images.picture.active == "bridge"
    assert not pane.show_highlight("nowhere")


def test_a_highlight_shown_from_elsewhere_opens_the_text(pane):
    pane.show_page(with_marks(pane.page, mark(pane.page, "columns", key="k")))
    pane.show_tab(Tab.IMAGES)
    assert pane.show_highlight("k")
    assert pane.tab is Tab.READER
    assert pane.article.active == "k"


def test_new_marks_leave_the_way_of_looking(pane):
    pane.show_tab(Tab.ORIGINAL)
    pane.show_page(with_marks(pane.page, mark(pane.page, "columns")))
    assert pane.tab is Tab.ORIGINAL


def test_an_image_is_looked_at_first(pane):
    clip = make_clip((), kind=ClipKind.IMAGE)
    pane.show_page(make_page(clip=clip, files=[make_picture(clip, role=FileRole.ORIGINAL)]))
    assert pane.tab is Tab.IMAGES
    pane.show_page(make_page())
    assert pane.tab is Tab.READER


def test_ways_that_lead_nowhere_cannot_be_taken(pane):
    pane.show_page(make_page(files=[]))
    seen = [b for b in pane.segments.findChildren(QPushButton) if b.isVisible()]
    buttons = {b.text(): b.isEnabled() for b in seen}
    assert buttons == {"Reader": True, "Original": False, "Images": False}
    pane.show_page(make_page(original="<p>x</p>"))
    buttons = {b.text(): b.isEnabled() for b in seen}
    assert buttons == {"Reader": True, "Original": True, "Images 1": True}


def test_an_unread_clip_says_why_and_that_its_bytes_are_kept(pane, qtbot):
    clip = make_clip((), state=ClipState.UNREAD, problem="The page is nested too deeply.")
    pane.show_page(make_page(clip=clip, files=[]))
    assert pane.unread.isVisible()
    assert pane.unread.sentence.text() == "The page is nested too deeply."
    assert pane.unread.detail.text() == "The original bytes are kept."
    with qtbot.waitSignal(pane.read_again_requested) as told:
        qtbot.mouseClick(pane.unread.action, Qt.MouseButton.LeftButton)
    assert told.args == [clip.id]


def test_a_clip_that_was_read_after_all_is_shown(pane):
    clip = make_clip(state=ClipState.UNREAD, problem="No.")
    pane.show_page(make_page(clip=clip))
    pane.show_page(make_page(clip=make_clip(id=clip.id)))
    assert pane.article.isVisible()


def test_an_empty_reader_offers_to_clip(pane, qtbot):
    pane.show_empty()
    assert pane.empty.isVisible()
    assert pane.selection() is None
    with qtbot.waitSignal(pane.clip_requested):
        qtbot.mouseClick(pane.empty.action, Qt.MouseButton.LeftButton)


def test_keys_do_nothing_while_nothing_is_open(pane):
    told, noted = told_by(pane.tag_requested), told_by(pane.note_requested)
    pane.show_empty()
    pane.tag(MarkKind.LOCATION)
    pane.tag(MarkKind.NOTE)
    pane.find_words()
    assert told == noted == []
    assert not pane.find_bar.isVisible()


def test_bars_stand_in_only_for_what_takes_long(pane, qtbot):
    pane.show_loading()
    assert pane.article.isVisible()
    pane.show_page(make_page())
    qtbot.wait(260)
    assert pane.article.isVisible()
    pane.show_loading()
    qtbot.waitUntil(lambda: not pane.article.isVisible(), timeout=15_000)
    assert pane.page is None


def test_what_is_found_is_kept_from_one_way_of_looking_to_another(pane):
    pane.find_words("attack")
    assert pane.find_bar.count.text() == "1 of 1"
    pane.show_tab(Tab.ORIGINAL)
    assert pane.find_bar.count.text() == "1 of 2"
    pane.show_tab(Tab.IMAGES)
    assert not pane.find_bar.isVisible()


def test_a_narrow_pane_keeps_the_keys_and_drops_the_words(pane):
    pane.resize(480, 600)
    assert [chip.text() for chip in pane.tags.chips.values()] == ["L", "U", "C", "P", "N"]
    assert pane.tags.chips[MarkKind.UNIT].accessibleName() == "Tag as unit"
    pane.resize(700, 600)
    assert pane.tags.chips[MarkKind.LOCATION].text() == "L Location"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("width", [480, 620, 700, 900])
def test_words_are_never_cut_in_any_language(theme, show, language, width):
    with i18n.speaking(language):
        pane = show(ReaderPane(theme, plain_image), width=width)
        pane.show_page(make_page())
        QApplication.processEvents()
    for chip in pane.tags.chips.values():
        assert chip.width() >= chip.sizeHint().width(), chip.text()


def test_a_click_on_a_picture_of_the_article_opens_it_large(pane):
    clip = make_clip()
    files = [make_picture(clip, 0), make_picture(clip, 1)]
    pane.show_page(make_page(clip=clip, files=files))
    pane.article.picture_clicked.emit(files[1].id)
    assert pane.tab is Tab.IMAGES
    assert pane.images.file.id == files[1].id


def test_the_selection_is_told_when_the_way_of_looking_changes(pane):
    selection = select(pane, "columns")
    told = told_by(pane.selection_changed)
    pane.show_tab(Tab.IMAGES)
    pane.show_tab(Tab.READER)
    assert told == [(None,), (selection,)]
