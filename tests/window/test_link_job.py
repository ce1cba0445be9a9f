"""An address on the clipboard becomes an article in a real window, and later its new version."""

import pytest
from PIL import Image, ImageChops
from real_giver import CORNER, SOURCE, copied, drop_files
from real_process import home_of, python, running, wait_for
from real_program import caseboard
from real_screen import middle

import websites
from support import PROJECT

pytestmark = pytest.mark.window

PAGE = (512, 130, 1100, 860)
"""Where the clip is read, or where it is said why it cannot be."""
MIDDLE = (760, 500)
PIECE = ((1440, 5), (1598, 75))
"""Around the window that stands at `CORNER`."""
NEWEST = (330, 130)
"""The first of the clips in the list."""
PROVENANCE = (1230, 68)
SIMILAR = (1312, 68)
CLOSE = (1418, 68)
"""At the end of the notice that stands over reader and inspector."""
INSPECTOR = (1122, 100, 1438, 860)
ACCENT = "#2f5fd0"
LATER = "The port said later that both lanes are open."
LINE = 10
"""Pixels from the lower edge of a button to within its words."""
PATH = "/news/bridge"
REFUSED = "127.0.0.1 is an address of this machine or its network"


@pytest.fixture
def program(screen, tmp_path):
    with caseboard(screen, tmp_path) as program:
        yield program


def test_a_link_is_refused_then_allowed_and_becomes_a_version_later(program, web, tmp_path):
    url = web.add(PATH, websites.ARTICLE)
    paste(program, url, tmp_path)
    assert unread(program, 1)["problem"].startswith(REFUSED)
    assert PATH not in web.paths  # it was not even asked
    allow(program)
    article = ready(program, 1)
    assert (article["kind"], article["title"]) == ("article", websites.TITLE)
    assert {"warc", "picture", "derivative"} <= {file["role"] for file in article["files"]}
    look_at_completeness(program, article)
    photo = PROJECT / "resources" / "sample" / "photo.jpg"
    assert drop_files(program.screen, [photo], MIDDLE, tmp_path) == "CopyAction"
    assert ready(program, 2)["kind"] == "image"
    clip_a_piece_of_the_screen(program, tmp_path)
    web.add(PATH, websites.article(after=f"<p>{LATER}</p>"))
    paste(program, url, tmp_path)
    assert unread(program, 4)["state"] == "unread"
    with program.changing():
        program.screen.click(CLOSE)  # it is said that the case has the page
    with program.changing():
        program.screen.click(NEWEST)
    allow(program)
    look_at_versions(program, article)
    assert program.command("verify").returncode == 0
    assert program.quit() == 0
    assert program.bugs() == []


def look_at_completeness(program, article):
    """Provenance shows the meter, which stands for what the collection report says."""
    with program.changing():
        program.screen.click(PROVENANCE)
    assert accents(program), "there is no meter"
    report = program.ask("collection", program.case()["ref"], article["ref"])
    assert report, "there is no report"


def clip_a_piece_of_the_screen(program, folder):
    """Ctrl Shift S, then a drag around a window of another program."""
    log = folder / "other.log"
    with running(program.screen, python(str(SOURCE)), log, **home_of(folder)) as other:
        program.screen.place(other.window(), CORNER)
        hidden = program.window()
        program.key("ctrl+shift+s")
        wait_for(lambda: program.windows() not in ([], [hidden]), "the screen to be shown frozen")
        program.screen.drag(*PIECE)
        clip = ready(program, 3)
    assert clip["kind"] == "image"
    sha256 = clip["files"][0]["sha256"]
    kept = next(path for path in program.library.rglob("*") if path.name.startswith(sha256))
    with Image.open(kept) as image:
        assert all(abs(side - (b - a)) < 2 for side, a, b in zip(image.size, *PIECE, strict=True))
        assert len(image.convert("RGB").getcolors(10_000)) > 2, "the other window is not in it"


def look_at_versions(program, article):
    """Similar names the version before, and opens what differs between the two."""
    wait_for(lambda: is_newer(program, article), "the new version to be read")
    program.quiet()
    before = accents(program)
    program.screen.click(SIMILAR)
    wait_for(lambda: accents(program) not in {None, before}, "what is similar")
    program.quiet()
    bottom = accents(program)[3]
    lowest = (INSPECTOR[0], bottom - LINE, INSPECTOR[2], bottom)
    with program.dialog():
        program.screen.click(middle(program.screen.find(ACCENT, lowest)))
    with program.closing():
        program.key("Escape")


def accents(program):
    """Where the inspector has links and meters."""
    return program.screen.find(ACCENT, INSPECTOR)


def is_newer(program, article):
    """Whether the list has a clip of the same page, and the earlier one no longer."""
    clips = program.clips()
    same = [clip for clip in clips if clip["url"] == article["url"]]
    return [clip["state"] for clip in same] == ["ready"] and same[0]["ref"] != article["ref"]


def paste(program, words, folder):
    with copied(program.screen, words, folder):
        before = len(program.clips())
        program.key("ctrl+v")
        wait_for(lambda: len(program.clips()) == before + 1, "the clip")
    program.quiet()


def unread(program, count):
    """The newest of so many clips, for which it is said why it was not fetched."""
    wait_for(lambda: newest(program, count)["state"] == "unread", "the refusal")
    program.quiet()
    return newest(program, count)


def ready(program, count):
    """The newest of so many clips, once it has been read."""
    wait_for(
        lambda: len(program.clips()) == count and newest(program, count)["state"] == "ready",
        "the clip to be read",
    )
    program.quiet()
    return newest(program, count)


def newest(program, count):
    clips = program.clips()
    assert len(clips) == count, clips
    return max(clips, key=lambda clip: clip["ref"])


def allow(program):
    """Click the button that stands last in the middle of the reader."""
    picture = program.screen.picture().crop(PAGE)
    ground = Image.new("RGB", picture.size, picture.getpixel((2, picture.height - 2)))
    left, _top, right, bottom = ImageChops.difference(picture, ground).getbbox()
    program.screen.click((PAGE[0] + (left + right) // 2, PAGE[1] + bottom - LINE))
