import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from caseboard.commands.anchoring import TextPlace
from caseboard.commands.notes import WriteNote
from caseboard.commands.tags import AddTag, Known
from caseboard.errors import CaseError
from caseboard.model.columns import new_id
from caseboard.model.entities import Unit
from caseboard.model.ids import NoteId
from caseboard.store import clips, unit_pages
from caseboard.ui.forms.position_form import PositionForm
from caseboard.ui.inspector.pane import InspectorPane
from caseboard.ui.inspector.tags_tab import MOST
from caseworker import TEXT
from support import settled, until


@pytest.fixture
def inspector(qtbot, open_case, navigator, work):
    """An inspector on a clip that has two tags of one place and a claim."""
    kept = []  # else what a thread raised may hold it last, and end it there

    async def inspector():
        desk = await open_case()
        pane = InspectorPane(desk, navigator)
        qtbot.addWidget(pane)
        pane.resize(320, 800)
        pane.show()
        pane.desk = desk
        kept.append(pane)
        pane.clip_id = await work.clip()
        pane.tag_id = await work.tag(pane.clip_id)
        await work.claim(pane.clip_id)
        await show(pane)
        return pane

    yield inspector
    kept.clear()


async def show(pane):
    pane.shown = await pane.desk.read(clips.view, pane.clip_id)
    pane.show_clip(pane.shown)
    await settled()


def said(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


async def test_a_place_shows_its_position_and_how_often_it_is_named(inspector):
    pane = await inspector()
    row = pane.tags.rows["location"][0]
    assert row.accessibleName() == "Kupiansk, 49.710°\u00a0N, 37.616°\u00a0E, 1×"
    assert pane.tags.sections["location"].isVisible()
    assert not pane.tags.sections["person"].isVisible()


async def test_a_claim_shows_its_stance_and_the_way_it_took(inspector):
    pane = await inspector()
    row = pane.tags.rows["claim"][0]
    assert row.accessibleName() == (
        "supports: The attack was repelled, General Staff → Ukrinform · F\u00a06"
    )


async def test_picking_a_row_goes_to_its_place_and_picking_again_to_the_next(inspector, work):
    pane = await inspector()
    other = await work.tag(pane.clip_id, exact="staff")
    assert other != pane.tag_id
    place = pane.shown.locations[0]
    tag = next(t for t in (await pane.desk.read(clips.view, pane.clip_id)).tags if t.id == other)
    assert tag.location_id != place.id  # `Casework.tag` makes a new place each time
    picked = []
    pane.picked.connect(picked.append)
    row = pane.tags.rows["location"][0]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert picked == [row.named.anchors[0]]
    assert row.is_active


async def test_a_highlight_picked_in_the_reader_is_marked(inspector):
    pane = await inspector()
    pane.tabs.setCurrentWidget(pane.notes)
    anchor = pane.shown.reports[0].anchor_id
    pane.select(anchor)
    assert pane.tabs.currentWidget() is pane.tags
    assert [row.is_active for row in pane.tags.rows["claim"]] == [True]
    assert [row.is_active for row in pane.tags.rows["location"]] == [False]


async def test_delete_removes_the_tag_and_undo_brings_it_back(inspector, history):
    pane = await inspector()
    QTest.keyClick(pane.tags.rows["location"][0], Qt.Key.Key_Delete)
    await settled()
    await show(pane)
    assert not pane.tags.rows["location"]
    await history.undo(pane.desk.case_id)
    await show(pane)
    assert len(pane.tags.rows["location"]) == 1


async def test_the_menu_goes_to_the_place_itself(inspector, navigator):
    pane = await inspector()
    row = pane.tags.rows["location"][0]
    menu = pane.tags.menu_for(row)
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["Go to Kupiansk", "Show on the map", "Edit…", "Remove the tag"]
    menu.actions()[0].trigger()
    assert navigator.seen == [("location", row.named.row_id, None)]
    menu.deleteLater()


async def test_a_unit_is_placed_from_its_tag_on_the_words_of_that(inspector, work, history):
    pane = await inspector()
    await history.run(AddTag(work.case, pane.clip_id, work.at("map"), Unit(name="Columns")))
    (unit,) = (await pane.desk.read(clips.view, pane.clip_id)).units
    known = Known(Unit, unit.id, unit.name)
    await history.run(AddTag(work.case, pane.clip_id, work.at("Two columns"), known))
    await show(pane)
    row = pane.tags.rows["unit"][0]
    anchors = {each.exact: each.id for each in pane.shown.anchors}
    pane.tags._pick(anchors["Two columns"])
    menu = pane.tags.menu_for(row)
    next(each for each in menu.actions() if each.text() == "Add position…").trigger()
    form = await until(lambda: pane.findChild(PositionForm))
    assert form.rests_on.currentText() == "E001 · Two columns"
    form.where.setText("Kupiansk")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: work.read(unit_pages.page, work.case, unit.id).stands)
    (stand,) = work.read(unit_pages.page, work.case, unit.id).stands
    assert (stand.anchor.exact, stand.place.name) == ("Two columns", "Kupiansk")
    menu.deleteLater()


