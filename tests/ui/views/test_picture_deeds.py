"""Error levels and words of a picture that is looked at."""

import os
import sys

import pytest
from captured import picture
from PySide6.QtGui import QGuiApplication

from caseboard.capture import ocr
from caseboard.capture.drop import Drop, Flavour
from caseboard.store import clips
from caseboard.ui.pictures import Pictures
from caseboard.ui.reader.images import ImagesView
from caseboard.ui.views.clip_marks import page_of
from caseboard.ui.views.picture_deeds import PictureDeeds
from support import until

ROW = "5\t1\t1\t1\t1\t1\t20\t10\t40\t20\t96\tKupiansk"


@pytest.fixture
def looked_at(work, desk, case_desk, theme, qtbot):
    """Takes a picture in, shows it, and hands back the view, the deeds and what was told."""

    async def looked_at(kind="JPEG"):
        await work.open()
        drop = Drop((Flavour(f"image/{kind.lower()}", picture(kind), f"road.{kind.lower()}"),))
        taken = await desk.taking_in.take(work.case, drop)
        await desk.taking_in.settled()
        view = await desk.read(clips.view, taken.clip_ids[0])
        pictures = Pictures(desk.library.files)
        images = ImagesView(theme, pictures.load)
        qtbot.addWidget(images)
        pictures.setParent(images)
        pictures.loaded.connect(images.refresh_picture)
        pictures.show_files(view.files)
        images.show_page(page_of(view))
        await until(images.bar.isEnabled)
        deeds = PictureDeeds(await case_desk(work.case), images, images)
        told = []
        deeds.told.connect(lambda telling: told.append(telling.text))
        return images, deeds, told

    yield looked_at
    desk.worker.close()
    desk.viewer.close()


@pytest.fixture
def tesseract(tmp_path, monkeypatch):
    """A program of that name that finds one word, found before any other."""
    path = tmp_path / "tesseract"
    path.write_text(
        f"#!{sys.executable}\nimport sys\nsys.stdin.buffer.read()\nprint('head\\n{ROW}')"
    )
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    ocr._languages.cache_clear()


async def test_error_levels_of_a_jpeg_are_shown_with_what_they_do_not_prove(looked_at):
    images, _deeds, told = await looked_at()
    images.bar.looks.choose("levels")
    images.bar.looks.chosen.emit("levels")
    await until(lambda: told)
    assert told[0].endswith("it proves nothing.")
    assert not images._levels[images.file.id].isNull()


async def test_of_other_kinds_it_says_so_and_shows_the_picture(looked_at, qapp):
    images, _deeds, _told = await looked_at("PNG")
    images.show()
    images.bar.looks.choose("levels")
    images.bar.looks.chosen.emit("levels")
    await until(lambda: dialog(qapp) is not None)
    assert "JPEG files only" in dialog(qapp).text.text()
    assert images.bar.looks.current == "picture"
    dialog(qapp).close_button.click()


@pytest.mark.usefixtures("tesseract")
@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
async def test_words_of_a_picture_are_copied_and_shown(looked_at):
    images, deeds, told = await looked_at()
    images.bar.words.click()
    await until(lambda: deeds.dialog is not None)
    assert deeds.dialog.text.toPlainText() == "Kupiansk"
    assert QGuiApplication.clipboard().text() == "Kupiansk"
    assert told == ["Copied 1 word."]
    deeds.dialog.close()


async def test_without_the_program_it_says_how_to_get_it(looked_at, qapp, monkeypatch):
    monkeypatch.setattr(ocr, "_program", lambda: None)
    images, _deeds, _told = await looked_at()
    images.show()
    images.bar.words.click()
    await until(lambda: dialog(qapp) is not None)
    assert "tesseract" in dialog(qapp).text.text()
    dialog(qapp).close_button.click()


def dialog(qapp):
    return next((w for w in qapp.topLevelWidgets() if hasattr(w, "close_button")), None)
