"""Libraries that were written before there were all the columns of today."""

import json

import pytest
from sqlcipher3 import dbapi2

from caseboard.model.change import ChangeSet
from caseboard.store import clips, migrations, verify
from caseboard.store.driver import connect
from caseboard.store.journal import GENESIS, content_of, digest
from caseboard.store.library import DATABASE, Library
from caseworker import Casework

YOUNG = {
    "clip": {"hollow", "earlier_id", "fingerprint", "said_in"},
    "clip_file": {"fingerprint"},
}
"""Columns that came with version 2."""
NEW_TABLES = {"collection", "syndication"}


@pytest.fixture
def folder(library):
    return library.folder


async def filled(library, history):
    work = Casework(library, history)
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    await work.claim(clip_id)
    await history.undo(work.case)
    return clip_id


def as_before(rows):
    """The rows of a change-set as a program of version 1 wrote them."""
    return [
        {**row, side: _without(row["table"], row[side]), other: _without(row["table"], row[other])}
        for row in rows
        for side, other in [("before", "after")]
        if row["table"] not in NEW_TABLES
    ]


def _without(table, values):
    gone = YOUNG.get(table, set())
    return values and {name: value for name, value in values.items() if name not in gone}


def rewrite_journal(connection):
    """Every change-set without what is younger than version 1, chained anew."""
    connection.row_factory = dbapi2.Row
    previous = GENESIS
    rows = connection.execute("SELECT * FROM change_set ORDER BY seq").fetchall()
    for row in rows:
        written = ChangeSet.model_validate(
            {**dict(row), "rows": as_before(json.loads(row["rows"])), "at": f"{row['at']}+00:00"}
        )
        written.previous = previous
        previous = digest(content_of(written))
        connection.execute(
            "UPDATE change_set SET rows=?, previous=?, hash=? WHERE seq=?",
            (json.dumps(written.rows), written.previous, previous, row["seq"]),
        )
    connection.commit()


def check(library):
    return library.database.read_now(verify.library, library.files)


async def test_a_journal_that_is_older_than_a_column_is_sound(library, history, folder):
    clip_id = await filled(library, history)
    connection = connect(folder / DATABASE)
    rewrite_journal(connection)
    connection.execute("DELETE FROM collection")
    connection.commit()
    assert check(library) == []
    connection.execute("UPDATE clip SET fingerprint='00000000'")
    connection.commit()
    connection.close()
    ref = library.database.read_now(clips.view, clip_id).clip.ref
    assert [finding.ref for finding in check(library)] == [ref]


async def test_a_library_of_version_1_is_brought_up_to_date_and_sound(library, history, tmp_path):
    clip_id = await filled(library, history)
    library.close()
    old = tmp_path / "old"
    old.mkdir()
    (library.folder / "files").rename(old / "files")
    written_by_version_1(library.folder / DATABASE, old / DATABASE)

    opened = Library.open(old, "tester")
    try:
        assert check(opened) == []
        view = opened.database.read_now(clips.view, clip_id)
        assert view.clip.fingerprint == ""
        assert view.clip.earlier_id is None
        assert len(view.tags) == 1
    finally:
        opened.close()
    (copy,) = (old / "backups").glob("*.sqlite")
    kept = connect(copy)
    assert migrations.version(kept) == 1
    assert kept.execute("SELECT count(*) FROM clip").fetchone()[0] == 1
    kept.close()


def written_by_version_1(now, then):
    """What is in the library `now`, as version 1 would have written it to `then`."""
    connection = connect(then)
    for statement in migrations.statements(migrations.STEPS[0]):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id={migrations.APPLICATION_ID}")
    connection.execute("PRAGMA user_version=1")
    connection.execute("ATTACH ? AS now", (str(now),))
    connection.execute("PRAGMA foreign_keys=OFF")
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type='table'"
        " AND name NOT IN ('search_text', 'search_word', 'sqlite_sequence')"
    ).fetchall()
    for (table,) in tables:
        columns = connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
        names = ", ".join(f'"{name}"' for (name,) in columns)
        connection.execute(
            f'INSERT OR REPLACE INTO "{table}" ({names}) SELECT {names} FROM now."{table}"'
        )
    connection.commit()
    rewrite_journal(connection)
    connection.close()
