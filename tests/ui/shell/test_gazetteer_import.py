"""A gazetteer is imported from the window: chosen, shown as a job, its outcome said."""

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from caseboard.tagging.gazetteer.gazetteer import shipped, use
from caseboard.ui.lib.messages import ErrorDialog
from support import until

LINE = "UA\t1\tNewtownove\tKharkivska\t07\tRaion\t\t\t\t49.70\t37.60\t4\n"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    yield
    use(())


async def choose(window, path):
    window.actions_["import_gazetteer"].trigger()
    dialog = await until(lambda: window.findChild(QFileDialog))
    await until(dialog.isVisible)
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()


async def test_outcome_of_an_import_is_said_and_its_places_are_found(opened, window, tmp_path):
    path = tmp_path / "UA.txt"
    path.write_text(LINE)
    async with opened():
        await choose(window, path)
        await until(lambda: "1 place was added." in window.status.message.text(), seconds=20)
        assert shipped().lookup("Newtownove")


async def test_wrong_file_is_said_over_the_window(opened, window, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("A bridge was blown up.\n")
    async with opened():
        await choose(window, path)
        box = await until(error_box, seconds=20)
        assert "note.txt is no file of places" in words(box)
        box.accept()


def error_box():
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, ErrorDialog)]
    return next(iter(shown), None)


def words(box):
    return " ".join(label.text() for label in box.findChildren(QLabel))
