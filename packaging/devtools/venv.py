"""The virtual environment: made once, checked by a stamp ever after."""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

from devtools.places import LOCK, PROJECT, PYTHON, VENV, Stopped, environment

STAMP = VENV / "caseboard.stamp"
BUILD_TOOL = "setuptools"
RENDERER = "pyside6-addons"
"""By far the largest library, and only pictures of pages need it: the tests ask for it."""


def ready() -> None:
    """Leave `.venv` holding exactly what is locked, and the project itself.

    Costs one read of the lock file where that is so already.
    """
    wanted = _fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return
    print(f"Setting up {VENV.name} (only the first time, or when the lock has changed) …")
    _make()
    _install()
    STAMP.write_text(wanted, "utf-8")


def rendering() -> bool:
    """Leave `.venv` holding the locked renderer as well; False where it could not be had."""
    block = _block(LOCK.read_text("utf-8"), RENDERER)
    stamp = VENV / "caseboard.renderer"
    if stamp.exists() and stamp.read_text("utf-8") == block:
        return True
    print("Installing what renders pages (only the first time, or when it has changed) …")
    try:
        _install_hashed(block, "--no-deps")  # Qt itself is there, in the version that is locked
    except Stopped:
        return False
    stamp.write_text(block, "utf-8")
    return True


def _fingerprint() -> str:
    """Changes with the locked versions, the project's metadata and its place on the disk."""
    made_of = [str(PROJECT).encode(), LOCK.read_bytes(), (PROJECT / "pyproject.toml").read_bytes()]
    return hashlib.sha256(b"\0".join(made_of)).hexdigest()


def _make() -> None:
    if _works():
        return
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, check=False).returncode:
        raise Stopped("Python could not make a virtual environment; its own words stand above.")


def _works() -> bool:
    """Whether there is an environment that starts, with a Python we can use, and pip."""
    if not PYTHON.exists():
        return False
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    command = [str(PYTHON), "-c", probe]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _install() -> None:
    lock = LOCK.read_text("utf-8")
    _install_hashed(_block(lock, BUILD_TOOL))
    # One library is published as source only: it is built by the tool installed just now,
    # not by one fetched unhashed.
    _install_hashed(lock.replace(_block(lock, RENDERER), ""), "--no-build-isolation")
    _pip("--no-deps", "--no-build-isolation", "--no-index", "-e", str(PROJECT))


def _install_hashed(lock: str, *how: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "requirements.lock"
        path.write_text(lock, "utf-8")
        _pip("--require-hashes", *how, "-r", str(path))


def _block(lock: str, name: str) -> str:
    """The lines of one library in a lock file: its version, then its hashes, indented."""
    lines = iter(lock.splitlines(keepends=True))
    found = [line for line in lines if line.startswith(f"{name}==")]
    for line in lock.split(found[0], 1)[1].splitlines(keepends=True):
        if not line.startswith(" "):
            break
        found.append(line)
    return "".join(found)


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    done = subprocess.run(
        [*command, "--compile", *arguments], check=False, env=environment(), cwd=PROJECT
    )
    if done.returncode:
        raise Stopped("The libraries could not be installed; pip's own words stand above.")
