"""What of a clip's collection can be taken out, and that others can read it."""

import gzip
import hashlib
import json
import zipfile
from io import BytesIO

import archiving
import pytest
from warcio.archiveiterator import ArchiveIterator

from caseboard.capture.reading import Reading
from caseboard.capture.worker import Worker
from caseboard.commands import custody
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile
from caseboard.commands.station import Station
from caseboard.errors import CaseError
from caseboard.model.terms import ClipKind, FileRole, Method
from caseworker import BYTES, NOON, Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.close()


async def fetched(work, data):
    """A clip of a link whose web archive is `data`."""
    await work.open()
    files = [
        ("link", "text/uri-list", FileRole.ORIGINAL, b"https://r.example/story"),
        ("capture.warc.gz", "application/warc", FileRole.WARC, data),
    ]
    kept = tuple(
        KeptFile(work.library.files.add(stored), name, media_type, role)
        for name, media_type, role, stored in files
    )
    url = "https://r.example/story"
    clip = KeptClip(ClipKind.ARTICLE, "Bridge closed", kept, url, Method.LINK)
    station = Station("Ada", "desk-1", "Linux")
    return (await work.history.run(AddClips(work.case, (clip,), NOON, station)))[0]


async def test_the_report_tells_who_collected_what_and_how(library, work):
    clip_id = await fetched(work, archiving.warc())
    told = library.database.read_now(custody.report, clip_id)
    assert told["collection"]["collector"] == "Ada"
    assert told["collection"]["machine"] == "desk-1"
    assert told["clip"]["url_asked"] == "https://r.example/story"
    assert told["hash_algorithm"] == "SHA-256"
    assert {file["role"] for file in told["files"]} == {"original", "warc"}
    link = next(file for file in told["files"] if file["role"] == "original")
    assert link["sha256"] == hashlib.sha256(b"https://r.example/story").hexdigest()
    states = {check["key"]: check["state"] for check in told["completeness"]}
    assert states["collector"] == states["source"] == "collected"
    assert states["picture"] == "not collected"


async def test_the_custody_in_the_report_follows_the_journal(library, work):
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    changes = library.database.read_now(custody.report, clip_id)["custody"]
    assert [change["what"] for change in changes][:2] == [
        "Clip “Two accounts”",
        "Read “Two accounts”",
    ]
    assert len(changes) == 3
    assert all(len(change["hash"]) == 64 for change in changes)
    assert changes[1]["previous"] == changes[0]["hash"]


@pytest.mark.parametrize(
    ("title", "label"),
    [("Two accounts", "Read “Two accounts”"), ("", "Read a clip without a title")],
)
def test_what_was_read_is_named_in_the_journal_by_its_title_if_it_has_one(title, label):
    assert FillClip("case", "clip", Reading(title=title)).label == label


async def test_the_report_is_written_as_a_file_of_json(library, work, tmp_path):
    clip_id = await fetched(work, archiving.warc())
    target = tmp_path / "report.json"
    await custody.export_report(library, clip_id, target)
    assert json.loads(target.read_text("utf-8")) == library.database.read_now(
        custody.report, clip_id
    )
    with pytest.raises(CaseError, match="could not be written"):
        await custody.export_report(library, clip_id, tmp_path / "nowhere" / "report.json")


async def test_a_web_archive_is_written_whole_with_an_index_that_finds_it(
    library, work, worker, tmp_path
):
    data = archiving.warc()
    clip_id = await fetched(work, data)
    target = tmp_path / "page.wacz"
    await custody.export_wacz(library, worker, clip_id, target)
    with zipfile.ZipFile(target) as file:
        assert file.read("archive/data.warc.gz") == data
        lines = gzip.decompress(file.read("indexes/index.cdx.gz")).decode().splitlines()
    rows = [json.loads(line.split(" ", 2)[2]) for line in lines]
    assert {row["url"] for row in rows} == {each[0] for each in archiving.usual()}
    for row in rows:
        alone = data[row["offset"] : row["offset"] + row["length"]]
        record = next(iter(ArchiveIterator(BytesIO(alone))))
        assert record.rec_headers.get_header("WARC-Target-URI") == row["url"]


async def test_a_clip_that_was_not_fetched_has_no_web_archive(library, work, worker, tmp_path):
    await work.open()
    clip_id = await work.clip(BYTES)
    with pytest.raises(CaseError, match="was not fetched"):
        await custody.export_wacz(library, worker, clip_id, tmp_path / "page.wacz")
