"""Blocks moved in and out of the article, from the reader."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from reader_pages import BLOCKS, make_clip, make_page, plain_image

from caseboard.ui.reader.part_moves import PartMove, parts_touched
from caseboard.ui.reader.text import ArticleView

BANNER, TITLE, BYLINE, CAPTION, FIRST, AUDIO, SECOND, RELATED = range(8)
OUT, IN = "Not part of the article", "Part of the article"


@pytest.fixture
def view(theme, show):
    view = show(ArticleView(theme, plain_image))
    view.show_page(make_page())
    view.setFocus()
    return view


@pytest.fixture
def asked(view):
    found = []
    view.moves.asked.connect(found.append)
    return found


def put_cursor(view, words):
    cursor = view.textCursor()
    cursor.setPosition(spot_of(view, words) + 1)
    view.setTextCursor(cursor)


def select(view, first, last):
    text = view.page.clip.text
    view.select_range(text.index(first), text.index(last) + len(last))


def spot_of(view, words):
    start = view.page.clip.text.index(words)
    return view.offsets.spans(start, start + 1)[0][0]


def spot(view, words):
    cursor = QTextCursor(view.document())
    cursor.setPosition(spot_of(view, words))
    return view.cursorRect(cursor).center()


def offered(menu):
    words = [a.text() for a in menu.actions() if a.text().partition(" (")[0] in {OUT, IN}]
    menu.deleteLater()
    return words


def test_b_moves_the_block_at_the_cursor(qtbot, view, asked):
    put_cursor(view, "every attack")
    qtbot.keyClick(view, Qt.Key.Key_B)
    assert asked == [PartMove(frozenset({FIRST}), body=False)]


def test_b_moves_all_blocks_of_a_selection_that_are_alike(qtbot, view, asked):
    select(view, "beaten back", "A map had")
    qtbot.keyClick(view, Qt.Key.Key_B)
    assert asked == [PartMove(frozenset({FIRST, SECOND}), body=False)]


def test_b_takes_in_what_stands_apart(qtbot, view, asked):
    view.show_aside(shown=True)
    put_cursor(view, "Another village")
    qtbot.keyClick(view, Qt.Key.Key_B)
    assert asked == [PartMove(frozenset({RELATED}), body=True)]


def test_the_menu_offers_what_can_be_said_of_the_block_under_the_mouse(view):
    put_cursor(view, "Another village")
    assert offered(view.moves.menu(spot(view, "every attack"))) == [OUT]
    view.show_aside(shown=True)
    assert offered(view.moves.menu(spot(view, "Another village"))) == [IN]


def test_the_menu_counts_what_is_selected(view, asked):
    view.show_aside(shown=True)
    cursor = view.textCursor()
    cursor.setPosition(spot_of(view, "A map had"))
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    menu = view.moves.menu()
    words = [action for action in menu.actions() if action.text().startswith(IN)]
    words[0].trigger()
    assert offered(menu) == [OUT, f"{IN} (3)"]
    assert asked == [PartMove(frozenset({BANNER, AUDIO, RELATED}), body=True)]


def test_the_handle_comes_up_beside_the_block_under_the_mouse(view):
    point = QPointF(spot(view, "every attack"))
    move = QMouseEvent(
        QEvent.Type.MouseMove, point, view.viewport().mapToGlobal(point), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    assert view.moves.handle.isHidden()
    view.moves.eventFilter(view.viewport(), move)
    handle = view.moves.handle
    assert not handle.isHidden()
    assert handle.accessibleName()
    assert handle.geometry().right() < view.cursorRect(QTextCursor(view.document())).left()
    assert abs(handle.y() - point.y()) < 60
    view.verticalScrollBar().valueChanged.emit(3)
    assert handle.isHidden()


def test_the_handle_opens_what_can_be_said_of_its_block(qtbot, view, asked):
    point = QPointF(spot(view, "every attack"))
    view.moves._hover(point)
    qtbot.mouseClick(view.moves.handle, Qt.MouseButton.LeftButton)
    menus = [m for m in view.findChildren(type(view.moves.menu())) if m.isVisible()]
    actions = [a for m in menus for a in m.actions() if a.text() == OUT]
    actions[0].trigger()
    for menu in menus:
        menu.close()
    assert asked == [PartMove(frozenset({FIRST}), body=False)]


def test_moving_a_block_leaves_the_reader_where_it_was(view):
    blocks = [
        *BLOCKS,
        *[(BLOCKS[FIRST][0], True, None, f"Paragraph {n}. " * 30) for n in range(20)],
    ]
    view.show_page(make_page(clip=make_clip(blocks)))
    clip = view.page.clip
    view.show_aside(shown=True)
    view.verticalScrollBar().setValue(300)
    moved = make_clip(blocks, id=clip.id)
    moved.parts = [
        {**row, "body": row["body"] and i != SECOND} for i, row in enumerate(moved.parts)
    ]
    view.show_page(make_page(clip=moved))
    assert view.verticalScrollBar().value() == 300
    assert view.document().lastBlock().isVisible()


def test_a_title_or_byline_taken_into_the_article_is_read_in_it(view):
    blocks = [(kind, body or kind.value in {"title", "byline"}, *rest)
              for kind, body, *rest in BLOCKS]  # fmt: skip
    view.show_page(make_page(clip=make_clip(blocks, title="A name")))
    shown = view.document().toPlainText()
    assert shown.index("A name") < shown.index("Push into the town") < shown.index("by A. Reporter")
    assert shown.index("by A. Reporter") < shown.index("It said every attack")


def test_a_passage_touches_the_blocks_it_holds_a_character_of():
    clip = make_clip()
    first, second = clip.parts[FIRST], clip.parts[SECOND]
    assert parts_touched(clip, first["start"], first["end"]) == [FIRST]
    assert parts_touched(clip, first["end"] - 1, second["start"] + 1) == [FIRST, AUDIO, SECOND]
    assert parts_touched(clip, first["end"], first["end"] + 2) == []


def test_nothing_is_asked_of_an_empty_reader(qtbot, theme, show):
    view = show(ArticleView(theme, plain_image))
    asked = []
    view.moves.asked.connect(asked.append)
    qtbot.keyClick(view, Qt.Key.Key_B)
    assert asked == []
    view.moves._hover(QPointF(QPoint(20, 20)))
    assert view.moves.handle.isHidden()
