"""The search index: a row for each document, and its folded words in SQLite's FTS5."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select, text
from sqlmodel import Session

from caseboard.model.tables import JOURNALLED
from caseboard.store.columns import table_of
from caseboard.store.folding import fold
from caseboard.store.searchable import COLUMNS, Texts, texts

WORDS = "CREATE VIRTUAL TABLE search_word USING fts5vocab(search_text, instance)"
"""Every word of the index with its places: there to check it by."""
# `contentless_delete`: the text is kept once, in its own table, and can still be taken out.
# `prefix`: a word's first letters are found in 0.1 ms instead of 100, at twice the size.
SCHEMA: tuple[str, ...] = (
    """CREATE TABLE search_doc (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    case_id TEXT,
    hash TEXT NOT NULL,
    UNIQUE (kind, row_id)
)""",
    """CREATE VIRTUAL TABLE search_text USING fts5(
    title, body, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0", prefix='2 3'
)""",
    WORDS,
)
"""The index as SQL; `hash` is that of the folded texts."""


def index(
    connection: Connection, kind: str, row_id: str, case_id: str | None, title: str, body: str
) -> None:
    """Let a row of table `kind` be found by what `texts` says of it; nothing if nothing changed."""
    folded = fold(title), fold(body)
    known = _known(connection, kind, row_id)
    if known and known[1:] == (case_id, digest(folded)):
        return
    if known:
        remove(connection, kind, row_id)
    # Its old number is given again: age decides which documents of a common word are ranked.
    doc = connection.exec_driver_sql(
        "INSERT INTO search_doc (id, kind, row_id, case_id, hash) VALUES (?, ?, ?, ?, ?)"
        " RETURNING id",
        (known[0] if known else None, kind, row_id, case_id, digest(folded)),
    ).scalar_one()
    connection.exec_driver_sql(
        "INSERT INTO search_text (rowid, title, body) VALUES (?, ?, ?)", (doc, *folded)
    )


def remove(connection: Connection, kind: str, row_id: str) -> None:
    """Let a row of table `kind` be found no more, if it could."""
    doc = connection.exec_driver_sql(
        "DELETE FROM search_doc WHERE kind = ? AND row_id = ? RETURNING id", (kind, row_id)
    ).scalar()
    if doc is not None:
        connection.exec_driver_sql("DELETE FROM search_text WHERE rowid = ?", (doc,))


def rebuild(session: Session) -> None:
    """Index everything anew: the remedy for whatever a check has found."""
    connection = session.connection()
    connection.exec_driver_sql("DELETE FROM search_doc")
    connection.exec_driver_sql("INSERT INTO search_text (search_text) VALUES ('delete-all')")
    for kind, row, found in everything(session):
        index(connection, kind, row["id"], row.get("case_id"), *found)


def complete(session: Session, kind: str) -> int:
    """Index the rows of table `kind` that the index lacks altogether, and say how many they were.

    A program that searches more than the one that wrote the library finds all of it.
    """
    connection = session.connection()
    table = table_of(JOURNALLED[kind])
    known = select(text("row_id")).select_from(text("search_doc")).where(text("kind = :kind"))
    query = select(*(table.c[name] for name in COLUMNS[kind]))
    lacking = query.where(table.c.deleted.is_(None), table.c.id.not_in(known.params(kind=kind)))
    count = 0
    for row in session.execute(lacking).mappings().all():
        if found := texts({**row}, kind):
            index(connection, kind, row["id"], row.get("case_id"), *found)
            count += 1
    return count


def everything(session: Session) -> Iterator[tuple[str, Mapping[str, Any], Texts]]:
    """The kind, row and texts of all that is to be found, from the tables themselves."""
    for kind, columns in COLUMNS.items():
        table = table_of(JOURNALLED[kind])
        query = select(*(table.c[name] for name in columns)).order_by(table.c.id)
        rows = session.execute(query.execution_options(yield_per=500)).mappings()
        for row in rows:
            values = {**row}
            if found := texts(values, kind):
                yield kind, values, found


def digest(folded: Texts) -> str:
    """The hash of folded texts, 128 bits."""
    title, body = (text.encode("utf-8", "surrogatepass") for text in folded)
    return hashlib.blake2b(len(title).to_bytes(8) + title + body, digest_size=16).hexdigest()


def _known(connection: Connection, kind: str, row_id: str) -> tuple[int, str | None, str] | None:
    row = connection.exec_driver_sql(
        "SELECT id, case_id, hash FROM search_doc WHERE kind = ? AND row_id = ?", (kind, row_id)
    ).first()
    return tuple(row) if row else None
