"""The view of sources, driven by keys and mouse."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Edit
from caseboard.commands.entities import AddEntity
from caseboard.commands.grading import GradeSource
from caseboard.commands.sources import Named
from caseboard.model.claim import Report
from caseboard.model.clip import Clip
from caseboard.model.entities import Source
from caseboard.model.terms import Reliability, SourceKind, Stance
from caseboard.store import claims, clips, source_pages
from caseboard.ui.forms.entity_form import EntityForm
from caseboard.ui.forms.merge_source_form import MergeSourceForm
from caseboard.ui.itemmodels.agreements import Place
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.itemmodels.sources import Order, order_word
from caseboard.ui.views.source_pane import Tab
from caseboard.ui.views.sources import SourcesView
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return
DOWN = Qt.Key.Key_Down
WORDS = Qt.ItemDataRole.AccessibleTextRole
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sources(shown, case_desk, work):
    """The staff says two things through Ukrinform; DeepState supports one, contradicts one."""

    async def sources():
        await work.open()
        work.clip_id = await work.clip()
        work.claims = [
            await work.claim(work.clip_id),
            await work.claim(work.clip_id, "Two columns got in", "columns"),
        ]
        stances = (Stance.CONTRADICTS, Stance.SUPPORTS)
        for claim, stance in zip(work.claims, stances, strict=True):
            draft = replace(
                work.report(work.clip_id, relays=(), exact="the map said"),
                claimant=Named("DeepState", SourceKind.MONITOR),
                stance=stance,
                said_when="2024-11-13",
            )
            await work.history.run(AddReport(work.case, claim, draft))
        lines = work.read(source_pages.lines, work.case)
        work.ids = {line.source.name: line.id for line in lines}
        view = await shown(SourcesView, await case_desk(work.case))
        await until(lambda: view.facts.history.entries)
        return view

    return sources


async def choose(view, work, name):
    view.show_row(work.ids[name])
    await until(lambda: view.page and view.page.source.name == name)
    await settled()


def said(model):
    return [model.index(row, 0).data(WORDS) for row in range(model.rowCount())]


async def read(model):
    """Every row, as soon as it is there."""
    await until(lambda: model.rowCount() and all(said(model)))
    return said(model)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def pick(menu, text):
    next(each for each in menu.actions() if each.text() == text).trigger()


async def test_a_row_says_name_grade_kind_and_what_came_of_the_source(sources):
    view = await sources()
    assert await read(view.model) == [
        "DeepState, F, cannot be judged · monitoring group, 2 reports · 1 clash",
        "General Staff, F, cannot be judged · official body, 2 reports · 1 clash",
        "Ukrinform, F, cannot be judged · news agency, 2 passed on",
    ]


@pytest.mark.parametrize(
    ("order", "first"),
    [(Order.NAME, "DeepState"), (Order.RELIABILITY, "Ukrinform"), (Order.CLASHES, "DeepState")],
)
async def test_sources_are_sorted_as_asked(sources, work, order, first):
    view = await sources()
    grade = GradeSource(work.case, work.ids["Ukrinform"], Reliability.A, "Never wrong.")
    await work.history.run(grade)
    pick(view.sort.menu(), order_word(order))
    await until(lambda: view.model.ids[0] == work.ids[first])
    assert view.model.order is order


async def test_the_filter_finds_a_source_by_another_name_or_kind(sources, work, history):
    view = await sources()
    names = {"aliases": ["Генштаб"]}
    await history.run(Edit(Source, work.ids["General Staff"], names, "Edit source", work.case))
    view.pane.filter.insert("генш")
    await until(lambda: view.model.ids == (work.ids["General Staff"],))
    view.pane.filter.clear()
    QTest.keyClicks(view.pane.filter, "MONITOR")
    await until(lambda: view.model.ids == (work.ids["DeepState"],))


async def test_all_of_the_library_is_listed_on_a_switch(sources, work, history):
    view = await sources()
    await history.run(AddEntity(work.case, Source(name="Another")))
    await settled()
    assert view.model.rowCount() == 3
    view.library.trigger()
    await until(lambda: view.model.rowCount() == 4)
    assert view.sort.text() == "Most reports, library"
    assert "Another, F, cannot be judged · news outlet, nothing said" in await read(view.model)
    view.library.trigger()
    await until(lambda: view.model.rowCount() == 3)


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


async def test_a_grade_is_set_by_keyboard_with_its_reason(sources):
    view = await sources()
    grade = view.facts.grade
    assert not grade.set.isVisible()
    grade.letter.setFocus()
    QTest.keyClicks(grade.letter, "B")
    assert grade.set.isVisible()
    QTest.keyClick(grade.letter, Qt.Key.Key_Tab)
    assert grade.reason.hasFocus()
    QTest.keyClicks(grade.reason, "Answers for its word")
    QTest.keyClick(grade.reason, ENTER, CONTROL)
    await until(lambda: not grade.set.isVisible())
    await settled()
    assert view.page.source.reliability is Reliability.B
    assert (await read(view.model))[0].startswith("DeepState, B, usually reliable")
    assert texts(view.facts.history.entries[0])[0] == ("F, cannot be judged → B, usually reliable")
    assert texts(view.facts.history.entries[0])[1].endswith("UTC · tester")
    assert texts(view.facts.history.entries[0])[2] == "Answers for its word"


async def test_a_grade_without_a_reason_is_refused_in_words(sources):
    view = await sources()
    grade = view.facts.grade
    grade.letter.setFocus()
    QTest.keyClicks(grade.letter, "D")
    QTest.keyClick(grade.letter, ENTER)
    await until(grade.wrong.isVisible)
    assert grade.wrong.text().startswith("Say what the grade rests on.")
    assert grade.reason.hasFocus()
    QTest.keyClick(grade.reason, Qt.Key.Key_Escape)
    assert grade.letter.member is Reliability.F
    assert not grade.set.isVisible()
    await settled()
    assert view.page.source.reliability is Reliability.F


async def test_a_grade_that_is_begun_is_there_again_after_a_look_at_another(sources, work):
    view = await sources()
    grade = view.facts.grade
    grade.letter.setFocus()
    QTest.keyClicks(grade.letter, "C")
    await choose(view, work, "Ukrinform")
    assert grade.letter.member is Reliability.F
    assert not grade.set.isVisible()
    await choose(view, work, "DeepState")
    assert grade.letter.member is Reliability.C
    assert grade.set.isVisible()


async def test_what_is_begun_and_has_its_reason_is_kept_at_the_end(sources, work):
    view = await sources()
    QTest.keyClicks(view.facts.grade.letter, "C")
    await view.keep()
    assert view.page.source.reliability is Reliability.F
    QTest.keyClicks(view.facts.grade.reason, "Quick")
    await view.keep()
    page = await view._desk.read(source_pages.read, work.case, work.ids["DeepState"])
    assert (page.source.reliability, page.source.reliability_reason) == ("C", "Quick")


async def test_undo_of_a_grade_is_shown_and_stays_in_its_history(sources, work, history):
    view = await sources()
    await history.run(GradeSource(work.case, work.ids["DeepState"], Reliability.A, "Sure"))
    await until(lambda: view.facts.grade.letter.member is Reliability.A)
    await history.undo(work.case)
    await until(lambda: view.facts.grade.letter.member is Reliability.F)
    await until(lambda: len(view.facts.history.entries) == 3)
    assert texts(view.facts.history.entries[0])[1].endswith("undone")


async def test_an_interested_party_is_marked_in_list_and_page(sources):
    view = await sources()
    party = view.facts.interest.party
    party.setFocus()
    QTest.keyClick(party, Qt.Key.Key_Space)
    await until(lambda: view.page.source.interested)
    await settled()
    assert (await read(view.model))[0].startswith("DeepState, interested party,")
    pills = [view.middle.about.itemAt(i).widget().text() for i in range(view.middle.about.count())]
    assert pills == ["F, cannot be judged", "monitoring group", "interested party"]
    assert texts(view.facts.history.entries[0])[0] == "Interested party"


async def test_a_long_history_is_shown_in_part_until_asked_for(sources, work, history):
    view = await sources()
    for number, letter in enumerate("ABCDEAB"):
        grade = GradeSource(work.case, work.ids["DeepState"], Reliability(letter), f"no. {number}")
        await history.run(grade)
    await until(lambda: view.facts.history.button.text() == "Show all 8")
    assert len(view.facts.history.entries) == 5
    QTest.mouseClick(view.facts.history.button, LEFT)
    assert len(view.facts.history.entries) == 8
    assert not view.facts.history.button.isVisible()


async def test_agreement_tells_numbers_and_the_claims_behind_them(sources, work, navigator):
    view = await sources()
    view.middle.show_tab(Tab.COMPARED)
    table, model = view.middle.agreement.table, view.middle.agreement.model
    await read(model)
    assert [model.index(0, column).data() for column in Place] == [
        "General Staff",
        "1",
        "1",
        "1 of 2",
    ]
    table.setFocus()
    table.setCurrentIndex(model.index(0, Place.OTHER))
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert view.middle.agreement.about.text() == "DeepState and General Staff agreed on 1 claim"
    behind = view.middle.agreement.behind
    both = "DeepState supports · General Staff supports"
    assert said(behind) == [f"agreed, Two columns got in, C2 · corroborated · {both}"]
    QTest.keyClick(table, Qt.Key.Key_Right)
    both = "DeepState contradicts · General Staff supports"
    assert said(behind) == [f"clashed, The attack was repelled, C1 · disputed · {both}"]
    QTest.keyClick(table, ENTER)
    assert view.middle.agreement.claims.hasFocus()
    QTest.keyClick(view.middle.agreement.claims, ENTER)
    assert navigator.seen == [("claim", work.claims[0], None)]


async def test_a_cell_of_the_agreement_is_opened_by_mouse(sources, work, navigator):
    view = await sources()
    view.middle.show_tab(Tab.COMPARED)
    table, model = view.middle.agreement.table, view.middle.agreement.model
    await read(model)
    place = table.visualRect(model.index(0, Place.CLASHED)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    claims = view.middle.agreement.claims
    first = view.middle.agreement.behind.index(0)
    QTest.mouseClick(claims.viewport(), LEFT, pos=claims.visualRect(first).center())
    assert navigator.seen == [("claim", work.claims[0], None)]


async def test_agreement_follows_what_is_reported(sources, work, history):
    view = await sources()
    view.middle.show_tab(Tab.COMPARED)
    draft = replace(work.report(work.clip_id, "Brigade", (), "stopped"), stance=Stance.CONTRADICTS)
    await history.run(AddReport(work.case, work.claims[0], draft))
    await until(lambda: view.middle.agreement.model.rowCount() == 2)


async def test_a_view_out_of_sight_weighs_nothing_until_it_is_seen(sources, work, history):
    view = await sources()
    before = view._weighed
    view.hide()
    again = AddReport(work.case, work.claims[0], work.report(work.clip_id, "Brigade", (), "got in"))
    await history.run(again)
    await settled()
    assert view._weighed is before
    view.show()
    await until(lambda: view._weighed is not before)


async def test_one_who_is_compared_with_nobody_is_told_so(sources, work):
    view = await sources()
    await choose(view, work, "Ukrinform")
    view.middle.show_tab(Tab.COMPARED)
    assert view.middle.agreement.nobody.isVisible()


async def test_a_source_is_merged_into_another_and_parted_again_by_undo(sources, work, history):
    view = await sources()
    twin = Source(name="Ukrinfrom", reliability=Reliability.D, reliability_reason="Misspelt")
    work.ids["Ukrinfrom"] = await history.run(AddEntity(work.case, twin))
    draft = work.report(work.clip_id, "Ukrinfrom", (), "got in")
    await history.run(AddReport(work.case, work.claims[0], draft))
    await until(lambda: view.model.rowCount() == 4)
    await choose(view, work, "Ukrinfrom")
    pick(view.middle.more.menu(), "Merge into…")
    form = await until(lambda: view.findChild(MergeSourceForm))
    QTest.keyClicks(form.into.line, "Ukrinform")
    await until(lambda: "oes over to" in form.outcome.text())
    assert form.outcome.text() == (
        "Goes over to “Ukrinform”, in every case of the library: 1 report."
        " “Ukrinfrom” becomes another name of it. Its grade stays: F, cannot be judged."
        " The grade of “Ukrinfrom” goes: D, not usually reliable."
    )
    QTest.keyClick(form, ENTER, CONTROL)
    await until(lambda: view.said)
    assert view.said[0].text == "“Ukrinfrom” is merged into “Ukrinform”."
    assert view.said[0].is_undoable
    await until(lambda: view.pane.current_id == work.ids["Ukrinform"])
    await until(lambda: view.middle.given.text() == "In this case: 1 report · 2 passed on")
    assert view.model.rowCount() == 3
    await history.undo(work.case)
    await until(lambda: view.model.rowCount() == 4)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("Nobody", "The library knows no source"), ("DeepState", "This is the source itself")],
)
async def test_a_source_is_not_merged_into_nobody_or_itself(sources, typed, told):
    view = await sources()
    pick(view.middle.more.menu(), "Merge into…")
    form = await until(lambda: view.findChild(MergeSourceForm))
    QTest.keyClicks(form.into.line, typed)
    await settled_but(form)
    QTest.mouseClick(form.keep, LEFT)
    await until(form.wrong.isVisible)
    assert form.wrong.text().startswith(told)
    assert not form.into.kind.isVisible()
    QTest.mouseClick(form.cancel, LEFT)
    await settled()
    assert not view.said


async def settled_but(form):
    """Wait until what is typed in `form`, which stays open, was looked up."""
    looked = []
    form.into.looked_up.connect(lambda: looked.append(True))
    form.into._look_up()
    await until(lambda: looked)


async def test_other_facts_are_edited_in_the_form(sources):
    view = await sources()
    QTest.mouseClick(view.facts.about.button, LEFT)
    form = await until(lambda: view.findChild(EntityForm))
    QTest.keyClicks(form.fields.url, "example.org")
    QTest.keyClick(form, ENTER, CONTROL)
    await until(lambda: "example.org" in texts(view.facts.facts))


async def test_other_cases_are_told_with_what_the_source_gave_to_them(sources, work):
    view = await sources()
    assert not view.facts.others.isVisible()
    here = work.case
    await work.open("Pokrovsk")
    await work.claim(await work.clip(b"other"))
    work.case = here
    await choose(view, work, "General Staff")
    assert view.facts.others.isVisible()
    assert {"Pokrovsk", "1 report"} <= set(texts(view.facts.elsewhere))


async def test_a_library_open_to_read_only_offers_no_change(sources, work, reader_desk, shown):
    await sources()
    view = await shown(SourcesView, await reader_desk(work.case))
    await until(lambda: view.facts.history.entries)
    assert not view.facts.grade.letter.isEnabled()
    assert not view.facts.grade.reason.isEnabled()
    assert not view.facts.interest.party.isEnabled()
    assert not view.facts.about.button.isVisible()
    assert not view.middle.more.isVisible()


async def test_a_case_that_names_nobody_says_how_to(shown, case_desk, work, navigator):
    await work.open()
    view = await shown(SourcesView, await case_desk(work.case))
    assert "publishes a clip or makes a claim" in view.pane.empty.sentence.text()
    assert view.page is None
    QTest.mouseClick(view.pane.empty.button, LEFT)
    assert navigator.seen == [("clip", "", None)]


async def test_everything_is_reached_by_tab(sources):
    view = await sources()
    view.pane.list.setFocus()
    reached = set()
    for _step in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    facts = view.facts
    wanted = {view.sort, view.pane.filter, view.pane.list, view.middle.more}
    wanted |= {view.middle.lists.said_list, facts.grade.letter, facts.grade.reason}
    wanted |= {facts.interest.party, facts.about.button}
    assert wanted <= reached
