"""Where things are in the project."""

import os
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LOCK = PROJECT / "packaging" / "requirements.lock"
VENV = PROJECT / ".venv"
OUT = PROJECT / "out"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


class Stopped(Exception):
    """The tools cannot go on; the text says why and what to do."""


def environment(**changes: str) -> dict[str, str]:
    """What a program of the project is started with.

    Bytecode may be written: without it each start compiles the whole program anew.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **changes}
