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
print(code, *sys.modules)
"""


@pytest.fixture
def library(tmp_path):
    return ("--library", str(tmp_path / "library"))


def loaded(library, ref, target):
    """What writing a briefing loads."""
    program = [sys.executable, "-c", RUN, *library, "brief", ref, "-o", str(target)]
    done = subprocess.run(program, check=True, capture_output=True, text=True)
    code, *names = done.stdout.splitlines()[-1].split()
    assert code == "0"
    return set(names)


def test_a_briefing_loads_what_is_in_it_alone(library, tmp_path, capsys):
    main([*library, "case", "new", "Night fire"])
    ref = capsys.readouterr().out.partition("ref: ")[2].split()[0]
    seldom = {"PySide6", "numpy", "lxml", "urllib.request", "caseboard.commands.clips"}
    assert not seldom & loaded(library, ref, tmp_path / "1.pdf")
    main([*library, "case", "sample"])
    assert {"PySide6", "numpy"} <= loaded(library, "KUP-2024-11", tmp_path / "2.pdf")


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
