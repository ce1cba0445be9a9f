"""From a drop to a clip: bytes first, then what can be read from them."""

import asyncio

import pytest
from captured import picture, with_iptc
from documents.posting import ADDRESS, saved_page
from pictures_made import noise
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from caseboard.capture.drop import Drop, Flavour
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import Worker
from caseboard.commands.clips import FillClip
from caseboard.commands.taking_in import TakingIn
from caseboard.errors import CaseError
from caseboard.model.terms import ClipKind, ClipState, FileRole, Method
from caseboard.runtime.jobs import Jobs
from caseboard.store import clips, verify
from caseworker import Casework
from recapturing import Recaptures


class Dead:
    """A worker that never gets anywhere."""

    def read(self, *_args, **_kwargs):
        raise Unreadable("The page could not be read. The original is kept.")


class Slow:
    """A worker that waits until it is told to go on."""

    def __init__(self, worker):
        self.worker = worker
        self.go = asyncio.Event()
        self.loop = asyncio.get_running_loop()

    def read(self, *args, **kwargs):
        asyncio.run_coroutine_threadsafe(self.go.wait(), self.loop).result(20)
        return self.worker.read(*args, **kwargs)


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def work(library, history):
    return Casework(library, history)


def text(words):
    return Drop((Flavour("text/plain", words.encode()),), method=Method.PASTE)


def taking_in(work, worker):
    return TakingIn(work.library, work.history, worker, Jobs())


def only(work):
    return work.read(clips.view, work.read(clips.ids, work.case)[0])


async def test_the_row_is_there_before_anything_is_read(work, worker):
    await work.open()
    slow = Slow(worker)
    taking = taking_in(work, slow)
    await taking.take(work.case, text("Artillery fire was heard near the ferry."))
    assert only(work).clip.state is ClipState.RECEIVED
    slow.go.set()
    await taking.settled()
    assert only(work).clip.state is ClipState.READY
    assert "ferry" in only(work).clip.text


async def test_what_cannot_be_read_is_kept_and_says_why(work):
    await work.open()
    taking = taking_in(work, Dead())
    await taking.take(work.case, text("Bytes that matter"))
    await taking.settled()
    view = only(work)
    assert (view.clip.state, view.clip.problem[:8]) == (ClipState.UNREAD, "The page")
    assert work.library.files.read(view.files[0].sha256) == b"Bytes that matter"


async def test_a_clip_undone_while_it_is_read_stays_undone(work, worker):
    case = await work.open()
    slow = Slow(worker)
    taking = taking_in(work, slow)
    await taking.take(work.case, text("Gone before it was read"))
    await work.history.undo(case)
    slow.go.set()
    await taking.settled()
    assert work.read(clips.ids, case) == []
    assert work.read(verify.library, work.library.files) == []


async def test_what_was_not_read_is_read_at_the_next_start(work, worker):
    case = await work.open()
    slow = Slow(worker)
    taking = taking_in(work, slow)
    await taking.take(work.case, text("Read me tomorrow"))
    slow.go.set()
    await taking.stop()
    again = taking_in(work, worker)
    await again.resume()
    await again.settled()
    assert only(work).clip.text == "Read me tomorrow"
    assert await work.history.undo(case) is not None
    assert work.read(clips.ids, case) == []


async def test_what_comes_in_after_the_end_was_told_is_kept_and_left_for_the_next_start(
    work, worker
):
    await work.open()
    taking = taking_in(work, worker)
    await taking.stop()
    await taking.take(work.case, text("Read me tomorrow"))
    assert not taking.is_busy(only(work).clip.id)
    again = taking_in(work, worker)
    await again.resume()
    await again.settled()
    assert only(work).clip.text == "Read me tomorrow"


async def test_every_flavour_of_a_drag_is_kept(work, worker):
    await work.open()
    html = b'<p>The <b>bridge</b> at <a href="https://river.example/">the mill</a> is closed.</p>'
    drop = Drop((Flavour("text/html", html), Flavour("text/plain", b"The bridge is closed.")))
    taking = taking_in(work, worker)
    await taking.take(work.case, drop)
    await taking.settled()
    view = only(work)
    kept = {work.library.files.read(f.sha256) for f in view.files if not f.step}
    assert {html, b"The bridge is closed."} <= kept
    assert "bridge" in view.clip.text


