"""What is dragged out of a real browser becomes a clip, and nothing is fetched for it."""

import hashlib
import io
import shutil

import pytest
from PIL import Image
from real_browser import Site, chromium
from real_process import wait_for
from real_program import caseboard
from real_screen import middle

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(not shutil.which("chromium"), reason="there is no Chromium here"),
]

PICTURE = "#ff00ff"
LINK = "#00ff00"
PASSAGE = "#ffff00"
WORDS = "The crew spoke of two columns east of the river."
PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Two columns</title>
<link rel="icon" href="data:,">
<style>body {{margin: 20px; font: 20px/2 sans-serif}} img, a, p {{display: block; margin: 20px 0}}
img, a {{width: 300px; height: 90px}} a {{background: {LINK}}} p {{background: {PASSAGE}}}</style>
</head><body><img src="/frame.png" alt="A frame"><a href="/further">Read further</a>
<p>{WORDS}</p></body></html>"""


def frame():
    """A picture that no other program would write the same way."""
    picture, out = Image.new("RGB", (300, 90), PICTURE), io.BytesIO()
    picture.paste(Image.effect_noise((40, 90), 90), (260, 0))
    picture.save(out, "PNG", compress_level=3)
    return out.getvalue()


FRAME = frame()


@pytest.fixture
def site():
    with Site({"/": ("text/html", PAGE.encode()), "/frame.png": ("image/png", FRAME)}) as site:
        yield site


@pytest.fixture
def program(screen, tmp_path):
    with caseboard(screen, tmp_path, corner=(500, 0), size=(1100, 700)) as program:
        yield program


@pytest.fixture
def browser(screen, site, program, tmp_path):  # noqa: ARG001  theirs is the window on the right
    with chromium(screen, f"{site.url}/", tmp_path, corner=(0, 0), size=(500, 600)) as browser:
        wait_for(lambda: screen.find(PICTURE), "the page")
        yield browser


def dropped(program, start):
    """The clip that comes of dragging what stands at `start` into the program's window."""
    before = {clip["ref"] for clip in program.clips()}

    def new():
        clips = [clip for clip in program.clips() if clip["ref"] not in before]
        return clips if clips and all(clip["state"] != "received" for clip in clips) else None

    program.screen.drag(start, (1000, 400))
    clips = wait_for(new, "a new clip that has been read")
    assert len(clips) == 1
    return clips[0]


def original(clip):
    return next(file for file in clip["files"] if file["role"] == "original")


@pytest.mark.usefixtures("browser")
def test_a_picture_a_link_and_a_passage_are_dragged_out_of_chromium(screen, site, program):
    asked = wait_for(lambda: len(site.asked) >= 2 and list(site.asked), "Chromium's requests")
    assert [path for path, _who in asked] == ["/", "/frame.png"]  # what is asked is seen

    picture = dropped(program, middle(screen.find(PICTURE)))
    assert (picture["kind"], picture["state"]) == ("image", "ready")
    assert picture["url"] == f"{site.url}/frame.png"
    assert original(picture)["media_type"] == "image/png"
    assert original(picture)["sha256"] == hashlib.sha256(FRAME).hexdigest()

    link = dropped(program, middle(screen.find(LINK)))
    assert (link["title"], link["url"]) == ("Read further", f"{site.url}/further")
    assert link["problem"].startswith("127.0.0.1 is an address of this machine")

    left, top, _right, bottom = screen.find(PASSAGE)
    passage = selected_and_dropped(program, (left + 40, (top + bottom) // 2))
    assert (passage["kind"], passage["state"]) == ("text", "ready")
    assert program.ask("show", program.case()["ref"], passage["ref"])["text"] == WORDS

    assert {clip["method"] for clip in program.clips()} == {"drop"}
    assert site.asked == asked  # nobody fetched anything for it
    assert program.command("verify").returncode == 0
    assert program.quit() == 0
    assert program.bugs() == []


def selected_and_dropped(program, words):
    """The clip of a paragraph, after three clicks have selected it."""
    program.screen.click(words, times=3)
    return dropped(program, words)
