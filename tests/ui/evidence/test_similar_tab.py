"""The Similar tab: what is like the clip being read."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from caseboard.analysis.similarity import Turn, turned
from caseboard.analysis.textdiff import Kind
from caseboard.commands.syndications import JudgeCopies
from caseboard.store import cases, clips, similar
from caseboard.ui.desk import CaseDesk
from caseboard.ui.differences.window import DifferenceWindow
from caseboard.ui.inspector import likenesses
from caseboard.ui.inspector.pane import InspectorPane
from recapturing import TEXT, Recaptures
from support import settled, until

HASH = 0x8F1B_2C3D_4E5F_6071
PICTURE = (b"one picture", f"{HASH:016x}")
LONG = " ".join(f"word{number}" for number in range(100))


@pytest.fixture
def work(library, history):
    return Recaptures(library, history)


@pytest.fixture
def inspector(qtbot, desk, navigator, work):
    """An inspector with its Similar tab in front, and `read` to show a clip in it."""

    async def inspector():
        await work.open()
        pane = InspectorPane(CaseDesk(desk, await desk.read(cases.by_id, work.case)), navigator)
        qtbot.addWidget(pane)
        pane.resize(330, 800)
        pane.tabs.setCurrentWidget(pane.similar)
        pane.show()

        async def read(clip_id):
            pane.show_clip(await desk.read(clips.view, clip_id))
            await settled()
            return pane.similar

        pane.read = read
        return pane

    return inspector


def said(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def rows(section):
    places = (section.body.itemAt(n).widget() for n in range(section.body.count()))
    return [widget for widget in places if not isinstance(widget, QLabel)]


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


async def test_a_clip_like_no_other_says_so(inspector, work):
    pane = await inspector()
    tab = await pane.read(await work.capture())
    (sentence,) = said(tab)
    assert sentence.startswith("No other clip holds the same file, a similar text or")
    assert pane.tabs.tabText(2) == "Similar"


async def test_the_same_file_in_another_case_is_opened_there(inspector, work):
    await work.open("Belgorod")
    there = await work.capture("Else.", "https://b.example", pictures=[(PICTURE[0], "")])
    other_case = work.case
    pane = await inspector()
    tab = await pane.read(await work.capture(LONG, pictures=[PICTURE]))
    (row,) = rows(tab.same_file)
    assert "Also in case “Belgorod” as E001" in row.accessibleName()
    assert pane.tabs.tabText(2) == "Similar 1"
    wanted = []
    tab.elsewhere_wanted.connect(lambda *place: wanted.append(place))
    click(row)
    assert wanted == [(other_case, "clip", there)]


async def test_versions_name_what_has_gone_and_lead_to_it(inspector, work, navigator):
    pane = await inspector()
    one = await work.capture()
    await work.mark(one, "Two columns")
    two, _ = await work.recapture(one, TEXT.replace("Two columns of armour", "A patrol"))
    tab = await pane.read(two)
    newest, oldest, lost = rows(tab.versions)
    assert newest.row.is_active
    assert newest.compare.isHidden()
    assert oldest.row.accessibleName().startswith("v1 · captured 14 Nov 2024 13:00 UTC, E001")
    assert "1 passage is no longer in this version." in said(tab.versions)
    click(oldest.row)
    click(lost)
    anchor = (await pane.similar._desk.read(clips.view, one)).anchors[0].id
    assert navigator.seen == [("clip", one, None), ("clip", one, anchor)]


async def test_a_clip_is_untied_from_the_version_before(inspector, work, history):
    pane = await inspector()
    two, _ = await work.recapture(await work.capture())
    tab = await pane.read(two)
    click(tab.versions.button)
    await settled()
    assert not tab.versions.isVisible()
    await history.undo(work.case)
    await settled()
    assert len(rows(tab.versions)) == 2


async def two_texts(inspector, work):
    pane = await inspector()
    one = await work.capture(LONG)
    two = await work.capture(f"{LONG} and more", "https://other.example")
    tab = await pane.read(one)
    (row,) = rows(tab.text)
    return pane, tab, row, one, two


async def test_a_near_copy_is_offered_as_one_origin_until_it_is_judged(inspector, work, history):
    _pane, tab, row, one, two = await two_texts(inspector, work)
    assert row.state.text() == "The texts are nearly the same: they count as one origin."
    assert row.reason.isHidden()
    click(row.choice._buttons["apart"])
    await settled()
    assert row.state.text() == "You count them as independent."
    row.reason.setFocus()
    QTest.keyClicks(row.reason, "Both were there")
    QTest.keyClick(row.reason, Qt.Key.Key_Return)
    await settled()
    (judged,) = work.read(similar.judgements, two).values()
    assert (judged.is_same_origin, judged.reason) == (False, "Both were there")
    assert rows(tab.text) == [row]
    click(row.choice._buttons[""])
    await settled()
    assert work.read(similar.judgements, one) == {}
    await history.undo(work.case)
    await settled()
    assert row.state.text() == "You count them as independent."


async def test_a_judgement_made_elsewhere_is_shown(inspector, work, history):
    _pane, _tab, row, one, two = await two_texts(inspector, work)
    await history.run(JudgeCopies(work.case, one, two, True, "Their own words"))
    await settled()
    assert row.choice.current == "same"
    assert row.reason.text() == "Their own words"


async def test_a_similar_text_is_opened_and_held_against_this_one(inspector, work, navigator):
    pane, _tab, row, _one, two = await two_texts(inspector, work)
    click(row.row)
    assert navigator.seen == [("clip", two, None)]
    click(row.compare)
    await settled()
    (window,) = pane.findChildren(DifferenceWindow)
    assert window.summary.text() == "2 words removed"
    assert window.change.text() == "Removed: “and more”."
    assert window.text.block_of(0).kind is Kind.CHANGED
    QTest.keyClick(window.text, Qt.Key.Key_Escape)
    await until(lambda: not pane.findChildren(DifferenceWindow))


async def test_a_turned_copy_of_a_picture_says_how_it_lies_and_what_differs(inspector, work):
    pane = await inspector()
    one = await work.capture(LONG, pictures=[PICTURE])
    copy = (b"turned", f"{turned(HASH)[Turn.MIRRORED]:016x}")
    await work.capture("Else.", "https://other.example", pictures=[copy])
    tab = await pane.read(one)
    (row,) = rows(tab.picture)
    assert row.accessibleName().startswith("The same picture to the eye, mirrored, Capture 2")


async def test_an_answer_about_another_clip_is_dropped(inspector, work):
    pane = await inspector()
    one = await work.capture(LONG)
    await work.capture(LONG, "https://other.example")
    lonely = await work.capture("Alone.", "https://lonely.example")
    views = [await pane.similar._desk.read(clips.view, each) for each in (one, lonely)]
    for view in views:
        pane.show_clip(view)
    await settled()
    assert not rows(pane.similar.text)


async def test_behind_another_tab_it_is_looked_for_after_a_rest(inspector, work):
    pane = await inspector()
    one = await work.capture(LONG)
    await work.capture(LONG, "https://other.example")
    pane.tabs.setCurrentWidget(pane.tags)
    tab = await pane.read(one)
    assert not rows(tab.text)
    await until(lambda: pane.tabs.tabText(2) == "Similar 1")


async def test_many_changes_in_a_row_are_looked_at_once(inspector, work, monkeypatch):
    _pane, tab, _row, one, two = await two_texts(inspector, work)
    asked, go = [], threading.Event()
    find = likenesses.find

    def slowly(session, clip_id):
        asked.append(clip_id)
        go.wait(20)
        return find(session, clip_id)

    monkeypatch.setattr(likenesses, "find", slowly)
    for number in range(6):
        judge = JudgeCopies(work.case, one, two, number % 2 == 0, f"{number}")
        await work.history.run(judge)
    go.set()
    await until(lambda: tab._texts[two].reason.text() == "5")
    await until(lambda: not tab._rest.isActive())
    await settled()
    assert len(asked) == 2
