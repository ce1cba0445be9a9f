"""How we open SQLite: one driver on every system, and the settings durability rests on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.store.values import canonical

OLDEST_SOUND = (3, 51, 3)
"""Older SQLite has a race in WAL mode that can corrupt the file."""

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA busy_timeout=5000",
)


def connect(path: Path) -> Any:
    """A raw connection to the database at `path`, in WAL mode, every commit synced."""
    if dbapi2.sqlite_version_info < OLDEST_SOUND:
        raise CaseError(
            _("SQLite {version} is too old to keep a library safe.").format(
                version=dbapi2.sqlite_version
            ),
            _("Install the program with its locked packages."),
        )
    connection = dbapi2.connect(str(path), check_same_thread=False, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    return connection


def reader_engine(path: Path) -> Engine:
    """An engine that cannot write; a session sees one moment of the library throughout."""

    def creator() -> Any:
        connection = connect(path)
        connection.execute("PRAGMA query_only=ON")
        return connection

    return _engine(creator, "BEGIN")


def writer_engine(path: Path) -> Engine:
    """The engine that writes: it takes the write lock at once, and checks links at commit."""
    return _engine(lambda: connect(path), "BEGIN IMMEDIATE", "PRAGMA defer_foreign_keys=ON")


def _engine(creator: Callable[[], Any], *begin: str) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=4,
        json_serializer=canonical,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        for statement in begin:
            connection.exec_driver_sql(statement)

    return engine