async def test_the_same_file_again_is_said_not_refused(work, worker):
    await work.open()
    taking = taking_in(work, worker)
    first = await taking.take(work.case, text("The same words"))
    second = await taking.take(work.case, text("The same words"))
    await taking.settled()
    assert first.duplicates == []
    (same,) = second.duplicates
    assert same.same_as == first.clip_ids[0]
    assert same.same_as_ref.endswith("-E001")


async def test_a_picture_that_a_page_shows_already_is_said(library, history, worker, tmp_path):
    work = Recaptures(library, history)
    await work.open()
    data = noise("JPEG")
    page = await work.capture(pictures=[(data, "")])
    (tmp_path / "photo.jpg").write_bytes(data)
    taking = taking_in(work, worker)
    taken = await taking.take(work.case, Drop(files=(tmp_path / "photo.jpg",)))
    await taking.settled()
    (same,) = taken.duplicates
    assert (same.same_as, same.is_part) == (page, True)


async def test_a_picture_is_shown_from_a_copy_made_by_the_worker(work, worker, tmp_path):
    await work.open()
    path = tmp_path / "smoke.jpg"
    Image.effect_noise((640, 480), 40).convert("RGB").save(path)
    taking = taking_in(work, worker)
    await taking.take(work.case, Drop(files=(path,), method=Method.FILE))
    await taking.settled()
    view = only(work)
    assert view.clip.kind is ClipKind.IMAGE
    steps = {file.step for file in view.files if file.role is FileRole.DERIVATIVE}
    assert steps == {"thumbnail", "picture to show"}
    original = next(file for file in view.files if file.role is FileRole.ORIGINAL)
    assert (original.meta["width"], original.meta["height"]) == (640, 480)
    assert all(f.made_from_id == original.id for f in view.files if f.step)


async def test_copies_of_a_pages_picture_are_made_from_that_picture(work, worker, tmp_path):
    await work.open()
    Image.effect_noise((64, 48), 40).convert("RGB").save(tmp_path / "bridge.jpg")
    page = tmp_path / "page.html"
    words = "The bridge at the mill was closed on Tuesday after a fire in the night. " * 8
    page.write_text(f"<article><h1>Closed</h1><p>{words}</p><img src='bridge.jpg'></article>")
    taking = taking_in(work, worker)
    await taking.take(work.case, Drop(files=(page,), method=Method.FILE))
    await taking.settled()
    files = {file.id: file for file in only(work).files}
    sources = {f.step: files[f.made_from_id].name for f in files.values() if f.step}
    assert sources["sanitised page"] == "page.html"
    assert sources["thumbnail"] == sources["picture to show"] == "bridge.jpg"


async def test_what_a_pages_picture_says_of_itself_is_kept_with_it(work, worker, tmp_path):
    await work.open()
    photo = with_iptc(noise("JPEG"), {110: b"River Agency"})
    (tmp_path / "bridge.jpg").write_bytes(photo)
    page = tmp_path / "page.html"
    words = "The bridge at the mill was closed on Tuesday after a fire in the night. " * 8
    page.write_text(f"<article><h1>Closed</h1><p>{words}</p><img src='bridge.jpg'></article>")
    taking = taking_in(work, worker)
    await taking.take(work.case, Drop(files=(page,), method=Method.FILE))
    await taking.settled()
    kept = next(file for file in only(work).files if file.role is FileRole.PICTURE)
    assert (kept.meta["IPTC Credit"], kept.meta["width"]) == ("River Agency", 600)
    assert only(work).clip.credit == ""


async def test_a_reading_that_cannot_be_written_is_told_and_taken_up_again(work, worker):
    await work.open()
    taking = taking_in(work, worker)
    told = []
    taking.failed.connect(told.append)
    record = work.history.record

    async def full(command, **more):
        if isinstance(command, FillClip):
            raise CaseError("The disk is full.")
        return await record(command, **more)

    work.history.record = full
    await taking.take(work.case, text("Later then"))
    await taking.settled()
    assert [str(error) for error in told] == ["The disk is full."]
    work.history.record = record
    await taking.resume()
    await taking.settled()
    assert only(work).clip.state is ClipState.READY


