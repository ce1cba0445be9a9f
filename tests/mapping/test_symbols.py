"""Unit symbols, drawn by the script as APP-6 has them."""

import subprocess
import sys
import threading
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication

from caseboard.mapping.sidc import code
from caseboard.mapping.symbols import SymbolMaker, application
from caseboard.model.terms import Branch, Echelon, Side
from support import PROJECT

BRIGADE = code(Side.FRIEND, Echelon.BRIGADE, Branch.INFANTRY)


@pytest.fixture
def symbols(qapp):  # noqa: ARG001  the engine uses the application there is
    maker = SymbolMaker()
    yield maker
    maker.close()
    assert "symbols" not in {thread.name for thread in threading.enumerate()}


def fill(picture):
    root = ElementTree.fromstring(picture.svg)
    return {e.get("fill") for e in root.iter() if (e.get("fill") or "").startswith("rgb")}


def test_the_frame_is_as_high_as_asked_and_the_unit_stands_in_its_middle(symbols):
    picture = symbols.picture(code(Side.FRIEND, Echelon.UNKNOWN, Branch.INFANTRY), 50)
    root = ElementTree.fromstring(picture.svg)
    assert (root.get("baseProfile"), float(root.get("width"))) == ("tiny", picture.width)
    assert 50 < picture.height < 62  # with the lines and their halo
    assert 75 < picture.width < 87
    assert (picture.anchor_x, picture.anchor_y) == (picture.width / 2, picture.height / 2)


def test_friend_and_foe_differ_in_colour_and_shape(symbols):
    friend = symbols.picture(BRIGADE, 40)
    hostile = symbols.picture(code(Side.HOSTILE, Echelon.BRIGADE, Branch.INFANTRY), 40)
    assert (fill(friend), fill(hostile)) == ({"rgb(128,224,255)"}, {"rgb(255,128,128)"})
    assert friend.width > friend.height
    assert hostile.height > hostile.width


def test_size_branch_name_and_heading_are_in_the_picture(symbols):
    plain = symbols.picture(BRIGADE, 40)
    larger = symbols.picture(code(Side.FRIEND, Echelon.DIVISION, Branch.INFANTRY), 40)
    armour = symbols.picture(code(Side.FRIEND, Echelon.BRIGADE, Branch.ARMOUR), 40)
    named = symbols.picture(BRIGADE, 40, "13")
    heading = symbols.picture(BRIGADE, 40, direction=45.0)
    assert len({each.svg for each in (plain, larger, armour, named, heading)}) == 5
    assert ">13<" in named.svg
    assert ">13<" not in plain.svg
    assert heading.height > plain.height


def test_the_picture_needs_no_font_but_ours(symbols):
    for branch in Branch:
        svg = symbols.picture(code(Side.HOSTILE, Echelon.COMPANY, branch), 40, "1").svg
        assert "Arial" not in svg
        assert "dominant-baseline" not in svg


def test_what_is_no_code_has_no_symbol(symbols):
    assert [symbols.picture(text, 40) for text in ("", "SFGPUCI----", "1" * 20)] == [None] * 3


def test_it_is_remembered_and_then_needs_no_waiting(symbols):
    assert symbols.drawn(BRIGADE, 31) is None
    picture = symbols.picture(BRIGADE, 31)
    assert symbols.drawn(BRIGADE, 31) is picture
    assert symbols.picture(BRIGADE, 31) is picture


def test_many_threads_may_ask_at_once(symbols):
    found = []

    def ask(size):
        found.append(symbols.picture(BRIGADE, size))

    threads = [threading.Thread(target=ask, args=(20 + n % 3,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 12
    assert len({picture.svg for picture in found}) == 3


def test_closed_it_gives_what_it_remembers_and_draws_no_more(symbols):
    picture = symbols.picture(BRIGADE, 32)
    symbols.close()
    symbols.close()
    assert symbols.picture(BRIGADE, 32) is picture
    assert symbols.picture(BRIGADE, 33) is None


def test_a_script_that_cannot_be_read_is_told_to_who_asked(symbols, monkeypatch, tmp_path):
    monkeypatch.setattr("caseboard.mapping.symbols.resources", lambda: tmp_path)
    with pytest.raises(FileNotFoundError):
        symbols.picture(BRIGADE, 34)


def test_in_a_program_with_windows_their_application_serves(qapp):
    with application():
        assert QCoreApplication.instance() is qapp
    assert QCoreApplication.instance() is qapp


def test_a_program_without_windows_has_an_application_while_it_draws():
    code = """
from PySide6.QtCore import QCoreApplication
from caseboard.mapping.symbols import SymbolMaker, application

with application():
    maker = SymbolMaker()
    print(maker.picture("10031000181211000000", 40).svg[:4])
    maker.close()
print(QCoreApplication.instance())
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT / "desktop",
    )
    assert done.stdout.split() == ["<svg", "None"]
    assert done.stderr == ""
