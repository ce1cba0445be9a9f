"""The whole main job in a real window: from an empty library to a verified briefing."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from real_giver import drop_files
from real_process import wait_for
from real_program import caseboard
from real_screen import middle

from support import PROJECT, real_input

pytestmark = pytest.mark.window

ACCENT = "#2f5fd0"
PAGE = (506, 130, 1070, 870)
"""Where the text is read, below the bar that finds words."""
NOTICE = (1419, 68)
"""Where a notice over the views is closed."""
MARGIN = (512, 700)
"""Left of the text, where a click does nothing but take the keyboard there."""
MIDDLE = (760, 500)
HEAD = (1290, 48, 1440, 96)
"""Over the pages of a briefing, where the button that exports it stands."""
INSIDE = 12
"""Pixels from the frame of what was found to within its first or last word."""

DENIAL = ("No Russian soldier entered Kupiansk on 13 November.", "General Staff of Ukraine")
ENTRY = ("Two Russian columns entered Kupiansk on 13 November.", "DeepState")
BOTTOM_LINE = "Two accounts of one night stand against each other."
NOTE = "Look for pictures of the columns on the northern road. See [[E001]]."


@dataclass(frozen=True)
class Job:
    """A page, and what an analyst finds in it."""

    folder: Path
    title: str
    credits: tuple[str, ...]
    denial: str
    """Words that stand once in the page, in the passage one claim rests on."""
    entry: str
    """And those of the other claim."""


def made_up():
    return Job(
        PROJECT / "resources" / "sample",
        "General Staff says push into Kupiansk was beaten back",
        ("Piet Aalders/Courier Pictures", "Mila Brandt/Daily Courier"),
        "assault toward",
        "badly mauled",
    )


def published():
    return Job(
        real_input("kupiansk", "page"),
        "Ukraine repels Russian attempt to enter Kupiansk, military says",
        ("Diego Herrera Carcedo/Anadolu via Getty Images", "DeepState/OpenStreetMaps"),
        "failed to enter",
        "crowd-sourced",
    )


@pytest.fixture(params=[made_up, published], ids=["made-up", "published"])
def job(request):
    return request.param()


@pytest.fixture
def program(screen, tmp_path):
    if not shutil.which("pdftotext"):
        pytest.skip("there is no pdftotext here")
    with caseboard(screen, tmp_path) as program:
        yield program


def test_from_an_empty_library_to_a_verified_briefing(program, job, tmp_path):
    assert program.cases() == []
    open_case(program, "Kupiansk approach")
    clip_page_and_photo(program, job, tmp_path)
    tag(program, "Kupiansk", "l", "49.71, 37.61")
    tag(program, "Khartia Brigade", "u")
    state(program, job.denial, DENIAL)
    state(program, job.entry, ENTRY)
    write_note(program)
    target = tmp_path / "kupiansk.pdf"
    export(program, target)
    check(target, job)
    verified = program.command("verify")
    assert (verified.returncode, verified.stderr) == (0, "")
    assert program.quit() == 0
    assert program.bugs() == []


def open_case(program, title):
    with program.dialog():
        program.key("ctrl+n")
    program.type(title)
    with program.closing():
        program.key("Return")
    assert wait_for(program.case, "the case")["title"] == title


def clip_page_and_photo(program, job, folder):
    for number, name in enumerate(("article.html", "photo.jpg"), 1):
        taken = drop_files(program.screen, [job.folder / name], MIDDLE, folder)
        assert taken == "CopyAction"  # a file manager that is told `move` deletes the file
        wait_for(lambda number=number: are_ready(program.clips(), number), f"{name} to be read")
    article, photo = program.clips()
    assert (article["kind"], photo["kind"]) == ("article", "image")
    assert article["title"] == job.title
    pictures = [file for file in article["files"] if file["role"] == "picture"]
    assert tuple(file["credit"] for file in pictures) == job.credits
    program.quiet()
    with program.changing():
        program.screen.click(NOTICE)  # the photo is one of the article's: it says so
    program.quiet()


def are_ready(clips, count):
    return len(clips) == count and all(clip["state"] == "ready" for clip in clips)


def tag(program, words, key, coordinates=""):
    """What a person does to name a place or a unit the library does not know yet."""
    select(program, words)
    with program.changing():
        program.key(key)
    with program.changing():
        program.key("Return")  # the first match: a new one of that name
    program.type(coordinates)
    program.key("ctrl+Return")
    wait_for(lambda: {"name": words, "exact": words} in program.clips()[0]["tags"], "the tag")
    program.quiet()


def state(program, words, claim):
    """A claim that rests on the paragraph in which `words` stand."""
    statement, claimant = claim
    find(program, words)
    with program.changing():
        program.screen.click(middle(found(program)), times=3)
    with program.dialog():
        program.key("c")
    program.type(statement)
    program.key("Tab", "Tab")  # over the stance, which is that it supports the claim
    program.type(claimant)
    program.quiet()
    with program.closing():
        program.key("ctrl+Return")
    wait_for(lambda: claim in stated(program), f"the claim of {claimant}")


def stated(program):
    """Every statement with who reported it."""
    claims = program.case()["claims"]
    return [(claim["statement"], each["claimant"]) for claim in claims for each in claim["reports"]]


def write_note(program):
    program.screen.click(MARGIN)
    with program.changing():
        program.key("n")
    program.type(NOTE)
    wait_for(lambda: program.case()["notes"] == [NOTE], "the note to be kept as it is typed")
    with program.changing():
        program.key("Escape")


def export(program, target):
    with program.changing():
        program.key("ctrl+b")
    program.key("ctrl+a")
    program.type("Kupiansk on 13 November")
    with program.changing():
        program.key("Tab", "Tab", "space")  # past a tick to the first section's name: it opens
    program.type(BOTTOM_LINE)
    program.quiet()
    with program.dialog():
        program.screen.click(middle(program.screen.find(ACCENT, HEAD)))
    with program.dialog():
        program.key("ctrl+Return")  # as a PDF of which nothing is left out
    program.key("ctrl+a")
    program.type(str(target))
    with program.closing():
        program.key("Return")
    wait_for(target.exists, "the PDF")
    program.quiet()


def check(target, job):
    """What the PDF says to whoever copies its text out."""
    command = ["pdftotext", str(target), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    pages, words = text.split("\f")[:-1], " ".join(text.split())
    for claim in (DENIAL, ENTRY):
        assert all(said in words for said in claim)
    for wanted in (BOTTOM_LINE, job.title, *job.credits):
        assert wanted in words
    for number, page in enumerate(pages, 1):
        assert "TLP:AMBER" in page
        assert f"{number} of {len(pages)}" in page


def select(program, words):
    """Find the words, then double-click the first as they stand framed, and drag to the last."""
    find(program, words)
    left, top, right, bottom = found(program)
    height = (top + bottom) // 2
    with program.changing():
        program.screen.drag((left + INSIDE, height), (right - INSIDE, height), clicks=1)


def find(program, words):
    program.screen.click(MARGIN)
    with program.changing():
        program.key("ctrl+f")
    program.type(words)
    program.quiet()


def found(program):
    """The frame around the words that are looked for."""
    return wait_for(lambda: program.screen.find(ACCENT, PAGE), "what is looked for")
