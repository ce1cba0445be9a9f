"""A list that is taken in is offered, looked through and imported; nothing is expanded unasked."""

import listed
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from caseboard.capture.lists import reading
from caseboard.commands.list_entries import Source, look
from caseboard.model.terms import ClipKind, Method
from caseboard.store import clips
from caseboard.ui.dropping import payload_of
from caseboard.ui.itemmodels.entries import EntriesModel, Field
from caseboard.ui.navigation import Place
from caseboard.ui.views.import_dialog import ImportDialog
from support import settled, until

LIST = Source("links.txt", "")


def listing(text):
    return reading.read(text.encode())


def links(count):
    return "".join(f"https://a.example/{n}\tTitle {n}\n" for n in range(count))


@pytest.fixture
def dialog(qtbot, theme):
    def dialog(text, known=None):
        found = listing(text)
        shown = ImportDialog(theme, found, LIST, look(found, known or {}, LIST))
        qtbot.addWidget(shown)
        shown.show()
        return shown

    return dialog


def cell(model, row, field):
    return model.index(row, field).data()


def test_new_entries_are_ticked_and_repeated_ones_are_not(dialog):
    shown = dialog("https://a.example/1\nhttps://a.example/1#top\nhttps://a.example/2\n")
    assert shown.go.text() == "Import 2 of 3"
    assert [cell(shown.model, row, Field.STANDING) for row in range(3)] == [
        "new",
        "named before in the list",
        "new",
    ]


