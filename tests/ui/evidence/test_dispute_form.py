"""The form of a dispute: what is offered, what is recorded along with it, and what is refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.commands.claims import AddClaim
from caseboard.model.terms import DiffersOn, Stance
from caseboard.store import claim_pages, evidence, ledgers
from caseboard.ui.forms.dispute_form import DisputeForm
from late_read import LateRead
from support import settled, until

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
DRIVEN_OUT = "Both can hold if columns entered and were driven out."
OUTSKIRTS = "Both can hold if only the outskirts were reached, and just one counts that."


@pytest.fixture
def form(qtbot, open_case, work):
    """The form on the first of two claims; `suggested` is a proposal of what they differ on."""

    async def form(suggested=None, dispute=None):
        desk = await open_case() if work.case is None else form.desk
        if not hasattr(form, "desk"):
            form.desk = desk
            clip_id = await work.clip()
            form.one = await work.claim(clip_id)
            said = work.report(clip_id, "DeepState", (), exact="Two columns got in")
            command = AddClaim(work.case, "Two columns got in", said)
            form.other = await work.history.run(command)
        claims = await desk.read(evidence.claims_of, desk.case_id)
        made = DisputeForm(desk, claims, form.one, dispute)
        qtbot.addWidget(made)
        if suggested is not None:
            made.suggest(form.other, suggested)
        made.show()
        await settled()
        return made

    return form


async def kept(form):
    QTest.keyClick(form.both, Qt.Key.Key_Return, CTRL)
    await until(lambda: not form.isVisible())


async def test_what_is_offered_follows_what_they_differ_on(form):
    shown = await form(suggested=())
    assert not shown.offers.isVisible()
    shown.differs[DiffersOn.ENTRY].click()
    assert list(shown.offers.sentences) == [DRIVEN_OUT, OUTSKIRTS]
    assert shown.offers.isVisible()
    shown.differs[DiffersOn.ENTRY].click()
    shown.differs[DiffersOn.OUTCOME].click()
    (only,) = shown.offers.rows
    assert only.accessibleName().endswith("Alt+1")


async def test_nothing_is_offered_before_there_are_two_claims(form):
    shown = await form()
    shown.differs[DiffersOn.ENTRY].click()
    assert list(shown.offers.sentences) == []
    shown.claim_b.setCurrentIndex(0)  # the same claim twice
    await settled()
    assert list(shown.offers.sentences) == []
    shown.claim_b.setCurrentIndex(1)
    await settled()
    assert shown.offers.sentences[0] == DRIVEN_OUT
    assert len(shown.also.boxes) == 2


async def test_one_chord_or_one_click_takes_a_sentence_and_what_was_typed_stays(form):
    shown = await form(suggested=(DiffersOn.ENTRY,))
    assert shown.both.hasFocus()
    QTest.keyClick(shown.both, Qt.Key.Key_2, ALT)
    assert shown.both.text() == OUTSKIRTS
    QTest.mouseClick(shown.offers.rows[0], LEFT)
    assert shown.both.text() == DRIVEN_OUT
    assert shown.both.hasFocus()
    QTest.keyClicks(shown.both, " Perhaps.")
    QTest.keyClick(shown.both, Qt.Key.Key_2, ALT)
    assert shown.both.text() == f"{DRIVEN_OUT} Perhaps. {OUTSKIRTS}"
    QTest.keyClick(shown.both, Qt.Key.Key_9, ALT)  # there is no ninth
    assert shown.both.text() == f"{DRIVEN_OUT} Perhaps. {OUTSKIRTS}"


async def test_of_a_dispute_the_analyst_thought_of_nothing_is_ticked_beforehand(form, work):
    shown = await form()
    shown.claim_b.setCurrentIndex(1)
    await settled()
    by_staff, by_map = shown.also.boxes
    assert not by_staff.isChecked()
    assert not by_map.isChecked()
    assert by_map.accessibleName() == (
        "These words contradict C1 as well. DeepState: “Two columns got in”"
    )
    QTest.mouseClick(by_map, LEFT, pos=by_map.rect().topLeft() + by_map.rect().center() / 8)
    assert by_map.isChecked()
    await kept(shown)
    said = work.read(evidence.reports_of, form.one)
    assert [each.report.stance for each in said] == [Stance.SUPPORTS, Stance.CONTRADICTS]


async def test_claims_in_dispute_already_are_refused_in_words(form, work):
    shown = await form()
    await work.dispute(form.other, form.one)
    shown.claim_b.setCurrentIndex(1)
    QTest.keyClick(shown.both, Qt.Key.Key_Return, CTRL)
    await settled()
    assert shown.isVisible()
    assert shown.wrong.text().startswith("C1 and C2 stand in a dispute already.")


async def test_a_dispute_that_is_edited_keeps_its_pair_and_is_offered_ways_too(form, work):
    await form()
    await work.dispute(form.one, form.other)
    (dispute,) = work.read(ledgers.read, work.case).disputes
    shown = await form(dispute=dispute)
    assert not shown.claim_a.isEnabled()
    assert shown.also.boxes == []
    QTest.keyClick(shown.both, Qt.Key.Key_1, ALT)
    await kept(shown)
    (after,) = work.read(ledgers.read, work.case).disputes
    assert after.both_could_hold == DRIVEN_OUT


async def test_what_is_recorded_along_is_that_of_the_pair_that_is_chosen_at_last(form, work):
    """Ticked for one pair, it says nothing of another that was typed instead."""
    shown = await form(suggested=(DiffersOn.ENTRY,))
    assert any(box.isChecked() for box in shown.also.boxes)
    clip_id = work.read(evidence.reports_of, form.one)[0].clip.id
    third = await work.claim(clip_id, "Nobody came", exact="stopped")
    claims = work.read(evidence.claims_of, work.case)
    shown.claim_b.show_claims(claims, form.other)
    shown.claim_b.setEditText("Nobody came")
    await kept(shown)
    (dispute,) = work.read(ledgers.read, work.case).disputes
    assert {dispute.claim_a_id, dispute.claim_b_id} == {form.one, third}
    assert [len(work.read(evidence.reports_of, each)) for each in (form.one, third)] == [1, 1]


async def test_what_each_side_implies_and_our_reading_are_kept(form, work):
    shown = await form(suggested=(DiffersOn.ENTRY,))
    shown.implies_a.setPlainText("The line stands.")
    shown.implies_b.setPlainText("The road is cut.")
    shown.reading.setPlainText("The second, but not for long.")
    await kept(shown)
    (dispute,) = work.read(ledgers.read, work.case).disputes
    assert (dispute.implies_a, dispute.implies_b) == ("The line stands.", "The road is cut.")
    assert dispute.reading == "The second, but not for long."

    again = await form(dispute=dispute)
    assert again.reading.text() == dispute.reading
    again.implies_b.setPlainText("The road is under fire.")
    await kept(again)
    (dispute,) = work.read(ledgers.read, work.case).disputes
    assert (dispute.implies_a, dispute.implies_b) == ("The line stands.", "The road is under fire.")


async def test_a_tick_stays_where_the_pair_was_read_twice(form, monkeypatch):
    shown = await form(suggested=())
    late = LateRead(monkeypatch, claim_pages.accounts)
    shown._read()
    await late.come()
    before = shown.also.boxes[0]
    shown._read()
    await until(lambda: shown.also.boxes[0] is not before)
    box = shown.also.boxes[0]
    box.click()
    is_ticked = box.isChecked()
    await late.answer()
    assert shown.also.boxes[0].isChecked() is is_ticked
