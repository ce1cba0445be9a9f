"""A private screen for the tests in a real window, and a picture of it where one fails."""

import re
import shutil
import sys

import pytest
from real_screen import private_screen

from support import PROJECT

PICTURES = PROJECT / "out" / "window"


@pytest.fixture(scope="session")
def screen():
    """A screen with mouse and keyboard, never that of whoever runs the tests."""
    if not sys.platform.startswith("linux"):
        pytest.skip("needs an X server")
    for tool in ("Xvfb", "xdotool"):
        if not shutil.which(tool):
            pytest.skip(f"there is no {tool} here")
    with private_screen() as screen:
        yield screen


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item):
    """Start a test, and say what was to be seen if that fails."""
    return (yield from _witnessed(item, "setup"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Run a test, and say what was to be seen if it fails."""
    return (yield from _witnessed(item, "call"))


def _witnessed(item, when):
    """A picture of the screen and what the programs wrote, as it all was when a test failed."""
    try:
        return (yield)
    except Exception:
        screen = item.funcargs.get("screen")
        if screen is not None:
            PICTURES.mkdir(parents=True, exist_ok=True)
            name = re.sub(r"\W+", "-", item.name).strip("-")
            screen.picture().save(PICTURES / f"{name}.png")
        for log in sorted(item.funcargs["tmp_path"].rglob("[a-z]*.log")):
            item.add_report_section(when, log.name, log.read_text("utf-8", "replace"))
        raise
