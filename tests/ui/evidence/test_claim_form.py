import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard import i18n
from caseboard.commands.sources import Named
from caseboard.model.terms import Credibility, Marking, SourceKind, Stance
from caseboard.store import clips, dossiers, evidence
from caseboard.ui.forms.claim_edit_form import ClaimEditForm
from caseboard.ui.forms.claim_form import KNOWN, ClaimForm
from caseboard.ui.forms.report_fields import _stance_keys
from caseboard.ui.forms.report_form import ReportForm
from caseboard.ui.markings import mark_of
from caseboard.ui.reader.page import TextSelection
from caseworker import TEXT
from support import settled, until

WORDS = "Two columns got in"


@pytest.fixture
def form(qtbot, open_case, work):
    """The form on a passage, once it has read what it offers."""

    async def form(words=WORDS):
        desk = await open_case()
        clip_id = await work.clip()
        await work.tag(clip_id)
        await work.claim(clip_id)
        return await again(desk, clip_id, words)

    async def again(desk, clip_id, words):
        view = await desk.read(clips.view, clip_id)
        start = TEXT.index(words)
        made = ClaimForm(desk, view.clip, TextSelection(start, start + len(words), words))
        qtbot.addWidget(made)
        made.desk = desk
        made.show()
        await settled()
        return made

    return form


def keep(form):
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


async def claims_of(form):
    return await form.desk.read(evidence.claims_of, form.desk.case_id)


async def test_a_claim_is_stated_with_who_said_it_through_whom_and_when(form):
    shown = await form()
    assert shown.statement.text() == WORDS
    QTest.keyClicks(shown.report.claimant.line, "DeepState")
    await settled()
    shown.report.claimant.kind.choose(SourceKind.MONITOR)
    shown.report.relays.add_button.click()
    QTest.keyClicks(shown.report.relays.lines[0].field.line, "ukrinform")
    QTest.keyClicks(shown.report.said_when.line, "late 13 Nov 2024")
    QTest.keyClicks(shown.event_time.line, "13.11.2024")
    keep(shown)
    await until(lambda: not shown.isVisible())
    claim = (await claims_of(shown))[-1]
    report = (await shown.desk.read(evidence.reports_of, claim.id))[0]
    assert (claim.statement, claim.event_time) == (WORDS, "2024-11-13")
    assert (report.claimant.name, report.claimant.kind) == ("DeepState", SourceKind.MONITOR)
    assert [relay.name for relay in report.relays] == ["Ukrinform"]  # known, whatever its case
    assert report.report.said_when == "2024-11-13T18:00/2024-11-13T23:59"
    assert (report.report.stance, report.anchor.exact) == (Stance.SUPPORTS, WORDS)


async def test_what_is_missing_is_said_in_the_form_and_nothing_typed_is_lost(form):
    shown = await form()
    keep(shown)
    await settled()
    assert shown.isVisible()
    assert shown.wrong.text().startswith("Say who said it.")
    assert shown.statement.text() == WORDS
    assert len(await claims_of(shown)) == 1


async def test_a_time_is_read_back_as_it_is_typed(form):
    shown = await form()
    shown.event_time.line.setText("13–14 Nov 2024")
    assert shown.event_time.reading.text() == "13–14 Nov 2024 · 2024-11-13/2024-11-14"
    shown.event_time.line.setText("03/04/2024")
    assert "two ways" in shown.event_time.reading.text()


async def test_a_passage_can_be_one_more_report_on_a_known_claim(form):
    shown = await form()
    shown.mode.choose(KNOWN)
    shown._on_mode_chosen(KNOWN)
    assert not shown.statement.isVisible()
    shown.known.setEditText("C1")
    shown.report.stance.choose("contradicts")
    shown.report.claimant.line.setText("DeepState")
    keep(shown)
    await until(lambda: not shown.isVisible())
    (claim,) = await claims_of(shown)
    reports = await shown.desk.read(evidence.reports_of, claim.id)
    assert [each.report.stance for each in reports] == [Stance.SUPPORTS, Stance.CONTRADICTS]


async def test_places_tagged_inside_the_passage_are_what_the_claim_is_about(form):
    shown = await form("All assaults on Куп'янськ were stopped")
    assert [chip.isChecked() for chip in shown.about.chips.values()] == [True]
    assert len(shown.about.locations()) == 1


async def test_a_grade_needs_its_reason(form):
    shown = await form()
    shown.report.claimant.line.setText("DeepState")
    shown.report.credibility.choose(Credibility.PROBABLE)
    keep(shown)
    await settled()
    assert shown.wrong.text() == "Say what the grade rests on."


