"""Which arguments open the window, and which start a process that works for it."""

import inspect
import sys
from importlib import import_module
from pathlib import Path

import pytest

from caseboard import __main__ as program
from caseboard.__main__ import ERRANDS, run_errand, wants_window
from caseboard.capture import renderer, worker
from caseboard.main import _library
from caseboard.ui.press import line


@pytest.mark.parametrize(
    "arguments",
    [[], ["--library", "/x"], ["--library=/x", "--sample"], ["--paint-probe"]],
)
def test_options_alone_open_the_window(arguments):
    assert wants_window(arguments)


@pytest.mark.parametrize("arguments", [["case", "list"], ["--library", "/x", "verify"], ["--help"]])
def test_an_action_is_for_the_command_line(arguments):
    assert not wants_window(arguments)


def test_the_library_is_named_in_either_way():
    assert _library(["--library", "/x"]) == Path("/x")
    assert _library(["--sample", "--library=/y"]) == Path("/y")
    assert _library([]) is None


@pytest.fixture
def bundle(monkeypatch):
    """A program that is its own interpreter; the calls that its errands come to."""
    calls = []

    def errand_of(name):
        signature = inspect.signature(import_module(name).main)

        class Module:
            @staticmethod
            def main(*words):
                signature.bind(*words)
                calls.append((name, *words))

        return Module

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(program, "import_module", errand_of)
    return calls


@pytest.mark.parametrize(
    ("command", "done"),
    [
        (
            lambda: worker.command("x.tasks", "a"),
            ("caseboard.capture.worker_main", "x.tasks", ["a"]),
        ),
        (renderer.command, ("caseboard.rendering.main",)),
        (lambda: line.command(Path("/x")), ("caseboard.ui.press.press_main", str(Path("/x")))),
    ],
)
def test_a_bundle_does_the_errands_it_is_started_for(bundle, command, done):
    program_itself, *arguments = command()
    assert program_itself == sys.executable
    assert run_errand(arguments)
    assert bundle == [done]


def test_other_arguments_are_no_errand(bundle):
    assert not any(run_errand(given) for given in ([], ["--sample"], ["verify", *ERRANDS]))
    assert bundle == []
