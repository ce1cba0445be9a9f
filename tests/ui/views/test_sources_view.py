"""The view of sources: its list, facts and merging, driven by keys and mouse."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sources_shown import choose, pick, read, texts

from caseboard.analysis.agreement import Sides
from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Edit
from caseboard.commands.entities import AddEntity
from caseboard.commands.grading import GradeSource
from caseboard.model.entities import Source
from caseboard.model.terms import Reliability
from caseboard.ui.forms.entity_form import EntityForm
from caseboard.ui.forms.merge_source_form import MergeSourceForm
from caseboard.ui.itemmodels.sources import Order, order_word
from caseboard.ui.views.sources import SourcesView
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


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


async def test_sides_that_are_found_late_do_not_take_the_place_of_newer_ones(
    sources, work, history, monkeypatch
):
    view = await sources()
    before = view._weighed
    has_begun, may_end = threading.Event(), threading.Event()

    def found(*args):
        if not has_begun.is_set():
            has_begun.set()
            may_end.wait(30)
        return Sides(*args)

    monkeypatch.setattr("caseboard.ui.views.sources.Sides", found)
    for claimant in ("Ukrinform", "DeepState"):
        draft = work.report(work.clip_id, claimant, (), "Two columns")
        await history.run(AddReport(work.case, work.claims[0], draft))
        await until(has_begun.is_set)
    await until(lambda: view._weighed is not before)
    shown = view._weighed
    may_end.set()
    await settled()
    assert view._weighed is shown
