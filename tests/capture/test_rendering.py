"""Pages drawn as a reader sees them, by a browser in a process of its own."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from captured import PARAGRAPHS
from gatekeeping import Elsewhere
from PIL import Image
from rendered_pages import (
    BUSY,
    CALM,
    ENDLESS,
    FOLLOWED,
    FRAMED,
    GREEDY,
    PUSHY,
    REFUSED,
    RICH,
    ROW,
    ROWS,
    SLOW,
    TALL,
    TITLE,
)

from caseboard.capture import renderer, rendering
from caseboard.capture.documents import mhtml, pdf
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.rendering import Means
from caseboard.errors import CaseError
from support import child_environment, until
from webserver import WebServer

RULES = Rules("Caseboard test/1.0")
HERE = Rules("Caseboard test/1.0", allow_private=True)
WIDTH = 1280
ADDRESS = "http://news.example/rich"
needs_renderer = pytest.mark.skipif(
    not rendering.is_available(), reason=rendering.why_not() or "it is there"
)
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
TRACED = "connect,sendto,sendmsg,sendmmsg"
CONNECTED = re.compile(r"connect\(\d+<TCP.*?(sin6?_port=.*?)\}")
SENT = re.compile(r"(?:send\w+)\(\d+<UDP")


def rendered(url, rules, scratch, **how):
    """On a plain loop; the tests that are coroutines run on Qt's."""
    return asyncio.run(rendering.render(url, rules, scratch, **how))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    server = WebServer(tmp_path_factory.mktemp("site"))
    server.add("/rich", RICH)
    yield server
    server.close()


@pytest.fixture(scope="module")
def stages():
    return []


@pytest.fixture(scope="module")
def seen(site, stages, tmp_path_factory):
    """A page with everything, drawn once for many tests; its site is looked up by us alone."""
    means = Means(network=Elsewhere(site.port))
    scratch = tmp_path_factory.mktemp("seen")
    return rendered(ADDRESS, RULES, scratch, means=means, told=lambda *told: stages.append(told))


@pytest.fixture(scope="module")
def picture(seen):
    with Image.open(seen.png) as picture:
        return picture.convert("RGB")


@needs_renderer
def test_it_is_said_what_drew_which_page(seen):
    assert seen.title == TITLE
    assert seen.reached == ADDRESS
    assert re.fullmatch(r"Qt WebEngine 6\.[\d.]+ \(Chromium \d+[\d.]+\)", seen.renderer)
    assert seen.bytes_in > len(RICH)


