"""Claims leave the window in files, and a colleague's come in."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from caseboard.commands import claims_books
from caseboard.commands.history import History
from caseboard.errors import CaseError
from caseboard.exchange import annotations, claims_csv, claims_jsonld, claims_reading
from caseboard.store.library import Library
from caseboard.ui.claims_files import LeftOutDialog
from caseboard.ui.deeds import Deeds
from caseboard.ui.session import Session
from support import until


async def choose(window, action, path):
    """Take an action of the window, and pick `path` in the dialog it asks with."""
    window.actions_[action].trigger()
    dialog = await until(lambda: window.findChild(QFileDialog))
    await until(dialog.isVisible)
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()


async def stated(work):
    """A case with a claim; its id."""
    await work.open()
    await work.claim(await work.clip())
    return work.case


@pytest.mark.parametrize(
    ("action", "name", "read"),
    [
        ("export_claims_table", "c.csv", claims_csv.read),
        ("export_claims", "c.jsonld", claims_reading.read),
        ("export_annotations", "a.jsonld", annotations.read),
    ],
)
async def test_an_export_is_written_and_said_with_its_marking(
    opened, window, work, tmp_path, action, name, read
):
    case_id = await stated(work)
    target = tmp_path / name
    async with opened(case_id):
        await choose(window, action, target)
        await until(lambda: name in window.status.message.text())
        assert "TLP:AMBER" in window.status.message.text()
    assert read(target.read_bytes())


async def test_claims_come_in_and_one_undo_takes_them_out(opened, window, work, tmp_path):
    case_id = await stated(work)
    path = tmp_path / "theirs.jsonld"
    book = work.read(claims_books.read, case_id)
    path.write_text(claims_jsonld.text(restated(book, "No one got in")))
    async with opened(case_id) as session:
        await choose(window, "import_claims", path)
        await until(lambda: window.status.message.text() == "Imported: 1 claim, 1 report.")
        assert statements(work) == ["The attack was repelled", "No one got in"]
        window.status.offer.click()
        await until(lambda: statements(work) == ["The attack was repelled"])
        await session.settled()


async def test_what_could_not_be_placed_is_shown_in_words(opened, window, work, tmp_path):
    case_id = await stated(work)
    book = restated(work.read(claims_books.read, case_id), "No one got in")
    (claim,) = book.claims
    (said,) = claim.said
    lost = replace(said.passage, exact="These words stand nowhere at all", start=0, end=4)
    path = tmp_path / "theirs.jsonld"
    claims = (replace(claim, said=(replace(said, passage=lost),)),)
    path.write_text(claims_jsonld.text(replace(book, claims=claims)))
    async with opened(case_id):
        await choose(window, "import_claims", path)
        await until(window.banner.isVisible)
        assert "2 things were left out." in window.banner.text.text()
        button(window.banner, "Show what was left out").click()
        dialog = await until(lambda: window.findChild(LeftOutDialog))
        await until(dialog.isVisible)
        assert "“These words stand nowhere at all”: its passage" in dialog.text.toPlainText()
        dialog.accept()
        await until(lambda: window.findChild(LeftOutDialog) is None)
    assert statements(work) == ["The attack was repelled"]


async def test_a_file_that_is_none_is_refused_in_words(opened, work, tmp_path):
    case_id = await stated(work)
    path = tmp_path / "odd.jsonld"
    path.write_text("{}")
    async with opened(case_id) as session:
        with pytest.raises(CaseError, match="no file of claims"):
            await session.deeds.claims_files.take(case_id, path)


async def test_a_library_open_to_read_only_exports_and_does_not_import(
    window, desk, library, work, tmp_path
):
    case_id = await stated(work)
    reading = Library.open(library.folder, "reader", read_only=True)
    session = Session(window, replace(desk, library=reading, history=History(reading.database)))
    session.deeds = Deeds(session)
    await session.begin(case_id)
    assert not window.actions_["import_claims"].isEnabled()
    await choose(window, "export_claims", tmp_path / "c.jsonld")
    await until(lambda: "c.jsonld" in window.status.message.text())
    await session.close()
    reading.close()


async def test_without_a_case_there_is_nothing_to_export(opened, window):
    async with opened():
        for key in ("export_claims", "export_claims_table", "export_annotations", "import_claims"):
            assert not window.actions_[key].isEnabled()


def restated(book, statement):
    return replace(book, claims=(replace(book.claims[0], statement=statement),))


def statements(work):
    return [claim.statement for claim in work.read(claims_books.read, work.case).claims]


def button(banner, text):
    return next(each for each in banner.findChildren(QAbstractButton) if each.text() == text)
