"""Which arguments open the window."""

from pathlib import Path

import pytest

from caseboard.__main__ import wants_window
from caseboard.main import _library


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
