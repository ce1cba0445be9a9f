"""Dialogs that ask for files."""

import asyncio

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from caseboard.ui.lib.files import choose_files, choose_folder, choose_target
from support import until


async def answered(qtbot, asking, path):
    """What `asking(window)` gives when the user picks `path`, or closes the dialog for None."""
    window = QWidget()
    qtbot.addWidget(window)
    task = asyncio.create_task(asking(window))
    dialog = await until(lambda: window.findChild(QFileDialog))
    await until(dialog.isVisible)
    if path is None:
        dialog.reject()
    else:
        dialog.findChild(QLineEdit).setText(str(path))
        dialog.accept()
    return await task


async def test_a_file_is_chosen_to_be_read(qtbot, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("x")
    assert await answered(qtbot, lambda w: choose_files(w, "Clip files"), page) == [page]


async def test_a_closed_dialog_chooses_nothing(qtbot):
    assert await answered(qtbot, lambda w: choose_files(w, "Clip files"), None) == []
    assert await answered(qtbot, lambda w: choose_folder(w, "Open library"), None) is None


async def test_a_place_to_write_gets_its_suffix(qtbot, tmp_path):
    def asking(window):
        return choose_target(window, "Save briefing", "briefing.pdf")

    chosen = await answered(qtbot, asking, tmp_path / "kupiansk")
    assert chosen == tmp_path / "kupiansk.pdf"
