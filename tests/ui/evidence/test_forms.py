import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.commands.tags import AddTag
from caseboard.model.claim import Dispute
from caseboard.model.entities import Unit
from caseboard.model.terms import (
    DisputeStatus,
    Echelon,
    Ladder,
    Marking,
    Reliability,
    Reuse,
    Side,
    SourceKind,
)
from caseboard.store import cases, clips, evidence, ledgers
from caseboard.ui.forms.clip_form import ClipForm
from caseboard.ui.forms.dispute_form import DisputeForm
from caseboard.ui.forms.dispute_status_form import DisputeStatusForm
from caseboard.ui.forms.entity_form import EntityForm
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.new_case import CaseForm, NewCaseForm
from caseboard.ui.markings import mark_of
from support import settled, until


@pytest.fixture
def show(qtbot):
    def show(form):
        qtbot.addWidget(form)
        form.show()
        return form

    return show


async def kept(form):
    form.keep.click()
    await until(lambda: not form.isVisible())


async def test_a_case_needs_no_more_than_a_title(show, theme):
    form = show(NewCaseForm(None, theme, "Desk 2"))
    await until(form.case_title.hasFocus)
    form.keep.click()
    await settled()
    assert form.wrong.text() == "A case needs a title."
    QTest.keyClicks(form.case_title, "Kupiansk approach")
    QTest.keyClick(form.case_title, Qt.Key.Key_Return)
    await until(lambda: not form.isVisible())
    command = form.command()
    assert (command.title, command.collector) == ("Kupiansk approach", "Desk 2")
    assert (command.marking, command.ladder) == (Marking.AMBER, Ladder.ICD203)


async def test_a_case_is_edited_and_keeps_its_ref(show, open_case):
    desk = await open_case()
    form = show(CaseForm(desk, desk.case))
    form.marking.choose(Marking.RED)
    form.case_title.setText("Kupiansk")
    await kept(form)
    after = await desk.read(cases.by_id, desk.case_id)
    assert (after.title, after.marking, after.ref) == ("Kupiansk", Marking.RED, desk.case_ref)


async def test_escape_leaves_a_form_and_changes_nothing(show, open_case):
    desk = await open_case()
    form = show(CaseForm(desk, desk.case))
    form.case_title.setText("Other")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert (await desk.read(cases.by_id, desk.case_id)).title == desk.case.title


async def test_a_place_takes_aliases_in_any_script_and_a_position(show, open_case, work):
    desk = await open_case()
    clip_id = await work.clip()
    await work.tag(clip_id)
    place = (await desk.read(clips.view, clip_id)).locations[0]
    form = show(EntityForm(desk, place))
    form.fields.aliases.setPlainText("Куп'янськ\n\n Купянск \nКуп'янськ")
    form.fields.coordinates.line.setText("49°42′36″N 37°36′57″E")
    form.fields.precision.setText("2 500 m")
    await kept(form)
    after = (await desk.read(clips.view, clip_id)).locations[0]
    assert after.aliases == ["Куп'янськ", "Купянск"]
    assert (after.lat, round(after.lon, 4), after.precision_m) == (49.71, 37.6158, 2500.0)


async def test_the_symbol_of_a_unit_follows_what_its_form_says(show, open_case, work, history):
    desk = await open_case()
    clip_id = await work.clip()
    unit = Unit(name="Columns", side=Side.FRIEND, sidc="10031034181110000000")
    unit.echelon = Echelon.BRIGADE
    await history.run(AddTag(work.case, clip_id, work.at("columns"), unit))
    form = show(EntityForm(desk, (await desk.read(clips.view, clip_id)).units[0]))
    form.fields.side.choose(Side.HOSTILE)
    await kept(form)
    after = (await desk.read(clips.view, clip_id)).units[0]
    assert (after.side, after.sidc) == (Side.HOSTILE, "10061034181110000000")


async def test_a_precision_that_is_no_length_is_said(show, open_case, work):
    desk = await open_case()
    clip_id = await work.clip()
    await work.tag(clip_id)
    place = (await desk.read(clips.view, clip_id)).locations[0]
    form = show(EntityForm(desk, place))
    form.fields.precision.setText("near")
    form.keep.click()
    await settled()
    assert form.wrong.text().startswith("“near” is not a number of metres.")
    assert form.fields.precision.hasFocus()


