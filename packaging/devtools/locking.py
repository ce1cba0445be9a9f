"""`dev.py lock`: the locked versions, chosen anew."""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from devtools.places import LOCK, PROJECT, Stopped, environment

HOW = [
    *(
        "pip",
        "compile",
        "pyproject.toml",
        "--extra",
        "dev",
        "--extra",
        "heif",
        "--extra",
        "render",
        "--extra",
        "sign",
        "--quiet",
    ),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"),
]


def renew() -> None:
    """Write the lock file from pyproject.toml: any platform, any Python from 3.11, all by hash.

    What is locked already stays as it is while it still fits; delete the file to renew it all.
    """
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        _call([str(programs / "python"), "-m", "pip", "install", "--quiet", "uv"])
        _call([str(programs / "uv"), *HOW, "--output-file", os.path.relpath(LOCK, PROJECT)])
    if "://" in LOCK.read_text("utf-8"):
        raise Stopped("The new lock names an address; it must name none.")


def _call(command: list[str]) -> None:
    if subprocess.run(command, check=False, cwd=PROJECT, env=environment()).returncode:
        raise Stopped("The lock was not renewed; the words above say why.")
