"""The library's shape, version by version: numbered SQL files, run once each, in order."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from caseboard.errors import CaseError
from caseboard.i18n import _

STEPS = tuple(sorted(Path(__file__).parent.glob("[0-9]*.sql")))
"""File n takes a library from version n - 1 to n."""

APPLICATION_ID = 0x43424F41  # "CBOA": lets `file` and us know a library from any other database


class LibraryNewer(CaseError):
    """The library was written by a newer program."""


def version(connection: Any) -> int:
    """The version of an open library; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check(connection: Any) -> None:
    """Raise a `CaseError` unless this program can read the library behind `connection`."""
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and application != APPLICATION_ID:
        raise CaseError(
            _("This database is not a Caseboard library."),
            _("Choose the folder of a library, or an empty one."),
        )
    if version(connection) > len(STEPS):
        raise LibraryNewer(
            _("This library was written by a newer Caseboard. It was not touched."),
            _("Update the program on this machine, then open it again."),
        )


def check_is_current(connection: Any) -> None:
    """Raise a `CaseError` where the library must be brought up to date before it can be read."""
    if version(connection) < len(STEPS):
        raise CaseError(
            _("This library was written by an older Caseboard and must be brought up to date."),
            _("Open it once in the program, or close the program that has it open."),
        )


def upgrade(connection: Any, path: Path) -> None:
    """Bring the library up to date, each step in one transaction; a copy is made before."""
    check(connection)
    if 0 < version(connection) < len(STEPS):
        back_up(connection, path)
    for number in range(version(connection), len(STEPS)):
        _step(connection, number)


def back_up(connection: Any, path: Path) -> Path:
    """A copy of the database beside it, made through SQLite's own backup."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    folder = path.parent / "backups"
    folder.mkdir(exist_ok=True)
    target = folder / f"{path.stem}-v{version(connection)}-{stamp}.sqlite"
    copy = type(connection)(str(target))
    try:
        connection.backup(copy)
    finally:
        copy.close()
    return target


def statements(step: Path) -> list[str]:
    """The statements of one migration: a blank line stands between two."""
    return step.read_text(encoding="utf-8").split(";\n\n")


def _step(connection: Any, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(STEPS[number]):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={number + 1}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