async def test_a_scan_is_shown_though_it_has_no_text_yet(work, worker, tmp_path):
    scan = tmp_path / "scan.pdf"
    drawing = Canvas(str(scan), initialFontName="Helvetica")
    drawing.rect(72, 400, 300, 200, fill=1)
    drawing.save()
    await work.open()
    taking = taking_in(work, worker)
    (clip_id,) = (await taking.take(work.case, Drop(files=(scan,), method=Method.FILE))).clip_ids
    await taking.settled()
    clip = only(work).clip
    assert (clip.kind, clip.state) == (ClipKind.DOCUMENT, ClipState.UNREAD)
    assert "no text" in clip.problem
    files = [(file.role, file.step) for file in only(work).files]
    assert (FileRole.DERIVATIVE, "thumbnail") in files
    await taking.read_again(clip_id)
    await taking.settled()
    assert [(file.role, file.step) for file in only(work).files] == files


async def test_the_pictures_of_a_page_saved_as_one_file_are_kept(work, worker, tmp_path):
    saved = tmp_path / "page.mhtml"
    saved.write_bytes(saved_page())
    await work.open()
    taking = taking_in(work, worker)
    await taking.take(work.case, Drop(files=(saved,), method=Method.FILE))
    await taking.settled()
    view = only(work)
    assert (view.clip.kind, view.clip.state) == (ClipKind.ARTICLE, ClipState.READY)
    assert view.clip.url_reached == ADDRESS
    (kept,) = [file for file in view.files if file.role is FileRole.PICTURE]
    assert (kept.caption, kept.credit, kept.media_type) == ("Lorries wait.", "X/AP", "image/jpeg")
    assert work.library.files.read(kept.sha256) == picture()
    steps = {file.step for file in view.files if file.role is FileRole.DERIVATIVE}
    assert steps == {"thumbnail", "picture to show", "sanitised page"}


async def test_what_lies_beside_a_mail_is_not_taken_for_its_pictures(work, worker, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(picture())
    mail = tmp_path / "a.eml"
    html = f"<h1>A bridge</h1><img src='photo.jpg'><p>{'The bridge is open again. ' * 20}</p>"
    mail.write_bytes(b"Subject: Bridge\nContent-Type: text/html\n\n" + html.encode())
    await work.open()
    taking = taking_in(work, worker)
    await taking.take(work.case, Drop(files=(mail,), method=Method.FILE))
    await taking.settled()
    assert only(work).clip.title == "Bridge"
    assert not [file for file in only(work).files if file.role is FileRole.PICTURE]


async def test_a_picture_that_is_cut_off_is_shown_and_says_so(work, worker, tmp_path):
    cut_off = tmp_path / "bridge.jpg"
    cut_off.write_bytes(noise("JPEG")[:30_000])
    await work.open()
    taking = taking_in(work, worker)
    await taking.take(work.case, Drop(files=(cut_off,), method=Method.FILE))
    await taking.settled()
    clip = only(work).clip
    assert (clip.kind, clip.state) == (ClipKind.IMAGE, ClipState.READY)
    assert "cut off" in clip.problem
    assert {"thumbnail", "picture to show"} <= {file.step for file in only(work).files}


async def test_whose_copyright_a_photo_is_and_where_that_stood_are_filled_in(
    work, worker, tmp_path
):
    photo = tmp_path / "bridge.jpg"
    photo.write_bytes(with_iptc(picture(), {116: b"Ann", 110: b"Agency"}))
    await work.open()
    taking = taking_in(work, worker)
    await taking.take(work.case, Drop(files=(photo,), method=Method.FILE))
    await taking.settled()
    clip = only(work).clip
    assert (clip.licence, clip.credit) == ("Ann", "Agency")
    assert clip.said_in == {"licence": "IPTC 2:116 Copyright", "credit": "IPTC 2:110 Credit"}
