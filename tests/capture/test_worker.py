"""The process that reads foreign bytes."""

import base64
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest
from captured import PARAGRAPHS, picture

from caseboard.capture import worker as workers
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import GivenUp, Worker
from caseboard.model.parts import GAP, body_text
from caseboard.model.terms import ClipKind
from support import PROJECT, child_environment

PAGE = (
    "<html><head><title>A bridge</title></head><body><article><h1>A bridge</h1>"
    + "".join(f"<p>{text}</p>" for text in PARAGRAPHS["en"])
    + '<img src="photo.jpg" alt="Bridge"><script>boom()</script></article></body></html>'
).encode()
ANSWERS = "import sys, time, os; from caseboard.capture import frames; o = sys.stdout.buffer; "
READY = "frames.send(o, {'ready': True}); frames.receive(sys.stdin.buffer); "


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def acting(monkeypatch):
    """A worker whose child is a few lines of the test's own."""
    monkeypatch.setenv("PYTHONPATH", child_environment()["PYTHONPATH"])
    made = []

    def act(lines, **limits):
        made.append(Worker([sys.executable, "-c", ANSWERS + lines], **limits))
        return made[-1]

    yield act
    for worker in made:
        worker.close()


def test_nothing_runs_before_the_first_read(worker):
    assert worker.pid is None


def test_pages_texts_and_pictures_are_read(worker):
    page = worker.read(ClipKind.ARTICLE, "text/html", PAGE)
    assert page.title == "A bridge"
    assert body_text(page.text, page.parts) == GAP.join(PARAGRAPHS["en"])
    assert "boom" not in page.html
    assert '<img src="clip:0" alt="Bridge">' in page.html
    text = worker.read(ClipKind.TEXT, "text/plain", PARAGRAPHS["uk"][0].encode())
    assert (text.language, text.text) == ("uk", PARAGRAPHS["uk"][0])
    shown = worker.read(ClipKind.IMAGE, "image/png", picture("PNG"))
    assert shown.size == (320, 200)
    assert shown.thumbnail is not None
    assert shown.display is not None
    assert shown.thumbnail.startswith(b"\xff\xd8")
    assert shown.display.startswith(b"\xff\xd8")
    assert len(shown.display) > len(shown.thumbnail)


def test_one_process_serves_many_reads(worker):
    worker.read(ClipKind.TEXT, "text/plain", b"One")
    first = worker.pid
    worker.read(ClipKind.ARTICLE, "text/html", PAGE)
    assert worker.pid == first


def test_pictures_that_the_clip_holds_are_the_only_ones_shown(worker):
    none = worker.read(ClipKind.ARTICLE, "text/html", PAGE, pictures={})
    assert "<img" not in none.html
    one = worker.read(ClipKind.ARTICLE, "text/html", PAGE, pictures={"photo.jpg": "7"})
    assert 'src="clip:7"' in one.html


def test_addresses_are_seen_from_where_the_page_was(worker):
    read = worker.read(ClipKind.ARTICLE, "text/html", PAGE, url="https://r.example/n/a.html")
    assert read.pictures[0].url == "https://r.example/n/photo.jpg"
    assert "clip:0" in read.html


def test_what_cannot_be_read_is_told_and_the_process_lives_on(worker):
    with pytest.raises(Unreadable, match="kept"):
        worker.read(ClipKind.IMAGE, "image/jpeg", b"no picture")
    pid = worker.pid
    with pytest.raises(Unreadable, match="link"):
        worker.read(ClipKind.ARTICLE, "text/uri-list", b"https://a.example/")
    with pytest.raises(Unreadable, match="kept"):
        worker.read(ClipKind.DOCUMENT, "application/pdf", b"%PDF-")
    assert worker.pid == pid


def test_a_dead_process_costs_one_reading_at_most(worker):
    worker.read(ClipKind.TEXT, "text/plain", b"One")
    first = worker.pid
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert worker.read(ClipKind.TEXT, "text/plain", b"Two").text == "Two"
    assert worker.pid != first


def test_death_in_the_middle_is_told_in_a_sentence(acting):
    worker = acting(READY + "os._exit(3)")
    with pytest.raises(Unreadable, match="kept"):
        worker.read(ClipKind.TEXT, "text/plain", b"One")
    assert worker.pid is None


