"""What an action loads, and what it leaves behind in the program that ran it."""

import gc
import subprocess
import sys

import pytest

from caseboard.cli import main

RUN = """
import sys
from caseboard.cli import main
code = main(sys.argv[1:])
print(code, "PySide6" in sys.modules)
"""


@pytest.fixture
def library(tmp_path):
    return ("--library", str(tmp_path / "library"))


def loaded(library, ref, target):
    """Whether writing a briefing loads Qt."""
    program = [sys.executable, "-c", RUN, *library, "brief", ref, "-o", str(target)]
    done = subprocess.run(program, check=True, capture_output=True, text=True)
    code, has_qt = done.stdout.split()[-2:]
    assert code == "0"
    return has_qt == "True"


def test_qt_is_loaded_for_symbols_alone(library, tmp_path, capsys):
    main([*library, "case", "new", "Night fire"])
    ref = capsys.readouterr().out.partition("ref: ")[2].split()[0]
    assert not loaded(library, ref, tmp_path / "1.pdf")
    main([*library, "case", "sample"])
    assert loaded(library, "KUP-2024-11", tmp_path / "2.pdf")


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_is_left_as_it_was(library, is_on):
    was, thresholds = gc.isenabled(), gc.get_threshold()
    (gc.enable if is_on else gc.disable)()
    try:
        main([*library, "case", "list"])
        assert gc.isenabled() is is_on
    finally:
        gc.set_threshold(*thresholds)
        (gc.enable if was else gc.disable)()
