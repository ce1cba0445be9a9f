"""Words of scans, read by a machine and made the clip's text."""

import asyncio

import printing
import pytest

from caseboard.capture import ocr
from caseboard.capture.drop import Drop
from caseboard.capture.ocr import OcrText, OcrWord
from caseboard.capture.worker import Worker
from caseboard.commands.anchoring import TextPlace
from caseboard.commands.cases import NewCase
from caseboard.commands.machine_words import from_json, is_machine_read
from caseboard.commands.reading_words import ReadingWords
from caseboard.commands.tags import AddTag, Keyword
from caseboard.commands.taking_in import TakingIn
from caseboard.errors import CaseError
from caseboard.model.parts import Part
from caseboard.model.terms import ClipState
from caseboard.runtime.jobs import Jobs
from caseboard.store import clips
from support import until


class Reader:
    """Stands for the program: says what it was told to, one text a picture."""

    def __init__(self, *texts):
        self.texts, self.pictures, self.languages = list(texts), [], []
        self.gate = None

    async def __call__(self, picture, languages):
        self.pictures.append(picture)
        self.languages.append(list(languages))
        if self.gate is not None:
            await self.gate.wait()
        text = self.texts[len(self.pictures) - 1]
        word = OcrWord(text.split()[0], 0.1, 0.2, 0.3, 0.04, 93.0, 0, 0) if text.strip() else None
        return OcrText(text, (word,) if word else ())


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def jobs():
    return Jobs()


class Desk:
    """One case with one document taken in, and what reads its words."""

    def __init__(self, library, history, worker, jobs, reader):
        self.library, self.history = library, history
        self.taking_in = TakingIn(library, history, worker, jobs)
        self.words = ReadingWords(library, history, worker, jobs, reader)
        self.clip_id = ""

    async def take(self, path, data):
        path.write_bytes(data)
        case_id = await self.history.run(NewCase("Bridges"))
        taken = await self.taking_in.take(case_id, Drop(files=(path,)))
        await self.taking_in.settled()
        self.clip_id = taken.clip_ids[0]
        return case_id

    @property
    def view(self):
        return self.library.database.read_now(clips.view, self.clip_id)

    @property
    def clip(self):
        return self.view.clip


@pytest.fixture
def desk(library, history, worker, jobs):
    return lambda *texts: Desk(library, history, worker, jobs, Reader(*texts))


def pages(clip):
    return [(Part.from_json(row).page, clip.text[row["start"] : row["end"]]) for row in clip.parts]


async def test_the_words_of_a_scan_become_its_text(desk, tmp_path):
    desk = desk("The bridge was re-\nopened on\nTuesday.\n\nIt held.", "Міст відкрито.")
    await desk.take(tmp_path / "scan.pdf", printing.scan(2))
    assert desk.clip.state is ClipState.UNREAD
    await desk.words.read(desk.clip_id, ["eng", "ukr"])
    clip = desk.clip
    assert pages(clip) == [
        (1, "The bridge was reopened on Tuesday."),
        (1, "It held."),
        (2, "Міст відкрито."),
    ]
    assert (clip.state, clip.problem) == (ClipState.READY, "")
    assert is_machine_read(clip)
    assert clip.said_in["text"].startswith("OCR by tesseract")
    assert clip.said_in["text"].endswith("eng+ukr")
    assert desk.words._read_picture.languages == [["eng", "ukr"]] * 2
    assert all(p.startswith(b"\xff\xd8") for p in desk.words._read_picture.pictures)


async def test_every_word_is_kept_with_its_place_and_how_it_was_read(desk, tmp_path):
    desk = desk("Bridge.", "Road.")
    await desk.take(tmp_path / "scan.pdf", printing.scan(2))
    await desk.words.read(desk.clip_id)
    file = next(f for f in desk.view.files if f.step.startswith("OCR by"))
    original = next(f for f in desk.view.files if f.role == "original")
    assert file.made_from_id == original.id
    kept = from_json(desk.library.files.read(file.sha256))
    assert kept == {1: [("Bridge.", 0.1, 0.2, 0.3, 0.04)], 2: [("Road.", 0.1, 0.2, 0.3, 0.04)]}


