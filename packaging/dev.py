#!/usr/bin/env python3
"""Everything from a fresh machine: run, test, shots, bench, measure, lock.

Needs only Python 3.11 and, on Debian or Ubuntu, apt. Makes `.venv` beside the project on the
first use; later uses find it ready. This file itself is written for older Pythons too, so that
they are told what is missing instead of a syntax error.
"""

import os
import shutil
import sys

OLDEST = (3, 11)
NEWER = ["python3.14", "python3.13", "python3.12", "python3.11"]


def find_a_newer_python() -> None:
    """Start again under a newer Python where there is one; otherwise say what is needed."""
    for name in NEWER:
        found = shutil.which(name)
        if found:
            os.execv(found, [found, os.path.abspath(__file__), *sys.argv[1:]])  # noqa: PTH100, S606
    here = ".".join(str(number) for number in sys.version_info[:2])
    sys.exit("Caseboard needs Python 3.11 or newer; this is " + here + ".")


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        find_a_newer_python()
    from devtools.commands import main

    sys.exit(main(sys.argv[1:]))
