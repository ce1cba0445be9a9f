"""The lock file: exact, hashed, and from nowhere in particular."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from support import PROJECT

LOCK = (PROJECT / "packaging" / "requirements.lock").read_text("utf-8")
PINS = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, re.MULTILINE))
ABOUT = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]


def test_lock_names_no_host_and_no_place():
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted| @ |/", LOCK)


def test_every_line_is_a_pin_or_a_hash():
    pin = re.compile(r"[a-z0-9-]+==\S+( ; .+)? \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = LOCK.splitlines()
    assert not [line for line in lines if not (pin.fullmatch(line) or digest.fullmatch(line))]
    assert len(PINS) > 50


def test_what_the_project_asks_for_is_locked_in_a_version_it_allows():
    asked = [*ABOUT["dependencies"], *ABOUT["optional-dependencies"]["dev"]]
    for requirement in map(Requirement, asked):
        assert PINS[canonicalize_name(requirement.name)] in requirement.specifier


def test_qt_is_the_version_that_keeps_its_references():
    assert PINS["pyside6-essentials"] == PINS["shiboken6"] == "6.11.3"