def test_space_ticks_the_rows_that_are_selected(dialog):
    shown = dialog(links(5))
    shown.table.selectRow(1)
    QTest.keyClick(shown.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(shown.table, Qt.Key.Key_Space)
    assert [shown.model.is_ticked(row) for row in range(5)] == [True, False, False, True, True]
    QTest.keyClick(shown.table, Qt.Key.Key_Space)
    assert shown.model.count == 5


def test_a_box_is_ticked_by_a_click(dialog):
    shown = dialog(links(3))
    place = shown.table.visualRect(shown.model.index(1, 0))
    point = place.topLeft() + (place.bottomLeft() - place.topLeft()) / 2
    point.setX(place.left() + 16)
    QTest.mouseClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert not shown.model.is_ticked(1)


def test_select_all_and_none_hold_for_what_the_filter_shows(dialog):
    shown = dialog(links(20))
    shown.nothing.click()
    assert not shown.go.isEnabled()
    shown.field.setText("title 1")
    assert shown.model.rowCount() == 11  # 1 and 10 to 19
    shown.everything.click()
    shown.field.clear()
    assert shown.go.text() == "Import 11 of 20"
    assert [each.entry.title for each in shown.chosen[:2]] == ["Title 1", "Title 10"]


def test_rows_left_out_are_said_with_the_first_reason(dialog):
    shown = dialog("url,title,note\nhttps://a.example/1,One,\n,,only a note\n")
    texts = [label.text() for label in shown.findChildren(QLabel)]
    assert any("1 row is left out. Row 3: There is no address" in text for text in texts)


@pytest.mark.usefixtures("qapp")
def test_fifty_thousand_entries_are_filtered_and_ticked_at_once():
    found = listing(links(50_000))
    model = EntriesModel(look(found, {}, LIST))
    model.filter_by("/4999")
    assert model.rowCount() == 11
    model.filter_by("")
    model.tick_shown(is_on=False)
    assert (model.rowCount(), model.count) == (50_000, 0)


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def clip_ids(library, case_id):
    return library.database.read_now(clips.ids, case_id)


def choose(banner):
    """Press the first action of a notice."""
    return banner._flow.itemAt(0).widget()


@pytest.fixture
def csv(tmp_path):
    path = tmp_path / "links.csv"
    path.write_text("url,title\n" + "".join(f"https://a.example/{n},Title {n}\n" for n in range(4)))
    return path


async def dropped(session, path):
    session.take(payload_of(files(path)), Method.DROP)
    await until(session.window.banner.isVisible)


async def test_a_dropped_list_is_one_clip_and_an_offer(opened, window, work, csv):
    await work.open()
    async with opened(work.case) as session:
        await dropped(session, csv)
        assert "“links.csv” is a table of links: 4 entries." in window.banner.text.text()
        (kept,) = clip_ids(work.library, work.case)
        assert work.read(clips.view, kept).clip.kind is ClipKind.DOCUMENT


async def test_what_is_chosen_is_imported_and_can_be_undone(opened, window, work, csv):
    await work.open()
    async with opened(work.case) as session:
        await dropped(session, csv)
        choose(window.banner).click()
        await until(lambda: window.findChild(ImportDialog) is not None)
        dialog = window.findChild(ImportDialog)
        dialog.model.tick([0], is_on=False)
        dialog.accept()
        await until(lambda: len(clip_ids(work.library, work.case)) == 4)
        await session.desk.taking_in.settled()
        await settled()
        assert "Imported 3 clips." in window.status.message.text()
        window.actions_["undo"].trigger()
        await until(lambda: len(clip_ids(work.library, work.case)) == 1)


async def test_keeping_the_list_as_a_file_imports_nothing(opened, window, work, csv):
    await work.open()
    async with opened(work.case) as session:
        await dropped(session, csv)
        choose(window.banner).click()
        await until(lambda: window.findChild(ImportDialog) is not None)
        window.findChild(ImportDialog).keep.click()
        await settled()
        assert len(clip_ids(work.library, work.case)) == 1
        assert session.case is not None


async def test_an_ordinary_text_is_not_offered_as_a_list(opened, window, work, tmp_path):
    await work.open()
    path = tmp_path / "note.txt"
    path.write_text("A bridge was blown up.\nSee https://a.example/1 for more.\nThat is all.\n")
    async with opened(work.case) as session:
        session.take(payload_of(files(path)), Method.DROP)
        await until(lambda: len(clip_ids(work.library, work.case)) == 1)
        await session.desk.taking_in.settled()
        await settled()
        assert not window.banner.isVisible()


async def test_a_file_chosen_for_import_that_is_no_list_says_so(opened, work, tmp_path):
    await work.open()
    path = tmp_path / "note.txt"
    path.write_text("A bridge was blown up.")
    async with opened(work.case) as session:
        with pytest.raises(Exception, match="no list of links"):
            await session.import_list(path)
        assert len(clip_ids(work.library, work.case)) == 1


async def test_bookmarks_saved_as_a_page_are_offered(opened, window, work, tmp_path):
    await work.open()
    path = tmp_path / "bookmarks.html"
    path.write_text(listed.BOOKMARKS)
    async with opened(work.case) as session:
        await dropped(session, path)
        assert "bookmarks of a browser: 3 entries" in window.banner.text.text()


async def test_a_list_can_be_imported_only_into_an_open_case(opened, window, work):
    await work.open()
    async with opened() as session:
        assert not window.actions_["import_list"].isEnabled()
        await session.go_to(work.case, Place("clip"))
        assert window.actions_["import_list"].isEnabled()


def pasted(**flavours):
    mime = QMimeData()
    for media_type, data in flavours.items():
        mime.setData(media_type.replace("_", "/"), data)
    return payload_of(mime)


async def test_pasted_lines_with_links_are_one_text_and_an_offer(opened, window, work):
    await work.open()
    async with opened(work.case) as session:
        text = b"Bridge https://a.example/1\nDam https://a.example/2\n"
        session.take(pasted(text_plain=text), Method.PASTE)
        await until(window.banner.isVisible)
        assert "a list of links: 2 entries" in window.banner.text.text()
        assert len(clip_ids(work.library, work.case)) == 1


async def test_cells_pasted_from_a_spreadsheet_are_offered_too(opened, window, work):
    await work.open()
    async with opened(work.case) as session:
        cells = b"url\ttitle\nhttps://a.example/1\tBridge\nhttps://a.example/2\tDam\n"
        table = b"<table><tr><td>https://a.example/1</td><td>Bridge</td></tr></table>"
        session.take(pasted(text_html=table, text_plain=cells), Method.PASTE)
        await until(window.banner.isVisible)
        assert "a table of links: 2 entries" in window.banner.text.text()
