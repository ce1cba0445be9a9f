"""The tools behind dev.py."""

import ast
import contextlib
import fcntl
import os
import re
import subprocess
import sys
import time

import pytest

from caseboard.capture import renderer
from devtools import system, venv
from devtools.commands import COMMANDS
from devtools.places import LOCK, Stopped
from devtools.stages import Stages
from support import PROJECT

DEV = PROJECT / "packaging" / "dev.py"


def test_called_with_nothing_it_names_every_command():
    done = subprocess.run([sys.executable, DEV], check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert all(f"\n  {name} " in done.stderr for name in COMMANDS)


@pytest.mark.parametrize("document", ["README.md", "tests/README.md", ".ci/run"])
def test_documents_name_only_commands_there_are(document):
    named = re.findall(r"dev\.py (\w+)", (PROJECT / document).read_text("utf-8"))
    assert named
    assert set(named) <= COMMANDS.keys()


@pytest.mark.parametrize("document", ["README.md", "tests/README.md"])
def test_documents_link_only_to_what_is_there(document):
    path = PROJECT / document
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8"))
    assert links
    assert not [link for link in links if "://" not in link and not (path.parent / link).exists()]


def test_an_old_python_is_told_so_instead_of_a_syntax_error():
    ast.parse(DEV.read_text("utf-8"), feature_version=(3, 7))


def test_one_library_can_be_taken_out_of_the_lock():
    block = venv._block(LOCK.read_text("utf-8"), "setuptools")
    first, *hashes = block.splitlines()
    assert first.startswith("setuptools==")
    assert hashes
    assert all(line.startswith("    --hash=sha256:") for line in hashes)


def test_what_renders_is_locked_with_the_rest_of_qt_and_stands_apart():
    lock = LOCK.read_text("utf-8")
    renderer, qt = (venv._block(lock, name) for name in (venv.RENDERER, "pyside6-essentials"))
    assert renderer.partition(" ")[0].partition("==")[2] == qt.partition(" ")[0].partition("==")[2]
    assert lock.replace(renderer, "").count("==") == lock.count("==") - 1


def test_a_failed_stage_stops_none_after_it_but_fails_the_whole(capfd):
    stages = Stages(minutes=1)
    stages.run("first", [sys.executable, "-c", "raise SystemExit(3)"], os.environ)
    stages.run("second", [sys.executable, "-c", "print('here')"], os.environ)
    assert stages.end() == 1
    out = capfd.readouterr().out
    assert "here" in out
    assert re.search(r"first +FAILED \(3\)", out)
    assert re.search(r"second +good", out)


def test_stages_that_all_went_well_end_well():
    stages = Stages(minutes=1)
    stages.run("none", [sys.executable, "-c", "raise SystemExit(5)"], os.environ, also_fine={5: ""})
    assert stages.end() == 0


def test_a_stage_out_of_time_ends_with_all_it_started(tmp_path):
    held = tmp_path / "held"
    child = (
        f"import fcntl, time; held = open({str(held)!r}, 'w'); fcntl.flock(held, fcntl.LOCK_EX); "
        "held.write('by the child'); held.flush(); time.sleep(120)"
    )
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    for seconds in (1, 5, 25):  # a busy machine may need some to start both
        stages = Stages(minutes=seconds / 60)
        stages.run("slow", [sys.executable, "-c", parent], os.environ)
        assert stages.end() == 1
        if held.exists() and held.read_text():
            break
    with held.open() as file:
        assert file.read() == "by the child"
        assert is_free(file)


def is_free(file):
    """Whether nobody holds a file any more; who was killed lets it go a little later."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def only(tmp_path, monkeypatch):
    """Leaves nothing on the search path but small programs that answer with an exit code."""

    def only(**programs):
        for name, code in programs.items():
            program = tmp_path / name.replace("_", "-")
            program.write_text(f"#!/bin/sh\nexit {code}\n", "utf-8")
            program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(os, "geteuid", lambda: 1000)

    return only


def test_where_apt_may_not_be_used_the_one_command_is_given(only):
    only(apt_get=0, apt_cache=100, sudo=1)
    with pytest.raises(Stopped, match=r"sudo apt-get install -y libgl1 libglib2\.0-0\n"):
        system._install(["libgl1", "libglib2.0-0"], "Qt lacks libraries of the system")


def test_a_newer_debian_is_asked_for_the_newer_names(only):
    only(apt_get=0, apt_cache=0, sudo=1)
    with pytest.raises(Stopped, match=r"install -y libglib2\.0-0t64\n"):
        system._install(["libglib2.0-0"], "Qt lacks libraries of the system")


def test_without_apt_the_packages_are_named_all_the_same(only):
    only()
    with pytest.raises(Stopped, match="On Debian they are called: libgl1"):
        system._install(["libgl1"], "Qt lacks libraries of the system")


@pytest.mark.skipif(sys.platform != "linux", reason="the names are those of Linux")
def test_no_name_of_a_library_is_misspelt():
    """The stage that runs this has seen to it that all of them are installed."""
    everything = {**system.OFFSCREEN, **system.WINDOW}
    assert not [name for name in everything if not system._loads(name)]
    assert not system._loads("libno-such-thing.so.1")


def test_the_program_and_its_tools_agree_on_what_rendering_needs():
    assert renderer.LIBRARIES.items() <= system.RENDERING.items()
