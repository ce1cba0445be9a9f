"""The command line of `dev.py`."""

import io
import os
import subprocess
import sys
from collections.abc import Callable

from devtools import system, venv
from devtools.places import OUT, PROJECT, PYTHON, Stopped, environment


def main(arguments: list[str]) -> int:
    """Do what the first argument names, with the others; the exit code of what was done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Windows pipe may not take every sign
    work = COMMANDS.get(arguments[0]) if arguments else None
    if work is None:
        return _usage(asked=arguments[:1] in (["-h"], ["--help"]))
    try:
        if work is not lock:
            system.python_can_make_environments()
            venv.ready()
        return work([argument for argument in arguments[1:] if argument != "--"])
    except Stopped as stopped:
        print(stopped, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Open the window with the sample case; without a display, do the same job headless."""
    if _has_display():
        system.qt_libraries(window=True)
        return _become([str(PYTHON), "-m", "caseboard", "--sample", *arguments], environment())
    system.qt_libraries(window=False)
    print("There is no display here, so the job is done without a window.", flush=True)
    return _become([str(PYTHON), "-m", "caseboard.demo", *arguments], _offscreen())


def test(arguments: list[str]) -> int:
    """Check format, lint, types, dependencies, and run all tests; arguments go to pytest."""
    from devtools.testing import test as run_all  # noqa: PLC0415  `run` need not wait for it

    system.qt_libraries(window=True)
    return run_all(arguments)


def shots(arguments: list[str]) -> int:
    """Write pictures of every view into a folder (`out/shots` unless named)."""
    system.qt_libraries(window=False)
    folder = arguments or [str(OUT / "shots")]
    return _become([str(PYTHON), "-m", "caseboard.demo", "shots", *folder], _offscreen())


def bench(arguments: list[str]) -> int:
    """Time the program against what it should keep up with; `--json`, `--only WORD`, `--runs N`."""
    system.qt_libraries(window=False)
    variables = {**_offscreen(), "PYTHONPATH": str(PROJECT / "packaging")}
    return _become([str(PYTHON), "-m", "bench", *arguments], variables)


def measure(arguments: list[str]) -> int:
    """Score what is read of public texts where they are at hand; `hostile N`: of broken files."""
    from devtools.measuring import measure as score  # noqa: PLC0415  `run` need not wait for it

    return score(arguments)


def lock(_arguments: list[str]) -> int:
    """Renew packaging/requirements.lock from pyproject.toml."""
    from devtools.locking import renew  # noqa: PLC0415  `run` need not wait for it

    renew()
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    work.__name__: work for work in (run, test, shots, bench, measure, lock)
}


def _usage(*, asked: bool) -> int:
    stream = sys.stdout if asked else sys.stderr
    print("python3 packaging/dev.py COMMAND …\n", file=stream)
    for name, work in COMMANDS.items():
        print(f"  {name:<9}{work.__doc__}", file=stream)
    return 0 if asked else 2


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _offscreen() -> dict[str, str]:
    return environment(QT_QPA_PLATFORM="offscreen")


def _become(command: list[str], variables: dict[str, str]) -> int:
    """Turn into `command`; on Windows, where a program cannot, wait for it."""
    os.chdir(PROJECT)
    if sys.platform == "win32":
        return subprocess.run(command, check=False, env=variables).returncode
    sys.stdout.flush()
    return os.execve(command[0], command, variables)  # noqa: S606  no shell is wanted
