"""The gaps of a claim in its inspector."""

from datetime import timedelta

import pytest
from claim_page import Page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.commands.gaps import AddGap
from caseboard.model.terms import GapStatus
from caseboard.store import gaps
from caseboard.store.gaps import Target
from caseboard.ui import gap_words
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
ESCAPE = Qt.Key.Key_Escape
RETURN = Qt.Key.Key_Return


@pytest.fixture
def wondering(qtbot, case_desk, work):
    """A claim with a gap of its own and one of a dispute it stands in."""

    async def wondering(make=case_desk):
        if work.case is None:
            await work.open()
            clip = await work.clip()
            work.ids = [
                await work.claim(clip),
                await work.claim(clip, "Two columns entered", "Two columns"),
            ]
            dispute = await work.dispute(*work.ids)
            work.gaps = [
                await add(work, "Who filmed it?", target=Target("claim", work.ids[0])),
                await add(
                    work,
                    "Was the bridge up?",
                    target=Target("dispute", dispute),
                    due=(gap_words.today() - timedelta(days=1)).isoformat(),
                ),
            ]
        page = Page(await make(work.case), work.ids[0])
        qtbot.addWidget(page.detail)
        page.detail.resize(366, 1400)
        page.detail.show()
        page.detail.activateWindow()
        await until(page.detail.isActiveWindow)
        await page.show()
        return page

    return wondering


async def add(work, question, **more):
    return await work.history.run(AddGap(work.case, question, **more))


def questions(section):
    return [line.gap.question for line in section.lines]


def kept(work, gap_id):
    return work.read(gaps.by_id, gap_id).gap


async def test_the_gaps_of_a_claim_and_its_disputes_stand_by_their_day(wondering):
    section = (await wondering()).detail.gaps
    assert questions(section) == ["Was the bridge up?", "Who filmed it?"]
    assert section.accessibleName() == "Gaps · 2 open"
    assert "overdue by 1 day" in section.lines[0].row.accessibleName()


async def test_a_gap_is_added_by_one_line_and_a_day(wondering, work):
    page = await wondering()
    section = page.detail.gaps
    QTest.mouseClick(section.button, LEFT)
    assert section.question.hasFocus()
    QTest.keyClicks(section.question, "Which brigade led?")
    QTest.keyClick(section.question, Qt.Key.Key_Tab)
    QTest.keyClicks(section.due.line, "today")
    QTest.keyClick(section.due.line, RETURN)
    await until(lambda: len(work.read(gaps.ids, work.case)) == 3)
    await page.show()
    gap = next(line.gap for line in section.lines if line.gap.question == "Which brigade led?")
    assert (gap.claim_id, gap.due) == (work.ids[0], gap_words.today().isoformat())
    await until(lambda: not section.question.text())
    assert section.question.hasFocus()


async def test_an_empty_line_is_refused_in_words(wondering, work):
    section = (await wondering()).detail.gaps
    QTest.mouseClick(section.add_button, LEFT)
    await until(section.wrong.isVisible)
    assert "needs a question" in section.wrong.text()
    assert len(work.read(gaps.ids, work.case)) == 2


async def test_a_tick_asks_for_the_answer_and_escape_leaves_it(wondering, work):
    page = await wondering()
    line = page.detail.gaps.lines[0]
    QTest.mouseClick(line.tick, LEFT)
    assert line.words.hasFocus()
    QTest.keyClick(line.words, ESCAPE)
    assert not line.tick.isChecked()
    QTest.keyClick(line.tick, Qt.Key.Key_Space)
    QTest.keyClicks(line.words, "Blown on 11 November")
    QTest.keyClick(line.words, RETURN)
    await until(lambda: kept(work, work.gaps[1]).status is GapStatus.ANSWERED)
    await page.show()
    assert questions(page.detail.gaps) == ["Who filmed it?", "Was the bridge up?"]
    assert page.detail.gaps.accessibleName() == "Gaps · 1 open"


async def test_an_answer_being_typed_outlives_a_gap_that_is_added(wondering, work):
    page = await wondering()
    line = page.detail.gaps.lines[0]
    QTest.mouseClick(line.tick, LEFT)
    QTest.keyClicks(line.words, "Blown on")
    await add(work, "Which brigade led?", target=Target("claim", work.ids[0]))
    await page.show()
    assert len(questions(page.detail.gaps)) == 3
    assert page.detail.gaps.lines[0] is line
    assert line.words.hasFocus()
    QTest.keyClicks(line.words, " 11 November")
    assert line.words.text() == "Blown on 11 November"


async def test_unticking_a_closed_gap_opens_it_again(wondering, work):
    page = await wondering()
    line = page.detail.gaps.lines[0]
    QTest.mouseClick(line.tick, LEFT)
    QTest.keyClicks(line.words, "Blown")
    QTest.mouseClick(line.keep, LEFT)
    await until(lambda: kept(work, work.gaps[1]).status is GapStatus.ANSWERED)
    await page.show()
    QTest.keyClick(page.detail.gaps.lines[1].tick, Qt.Key.Key_Space)
    await until(lambda: kept(work, work.gaps[1]).status is GapStatus.OPEN)
    await settled()


async def test_a_gap_leads_to_its_page(wondering, work):
    page = await wondering()
    seen = []
    page.detail.entity_opened.connect(lambda *where: seen.append(where))
    QTest.mouseClick(page.detail.gaps.lines[1].row, LEFT)
    assert seen == [("gap", work.gaps[0])]


async def test_a_reader_sees_gaps_and_changes_none(wondering, reader_desk, work):
    await wondering()
    section = (await wondering(reader_desk)).detail.gaps
    assert len(section.lines) == 2
    assert not section.question.isVisible()
    assert not any(line.tick.isEnabled() for line in section.lines)
    assert work.read(gaps.ids, work.case)