@needs_renderer
def test_the_picture_shows_the_page_from_top_to_bottom_and_each_place_once(seen, picture):
    assert picture.size == (WIDTH, seen.height)
    assert seen.shown == seen.height > 6000
    begin = seen.height - ROWS * ROW
    found = [picture.getpixel((900, begin + row * ROW + ROW // 2)) for row in range(ROWS)]
    assert found == [(row, 255 - row, 128) for row in range(ROWS)]
    ends = [picture.getpixel((900, begin + row * ROW)) for row in range(ROWS)]
    assert ends == found


@needs_renderer
def test_a_header_that_follows_the_reader_is_in_the_picture_once(picture):
    blue = [y for y in range(picture.height) if picture.getpixel((1200, y)) == (0, 0, 200)]
    assert blue == list(range(50))


@needs_renderer
def test_what_lies_over_the_page_is_hidden_in_the_picture_and_listed(seen, picture):
    assert seen.hidden == (
        {"what": "div#onetrust-banner-sdk.ot.one", "words": "We use cookies. Accept all"},
        {"what": "div.curtain", "words": ""},
        {"what": "div.cookie-note", "words": "Używamy plików cookie. Akceptuję"},
        {"what": "div.shadowed", "words": "Мы используем файлы cookie. Принять"},
    )
    colours = {colour for _count, colour in picture.getcolors(2**24)}
    assert (200, 0, 0) not in colours
    assert picture.getpixel((1270, 60)) == (255, 255, 255)


@needs_renderer
def test_the_saved_page_hides_nothing_and_reads_as_the_article(seen):
    saved = seen.mhtml.read_bytes()
    assert b"onetrust-banner-sdk" in saved
    assert b"curtain" in saved
    reading = mhtml.read(saved)
    assert reading.title == TITLE
    assert reading.canonical_url == ADDRESS
    assert all(text in reading.text for text in PARAGRAPHS["en"])


@needs_renderer
def test_the_printed_page_has_the_words_and_not_what_was_hidden(seen):
    words = " ".join(pdf.read(seen.pdf.read_bytes()).text.split())
    assert "Engineers reopened the road bridge" in words
    assert "We use cookies" not in words


@needs_renderer
def test_the_tools_of_the_photographer_are_not_printed(seen):
    with pypdfium2.PdfDocument(seen.pdf) as document:
        empty = document[2].render().to_pil().convert("RGB")
    assert [colour for _count, colour in empty.getcolors()] == [(255, 255, 255)]


@needs_renderer
def test_lazy_pictures_are_woken_and_saved(seen, site):
    assert {"/pictures/lazy0.jpg", "/pictures/lazy1.jpg", "/pictures/lazy2.jpg"} <= set(site.paths)
    assert seen.mhtml.read_bytes().count(b"Content-Type: image/jpeg") == 3


@needs_renderer
def test_a_page_reaches_no_private_address_and_that_is_written_down(seen, site):
    tunnels = {"https://169.254.169.254/", "https://192.168.7.7:80/"}  # the latter is a socket's
    assert {lost["url"] for lost in seen.missing} == {*REFUSED[:2], *tunnels}  # and nothing else
    assert not {"/a.png", "/b.png", "/c.png", "/socket"} & set(site.paths)


@needs_renderer
def test_sites_meet_the_name_the_analyst_set(seen, site):
    assert seen
    assert {request.headers["User-Agent"] for request in site.requests} == {"Caseboard test/1.0"}
    assert {request.host for request in site.requests} == {"news.example"}


@needs_renderer
def test_every_stage_is_told(seen, stages):
    assert seen
    assert len({words for words, _done, _total in stages}) == 5
    assert any(0 < done < total for _words, done, total in stages)


@needs_renderer
def test_nothing_stays_on_the_disk_but_the_three_files(seen):
    files = {path for path in seen.png.parent.rglob("*") if path.is_file()}
    assert files == {seen.png, seen.mhtml, seen.pdf}


@needs_renderer
async def test_a_page_that_scrolls_in_a_box_of_its_own_is_unrolled(web, tmp_path):
    web.add("/framed", FRAMED)
    seen = await rendering.render(web.url("/framed"), HERE, tmp_path)
    assert {"/pictures/lazy0.jpg", "/pictures/lazy1.jpg", "/pictures/lazy2.jpg"} <= set(web.paths)
    assert seen.mhtml.read_bytes().count(b"Content-Type: image/jpeg") == 3
    with Image.open(seen.png) as picture:
        assert picture.height > 3 * 1500 + ROWS * ROW
        last = picture.convert("RGB").getpixel((900, picture.height - ROW // 2))
    assert last == (ROWS - 1, 256 - ROWS, 128)


@needs_renderer
async def test_what_comes_only_with_the_scrolling_is_in_no_piece_of_the_picture(web, tmp_path):
    web.add("/followed", FOLLOWED)
    seen = await rendering.render(web.url("/followed"), HERE, tmp_path)
    with Image.open(seen.png) as image:
        picture = image.convert("RGB")
    assert picture.height == ROWS * ROW
    colours = {picture.getpixel((900, y)) for y in range(picture.height)}
    assert colours == {(row, 255 - row, 128) for row in range(ROWS)}
    assert seen.hidden == ({"what": "div.bar", "words": "Read more"},)


@needs_renderer
async def test_a_page_that_only_speaks_of_cookies_is_left_alone(web, tmp_path):
    web.add("/calm", CALM)
    seen = await rendering.render(web.url("/calm"), HERE, tmp_path)
    assert seen.hidden == ()
    with Image.open(seen.png) as picture:
        assert picture.convert("RGB").getpixel((1270, 10)) == (9, 9, 9)


@needs_renderer
async def test_a_page_too_long_for_a_picture_is_cut_and_that_is_said(web, tmp_path):
    web.add("/tall", TALL)
    seen = await rendering.render(web.url("/tall"), HERE, tmp_path)
    assert (seen.height, seen.shown) == (40_000, 30_000)
    assert "first 30000 of 40000 pixels" in seen.missing[0]["reason"]
    with Image.open(seen.png) as picture:
        assert picture.size == (WIDTH, 30_000)
        assert picture.convert("RGB").getpixel((640, 29_999)) == (1, 2, 3)


@needs_renderer
async def test_a_page_too_slow_for_its_time_is_shown_as_far_as_it_came(web, tmp_path):
    web.add("/slow", SLOW)
    seen = await rendering.render(web.url("/slow"), HERE, tmp_path, seconds=15)
    assert 0 < seen.shown < 30_000
    with Image.open(seen.png) as picture:
        assert picture.size == (WIDTH, seen.shown)
        assert picture.convert("RGB").getpixel((640, seen.shown - 1)) == (1, 2, 3)


@needs_renderer
async def test_a_page_without_a_bottom_is_left_after_a_while(web, tmp_path):
    web.add("/endless", ENDLESS)
    seen = await rendering.render(web.url("/endless"), HERE, tmp_path)
    assert 5_000 < seen.height < 100_000


@needs_renderer
async def test_a_page_that_never_stops_thinking_is_given_up(web, tmp_path):
    web.add("/busy", BUSY)
    with pytest.raises(CaseError, match="too long") as caught:
        await rendering.render(web.url("/busy"), HERE, tmp_path, seconds=6)
    assert caught.value.hint


@needs_renderer
async def test_a_page_that_takes_all_memory_costs_its_picture_alone(web, tmp_path):
    web.add("/greedy", GREEDY)
    with pytest.raises(CaseError, match="memory"):
        await rendering.render(web.url("/greedy"), HERE, tmp_path)


@needs_renderer
async def test_a_page_may_ask_for_nothing(web, tmp_path):
    web.add("/pushy", PUSHY)
    seen = await rendering.render(web.url("/pushy"), HERE, tmp_path)
    assert seen.title.startswith("Pushy false null null")  # asked, prompted, opened
    assert set(seen.title.split()[4:]) == {"nowhere", "nofile"}
    assert "/popup" not in web.paths
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {
        "page.png", "page.mhtml", "page.pdf",
    }  # fmt: skip


@needs_renderer
@pytest.mark.parametrize("path", ["/file.pdf", "/photo.jpg", "/nothing"])
async def test_what_is_no_page_gives_no_picture(web, tmp_path, path):
    with pytest.raises(CaseError, match="no page"):
        await rendering.render(web.url(path), HERE, tmp_path, seconds=20)


@needs_renderer
async def test_a_page_that_takes_itself_to_pieces_gives_no_picture(web, tmp_path):
    web.add("/gone", "<p>Words<script>document.documentElement.remove()</script>")
    with pytest.raises(CaseError, match="no page"):
        await rendering.render(web.url("/gone"), HERE, tmp_path)


@needs_renderer
async def test_a_page_of_kilometres_is_printed_no_further_than_it_is_shown(web, tmp_path):
    web.add("/long", "<!doctype html><div style='height:33000000px'>Words</div>")
    seen = await rendering.render(web.url("/long"), HERE, tmp_path)
    assert seen.shown == 30_000
    with pypdfium2.PdfDocument(seen.pdf) as document:
        assert len(document) < 60


@needs_renderer
async def test_no_hint_names_the_browser_or_the_system(web, tmp_path):
    await rendering.render(web.url("/article"), HERE, tmp_path)
    hints = {
        value.strip('"')
        for request in web.requests
        for name, value in request.headers.items()
        if name.lower().startswith("sec-ch-") and not name.lower().endswith("mobile")
    }
    assert hints <= {""}


@needs_renderer
async def test_an_error_page_is_drawn_as_it_is(web, tmp_path):
    assert (await rendering.render(web.url("/missing"), HERE, tmp_path)).title == "Page not found"


@needs_renderer
async def test_a_certificate_nobody_vouches_for_is_named(web, tmp_path):
    with pytest.raises(CaseError, match="ERR_CERT_AUTHORITY_INVALID"):
        await rendering.render(web.secure("/article"), HERE, tmp_path)
    assert not web.requests


@needs_renderer
async def test_a_link_into_this_machine_is_refused_in_the_words_of_a_fetch(web, tmp_path):
    with pytest.raises(CaseError, match="address of this machine") as caught:
        await rendering.render(web.url("/article"), RULES, tmp_path)
    assert "allow it for this one fetch" in caught.value.hint
    assert not web.requests


@pytest.fixture
def traced(tmp_path):
    """How to start a child so that its calls are written down, and what it did afterwards."""
    trace = tmp_path / "trace"
    strace = ("strace", "-f", "-qq", "-yy", "-o", str(trace), "-e", f"trace={TRACED}")

    def called():
        return trace.read_text("utf-8", "replace").splitlines()

    return strace, called


def places_in(lines):
    return {match[1] for line in lines if (match := CONNECTED.search(line))}


@needs_renderer
@needs_strace
@pytest.mark.seconds(60)
async def test_the_browser_itself_speaks_to_nobody_but_the_gate(web, tmp_path, traced):
    strace, called = traced
    web.add("/rich", RICH)
    means = Means(network=Elsewhere(web.port), start=(*strace, *renderer.command()))
    seen = await rendering.render(ADDRESS, RULES, tmp_path, means=means)
    assert seen.title == TITLE
    assert len(places_in(called())) == 1  # a page came, and all of it through one place
    assert str(web.port) not in str(places_in(called()))
    assert not [line for line in called() if SENT.search(line)]  # asking for a route sends nothing


@needs_renderer
@needs_strace
async def test_the_test_before_sees_who_goes_round_the_gate(web, tmp_path, traced):
    strace, called = traced
    place = f"('127.0.0.1', {web.port})"
    lines = (
        f"input(); import socket; socket.create_connection({place}); "
        f"socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', {place})"
    )
    means = Means(start=(*strace, sys.executable, "-c", lines))
    with pytest.raises(CaseError, match="ended before"):
        await rendering.render(web.url("/article"), HERE, tmp_path, means=means)
    assert str(web.port) in str(places_in(called()))
    assert [line for line in called() if SENT.search(line)]


def group_of(leader):
    """The processes of the group that `leader` leads."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == leader and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found


@pytest.fixture
def noted(tmp_path):
    """How to start the child so that its number is known, and where it stands then."""
    note = tmp_path / "pid"
    script = f'echo $$ > {note}; exec "$@"'
    return ("sh", "-c", script, "sh", *renderer.command()), note


@needs_renderer
@pytest.mark.skipif(sys.platform != "linux", reason="it looks in /proc")
async def test_who_cancels_leaves_no_process_behind(web, tmp_path, noted):
    start, note = noted
    means = Means(start=start)
    task = asyncio.ensure_future(rendering.render(web.url("/silent"), HERE, tmp_path, means=means))
    await asyncio.to_thread(web.waiting.wait, 60)
    leader = int(note.read_text("utf-8"))
    assert len(group_of(leader)) > 1
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: not group_of(leader))  # those it started are buried by the system


@needs_renderer
@pytest.mark.skipif(sys.platform != "linux", reason="it looks in /proc")
async def test_a_program_that_is_killed_leaves_no_renderer_behind(web, tmp_path, noted):
    start, note = noted
    lines = (
        "import asyncio, sys; from pathlib import Path; from caseboard.capture import rendering; "
        "from caseboard.capture.fetching.rules import Rules; "
        "asyncio.run(rendering.render(sys.argv[1], Rules('x', allow_private=True), "
        "Path(sys.argv[2]), means=rendering.Means(start=sys.argv[3:])))"
    )
    command = [sys.executable, "-c", lines, web.url("/silent"), str(tmp_path), *start]
    program = await asyncio.to_thread(subprocess.Popen, command, env=child_environment())
    await asyncio.to_thread(web.waiting.wait, 60)
    leader = int(note.read_text("utf-8"))
    assert len(group_of(leader)) > 1
    program.kill()
    program.wait()
    await until(lambda: not group_of(leader))


@needs_renderer
@pytest.mark.skipif(sys.platform != "linux", reason="it looks in /proc")
async def test_a_renderer_that_is_killed_is_said_to_have_ended(web, tmp_path, noted):
    start, note = noted
    means = Means(start=start)
    task = asyncio.ensure_future(rendering.render(web.url("/silent"), HERE, tmp_path, means=means))
    await asyncio.to_thread(web.waiting.wait, 60)
    os.kill(int(note.read_text("utf-8")), signal.SIGKILL)
    with pytest.raises(CaseError, match="ended before"):
        await task
    await until(lambda: not group_of(int(note.read_text("utf-8"))))


@needs_renderer
@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("pass", "ended before"),
        ("print('nonsense')", "ended before"),
        ("print('[]')", "ended before"),
        ("print('x' * 2_000_000)", "ended before"),
        ('print(\'{"failure": "unheard of"}\')', "ended before"),
        ("print('{\"result\": {}}')", "could not be written"),
        ("import time; time.sleep(60)", "too long"),
    ],
)
async def test_a_child_is_not_taken_at_its_word(web, tmp_path, lines, words):
    means = Means(start=(sys.executable, "-c", f"input(); {lines}"))
    with pytest.raises(CaseError, match=words):
        await rendering.render(web.url("/article"), HERE, tmp_path, seconds=2, means=means)


@needs_renderer
async def test_a_child_that_cannot_be_started_is_no_bug(web, tmp_path):
    means = Means(start=(str(tmp_path / "nowhere"),))
    with pytest.raises(CaseError, match="could not be started"):
        await rendering.render(web.url("/article"), HERE, tmp_path, means=means)


@needs_renderer
async def test_only_pages_of_the_web_are_drawn(tmp_path):
    with pytest.raises(CaseError, match="of the web"):
        await rendering.render("file:///etc/passwd", HERE, tmp_path)


def test_without_the_renderer_the_program_says_what_is_missing_and_loads_no_qt(tmp_path):
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise SystemError", "utf-8")
    lines = (
        "import sys; from caseboard.capture import rendering; "
        "print(rendering.is_available(), rendering.why_not(), 'PySide6' in sys.modules)"
    )
    places = os.pathsep.join([str(tmp_path), child_environment()["PYTHONPATH"]])
    done = subprocess.run(
        [sys.executable, "-c", lines], check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": places},
    )  # fmt: skip
    said = "False Pages cannot be rendered here: PySide6-Addons is not installed. False"
    assert done.stdout.strip() == said
