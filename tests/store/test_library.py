"""Opening libraries."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from caseboard.commands.cases import NewCase
from caseboard.commands.history import History
from caseboard.errors import CaseError
from caseboard.model.case import Case
from caseboard.model.work import Briefing
from caseboard.store import cases
from caseboard.store.journal import Entry
from caseboard.store.library import Library
from caseboard.store.lock import LibraryBusy
from caseboard.store.search import search
from support import child_environment

NOW = datetime(2024, 11, 14, tzinfo=UTC)


async def test_a_second_opening_names_the_holder_and_may_read(library, history):
    await history.run(NewCase("Held"))
    with pytest.raises(LibraryBusy, match="process"):
        Library.open(library.folder, "other")
    reader = Library.open(library.folder, "other", read_only=True)
    try:
        assert [card.case.title for card in reader.database.read_now(cases.cards)] == ["Held"]
        with pytest.raises(CaseError, match="read only"):
            await History(reader.database).run(NewCase("Sneaked in"))
    finally:
        reader.close()


HOLD = """
import sys
from pathlib import Path
from caseboard.store.library import Library
library = Library.open(Path(sys.argv[1]), "other")
print("held", flush=True)
sys.stdin.read()
"""


def test_another_process_is_refused_and_a_dead_one_is_not_in_the_way(tmp_path):
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=child_environment(), **pipes) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LibraryBusy, match=f"process {holder.pid}"):
            Library.open(tmp_path, "tester")
        holder.kill()
    Library.open(tmp_path, "tester").close()


def test_a_library_that_lost_its_database_is_not_replaced_by_an_empty_one(tmp_path):
    Library.open(tmp_path, "tester").close()
    (tmp_path / "library.sqlite").unlink()
    with pytest.raises(CaseError, match="no library database"):
        Library.open(tmp_path, "tester")
    assert not (tmp_path / "library.sqlite").exists()


def test_a_damaged_database_is_refused_in_words(tmp_path):
    Library.open(tmp_path, "tester").close()
    (tmp_path / "library.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(CaseError, match="cannot be read"):
        Library.open(tmp_path, "tester")


def test_what_an_older_program_did_not_search_is_found_once_it_is_opened_again(tmp_path):
    def write(session):
        session.add(Case(id="c", ref="KUP-1", title="Kupiansk", created=NOW))
        session.flush()
        session.add(Briefing(case_id="c", ref="KUP-1-B1", title="Two accounts"))

    def forget(session):
        session.connection().exec_driver_sql("DELETE FROM search_doc WHERE kind = 'briefing'")

    library = Library.open(tmp_path, "analyst")
    library.database.write_now(Entry("Write", "c"), write)
    library.database.write_now(Entry("Forget", "c"), forget)
    assert not library.database.read_now(search, "accounts").hits
    library.close()
    again = Library.open(tmp_path, "analyst")
    assert [hit.kind for hit in again.database.read_now(search, "accounts").hits] == ["briefing"]
    again.close()
