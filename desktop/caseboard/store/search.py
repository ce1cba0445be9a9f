"""Full text over clips, notes, claims and all that has a name, in any script, as one types."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import Session

from caseboard.model.ids import ClipId
from caseboard.model.tables import JOURNALLED
from caseboard.store import versions
from caseboard.store.columns import table_of
from caseboard.store.search_check import check
from caseboard.store.search_index import SCHEMA, index, rebuild, remove
from caseboard.store.searchable import COLUMNS, Texts, texts
from caseboard.store.snippets import Finder, Mark, Term, terms

__all__ = [
    "INDEXED",
    "SCHEMA",
    "Hit",
    "Results",
    "check",
    "index",
    "rebuild",
    "remove",
    "search",
    "texts",
]

INDEXED = frozenset(COLUMNS)
"""The tables that are searched."""

RANKED = 2_000
"""Documents that are ranked: of a word that more have, the newest."""

# The cross join keeps FTS5 outside, where it hands out documents in the order asked for.
_NEWEST = """
    SELECT count(*), min(id) FROM (
        SELECT search_doc.id FROM search_text CROSS JOIN search_doc
        WHERE search_text MATCH ? AND search_doc.id = search_text.rowid
        AND (? IS NULL OR search_doc.case_id = ? OR search_doc.case_id IS NULL)
        ORDER BY search_text.rowid DESC LIMIT ?
    )
"""
# A word in the title weighs as much as six in the body.
_RANKED = """
    SELECT search_doc.kind, search_doc.row_id, search_doc.case_id
    FROM search_text CROSS JOIN search_doc
    WHERE search_text MATCH ? AND rank MATCH 'bm25(6.0, 1.0)' AND search_text.rowid > ?
    AND search_doc.id = search_text.rowid
    AND (? IS NULL OR search_doc.case_id = ? OR search_doc.case_id IS NULL)
    ORDER BY rank LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """One row that was found; marks are start and end in the text beside them."""

    kind: str
    """Its table."""
    row_id: str
    case_id: str | None
    title: str
    snippet: str
    marks: tuple[Mark, ...]
    title_marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The best hits, best first."""

    hits: tuple[Hit, ...]
    total_capped: bool = False
    """Whether more rows have these words than were ranked: older ones were left out."""


@dataclass(frozen=True, slots=True)
class _Doc:
    kind: str
    row_id: str
    case_id: str | None


def search(
    session: Session,
    words: str,
    case_id: str | None = None,
    limit: int = 50,
    *,
    ranked: int = RANKED,
) -> Results:
    """The rows that have all of `words`, the last of which may be unfinished.

    Of these the newest `ranked` are put in order of relevance, and the first `limit` handed out,
    of the versions of a page the newest among them.
    With `case_id` only that case is searched, and what the library knows for every case.
    """
    asked = terms(words)
    if not asked:
        return Results(())
    connection = session.connection()
    count, oldest = _newest(connection, asked, case_id, ranked + 1)
    capped = count > ranked
    # The one document too many, if there is one, is the oldest and stays out.
    docs = _ranked(connection, asked, case_id, oldest if capped else -1, limit)
    docs = _without_doubles(session, docs)
    rows = _texts_of(session, docs)
    finder = Finder(asked)
    hits = (_hit(finder, doc, rows.get((doc.kind, doc.row_id), ("", ""))) for doc in docs)
    return Results(tuple(hits), capped)


def _newest(
    connection: Connection, asked: Sequence[Term], case_id: str | None, most: int
) -> tuple[int, int]:
    """How many documents match, up to `most` of the newest, and the oldest of these."""
    row = connection.exec_driver_sql(_NEWEST, (_match(asked), case_id, case_id, most)).one()
    return row[0], row[1] or 0


def _ranked(
    connection: Connection,
    asked: Sequence[Term],
    case_id: str | None,
    above: int,
    limit: int,
) -> list[_Doc]:
    values = (_match(asked), above, case_id, case_id, limit)
    return [_Doc(*row) for row in connection.exec_driver_sql(_RANKED, values)]


def _without_doubles(session: Session, docs: Sequence[_Doc]) -> list[_Doc]:
    """An older version of a page is handed out only where no later one was found."""
    clips = {("clip", ClipId(doc.row_id)) for doc in docs if doc.kind == "clip"}
    doubled = {clip_id for _kind, clip_id in versions.doubled(session, clips)}
    return [doc for doc in docs if doc.row_id not in doubled]


def _match(asked: Sequence[Term]) -> str:
    return " ".join(term.fts for term in asked)


def _texts_of(session: Session, docs: Sequence[_Doc]) -> Mapping[tuple[str, str], Texts]:
    """The texts of these documents, read from their own tables."""
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for doc in docs:
        wanted[doc.kind].append(doc.row_id)
    found: dict[tuple[str, str], Texts] = {}
    for kind, ids in wanted.items():
        for row in _rows(session, kind, ids):
            if (read := texts(row, kind)) is not None:
                found[kind, row["id"]] = read
    return found


def _rows(session: Session, kind: str, ids: Sequence[str]) -> Sequence[Mapping[str, Any]]:
    table = table_of(JOURNALLED[kind])
    query = select(*(table.c[name] for name in COLUMNS[kind])).where(table.c.id.in_(ids))
    return [dict(row) for row in session.execute(query).mappings()]


def _hit(finder: Finder, doc: _Doc, found: Texts) -> Hit:
    title, title_marks = finder.marks(found[0])
    snippet, marks = finder.snippet(found[1])
    return Hit(doc.kind, doc.row_id, doc.case_id, title, snippet, marks, title_marks)
