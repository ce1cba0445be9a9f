"""Words of likelihood, offered as they are typed in a judgement."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.model.terms import Ladder
from caseboard.ui.briefing.likelihood_offers import begun, words_of
from caseboard.ui.briefing.text import BriefingText
from support import until

Key = Qt.Key


@pytest.fixture
def judgement(shown, case_desk, work):
    """A judgement in a case, with the keyboard; its words are of this ladder and language."""

    async def judgement(ladder=Ladder.ICD203, language="en"):
        await work.open()
        await work.claim(await work.clip())
        field = await shown(
            lambda desk, navigator: BriefingText(desk, navigator, is_paragraph=True),
            await case_desk(work.case),
        )
        field.offer_likelihoods(lambda: words_of(ladder, language))
        field.setFocus()
        return field

    return judgement


def offered(field):
    popup = field._likely.popup
    rows = range(popup.model().rowCount()) if popup.isVisible() else ()
    return [popup.model().index(row, 0).data() for row in rows]


@pytest.mark.parametrize(
    ("before", "size", "words"),
    [
        ("It is ve", 0, []),
        ("It is ver", 3, ["very unlikely", "very likely"]),
        ("It is very unl", 8, ["very unlikely"]),
        ("Unl", 3, ["unlikely"]),
        ("It is likely", 0, []),
        ("childlik", 0, []),
        ("see [[lik", 0, []),
    ],
)
def test_what_letters_begin_is_known_by_the_longest_word(before, size, words):
    found = begun(before, words_of(Ladder.ICD203, "en"))
    assert (found[0], [each.word for each in found[1]]) == (size, words)


def test_words_are_of_the_ladder_and_in_the_language_of_the_briefing():
    assert words_of(Ladder.PHIA, "en")[4] == ("likely", "55–75 %")
    assert words_of(Ladder.ICD203, "uk")[5].word == "дуже ймовірно"
    size, words = begun("Це ймов", words_of(Ladder.ICD203, "uk"))
    assert (size, [each.word for each in words]) == (4, ["ймовірно"])


async def test_tab_takes_the_first_word_that_is_offered(judgement):
    field = await judgement()
    QTest.keyClicks(field, "It is ver")
    assert offered(field) == ["very unlikely · 05–20 %", "very likely · 80–95 %"]
    QTest.keyClick(field, Key.Key_Tab)
    assert field.toPlainText() == "It is very unlikely"
    assert field.hasFocus()
    assert not offered(field)


async def test_an_arrow_key_and_enter_take_another_with_its_capital(judgement):
    field = await judgement()
    QTest.keyClicks(field, "Very")
    QTest.keyClick(field._likely.popup, Key.Key_Down)
    QTest.keyClick(field._likely.popup, Key.Key_Down)
    QTest.keyClick(field._likely.popup, Key.Key_Return)
    assert field.toPlainText() == "Very likely"


async def test_enter_breaks_the_line_where_nothing_was_chosen(judgement):
    field = await judgement()
    broken = []
    field.broken.connect(lambda: broken.append(True))
    QTest.keyClicks(field, "It looks alm")
    assert offered(field)
    QTest.keyClick(field, Key.Key_Return)
    assert broken == [True]
    assert field.toPlainText() == "It looks alm"
    assert not offered(field)


async def test_escape_sends_the_list_away_and_typing_goes_on(judgement):
    field = await judgement()
    QTest.keyClicks(field, "It is unl")
    QTest.keyClick(field, Key.Key_Escape)
    assert not offered(field)
    QTest.keyClicks(field, "oaded")
    assert field.toPlainText() == "It is unloaded"


async def test_a_judgement_that_has_its_word_is_offered_no_second(judgement):
    field = await judgement()
    QTest.keyClicks(field, "It is likely that it was very")
    assert not offered(field)


async def test_a_citation_that_is_typed_is_offered_what_can_be_cited(judgement):
    field = await judgement()
    QTest.keyClicks(field, "It held [[")
    await until(field.offered.isVisible)
    QTest.keyClicks(field, "alm")
    assert not offered(field)


async def test_ukrainian_words_are_taken(judgement):
    field = await judgement(Ladder.PHIA, "uk")
    field.insertPlainText("Вельм")  # keys of tests are Latin
    assert offered(field) == ["вельми ймовірно · 80–90 %"]
    QTest.keyClick(field, Key.Key_Tab)
    assert field.toPlainText() == "Вельми ймовірно"
