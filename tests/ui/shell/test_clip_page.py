"""The clip being read, kept true to what is done to it."""

import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget

from caseboard.capture.drop import Drop
from caseboard.capture.worker import Worker
from caseboard.commands.taking_in import TakingIn
from caseboard.runtime.jobs import Jobs
from caseboard.store import clips
from caseboard.ui.pictures import Pictures
from caseboard.ui.reader.page import pictures
from caseboard.ui.thumbnails import Thumbnails
from caseboard.ui.views.clip_page import ClipPage
from support import settled, until

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def page_of(qtbot, case_desk):
    def make(case_id):
        owner = QWidget()
        qtbot.addWidget(owner)
        page = ClipPage(case_desk(case_id), owner)
        qtbot.addWidget(page.reader)
        page.reader.show()
        page.owner = owner
        return page

    return make


async def test_opening_a_clip_shows_it(work, page_of):
    await work.open()
    clip_id = await work.clip()
    page = page_of(work.case)
    shown = []
    page.shown.connect(shown.append)
    page.open(clip_id)
    await settled()
    assert page.reader.page.clip.id == clip_id
    assert shown[-1].clip.id == clip_id


async def test_a_tag_is_marked_as_soon_as_it_is_made(work, page_of):
    await work.open()
    clip_id = await work.clip()
    page = page_of(work.case)
    page.open(clip_id)
    await settled()
    await work.tag(clip_id)
    await settled()
    assert [mark.label for mark in page.reader.page.highlights] == ["Kupiansk"]


async def test_a_tag_in_another_clip_reads_nothing_wrong(work, page_of):
    await work.open()
    clip_id = await work.clip()
    other = await work.clip(data=b"other")
    page = page_of(work.case)
    page.open(clip_id)
    await settled()
    await work.tag(other)
    await settled()
    assert page.reader.page.clip.id == clip_id
    assert page.reader.page.highlights == []


async def test_the_last_of_many_clips_opened_in_a_hurry_is_shown(work, page_of):
    await work.open()
    ids = [await work.clip(data=str(n).encode(), title=str(n)) for n in range(6)]
    page = page_of(work.case)
    for clip_id in ids:
        page.open(clip_id)
    await settled()
    assert page.reader.page.clip.id == ids[-1]


async def test_an_anchor_is_brought_into_sight_with_its_clip(work, page_of, library):
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    anchor = library.database.read_now(clips.view, clip_id).anchors[0]
    page = page_of(work.case)
    page.open(clip_id, anchor.id)
    await settled()
    assert page.reader.article.active == anchor.id


async def test_a_clip_that_is_undone_leaves_nothing_open(work, history, page_of):
    await work.open()
    clip_id = await work.clip()
    page = page_of(work.case)
    page.open(clip_id)
    await settled()
    await history.undo(work.case)
    await settled()
    assert page.reader.page is None
    assert page.clip_id == ""


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    Image.new("RGB", (640, 480), "#446688").save(path)
    return path


async def clipped(work, photo):
    """The view of a picture taken in by the worker as it really is."""
    await work.open()
    worker = Worker()
    taking = TakingIn(work.library, work.history, worker, Jobs())
    taken = await taking.take(work.case, Drop(files=(photo,)))
    await taking.settled()
    worker.close()
    return work.library.database.read_now(clips.view, taken.clip_ids[0])


async def test_a_picture_is_shown_through_its_safe_copy(work, library, photo):
    view = await clipped(work, photo)
    served = Pictures(library.files)
    served.show_files(view.files)
    loaded = []
    served.loaded.connect(loaded.append)
    file = pictures(view.files)[0]
    assert served.load(file).isNull()
    await until(lambda: loaded == [file.id])
    assert (served.load(file).width(), served.load(file).height()) == (640, 480)
    await settled()


async def test_a_picture_without_a_safe_copy_is_never_decoded(work, library, photo):
    view = await clipped(work, photo)
    served = Pictures(library.files)
    served.show_files([file for file in view.files if not file.step])
    assert served.load(pictures(view.files)[0]).isNull()
    await settled()
    assert served.load(pictures(view.files)[0]).isNull()


async def test_a_damaged_copy_leaves_the_page_readable(work, library, photo):
    view = await clipped(work, photo)
    copy = next(file for file in view.files if file.step == "picture to show")
    library.files.path(copy.sha256).write_bytes(b"no jpeg")
    served = Pictures(library.files)
    served.show_files([f for f in view.files if f.step != "thumbnail"])
    assert served.load(pictures(view.files)[0]).isNull()
    await settled()
    assert served.load(pictures(view.files)[0]).isNull()


async def test_a_thumbnail_comes_as_a_square_and_stays(work, library, photo):
    view = await clipped(work, photo)
    small = next(file for file in view.files if file.step == "thumbnail")
    thumbnails = Thumbnails(library.files)
    loaded = []
    thumbnails.loaded.connect(loaded.append)
    assert thumbnails.get(small.sha256, 54, 2.0) is None
    await until(lambda: loaded == [small.sha256])
    square = thumbnails.get(small.sha256, 54, 2.0)
    assert (square.width(), square.height()) == (108, 108)
    await settled()


async def test_a_thumbnail_that_is_damaged_is_asked_for_once(work, library, photo):
    view = await clipped(work, photo)
    small = next(file for file in view.files if file.step == "thumbnail")
    library.files.path(small.sha256).write_bytes(b"x")
    thumbnails = Thumbnails(library.files)
    assert thumbnails.get(small.sha256, 50, 1.0) is None
    await settled()
    assert thumbnails.get(small.sha256, 50, 1.0) is None
    assert not thumbnails._wanted