@pytest.mark.parametrize(
    "nonsense",
    [
        "o.write(b'garbage' * 99)",
        "frames.send(o, {'reading': 5, 'thumbnail': 0})",
        "frames.send(o, {})",
        "o.write(b'\\xff' * 12)",
    ],
)
def test_nonsense_from_the_child_is_not_believed(acting, nonsense):
    worker = acting(READY + nonsense)
    with pytest.raises(Unreadable, match="kept"):
        worker.read(ClipKind.TEXT, "text/plain", b"One")


def test_who_takes_too_long_is_killed(acting):
    worker = acting(READY + "time.sleep(60)", page=replace(workers.PAGE, clock=0.5))
    with pytest.raises(Unreadable, match="too much time"):
        worker.read(ClipKind.TEXT, "text/plain", b"One")
    assert worker.pid is None


def test_no_read_may_take_more_than_five_seconds():
    assert workers.PAGE.clock <= 5.0
    assert workers.PICTURE.clock <= 5.0


def test_a_child_that_does_not_start_is_told():
    with pytest.raises(Unreadable, match="could not be started"):
        Worker(["/no/such/program"]).read(ClipKind.TEXT, "text/plain", b"One")
    with pytest.raises(Unreadable, match="could not be started"):
        Worker([sys.executable, "-c", ""]).read(ClipKind.TEXT, "text/plain", b"One")


def test_many_threads_share_one_process(worker):
    texts = [f"Text number {n}" for n in range(12)]
    found = {}

    def read(text):
        found[text] = worker.read(ClipKind.TEXT, "text/plain", text.encode()).text

    threads = [threading.Thread(target=read, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {text: text for text in texts}


def test_a_worker_that_is_closed_can_be_used_again(worker):
    worker.read(ClipKind.TEXT, "text/plain", b"One")
    worker.close()
    assert worker.pid is None
    assert worker.read(ClipKind.TEXT, "text/plain", b"Two").text == "Two"


def test_a_worker_that_is_ended_gives_up_what_is_read_and_what_waits(acting):
    worker = acting(READY + "time.sleep(60)", page=replace(workers.PAGE, clock=50.0))
    given_up = []

    def read():
        with pytest.raises(GivenUp):
            worker.read(ClipKind.TEXT, "text/plain", b"One")
        given_up.append(1)

    threads = [threading.Thread(target=read) for _each in range(2)]
    for thread in threads:
        thread.start()
    while worker.pid is None:
        time.sleep(0.01)
    worker.end()
    for thread in threads:
        thread.join()
    assert len(given_up) == 2
    assert worker.pid is None
    read()
    assert worker.pid is None


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_process_has_given_up_what_it_does_not_need(worker):
    worker.read(ClipKind.TEXT, "text/plain", b"One")
    limits = (PROJECT / "/proc" / str(worker.pid) / "limits").read_text()
    rows = {line[:25].strip(): line[26:].split()[:2] for line in limits.splitlines()}
    assert rows["Max file size"] == ["0", "0"]
    assert rows["Max core file size"] == ["0", "0"]
    assert rows["Max address space"] == [str(512 * 2**20), str(1024 * 2**20)]
    if worker.is_offline:
        interfaces = (PROJECT / "/proc" / str(worker.pid) / "net/dev").read_text()
        names = [line.split(":")[0].strip() for line in interfaces.splitlines()[2:]]
        assert names == ["lo"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_process_ends_with_its_parent():
    parent = (
        "import sys, time; from caseboard.capture.worker import Worker; "
        "from caseboard.model.terms import ClipKind; w = Worker(); "
        "w.read(ClipKind.TEXT, 'text/plain', b'One'); print(w.pid, flush=True); time.sleep(60)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", parent], stdout=subprocess.PIPE, env=child_environment()
    )
    child = int(process.stdout.readline())
    process.kill()
    process.wait()
    process.stdout.close()
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and _is_alive(child):
        time.sleep(0.02)
    assert not _is_alive(child)


def _is_alive(pid):
    try:
        state = (PROJECT / "/proc" / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):  # it may go while it is read
        return False
    return state != "Z"


def test_pictures_written_into_a_page_come_along(worker):
    jpeg = picture("JPEG") + b"\x00" * 8000
    written = base64.b64encode(jpeg)
    page = PAGE.replace(b"photo.jpg", b"data:image/jpeg;base64," + written)
    found = worker.read(ClipKind.ARTICLE, "text/html", page)
    assert [(one.url, one.media_type) for one in found.embedded] == [("embedded:0", "image/jpeg")]
    assert found.embedded[0].data == jpeg
    assert found.pictures[0].url == "embedded:0"
