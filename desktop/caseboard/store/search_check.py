"""Proof that search finds what the tables hold: every document, and every word of it.

The index is made anew from the tables, in memory, and compared word by word with the one that is
kept: SQLite's own check of its structure does not see a letter that has changed in it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlcipher3 import dbapi2
from sqlmodel import Session

from caseboard.i18n import _
from caseboard.store.folding import fold
from caseboard.store.search_index import WORDS, digest, everything

_CHUNK = 20_000
_SCHEMA = (
    """CREATE VIRTUAL TABLE search_text USING fts5(
        title, body, content='', tokenize="unicode61 remove_diacritics 0"
    )""",
    WORDS,
)
"""The index without what only makes it fast."""
# In the order FTS5 keeps them: by word, then by document and place.
_WORDS = "SELECT term, doc, col, offset FROM search_word"

_Key = tuple[str, str]
"""Table and row id."""


def check(session: Session) -> list[str]:
    """A sentence for each document that the index lacks, has of old, has too many or has damaged.

    Needs no right to write.
    """
    kept = _kept(session)
    expected = dbapi2.connect(":memory:")
    try:
        return list(_findings(session, kept, expected))
    except dbapi2.DatabaseError as error:
        return [_("The search index cannot be read: {reason}.").format(reason=error)]
    finally:
        expected.close()


def _findings(
    session: Session, kept: Mapping[_Key, tuple[int, str | None, str]], expected: Any
) -> Iterator[str]:
    for statement in _SCHEMA:
        expected.execute(statement)
    names: dict[int, str] = {}
    left = dict(kept)
    for kind, row, found in everything(session):
        name = row.get("ref") or f"{kind} {row['id']}"
        number, case_id, hashed = left.pop((kind, row["id"]), (None, None, ""))
        folded = fold(found[0]), fold(found[1])
        if number is None:
            yield _("Search does not find {name}.").format(name=name)
        elif (case_id, hashed) != (row.get("case_id"), digest(folded)):
            yield _("Search knows an older text of {name}.").format(name=name)
        else:
            names[number] = name
            expected.execute(
                "INSERT INTO search_text (rowid, title, body) VALUES (?, ?, ?)", (number, *folded)
            )
    for kind, row_id in left:
        yield _("Search still finds {name}, which is gone.").format(name=f"{kind} {row_id}")
    reported = {number for number, _case, _hash in kept.values()} - names.keys()
    for number in sorted(_differing(session, expected) - reported):
        name = names.get(number) or f"document {number}"
        yield _("The words search keeps of {name} are damaged.").format(name=name)


def _kept(session: Session) -> dict[_Key, tuple[int, str | None, str]]:
    rows = session.connection().exec_driver_sql(
        "SELECT kind, row_id, id, case_id, hash FROM search_doc"
    )
    return {(kind, row_id): (number, case, hashed) for kind, row_id, number, case, hashed in rows}


def _differing(session: Session, expected: Any) -> set[int]:
    """The numbers of the documents whose words are not the same in both indexes."""
    # Straight from the driver: tuples of millions of words compare five times as fast as rows.
    ours = session.connection().connection.cursor()
    ours.execute(_WORDS)
    theirs = expected.execute(_WORDS)
    balance: defaultdict[int, int] = defaultdict(int)
    same = True
    while True:
        one, other = ours.fetchmany(_CHUNK), theirs.fetchmany(_CHUNK)
        if not one and not other:
            ours.close()
            return {number for number, sum_ in balance.items() if sum_}
        same = same and one == other
        if not same:  # from here on the two are out of step: sums tell, whatever the order
            for word in one:
                balance[word[1]] += hash(word)
            for word in other:
                balance[word[1]] -= hash(word)
