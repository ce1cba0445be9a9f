"""What is written of a briefing, driven by keys and mouse."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Where
from caseboard.commands.briefings import SaveBriefing
from caseboard.errors import CaseError
from caseboard.model.terms import BriefingStatus, Confidence, Marking, Template
from caseboard.model.work import Briefing
from caseboard.store import briefings
from caseboard.store import history as journal
from caseboard.ui.briefing.composer import Composer
from support import settled

LEFT = Qt.MouseButton.LeftButton
K = SectionKind


@pytest.fixture
def composer_of(shown, case_desk, work, history):
    """A composer of one briefing, with these fields."""

    async def composer_of(**more):
        await work.open()
        await work.claim(await work.clip())
        begun = Briefing(case_id=work.case, **{"title": "Two accounts", **more})
        await history.run(SaveBriefing(begun))
        work.briefing = begun.id
        desk = await case_desk(work.case)
        made = await shown(lambda desk, navigator: Composer(desk, navigator, None), desk)
        made.show_briefing(await desk.read(briefings.by_id, begun.id))
        made.edits = []
        made.edited.connect(made.edits.append)
        await settled()
        return made

    return composer_of


async def kept(composer):
    await composer.keep()
    return await composer._desk.read(briefings.by_id, composer.briefing().id)


async def seq(composer):
    return (await composer._desk.read(journal.cut)).seq


def choose(menu_choice, words):
    menu = menu_choice.menu()
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if each.text() == words).trigger()


def opened(composer, kind):
    QTest.mouseClick(composer.sections.row(kind).name, LEFT)
    return composer.editors[kind]


async def test_showing_a_briefing_writes_and_tells_nothing(composer_of):
    composer = await composer_of(judgements=[" It is likely. "], texts={"method": ""})
    before = await seq(composer)
    composer.title.setFocus()
    opened(composer, K.JUDGEMENTS)
    composer.details.author.setFocus()
    await composer.keep()
    assert await seq(composer) == before
    assert composer.edits == []


async def test_a_section_is_opened_in_place_and_written_in(composer_of):
    composer = await composer_of()
    went = []
    composer.went_to.connect(went.append)
    editor = opened(composer, K.BOTTOM_LINE)
    assert editor.texts["bottom_line"].hasFocus()
    QTest.keyClicks(editor.texts["bottom_line"], "Nobody holds it.")
    assert composer.edits[-1].bottom_line == "Nobody holds it."
    assert composer.sections.row(K.BOTTOM_LINE).name.holds == "1 ¶"
    assert (await kept(composer)).bottom_line == "Nobody holds it."
    assert went == ["bottom_line"]
    QTest.mouseClick(composer.sections.row(K.BOTTOM_LINE).name, LEFT)
    assert not editor.isVisible()


async def test_every_text_of_a_briefing_is_written_somewhere(composer_of):
    composer = await composer_of(template=Template.DOSSIER)
    fields = {name for editor in composer.editors.values() for name in editor.texts}
    for field in sorted(fields):
        kind = next(kind for kind, each in composer.editors.items() if field in each.texts)
        composer.editors[kind].texts[field].setPlainText(f"of {field}")
    found = await kept(composer)
    assert found.bottom_line == "of bottom_line"
    assert found.confidence_basis == "of confidence_basis"
    assert found.texts == {
        name.removeprefix("texts."): f"of {name}" for name in fields if name.startswith("texts.")
    }
    assert len(found.texts) == 10


async def test_enter_parts_an_assumption_in_two_as_it_does_a_judgement(composer_of):
    composer = await composer_of(assumptions=[{"text": "It rained. It froze", "is_linchpin": True}])
    field = opened(composer, K.ASSESSMENT).assumptions
    text = field.lines[0].text
    cursor = text.textCursor()
    cursor.setPosition(len("It rained."))
    text.setTextCursor(cursor)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert (await kept(composer)).assumptions == [
        {"text": "It rained.", "is_linchpin": True},
        {"text": "It froze", "is_linchpin": False},
    ]
    assert [line.text.accessibleName() for line in field.lines] == ["Assumption 1", "Assumption 2"]


async def test_assumptions_are_written_with_their_linchpin(composer_of):
    composer = await composer_of()
    field = opened(composer, K.ASSESSMENT).assumptions
    QTest.mouseClick(field.add_button, LEFT)
    QTest.keyClicks(field.lines[0].text, "The map is honest")
    QTest.keyClick(field.lines[0].text, Qt.Key.Key_Return)
    assert field.lines[1].text.hasFocus()
    QTest.keyClicks(field.lines[1].text, "It rained")
    QTest.keyClick(field.lines[0].linchpin, Qt.Key.Key_Space)
    assert (await kept(composer)).assumptions == [
        {"text": "The map is honest", "is_linchpin": True},
        {"text": "It rained", "is_linchpin": False},
    ]
    QTest.mouseClick(field.lines[0].remove, LEFT)
    assert len((await kept(composer)).assumptions) == 1


async def test_judgements_are_added_parted_moved_and_taken_away(composer_of):
    composer = await composer_of(judgements=["One", "Two"])
    field = opened(composer, K.JUDGEMENTS).judgements
    cursor = field.lines[0].text.textCursor()
    cursor.setPosition(1)
    field.lines[0].text.setTextCursor(cursor)
    QTest.keyClick(field.lines[0].text, Qt.Key.Key_Return)
    assert field.judgements() == ["O", "ne", "Two"]
    QTest.mouseClick(field.add_button, LEFT)
    QTest.keyClicks(field.lines[3].text, "Three")
    QTest.mouseClick(field.lines[3].up, LEFT)
    QTest.mouseClick(field.lines[0].remove, LEFT)
    assert (await kept(composer)).judgements == ["ne", "Three", "Two"]
    assert [line.number.text() for line in field.lines] == ["1.", "2.", "3."]
    assert not field.lines[0].up.isEnabled()
    assert not field.lines[-1].down.isEnabled()


async def test_writing_in_another_section_leads_the_pages_there(composer_of):
    composer = await composer_of(judgements=["One"], assumptions=[{"text": "It rained"}])
    opened(composer, K.JUDGEMENTS)
    opened(composer, K.ASSESSMENT)
    went = []
    composer.went_to.connect(went.append)
    composer.editors[K.JUDGEMENTS].judgements.lines[0].text.setFocus()
    composer.editors[K.ASSESSMENT].assumptions.lines[0].text.setFocus()
    composer.editors[K.ASSESSMENT].texts["texts.assessment"].setFocus()
    assert went == ["judgements", "assessment"]


async def test_a_confidence_is_chosen_with_its_basis(composer_of):
    composer = await composer_of()
    editor = opened(composer, K.JUDGEMENTS)
    editor.confidence.setFocus()
    QTest.keyClicks(editor.confidence, "mod")
    QTest.keyClicks(editor.texts["confidence_basis"], "Two origins")
    found = await kept(composer)
    assert (found.confidence, found.confidence_basis) == (Confidence.MODERATE, "Two origins")


async def test_a_word_of_likelihood_is_taken_from_the_ladder_in_the_language_printed(composer_of):
    composer = await composer_of(judgements=["Це ймовірно."], language="uk")
    editor = opened(composer, K.JUDGEMENTS)
    editor.bar.words.aboutToShow.emit()
    offered = [each.text().partition("\t") for each in editor.bar.words.actions()]
    assert len(offered) == 7
    assert offered[1][2] == "05–20 %"
    assert offered[1][0] != "very unlikely"
    editor.bar.words.actions()[1].trigger()
    assert (await kept(composer)).judgements == [f"Це {offered[1][0]}."]


async def test_the_menus_at_the_foot_set_language_page_marking_and_status(composer_of):
    composer = await composer_of()
    details = composer.details
    choose(details.language, "Українська")
    choose(details.page, "Letter")
    choose(details.marking, "TLP:RED")
    choose(details.status, "Final")
    found = await kept(composer)
    assert (found.language, found.page_size) == ("uk", "Letter")
    assert (found.marking, found.status) == (Marking.RED, BriefingStatus.FINAL)
    assert details.marking.accessibleName() == "Marking: TLP:RED"


async def test_the_title_block_is_filled_in(composer_of):
    composer = await composer_of()
    details = composer.details
    for field, words in (
        (details.author, "Desk 2"),
        (details.reviewer, "Desk 1"),
        (details.distribution, "Partners"),
        (details.classification, "OFFICIAL"),
        (details.question, "Who holds it?"),
        (details.cutoff.line, "14 Nov 2024 18:00"),
    ):
        QTest.keyClicks(field, words)
    details.is_withheld.click()
    found = await kept(composer)
    assert (found.author, found.reviewer, found.distribution) == ("Desk 2", "Desk 1", "Partners")
    assert (found.classification, found.question) == ("OFFICIAL", "Who holds it?")
    assert found.cutoff == datetime(2024, 11, 14, 18, 0, tzinfo=UTC)
    assert found.is_author_withheld


async def test_a_day_as_cut_off_is_its_last_minute(composer_of):
    composer = await composer_of()
    QTest.keyClicks(composer.details.cutoff.line, "14 Nov 2024")
    assert composer.details.cutoff.reading.text() == "14 Nov 2024 23:59 UTC"
    assert (await kept(composer)).cutoff == datetime(2024, 11, 14, 23, 59, tzinfo=UTC)


async def test_a_cut_off_that_cannot_be_read_is_said_and_the_one_before_stays(composer_of):
    composer = await composer_of()
    line = composer.details.cutoff.line
    QTest.keyClicks(line, "14 Nov 2024")
    await composer.keep()
    QTest.keyClicks(line, " or so")
    QTest.keyClicks(composer.details.author, "Desk 2")
    found = await kept(composer)
    assert "not a time that can be read" in composer.details.cutoff.reading.text()
    assert line.text() == "14 Nov 2024 or so"
    assert found.author == "Desk 2"
    assert found.cutoff == datetime(2024, 11, 14, 23, 59, tzinfo=UTC)


async def test_what_a_source_report_is_about_is_named_and_told(composer_of):
    composer = await composer_of(template=Template.SOURCE_REPORT)
    subject = composer.details.subject
    QTest.keyClicks(subject.line, "e001, C9")
    assert subject.reading.text() == "E001 · Two accounts\nC9: no clip or claim of this case"
    assert (await kept(composer)).subject == ["E001", "C9"]


async def test_only_briefings_about_less_than_the_case_ask_what_they_are_about(composer_of):
    composer = await composer_of()
    assert not composer.details.subject.isVisibleTo(composer)
    choose(composer.template, "Incident sheet")
    assert composer.details.subject.isVisibleTo(composer)


async def test_another_template_brings_its_sections_and_undo_those_before(
    composer_of, history, work
):
    composer = await composer_of(bottom_line="Kept.")
    before = [row.kind for row in composer.sections.rows]
    choose(composer.template, "Flash brief")
    found = await kept(composer)
    assert found.template == "flash"
    assert found.sections[0]["kind"] == "bottom_line"
    assert K.CUSTODY not in [row.kind for row in composer.sections.rows]
    assert found.bottom_line == "Kept."
    assert composer.said[0].is_undoable
    await history.undo(work.case)
    composer.show_briefing(await composer._desk.read(briefings.by_id, work.briefing))
    assert [row.kind for row in composer.sections.rows] == before
    assert composer.template.current is Template.SITUATION


async def test_a_section_is_marked_by_itself_where_portions_are(composer_of):
    composer = await composer_of()
    editor = opened(composer, K.MAP)
    assert not editor.marking.isVisible()
    composer.details.has_portion_marks.click()
    assert editor.marking.isVisible()
    choose(editor.marking, "TLP:GREEN")
    found = await kept(composer)
    assert found.has_portion_marks
    assert {"kind": "map", "on": True, "marking": "TLP:GREEN"} in found.sections


async def test_counts_are_said_as_words_go_with_them_and_not_of_what_is_off(composer_of):
    composer = await composer_of(judgements=["One", "Two"], template=Template.DOSSIER)
    composer.editors[K.SOURCES].texts["texts.automation"].setPlainText("A translator")
    composer.show_counts({K.TIMELINE: 9, K.UNITS: 1, K.CLAIMS: 6, K.MAP: 1, K.SOURCES: 5})
    said = {row.kind: row.name.holds for row in composer.sections.rows}
    assert said[K.TIMELINE] == "9 events"
    assert said[K.UNITS] == "1 symbol"
    assert said[K.CLAIMS] == "6"
    assert said[K.SOURCES] == "5"
    assert said[K.JUDGEMENTS] == "2"
    assert said[K.DISPUTES] == ""
    composer.sections.row(K.MAP).box.click()
    assert composer.sections.row(K.MAP).name.holds == ""
    await composer.keep()


async def test_a_finding_opens_its_section_and_selects_the_stretch(composer_of):
    composer = await composer_of(judgements=["One is likely.", "Two was seen."])
    assert composer.show_finding(Where("judgements", index=1, start=4, end=7))
    text = composer.editors[K.JUDGEMENTS].judgements.lines[1].text
    assert text.hasFocus()
    assert text.textCursor().selectedText() == "was"


@pytest.mark.parametrize(
    ("where", "field"),
    [
        (Where("title"), lambda made: made.title),
        (Where("cutoff"), lambda made: made.details.cutoff.line),
        (Where("confidence"), lambda made: made.editors[K.JUDGEMENTS].confidence),
        (Where("judgements"), lambda made: made.editors[K.JUDGEMENTS].judgements.add_button),
        (Where("texts.indicators"), lambda made: made.editors[K.GAPS].texts["texts.indicators"]),
    ],
)
async def test_a_finding_leads_to_any_field(composer_of, where, field):
    composer = await composer_of()
    assert composer.show_finding(where)
    assert field(composer).hasFocus()


async def test_a_finding_about_a_row_of_the_case_is_left_to_others(composer_of):
    composer = await composer_of()
    assert not composer.show_finding(Where(table="layer", row_id="1", anchor="map"))
    assert composer.show_finding(Where("sections", index=3, anchor="map"))
    assert composer.sections.row(K.MAP).is_open
    assert not composer.show_finding(Where("texts.attestation"))  # not among its sections


async def test_the_outline_holds_the_very_texts_and_gives_them_back(composer_of, qtbot):
    composer = await composer_of()
    editor = opened(composer, K.BOTTOM_LINE)
    QTest.keyClicks(editor.texts["bottom_line"], "Nobody")
    qtbot.addWidget(composer.outline)
    composer.outline.setParent(None)
    composer.outline.resize(800, 600)
    composer.outline.show()
    composer.show_outline(shown=True)
    assert composer.outline.isAncestorOf(editor)
    assert not composer.sections.row(K.BOTTOM_LINE).is_open
    editor.texts["bottom_line"].setFocus()
    QTest.keyClicks(editor.texts["bottom_line"], " holds it")
    composer.sections.row(K.BOTTOM_LINE).moved.emit(1)
    assert composer.outline.isAncestorOf(editor)
    assert composer.outline.hosted[:2] == [K.JUDGEMENTS, K.BOTTOM_LINE]
    composer.sections.row(K.JUDGEMENTS).box.click()
    assert composer.outline.hosted[0] is K.BOTTOM_LINE
    composer.show_outline(shown=False)
    assert not composer.outline.isAncestorOf(editor)
    assert composer.sections.row(K.BOTTOM_LINE).isAncestorOf(editor)
    assert (await kept(composer)).bottom_line == "Nobody holds it"


async def test_another_briefing_takes_none_of_the_texts_of_the_one_before(composer_of, history):
    composer = await composer_of(template=Template.DOSSIER, texts={"attestation": "I saw it."})
    other = Briefing(case_id=composer.briefing().case_id, title="Other", template=Template.FLASH)
    await history.run(SaveBriefing(other))
    composer.show_briefing(await composer._desk.read(briefings.by_id, other.id))
    QTest.keyClick(composer.title, Qt.Key.Key_End)
    QTest.keyClicks(composer.title, "!")
    found = await kept(composer)
    assert (found.title, found.texts) == ("Other!", {})


async def test_what_is_typed_stays_while_the_library_tells_of_an_older_state(composer_of):
    composer = await composer_of()
    before = await composer._desk.read(briefings.by_id, composer.briefing().id)
    QTest.keyClick(composer.title, Qt.Key.Key_End)
    QTest.keyClicks(composer.title, "!")
    composer.show_briefing(before)
    assert composer.title.text() == "Two accounts!"
    await composer.keep()


async def test_what_links_a_section_to_its_view_leads_there(composer_of, navigator):
    composer = await composer_of()
    editor = opened(composer, K.UNITS)
    editor.leads.click()
    assert navigator.seen == [("unit", "", None)]


async def test_words_of_likelihood_are_offered_only_where_one_judges(composer_of):
    composer = await composer_of(template=Template.DOSSIER)
    assert opened(composer, K.ASSESSMENT).bar.likelihood.isVisible()
    assert not opened(composer, K.SITUATION).bar.likelihood.isVisible()
    assert not composer.editors[K.JUDGEMENTS].bar.bullets.isVisibleTo(
        composer.editors[K.JUDGEMENTS].bar
    )


async def test_the_tools_work_on_the_text_that_had_the_keyboard_last(composer_of):
    composer = await composer_of(judgements=["One", "Two"])
    editor = opened(composer, K.JUDGEMENTS)
    second = editor.judgements.lines[1].text
    second.setFocus()
    QTest.mouseClick(editor.bar.bold, LEFT)
    assert second.toPlainText() == "****Two"
    await composer.keep()


async def test_the_ref_that_is_being_typed_is_completed(composer_of):
    composer = await composer_of(template=Template.INCIDENT)
    line = composer.details.subject.line
    line.setFocus()
    QTest.keyClicks(line, "E001, repelled")
    assert line.completer_of_refs.completionCount() == 1
    line.completer_of_refs.activated.emit(line.completer_of_refs.currentCompletion())
    assert line.text() == "E001, C1"
    assert composer.details.subject.subject() == ["E001", "C1"]
    await composer.keep()


async def test_what_could_not_be_written_is_said_until_it_is(composer_of):
    composer = await composer_of()
    composer.autosave.failed.emit(CaseError("The disk is full.", "Make room."))
    assert composer.failed.text() == "Not saved: The disk is full. Make room."
    QTest.keyClicks(composer.title, "A ")
    assert (await kept(composer)).title == "A Two accounts"
    assert composer.failed.isHidden()


async def test_a_larger_size_of_text_asks_for_more_room_and_writes_nothing(composer_of, theme):
    composer = await composer_of(bottom_line="**Nobody** holds it.")
    before = composer.minimumWidth()
    theme.set_scale(1.5)
    try:
        assert composer.minimumWidth() > before
        assert composer.autosave.is_saved
        assert composer.edits == []
    finally:
        theme.set_scale(1.0)


async def test_tab_goes_from_the_top_down_as_sections_stand(composer_of):
    composer = await composer_of(judgements=["One", "Two"])
    composer.sections.row(K.JUDGEMENTS).moved.emit(-1)
    editor = opened(composer, K.JUDGEMENTS)
    first, second = editor.judgements.lines
    went = [
        *(composer.title, composer.sections.row(K.JUDGEMENTS).box),
        *(composer.sections.row(K.JUDGEMENTS).name, editor.bar.bold, editor.bar.italic),
        *(editor.bar.cite, editor.bar.likelihood, first.down, first.remove, first.text),
        *(second.up, second.remove, second.text, editor.judgements.add_button),
        *(editor.confidence, editor.texts["confidence_basis"]),
        composer.sections.row(K.BOTTOM_LINE).box,
    ]
    composer.title.setFocus()
    for here, after in pairwise(went):
        assert here.hasFocus()
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert after.hasFocus(), after
    for here, before in pairwise(reversed(went)):
        QTest.keyClick(here, Qt.Key.Key_Backtab)
        assert before.hasFocus()
    await composer.keep()
