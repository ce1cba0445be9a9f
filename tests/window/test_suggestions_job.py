"""Suggestions answered in a real window, by a real mouse and real keys."""

import contextlib
import sqlite3

import pytest
from real_giver import drop_files
from real_process import wait_for
from real_program import caseboard
from real_screen import middle

from caseboard.store.library import DATABASE
from support import PROJECT

pytestmark = pytest.mark.window

ARTICLE = PROJECT / "resources" / "sample" / "article.html"
ACCENT = "#2f5fd0"
PILL = "#fdebcf"
PLACE = "#d9f2ec"
CARD = (180, 90, 500, 190)
"""The first clip of the list."""
PAGE = (506, 90, 1110, 870)
LISTED = (1124, 120, 1410, 340)
"""The first suggestions."""
MIDDLE = (760, 500)


@pytest.fixture
def program(screen, tmp_path):
    with caseboard(screen, tmp_path) as program:
        yield program


def test_a_place_is_picked_with_the_mouse_and_the_rest_goes_by_keys(program, tmp_path):
    clip(program, tmp_path)
    wait_for(lambda: program.screen.find(PILL, CARD), "suggestions to be counted on the card")
    program.quiet()
    chip = wait_for(lambda: program.screen.find(PLACE, LISTED), "a place among the suggestions")
    with program.changing():
        program.screen.click((chip[0] + 30, chip[1] + 8))
    here = framed(program)
    with program.changing():
        program.key("j")
    assert framed(program) != here
    with program.changing():
        program.key("k")
    assert framed(program) == here
    with program.changing():
        program.key("Return")
    (tag,) = wait_for(lambda: program.clips()[0]["tags"], "the tag")
    assert tag["exact"] in ARTICLE.read_text("utf-8")
    with program.changing():
        program.key("x")
    assert wait_for(lambda: turned_down(program), "what was turned down") == 1
    with program.changing():
        program.key("ctrl+z")
    wait_for(lambda: turned_down(program) == 0, "undo")
    assert program.clips()[0]["tags"] == [tag]
    assert program.quit() == 0
    assert program.bugs() == []


def test_letters_typed_into_a_field_answer_nothing(program, tmp_path):
    clip(program, tmp_path)
    wait_for(lambda: program.screen.find(PILL, CARD), "suggestions to be counted on the card")
    program.screen.click(MIDDLE)
    with program.changing():
        program.key("j")
    with program.changing():
        program.key("ctrl+k")
    program.type("xjkx")
    program.key("Return", "Escape", "Escape")
    program.quiet()
    assert program.clips()[0]["tags"] == []
    assert turned_down(program) == 0
    assert program.quit() == 0
    assert program.bugs() == []


def clip(program, folder):
    with program.dialog():
        program.key("ctrl+n")
    program.type("Kupiansk approach")
    with program.closing():
        program.key("Return")
    wait_for(program.case, "the case")
    drop_files(program.screen, [ARTICLE], MIDDLE, folder)
    wait_for(lambda: [c["state"] for c in program.clips()] == ["ready"], "the article to be read")


def framed(program):
    """The frame around what is asked about."""
    return middle(wait_for(lambda: program.screen.find(ACCENT, PAGE), "a frame in the text"))


def turned_down(program):
    """How much the case has turned down, by its file."""
    file = program.library / DATABASE
    with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        count = "SELECT count(*) FROM rejection WHERE deleted IS NULL"
        return connection.execute(count).fetchone()[0]
