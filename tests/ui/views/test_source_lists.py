"""What a source said, passed on and published, driven by keys and mouse."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sources_shown import choose, pick, read, texts

from caseboard.commands.editing import Edit
from caseboard.model.claim import Report
from caseboard.model.clip import Clip
from caseboard.store import claims, clips
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.views.source_pane import Tab
from support import until

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return
WORDS = Qt.ItemDataRole.AccessibleTextRole
SHIFT = Qt.KeyboardModifier.ShiftModifier


async def test_what_a_source_said_is_told_with_grade_claim_and_way(sources):
    view = await sources()
    assert view.middle.name.text() == "DeepState"
    grade, way = "F, cannot be judged · 6, cannot be judged", "DeepState · E001 · 13 Nov 2024"
    assert set(await read(view.middle.lists.said)) == {
        f"contradicts, {grade}, “the map said”, C1 The attack was repelled, {way}",
        f"supports, {grade}, “the map said”, C2 Two columns got in, {way}",
    }


@dataclass(frozen=True)
class Repeat:
    """The first report of a claim, made again `times` times."""

    case_id: str
    claim_id: str
    times: int
    label: str = "Repeat"

    def do(self, session):
        first = claims.reports_of(session, self.claim_id)[0]
        fields = first.model_dump(exclude={"id"})
        session.add_all(Report(**fields) for _ in range(self.times))


async def test_of_many_reports_only_those_in_sight_are_read(sources, work):
    view = await sources()
    await work.history.run(Repeat(work.case, work.claims[0], 350))
    await choose(view, work, "General Staff")
    model = view.middle.lists.said
    await until(lambda: model.rowCount() == 352)
    await until(lambda: model.index(0, 0).data(WORDS))
    assert len(model._rows) == model.PAGE
    view.middle.lists.said_list.setFocus()
    QTest.keyClick(view.middle.lists.said_list, Qt.Key.Key_End)
    await until(lambda: model.index(351, 0).data(WORDS))
    assert len(model._rows) < 352


async def test_what_was_passed_on_and_published_stands_apart(sources, work, history):
    view = await sources()
    outlet = {"source_id": work.ids["Ukrinform"]}
    await history.run(Edit(Clip, work.clip_id, outlet, "Edit clip", work.case))
    await choose(view, work, "Ukrinform")
    assert view.middle.lists.said.rowCount() == 0
    assert "makes no claim" in " ".join(texts(view.middle.lists))
    QTest.mouseClick(view.middle.tabs._buttons[Tab.RELAYED], LEFT)
    assert len(await read(view.middle.lists.relayed)) == 2
    QTest.mouseClick(view.middle.tabs._buttons[Tab.PUBLISHED], LEFT)
    assert await read(view.middle.lists.published) == ["Two accounts, E001, 4 reports"]


@pytest.mark.parametrize("by", ["mouse", "keys"])
async def test_a_report_leads_to_its_words_in_the_clip(sources, work, navigator, by):
    view = await sources()
    await read(view.middle.lists.said)
    rows = view.middle.lists.said_list
    index = view.middle.lists.said.index(1, 0)
    if by == "mouse":
        QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(index).topLeft() * 1.02)
    else:
        rows.setFocus()
        rows.setCurrentIndex(index)
        QTest.keyClick(rows, ENTER)
    clip = await view._desk.read(clips.view, work.clip_id)
    anchor = next(each for each in clip.anchors if each.exact == "the map said")
    assert navigator.seen == [("clip", work.clip_id, anchor.id)]


@pytest.mark.parametrize("by", ["mouse", "keys", "menu"])
async def test_a_report_leads_to_its_claim(sources, navigator, by):
    view = await sources()
    await read(view.middle.lists.said)
    rows = view.middle.lists.said_list
    index = view.middle.lists.said.index(1, 0)
    if by == "mouse":
        line = rows.itemDelegate().claim_line(rows.visualRect(index))
        QTest.mouseClick(rows.viewport(), LEFT, pos=line.center())
    elif by == "keys":
        rows.setFocus()
        rows.setCurrentIndex(index)
        QTest.keyClick(rows, ENTER, SHIFT)
    else:
        pick(rows.menu(index), "Show the claim")
    assert navigator.seen == [("claim", index.data(Role.ROW).claim_id, None)]


async def test_a_published_clip_is_opened(sources, work, history, navigator):
    view = await sources()
    outlet = {"source_id": work.ids["DeepState"]}
    await history.run(Edit(Clip, work.clip_id, outlet, "Edit clip", work.case))
    view.middle.show_tab(Tab.PUBLISHED)
    await read(view.middle.lists.published)
    rows = view.middle.lists.published_list
    rows.setFocus()
    rows.setCurrentIndex(view.middle.lists.published.index(0, 0))
    QTest.keyClick(rows, ENTER)
    assert navigator.seen == [("clip", work.clip_id, None)]