async def test_a_source_is_graded_only_with_a_reason(show, open_case, work):
    desk = await open_case()
    clip_id = await work.clip()
    await work.claim(clip_id)
    sources = (await desk.read(clips.view, clip_id)).sources
    staff = next(source for source in sources if source.name == "General Staff")
    form = show(EntityForm(desk, staff))
    form.fields.reliability.choose(Reliability.B)
    form.fields.interested.setChecked(True)
    form.keep.click()
    await settled()
    assert form.wrong.text() == "Say what the grade rests on."
    form.fields.reason.setPlainText("Mostly right on places")
    await kept(form)
    sources = (await desk.read(clips.view, clip_id)).sources
    staff = next(source for source in sources if source.name == "General Staff")
    assert (staff.reliability, staff.interested) == (Reliability.B, True)


async def test_two_claims_are_said_to_clash_and_reconciled_later(show, open_case, work):
    desk = await open_case()
    clip_id = await work.clip()
    one = await work.claim(clip_id)
    other = await work.claim(clip_id, "Two columns got in", exact="Two columns")
    claims = await desk.read(evidence.claims_of, desk.case_id)
    form = show(DisputeForm(desk, claims, one))
    form.claim_b.setEditText("columns")
    form.differs["entry"].setChecked(True)
    form.both.setPlainText("They entered and were driven out")
    await kept(form)
    (dispute,) = (await desk.read(ledgers.read, desk.case_id)).disputes
    assert (dispute.claim_a_id, dispute.claim_b_id) == (one, other)
    assert dispute.differs_on == ["entry"]
    edit = show(DisputeForm(desk, claims, dispute=dispute))
    assert not edit.claim_a.isEnabled()
    edit.differs["time"].setChecked(True)
    await kept(edit)
    lay_to_rest = show(DisputeStatusForm(desk, dispute, DisputeStatus.RECONCILED))
    assert lay_to_rest.reason.text() == "They entered and were driven out"
    await kept(lay_to_rest)
    (after,) = (await desk.read(ledgers.read, desk.case_id)).disputes
    assert isinstance(after, Dispute)
    assert after.differs_on == ["entry", "time"]
    assert after.status is DisputeStatus.RECONCILED
    assert after.status_reason == "They entered and were driven out"


async def test_a_dispute_needs_two_claims(show, open_case, work):
    desk = await open_case()
    one = await work.claim(await work.clip())
    claims = await desk.read(evidence.claims_of, desk.case_id)
    form = show(DisputeForm(desk, claims, one))
    form.keep.click()
    await settled()
    assert form.wrong.text().startswith("Choose a claim.")
    form.claim_b.setEditText("C1")
    form.keep.click()
    await settled()
    assert form.wrong.text().startswith("A claim cannot clash with itself.")


async def test_a_clip_gets_a_source_that_is_taken_in(show, open_case, work):
    desk = await open_case()
    clip_id = await work.clip()
    view = await desk.read(clips.view, clip_id)
    form = show(ClipForm(desk, view.clip, view.source))
    form.source.line.setText("Daily Courier")
    await settled()
    form.source.kind.choose(SourceKind.OUTLET)
    form.published.line.setText("14 Nov 2024 11:39")
    await kept(form)
    after = await desk.read(clips.view, clip_id)
    assert after.source.name == "Daily Courier"
    assert after.clip.published == "2024-11-14T11:39:00"
    assert after.clip.title == view.clip.title


async def test_filling_a_form_leaves_its_window_usable_and_drops_the_form(window, theme):
    form = NewCaseForm(window, theme)
    gone = []
    form.destroyed.connect(lambda: gone.append(True))

    async def press():
        await until(form.isVisible)
        assert not form.isModal()
        form.case_title.setText("A case")
        form.keep.click()

    answer, _nothing = await asyncio.gather(fill(form), press())
    assert answer
    await until(lambda: gone)


async def test_a_clip_is_marked_and_its_rights_are_said_in_its_form(show, open_case, work):
    desk = await open_case()
    clip_id = await work.clip()
    view = await desk.read(clips.view, clip_id)
    form = show(ClipForm(desk, view.clip, view.source))
    assert (form.marking.member.marking, form.reuse.member) == (None, Reuse.UNKNOWN)
    form.marking.choose(mark_of(Marking.RED))
    form.reuse.choose(Reuse.ALLOWED)
    await kept(form)
    clip = (await desk.read(clips.view, clip_id)).clip
    assert (clip.marking, clip.reuse) == (Marking.RED, Reuse.ALLOWED)
    assert show(ClipForm(desk, clip, None)).marking.currentText() == "TLP:RED"
