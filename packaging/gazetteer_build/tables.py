"""The small tables that were written by hand, beside this package."""

import csv
from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).with_name("tables")


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, each by its column names."""
    yield from read(_FOLDER / f"{name}.csv")


def read(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file in UTF-8, each by its column names."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, strict=True)


def words(text: str) -> tuple[str, ...]:
    """What stands between single spaces; two spaces hold an empty word."""
    return tuple(text.split(" "))


def listed(cell: str) -> tuple[str, ...]:
    """What a cell lists, separated by semicolons."""
    return tuple(name.strip() for name in cell.split(";") if name.strip())
