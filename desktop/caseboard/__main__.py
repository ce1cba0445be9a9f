"""`python -m caseboard`: the window where no action is named, else the command line.

In a bundle the program itself stands in for the interpreter: the processes that read, draw and
print for it are started by the name of their errand.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

from caseboard.main import main


def _read(words: list[str]) -> None:
    import_module("caseboard.capture.worker_main").main(words[0], words[1:])


def _draw(_words: list[str]) -> None:
    import_module("caseboard.rendering.main").main()


def _print(words: list[str]) -> None:
    import_module("caseboard.ui.press.press_main").main(words[0])


ERRANDS: Mapping[str, Callable[[list[str]], None]] = {
    "--read-in-worker": _read,
    "--render-page": _draw,
    "--print-briefings": _print,
}


def run_errand(arguments: list[str]) -> bool:
    """Do what a process was started for, and say whether it was started for anything."""
    errand = ERRANDS.get(arguments[0]) if arguments else None
    if errand is not None:
        errand(arguments[1:])
    return errand is not None


def wants_window(arguments: list[str]) -> bool:
    """Whether nothing but options of the window was given."""
    rest = list(arguments)
    if "--library" in rest[:-1]:
        place = rest.index("--library")
        del rest[place : place + 2]
    known = ("--sample", "--paint-probe")
    return all(each in known or each.startswith("--library=") for each in rest)


if __name__ == "__main__":
    if run_errand(sys.argv[1:]):
        sys.exit()
    if wants_window(sys.argv[1:]):
        sys.exit(main(sys.argv[1:]))
    from caseboard import cli

    sys.exit(cli.main())