async def test_rows_that_did_not_change_are_left_alone(inspector, work):
    pane = await inspector()
    before = pane.tags.rows["location"][0]
    await work.claim(pane.clip_id, "Two columns got in", exact="Two columns")
    await show(pane)
    assert pane.tags.rows["location"][0] is before
    assert len(pane.tags.rows["claim"]) == 2


async def test_the_hash_of_the_original_is_checked_and_a_damaged_file_is_said(inspector, library):
    pane = await inspector()
    sha256 = pane.shown.files[0].sha256
    assert f"{sha256[:6]}…{sha256[-4:]} ✓" in said(pane.tags.source)
    library.files.path(sha256).write_bytes(b"other")
    pane.provenance.files.button.click()
    pane.tabs.setCurrentWidget(pane.provenance)
    await settled()
    assert pane.provenance.result.text() == "1 file is damaged."
    assert pane.provenance.cards[0].state.text().startswith("Damaged")


async def test_provenance_shows_every_hash_in_full_and_copies_it(inspector, qapp):
    pane = await inspector()
    sha256 = pane.shown.files[0].sha256
    card = pane.provenance.cards[0]
    assert card.hash.text().replace("\n", "") == sha256
    card.copy_hash.click()
    assert qapp.clipboard().text() == sha256


async def test_another_clip_brings_no_tab_to_the_front(inspector):
    pane = await inspector()
    pane.tabs.setCurrentWidget(pane.notes)
    await show(pane)
    assert [tab.isVisible() for tab in (pane.tags, pane.notes)] == [False, True]


async def test_a_note_is_kept_as_it_is_typed_and_one_undo_takes_it_back(inspector, history):
    pane = await inspector()
    pane.tabs.setCurrentWidget(pane.notes)
    pane.notes.new.click()
    card = next(iter(pane.notes.cards.values()))
    QTest.keyClicks(card.editor.text, "Check")
    await until(lambda: card.editor.autosave.is_saved)
    QTest.keyClicks(card.editor.text, " the map")
    await until(lambda: card.editor.autosave.is_saved)
    await show(pane)
    assert pane.tabs.tabText(3) == "Notes 1"
    assert [note.text for note in pane.shown.notes] == ["Check the map"]
    assert await history.undo(pane.desk.case_id) == "Write note"
    await show(pane)
    assert not pane.shown.notes


async def test_leaving_the_editor_writes_at_once(inspector):
    pane = await inspector()
    pane.notes.start()
    card = next(iter(pane.notes.cards.values()))
    QTest.keyClicks(card.editor.text, "Half a tho")
    pane.show_clip(None)
    await settled()
    await show(pane)
    assert [note.text for note in pane.shown.notes] == ["Half a tho"]


async def test_an_empty_note_is_never_made(inspector):
    pane = await inspector()
    pane.notes.start()
    await pane.keep()
    await show(pane)
    assert not pane.shown.notes
    assert pane.shown.clip.text == TEXT


async def test_the_menu_at_an_anchor_is_that_of_all_that_stands_there(inspector, work):
    pane = await inspector()
    anchor = pane.tags.rows["claim"][0].said.anchor_id
    menu = pane.tags.menu_at(anchor)
    assert "Edit report…" in [action.text() for action in menu.actions()]
    await work.tag(pane.clip_id, exact="All assaults", name="R&D")
    await show(pane)
    menu = pane.tags.menu_at(anchor)
    assert [action.text() for action in menu.actions()] == ["R&&D", "The attack was repelled"]
    assert pane.tags.menu_at("nowhere") is None


async def test_a_highlight_of_a_note_leads_to_the_note(inspector, history):
    pane = await inspector()
    place = TextPlace(0, 3)
    note = WriteNote(pane.desk.case_id, NoteId(new_id()), "Check", pane.clip_id, place)
    await history.run(note)
    await show(pane)
    pane.select(pane.shown.notes[0].anchor_id)
    assert pane.tabs.currentWidget() is pane.notes


async def test_a_long_section_is_folded_until_it_is_asked_for(inspector, work):
    pane = await inspector()
    for n in range(MOST + 5):
        await work.tag(pane.clip_id, exact="staff", name=f"Place {n}")
    await show(pane)
    section = pane.tags.sections["location"]
    assert len(pane.tags.rows["location"]) == MOST
    assert section.button.text() == f"Show all {MOST + 6}"
    section.button.click()
    assert len(pane.tags.rows["location"]) == MOST + 6


async def test_a_copy_is_the_original_and_a_damaged_one_is_refused(inspector, tmp_path, library):
    pane = await inspector()
    file = pane.shown.files[0]
    await pane.provenance.save_to(file, tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_text("utf-8") == TEXT
    with pytest.raises(CaseError, match="could not be written"):
        await pane.provenance.save_to(file, tmp_path / "nowhere" / "copy.txt")
    library.files.path(file.sha256).write_bytes(b"other")
    with pytest.raises(CaseError, match="damaged"):
        await pane.provenance.save_to(file, tmp_path / "bad.txt")
    assert not (tmp_path / "bad.txt").exists()