async def test_one_undo_takes_it_back(desk, tmp_path, history):
    desk = desk("Bridge.", "Road.")
    case = await desk.take(tmp_path / "scan.pdf", printing.scan(2))
    await desk.words.read(desk.clip_id)
    assert desk.clip.text
    await history.undo(case)
    clip = desk.clip
    assert (clip.text, clip.state, is_machine_read(clip)) == ("", ClipState.UNREAD, False)
    assert "no text" in clip.problem
    assert not any(f.step.startswith("OCR by") for f in desk.view.files)


async def test_only_pages_without_words_are_read_and_stand_in_their_order(desk, tmp_path):
    desk = desk("Read by machine.")
    await desk.take(
        tmp_path / "mixed.pdf", printing.mixed("First page words.", None, "Third page words.")
    )
    await desk.words.read(desk.clip_id)
    assert pages(desk.clip) == [
        (1, "First page words."),
        (2, "Read by machine."),
        (3, "Third page words."),
    ]
    assert len(desk.words._read_picture.pictures) == 1


async def test_passages_that_are_anchored_do_not_move(desk, tmp_path, history):
    desk = desk("Read by machine.")
    case = await desk.take(
        tmp_path / "mixed.pdf", printing.mixed("First words.", None, "Third words.")
    )
    start = desk.clip.text.index("Third")
    await history.run(AddTag(case, desk.clip_id, TextPlace(start, start + 5), Keyword("third")))
    await desk.words.read(desk.clip_id)
    (anchor,) = desk.view.anchors
    assert desk.clip.text[anchor.start : anchor.end] == "Third"
    assert pages(desk.clip)[-1] == (2, "Read by machine.")


async def test_where_no_words_are_found_nothing_is_written(desk, tmp_path):
    desk = desk(" ", "")
    await desk.take(tmp_path / "scan.pdf", printing.scan(2))
    before = len(desk.view.files)
    with pytest.raises(CaseError, match="No words were found"):
        await desk.words.read(desk.clip_id)
    assert (desk.clip.text, len(desk.view.files)) == ("", before)


async def test_a_document_with_all_its_words_is_left_alone(desk, tmp_path):
    desk = desk("never")
    await desk.take(tmp_path / "report.pdf", printing.report())
    with pytest.raises(CaseError, match="already"):
        await desk.words.read(desk.clip_id)


async def test_it_is_a_job_page_by_page_and_cancelling_keeps_nothing(desk, tmp_path, jobs):
    desk = desk("One.", "Two.")
    await desk.take(tmp_path / "scan.pdf", printing.scan(2))
    desk.words._read_picture.gate = asyncio.Event()
    task = asyncio.ensure_future(desk.words.read(desk.clip_id))
    await until(lambda: desk.words._read_picture.pictures)
    (job,) = jobs.running
    assert (job.done, job.total) == (0, 2)
    assert "page 1" in job.stage
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (desk.clip.text, jobs.running) == ("", [])


async def test_a_picture_clip_is_read_as_well(desk, tmp_path):
    desk = desk("ROAD CLOSED")
    await desk.take(tmp_path / "sign.jpg", printing.picture())
    await desk.words.read(desk.clip_id)
    assert pages(desk.clip)[-1] == (None, "ROAD CLOSED")


@pytest.mark.skipif(not ocr.is_available(), reason="tesseract is not installed")
@pytest.mark.seconds(90)
async def test_a_scanned_page_is_read_by_the_real_program(desk, tmp_path):
    desk = desk()
    desk.words._read_picture = ocr.read
    await desk.take(tmp_path / "scan.pdf", printing.scanned("The bridge was closed", "on Monday"))
    await desk.words.read(desk.clip_id, ["eng"])
    assert pages(desk.clip) == [(1, "The bridge was closed on Monday")]
    (file,) = [f for f in desk.view.files if f.step.startswith("OCR by tesseract")]
    words = from_json(desk.library.files.read(file.sha256))[1]
    assert [text for text, *_box in words] == ["The", "bridge", "was", "closed", "on", "Monday"]
    assert 0.05 < words[0][1] < 0.2  # where it was drawn


@pytest.mark.parametrize("data", [b"{}", b'{"pages": 3}', b'{"pages": {"1": [["a", 1]]}}', b"\xff"])
def test_a_file_of_words_that_is_none_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011  whichever of them
        from_json(data)