async def test_a_report_is_edited_relays_and_all_and_undone_in_one(form, qtbot, history):
    shown = await form()
    (claim,) = await claims_of(shown)
    (view,) = await shown.desk.read(evidence.reports_of, claim.id)
    edit = ReportForm(shown.desk, view)
    qtbot.addWidget(edit)
    edit.show()
    edit.fields.stance.choose("mentions")
    first = edit.fields.relays.lines[0]
    edit.fields.relays.add().line.setText("Kyiv Wire")
    edit.activateWindow()
    first.field.line.setFocus()
    await until(first.field.line.hasFocus)
    QTest.keyClick(first.field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    edit.keep.click()
    await until(lambda: not edit.isVisible())
    (after,) = await shown.desk.read(evidence.reports_of, claim.id)
    assert after.report.stance is Stance.MENTIONS
    assert [relay.name for relay in after.relays] == ["Kyiv Wire", "Ukrinform"]
    await history.undo(shown.desk.case_id)
    (again,) = await shown.desk.read(evidence.reports_of, claim.id)
    assert [relay.name for relay in again.relays] == ["Ukrinform"]
    assert again.report.stance is Stance.SUPPORTS


async def test_a_known_source_is_offered_as_one_types(form):
    shown = await form()
    field = shown.report.claimant
    field.line.setText("gen")
    await settled()
    assert field._offers.stringList() == ["General Staff"]
    field.line.setText("General Staff")
    await settled()
    assert not field.kind.isVisible()
    assert not isinstance(field.ref(), Named)


async def test_a_report_on_a_known_claim_takes_the_most_similar_claim_by_one_key(form, work):
    first = await form()
    await work.claim(first._clip_id, "Two columns got into the town", "Two columns")
    await work.claim(first._clip_id, "Power is cut on the east bank", "the map")
    view = await first.desk.read(clips.view, first._clip_id)
    start = TEXT.index(WORDS)
    selection = TextSelection(start, start + len(WORDS), WORDS)
    shown = ClaimForm(first.desk, view.clip, selection)
    shown.show()
    await settled()
    shown.activateWindow()
    await until(shown.isActiveWindow)
    shown.mode.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_R)
    assert shown.mode.current == KNOWN
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert shown.known.currentText() == "C2 · Two columns got into the town"
    QTest.keyClicks(shown.report.claimant.line, "DeepState")
    keep(shown)
    await until(lambda: not shown.isVisible())
    claim_id = (await claims_of(first))[1].id
    reports = await first.desk.read(evidence.reports_of, claim_id)
    assert [each.claimant.name for each in reports] == ["General Staff", "DeepState"]
    shown.deleteLater()


async def test_typing_narrows_the_known_claims_down(form, work):
    first = await form()
    await work.claim(first._clip_id, "Power is cut on the east bank", "the map")
    view = await first.desk.read(clips.view, first._clip_id)
    shown = ClaimForm(first.desk, view.clip, TextSelection(0, 3, TEXT[:3]))
    shown.show()
    await settled()
    shown.mode.choose(KNOWN)
    shown._on_mode_chosen(KNOWN)
    QTest.keyClicks(shown.known, "EAST")
    assert (await claims_of(first))[1].id == shown.known.claim_id()
    shown.close()
    shown.deleteLater()


async def test_a_statement_is_checked_for_its_words_and_never_for_stating_itself(form):
    shown = await form()
    shown.statement.setPlainText("It is highly likely that two columns got in")
    await until(shown.notes.isVisible)
    (warning,) = shown.notes.warnings
    assert warning.kind == "word of another ladder"
    shown.statement.setPlainText("Two columns got in")
    await until(lambda: not shown.notes.isVisible())


async def test_the_form_of_a_claim_checks_its_statement_too(form, qtbot):
    shown = await form()
    (claim,) = await claims_of(shown)
    edit = ClaimEditForm(shown.desk, claim)
    qtbot.addWidget(edit)
    edit.show()
    await settled()
    assert not edit.notes.warnings
    edit.statement.setPlainText("Perhaps the attack was repelled")
    await until(edit.notes.isVisible)


@pytest.mark.parametrize(("language", "keys"), [("en", "S · C · M"), ("uk", "1 · 2 · 3")])
def test_the_keys_that_say_a_stance_are_told_apart_in_every_language(language, keys):
    with i18n.speaking(language):
        assert _stance_keys().endswith(keys)


async def test_a_claim_is_marked_where_it_is_edited(form, qtbot):
    shown = await form()
    (claim,) = (await shown.desk.read(dossiers.read, shown.desk.case_id)).claims
    edit = ClaimEditForm(shown.desk, claim)
    qtbot.addWidget(edit)
    edit.show()
    await settled()
    edit.marking.choose(mark_of(Marking.AMBER_STRICT))
    edit.keep.click()
    await settled()
    (claim,) = (await shown.desk.read(dossiers.read, shown.desk.case_id)).claims
    assert claim.marking is Marking.AMBER_STRICT
