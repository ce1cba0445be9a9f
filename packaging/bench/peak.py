"""Runs a program and prints the most memory it held at once, in MB."""

import resource
import subprocess
import sys


def of(program: list[str]) -> float:
    """MB of the largest process that `program` was."""
    subprocess.run(program, check=True, capture_output=True)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return float(most) / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    print(of(sys.argv[1:]))
