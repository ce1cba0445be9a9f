"""Keeps the search index in step with every change, in the same transaction."""

from sqlalchemy import select
from sqlmodel import Session

from caseboard.model.change import Change
from caseboard.model.tables import JOURNALLED
from caseboard.store import search
from caseboard.store.columns import table_of


def follow(session: Session, change: Change) -> None:
    """Index anew each row a change touched, and drop those that went."""
    connection = session.connection()
    for name, ids in change.touched.items():
        if name not in search.INDEXED:
            continue
        table = table_of(JOURNALLED[name])
        for row_id in ids:
            row = session.execute(select(table).where(table.c.id == row_id)).mappings().first()
            texts = search.texts({**row}, name) if row else None
            if row is None or texts is None:
                search.remove(connection, name, row_id)
            else:
                search.index(connection, name, row_id, row.get("case_id"), *texts)
