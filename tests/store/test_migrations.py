"""The library's shape: what migrations make is what the models say."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlcipher3 import dbapi2
from sqlmodel import SQLModel

from caseboard.errors import CaseError
from caseboard.model import tables
from caseboard.store import migrations
from caseboard.store.driver import connect, writer_engine
from caseboard.store.library import Library
from caseboard.store.migrations import LibraryNewer


def ours(_object, name, kind, _reflected, _compare_to):
    return kind != "table" or not str(name).startswith("search_")


@pytest.fixture
def migrated(tmp_path):
    path = tmp_path / "library.sqlite"
    connection = connect(path)
    migrations.upgrade(connection, path)
    yield connection, path
    connection.close()


def test_migrations_make_what_the_models_say(migrated):
    assert tables.JOURNALLED
    engine = writer_engine(migrated[1])
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "compare_type": True}
        )
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_check_constraints_are_those_of_the_models(migrated):
    made = sa.create_engine("sqlite://", module=dbapi2)
    SQLModel.metadata.create_all(made)
    engine = writer_engine(migrated[1])
    for table in SQLModel.metadata.tables:
        assert checks(engine, table) == checks(made, table)
    engine.dispose()
    made.dispose()


def checks(engine, table):
    found = sa.inspect(engine).get_check_constraints(table)
    return sorted((check["name"] or "", check["sqltext"]) for check in found)


def test_a_newer_library_is_refused_in_words(migrated, tmp_path):
    migrated[0].execute(f"PRAGMA user_version={len(migrations.STEPS) + 1}")
    with pytest.raises(LibraryNewer, match="newer Caseboard"):
        Library.open(tmp_path, "tester")


def test_a_strange_database_is_left_alone(tmp_path):
    connection = dbapi2.connect(str(tmp_path / "library.sqlite"))
    connection.execute("CREATE TABLE recipes (cake)")
    connection.close()
    with pytest.raises(CaseError, match="not a Caseboard library"):
        Library.open(tmp_path, "tester")


def test_a_step_that_fails_leaves_the_old_version(migrated, tmp_path, monkeypatch):
    connection, path = migrated
    before = migrations.version(connection)
    broken = tmp_path / "9999_broken.sql"
    broken.write_text("CREATE TABLE half (done);\n\nCREATE TABLE oops (;\n")
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, broken))
    with pytest.raises(dbapi2.OperationalError):
        migrations.upgrade(connection, path)
    assert migrations.version(connection) == before
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert "half" not in names


def test_a_copy_is_made_before_a_step(migrated, tmp_path, monkeypatch):
    connection, path = migrated
    step = tmp_path / "9999_more.sql"
    step.write_text("CREATE TABLE more (x);\n")
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    migrations.upgrade(connection, path)
    (copy,) = (tmp_path / "backups").glob("*.sqlite")
    kept = dbapi2.connect(str(copy))
    assert kept.execute("PRAGMA user_version").fetchone()[0] == len(migrations.STEPS) - 1
    kept.close()


def test_writes_are_durable(migrated):
    connection = migrated[0]
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
