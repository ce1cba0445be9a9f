"""Words in pictures, by the real program where it is installed, and by one made for the test."""

import asyncio
import os
import sys
from io import BytesIO
from pathlib import Path

import pytest
from captured import picture
from PIL import Image, ImageDraw, ImageFont

from caseboard.capture import ocr
from caseboard.errors import CaseError
from support import until

needs_tesseract = pytest.mark.skipif(not ocr.is_available(), reason="tesseract is not installed")
CYRILLIC = sorted(Path("/usr/share/fonts").rglob("DejaVuSans.ttf"))
ROWS = [
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
    "1\t1\t0\t0\t0\t0\t0\t0\t200\t100\t-1\t",
    "5\t1\t1\t1\t1\t1\t20\t10\t40\t20\t96.5\tRoad",
    "5\t1\t1\t1\t1\t2\t70\t10\t60\t20\t91\tbridge",
    "5\t1\t1\t1\t2\t1\t20\t40\t40\t20\t90\tclosed",
    "5\t1\t1\t2\t1\t1\t20\t70\t40\t20\t88\tM03",
    "5\t1\t2\t1\t1\t1\t20\t70\t40\t20\t12\t|;~",
    "5\t1\t2\t1\t1\t2\t20\t70\t40\t20\t95\t ",
    "a line that is cut",
]
TABLE = "\n".join(ROWS)


def written(*lines):
    """Lines of text on white, as a JPEG."""
    image = Image.new("RGB", (900, 90 * len(lines)), "white")
    font = ImageFont.load_default(size=48)
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((20, 90 * number + 15), line, "black", font)
    out = BytesIO()
    image.save(out, "JPEG", quality=92)
    return out.getvalue()


def program(folder, monkeypatch, code):
    """A `tesseract` that runs `code`, found before any other."""
    path = folder / "tesseract"
    path.write_text(f"#!{sys.executable}\nimport sys, os, time\n{code}\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    ocr._languages.cache_clear()
    return path


def test_a_table_becomes_lines_and_paragraphs_and_doubtful_words_are_left_out():
    read = ocr.understood(TABLE)
    assert read.text == "Road bridge\nclosed\n\nM03"
    assert [word.text for word in read.words] == ["Road", "bridge", "closed", "M03", "|;~"]
    first = read.words[0]
    assert (first.x, first.y, first.w, first.h, first.confidence) == (0.1, 0.1, 0.2, 0.2, 96.5)
    assert [word.line for word in read.words] == [0, 0, 1, 2, 3]


def test_a_table_that_is_none_is_no_text():
    assert ocr.understood("") == ocr.OcrText("")
    assert ocr.understood("a\tb\n" + "\t".join(["5"] + ["x"] * 10)) == ocr.OcrText("")


@needs_tesseract
async def test_words_are_read_where_they_stand():
    read = await ocr.read(written("ROAD BRIDGE 1942", "NORTHERN FERRY"), ["eng"])
    assert read.text.split() == ["ROAD", "BRIDGE", "1942", "NORTHERN", "FERRY"]
    road, ferry = read.words[0], read.words[-1]
    assert road.y < 0.5 < ferry.y
    assert 0 <= road.x < road.x + road.w < 0.5
    assert road.confidence > 60


@needs_tesseract
@pytest.mark.skipif("ukr" not in ocr.languages(), reason="no Ukrainian for tesseract")
async def test_ukrainian_is_read_among_the_languages_installed():
    lines = ("ЗЕРНОВИЙ ПОРТ", "ЗАЧИНЕНО")
    if not CYRILLIC:
        pytest.skip("no font with Cyrillic letters")
    image = Image.new("RGB", (900, 200), "white")
    for number, line in enumerate(lines):
        font = ImageFont.truetype(CYRILLIC[0], 56)
        ImageDraw.Draw(image).text((20, 90 * number + 15), line, "black", font)
    out = BytesIO()
    image.save(out, "PNG")
    assert "ЗЕРНОВИЙ ПОРТ" in (await ocr.read(out.getvalue())).text


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
async def test_the_program_is_given_the_picture_and_what_to_do(tmp_path, monkeypatch):
    program(
        tmp_path,
        monkeypatch,
        f"""
if "--list-langs" in sys.argv:
    print("List of available languages (4):\\nosd\\nrus\\neng\\nfra"); sys.exit()
given = sys.stdin.buffer.read()
threads = os.environ["OMP_THREAD_LIMIT"]
print({TABLE!r}.replace("Road", f"{{len(given)}}/{{threads}}/{{sys.argv[4]}}"))
""",
    )
    assert ocr.languages() == ["eng", "rus"]
    data = picture()
    read = await ocr.read(data, ocr.languages())
    assert read.words[0].text == f"{len(data)}/1/eng+rus"


@pytest.mark.skipif(sys.platform != "linux", reason="limits of another process are Linux's")
async def test_the_program_has_limits(tmp_path, monkeypatch):
    program(
        tmp_path,
        monkeypatch,
        f"""
import resource
sys.stdin.buffer.read()
most = [resource.getrlimit(w)[1] for w in (resource.RLIMIT_AS, resource.RLIMIT_CPU)]
print({TABLE!r}.replace("Road", "/".join(map(str, most))))
""",
    )
    read = await ocr.read(picture(), ["eng"])
    assert read.words[0].text == f"{ocr.MEMORY}/{int(ocr.SECONDS)}"


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
async def test_a_cancelled_reading_ends_the_program(tmp_path, monkeypatch):
    # It may write no file, but a folder can tell its number.
    code = f"os.mkdir(os.path.join({str(tmp_path)!r}, f'pid{{os.getpid()}}')); time.sleep(60)"
    program(tmp_path, monkeypatch, code)
    task = asyncio.ensure_future(ocr.read(picture(), ["eng"]))
    (folder,) = await until(lambda: list(tmp_path.glob("pid*")))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(ProcessLookupError):
        os.kill(int(folder.name.removeprefix("pid")), 0)


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
async def test_what_takes_too_long_is_ended_and_said(tmp_path, monkeypatch):
    program(tmp_path, monkeypatch, "time.sleep(60)")
    monkeypatch.setattr(ocr, "SECONDS", 0.3)
    with pytest.raises(CaseError, match="took too long"):
        await ocr.read(picture(), ["eng"])


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
async def test_a_failure_hands_on_what_the_program_said(tmp_path, monkeypatch):
    program(tmp_path, monkeypatch, "sys.stdin.buffer.read(); sys.exit('no such language')")
    with pytest.raises(CaseError, match="could not read") as told:
        await ocr.read(picture(), ["xxx"])
    assert "no such language" in told.value.hint


async def test_without_the_program_it_is_said_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(ocr, "_ELSEWHERE", ())
    assert not ocr.is_available()
    assert ocr.languages() == []
    with pytest.raises(CaseError, match="not installed") as told:
        await ocr.read(picture())
    assert "tesseract" in told.value.hint


async def test_foreign_bytes_are_never_handed_on():
    for data in (b"", b"GIF89a", b"%PDF-1.7", b"II*\0"):
        with pytest.raises(ValueError, match="encoded"):
            await ocr.read(data)


def test_its_version_is_told_where_the_program_says_it(tmp_path, monkeypatch):
    program(tmp_path, monkeypatch, "print('tesseract 5.3.4\\n leptonica-1.82.0')")
    assert ocr.version() == "tesseract 5.3.4"
    program(tmp_path, monkeypatch, "print('')")
    assert ocr.version() == "tesseract"
