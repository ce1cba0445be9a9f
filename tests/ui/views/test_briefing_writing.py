"""A text of a briefing, driven by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest

from caseboard.model.terms import Credibility, Reliability
from caseboard.store.citable import Citable, Voice
from caseboard.ui.briefing.offers import offer
from caseboard.ui.briefing.text import BriefingText
from support import settled, until

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def text(shown, case_desk, work):
    """A text in a case with a clip and a claim, with the keyboard."""

    async def text(**how):
        await work.open()
        await work.claim(await work.clip())
        made = await shown(
            lambda desk, navigator: BriefingText(desk, navigator, **how),
            await case_desk(work.case),
        )
        made.setFocus()
        return made

    return text


def choose(text, words):
    start = text.toPlainText().index(words)
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


async def test_two_brackets_offer_what_can_be_cited_with_who_said_it(text):
    field = await text()
    QTest.keyClicks(field, "Stopped [[")
    await until(field.offered.isVisible)
    offered = [field.offered.model().index(row, 0).data() for row in range(2)]
    assert offered[0].startswith("E001 · Two accounts\n")
    assert offered[1] == "C1 · The attack was repelled\nGeneral Staff F\u00a06"


async def test_an_offer_is_found_by_who_said_it_and_taken_by_enter(text):
    field = await text()
    QTest.keyClicks(field, "Stopped [[")
    await until(field.offered.isVisible)
    QTest.keyClicks(field, "general")
    assert field.offered.model().rowCount() == 1
    QTest.keyClick(field.offered, Key.Key_Return)
    assert field.toPlainText() == "Stopped [[C1]]"


async def test_bold_and_italic_are_set_and_taken_away_by_key(text):
    field = await text()
    field.setPlainText("it is disputed")
    choose(field, "disputed")
    QTest.keyClick(field, Key.Key_B, CONTROL)
    assert field.toPlainText() == "it is **disputed**"
    assert field.textCursor().selectedText() == "disputed"
    QTest.keyClick(field, Key.Key_I, CONTROL)
    assert field.toPlainText() == "it is ***disputed***"
    QTest.keyClick(field, Key.Key_B, CONTROL)
    assert field.toPlainText() == "it is *disputed*"
    QTest.keyClick(field, Key.Key_I, CONTROL)
    assert field.toPlainText() == "it is disputed"


async def test_the_key_for_bold_is_not_left_to_the_window(text):
    field = await text()
    taken = []
    keys = QShortcut(QKeySequence("Ctrl+B"), field.window())
    keys.activated.connect(lambda: taken.append(True))
    QTest.keyClick(field, Key.Key_B, CONTROL)
    assert field.toPlainText() == "****"
    assert not taken


async def test_enter_goes_on_with_a_list_and_ends_it_at_an_empty_item(text):
    field = await text()
    QTest.keyClicks(field, "1. fog")
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClicks(field, "rain")
    assert field.toPlainText() == "1. fog\n2. rain"
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClicks(field, "after")
    assert field.toPlainText() == "1. fog\n2. rain\nafter"


async def test_lines_become_a_list_another_list_and_lines_again(text):
    field = await text()
    field.setPlainText("fog\nrain")
    field.selectAll()
    field.itemise(numbered=False)
    assert field.toPlainText() == "- fog\n- rain"
    field.selectAll()
    field.itemise(numbered=True)
    assert field.toPlainText() == "1. fog\n2. rain"
    field.selectAll()
    field.itemise(numbered=True)
    assert field.toPlainText() == "fog\nrain"


async def test_the_one_word_of_likelihood_is_replaced(text):
    field = await text()
    field.setPlainText("Very likely it held.")
    field.put_likelihood("unlikely")
    assert field.toPlainText() == "Unlikely it held."


async def test_a_word_of_likelihood_stands_where_the_cursor_is_where_there_is_none(text):
    field = await text()
    field.setPlainText("It is  that it held.")
    cursor = field.textCursor()
    cursor.setPosition(6)
    field.setTextCursor(cursor)
    field.put_likelihood("likely")
    assert field.toPlainText() == "It is likely that it held."


async def test_a_stretch_counted_in_code_points_is_selected_past_emoji(text):
    field = await text()
    field.setPlainText("  🜂🜂 held")
    field.select(3, 7)
    assert field.textCursor().selectedText() == "held"
    field.select(0, 0)
    assert not field.textCursor().hasSelection()
    assert field.textCursor().atEnd()


async def test_enter_breaks_no_line_in_a_text_of_one_paragraph(text):
    field = await text(is_paragraph=True)
    broken = []
    field.broken.connect(lambda: broken.append(True))
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Key.Key_Return)
    assert field.toPlainText() == "one"
    assert broken == [True]


async def test_what_may_only_be_read_takes_no_keys(text):
    field = await text()
    field.setPlainText("- fog")
    field.setReadOnly(True)
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, Key.Key_B, CONTROL)
    QTest.keyClick(field, Key.Key_Return)
    await settled()
    assert field.toPlainText() == "- fog"


def test_many_voices_are_counted_after_the_third():
    voices = tuple(Voice(f"V{n}", Reliability.B, Credibility.PROBABLE) for n in range(5))
    assert offer(Citable("claim", "C1", "a\nb", voices)) == (
        "C1 · a b\nV0 B\u00a02 · V1 B\u00a02 · V2 B\u00a02 · 2 more"
    )


def test_what_nobody_said_says_what_it_is():
    assert offer(Citable("gap", "G1", "")) == "G1 · Untitled\nGap"
