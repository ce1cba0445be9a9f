"""`python -m caseboard`: the window where no action is named, else the command line."""

import sys

from caseboard.main import main


def wants_window(arguments: list[str]) -> bool:
    """Whether nothing but options of the window was given."""
    rest = list(arguments)
    if "--library" in rest[:-1]:
        place = rest.index("--library")
        del rest[place : place + 2]
    known = ("--sample", "--paint-probe")
    return all(each in known or each.startswith("--library=") for each in rest)


if __name__ == "__main__":
    if wants_window(sys.argv[1:]):
        sys.exit(main(sys.argv[1:]))
    from caseboard import cli

    sys.exit(cli.main())
