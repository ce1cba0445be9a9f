"""SQLite files of strangers, opened in memory alone and asked for plain columns of plain tables.

A hostile schema can hide anything behind a name: views, triggers, functions, virtual tables. None
of them is ever touched: an authorizer refuses all but reading, before SQLite compiles a statement.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from caseboard.capture.layers import refusals
from caseboard.i18n import _

MAGIC = b"SQLite format 3\0"
_COMPUTED = re.compile(r"\bas(?:/\*.*?\*/|--[^\n]*\n|\s)*\(", re.IGNORECASE | re.DOTALL)
_STEPS = 50_000_000
"""Instructions of SQLite's machine that one statement may take."""
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 64 * 2**20),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
)
_held: list[tuple[sqlite3.Connection, bytes]] = []
"""Opened before the process gives up opening anything, with the image of an empty database."""


def warm_up() -> None:
    """Have a connection, while one may still be made."""
    if not _held:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.execute("CREATE TABLE blank (cell)")
        _held.append((connection, connection.serialize()))


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    """A database that can only be read; raises `CaseError` for one that is broken."""
    warm_up()
    connection, empty = _held[0]
    connection.set_authorizer(None)
    image = bytearray(data)
    image[18:20] = b"\1\1"  # no write-ahead log: in memory there is none
    try:
        connection.deserialize(bytes(image))
        restrain(connection)
        yield connection
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        raise refusals.broken(_("it is a damaged database, or none that is a map.")) from error
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)
        connection.deserialize(empty)


def restrain(connection: sqlite3.Connection) -> None:
    """Let nothing be done on it from now on but reading of columns."""
    for statement in (
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cell_size_check = ON",
        "PRAGMA query_only = ON",
    ):
        connection.execute(statement)
    for limit, most in _LIMITS:
        connection.setlimit(limit, most)
    connection.set_progress_handler(lambda: 1, _STEPS)
    connection.set_authorizer(
        lambda action, *_about: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY
    )


def tables(connection: sqlite3.Connection) -> set[str]:
    """The names of tables that are no views, no virtual ones and compute none of their columns."""
    rows = connection.execute("SELECT type, name, rootpage, sql FROM sqlite_master")
    return {
        name
        for kind, name, page, sql in rows
        if kind == "table" and page and isinstance(name, str) and not _COMPUTED.search(str(sql))
    }


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
