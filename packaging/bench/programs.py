"""Programs that are run for one figure."""

import subprocess
from collections.abc import Sequence


def printed_figure(program: Sequence[str]) -> float:
    """The last word that a program prints, as a number."""
    done = subprocess.run(program, check=True, capture_output=True)
    return float(done.stdout.split()[-1])
