"""The command line: the same commands as the window, for scripts and for machines without one."""

import os
import sys
from collections.abc import Sequence

from caseboard.cli.parser import parse
from caseboard.errors import CaseError

FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `caseboard ARGUMENTS`; the result is the exit code.

    0: done. 1: something is wrong, said on standard error. 2: the arguments are.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = parse(given)
    if options.action is None:
        from caseboard.main import main as window  # noqa: PLC0415  # Qt loads only for a window

        return window(given)
    from caseboard.cli import actions  # noqa: PLC0415  # what --help does not need

    try:
        return actions.run(options)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except CaseError as error:
        print(error, error.hint, sep="\n", file=sys.stderr)  # noqa: T201  # what this is for
        return FAILED
