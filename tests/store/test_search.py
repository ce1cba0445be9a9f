"""Full text search over a library."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2
from sqlmodel import Session, SQLModel

from caseboard.model.case import Case
from caseboard.model.clip import Clip
from caseboard.model.entities import Location, Unit
from caseboard.model.tables import JOURNALLED
from caseboard.model.terms import ClipKind, Method
from caseboard.model.work import Note
from caseboard.store import search
from caseboard.store.columns import table_of

NOW = datetime(2024, 11, 14, 12, tzinfo=UTC)


@dataclass
class Shelf:
    """A library in memory whose index is kept by hand."""

    session: Session

    def put(self, *rows):
        for row in rows:
            self.session.merge(row)
            self.session.flush()
            self.follow(str(row.__tablename__), row.id)

    def follow(self, table, row_id):
        """Index a row as it stands in the database."""
        columns = table_of(JOURNALLED[table])
        query = columns.select().where(columns.c.id == row_id)
        row = self.session.execute(query).mappings().one()
        if texts := search.texts(row, table):
            search.index(self.connection, table, row_id, row.get("case_id"), *texts)
        else:
            search.remove(self.connection, table, row_id)

    def found(self, words, case_id=None):
        return [hit.row_id for hit in search.search(self.session, words, case_id).hits]

    @property
    def connection(self):
        return self.session.connection()

    def sql(self, statement, *values):
        return self.connection.exec_driver_sql(statement, values)


@pytest.fixture(scope="module")
def engine():
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: dbapi2.connect(":memory:", check_same_thread=False, isolation_level=None),
        poolclass=StaticPool,
    )
    with engine.begin() as connection:
        SQLModel.metadata.create_all(connection)
        for statement in search.SCHEMA:
            connection.exec_driver_sql(statement)
    yield engine
    engine.dispose()


@pytest.fixture
def shelf(engine):
    with Session(engine) as session:
        session.connection().exec_driver_sql("BEGIN")
        session.add(Case(id="kup", ref="KUP-2024-11", title="Kupiansk", created=NOW))
        session.add(Case(id="lym", ref="LYM-2024-11", title="Lyman", created=NOW))
        session.flush()
        yield Shelf(session)
        session.connection().exec_driver_sql("ROLLBACK")


def clip(row_id, text, *, title="A clip", case="kup", **fields):
    return Clip(
        id=row_id,
        case_id=case,
        ref=f"{case.upper()}-{row_id}",
        kind=ClipKind.ARTICLE,
        title=title,
        captured=NOW,
        text=text,
        method=Method.PASTE,
        tool="test",
        **fields,
    )


def note(row_id, text, case="kup"):
    return Note(id=row_id, case_id=case, text=text, created=NOW, changed=NOW)


def test_every_kind_is_found_under_its_title(shelf):
    shelf.put(
        clip("E1", "Колони під Куп'янськом."),
        note("n", "# Куп’янськ\nWho entered?"),
        Location(id="l", name="Kupiansk", aliases=["Купʼянськ", "Купянск"]),
        Unit(id="u", name="Khartia Brigade", aliases=["13-та"], designation="Купянський"),
    )
    hits = {hit.kind: hit for hit in search.search(shelf.session, "купянсь").hits}
    assert hits.keys() == {"clip", "note", "location", "unit"}
    assert hits["note"].title == "Куп’янськ"
    assert hits["location"].title == "Kupiansk"
    assert (hits["clip"].case_id, hits["unit"].case_id) == ("kup", None)


@pytest.mark.parametrize("asked", ["куп'янськ", "КУПʼЯНСЬК", "купянсь", "куп", "ку"])
def test_apostrophes_case_and_unfinished_words_do_not_matter(shelf, asked):
    shelf.put(clip("E1", "Під Куп’янськом гучно."))
    assert shelf.found(asked) == ["E1"]


@pytest.mark.parametrize("asked", ["Т-72", "т 72", "Т72б", "т‑72Б"])
def test_a_hyphen_is_a_space(shelf, asked):
    shelf.put(clip("E1", "Танк Т-72Б підбито."))
    assert shelf.found(asked) == (["E1"] if asked != "Т72б" else [])


@pytest.mark.parametrize("asked", ["", " ", '"', "*", "“»", "'"])
def test_a_query_without_words_finds_nothing(shelf, asked):
    shelf.put(clip("E1", "Text"))
    assert search.search(shelf.session, asked) == search.Results(())


def test_all_words_must_be_there_and_only_the_last_may_be_unfinished(shelf):
    shelf.put(clip("E1", "two columns entered"), clip("E2", "two men"))
    assert shelf.found("two col") == ["E1"]
    assert shelf.found("col two") == []
    assert shelf.found("col ") == []


def test_quoted_words_stand_in_a_row(shelf):
    shelf.put(clip("E1", "heavy losses"), clip("E2", "losses were heavy"))
    assert shelf.found('"heavy losses"') == ["E1"]
    assert sorted(shelf.found("heavy losses")) == ["E1", "E2"]


def test_a_word_in_the_title_comes_first(shelf):
    shelf.put(clip("E1", "Oskil and more"), clip("E2", "A river", title="Oskil"))
    assert shelf.found("oskil") == ["E2", "E1"]


def test_a_ref_finds_its_clip(shelf):
    shelf.put(clip("E1", "Text"), clip("E2", "Text"))
    assert shelf.found("kup-e2") == ["E2"]


def test_a_case_is_searched_with_what_the_library_knows(shelf):
    shelf.put(clip("E1", "Oskil"), clip("E2", "Oskil", case="lym"), Location(id="l", name="Oskil"))
    assert sorted(shelf.found("oskil", "kup")) == ["E1", "l"]
    assert sorted(shelf.found("oskil")) == ["E1", "E2", "l"]


def test_a_changed_row_is_found_by_its_new_words_only(shelf):
    shelf.put(note("n", "columns"))
    shelf.put(note("n", "drones"))
    assert shelf.found("columns") == []
    assert shelf.found("drones") == ["n"]


def test_what_is_in_the_bin_is_not_found_until_it_comes_back(shelf):
    binned = clip("E1", "columns", deleted=NOW)
    shelf.put(clip("E1", "columns"))
    shelf.put(binned)
    assert shelf.found("columns") == []
    shelf.put(clip("E1", "columns"))
    assert shelf.found("columns") == ["E1"]
    assert search.check(shelf.session) == []


def test_removing_what_was_never_indexed_is_nothing(shelf):
    search.remove(shelf.connection, "clip", "E9")
    assert search.check(shelf.session) == []


def test_hits_show_the_passage_with_marks_in_title_and_text(shelf):
    shelf.put(clip("E1", "Quiet. " * 60 + "Two columns entered Kupiansk.", title="The columns"))
    (hit,) = search.search(shelf.session, "columns").hits
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["columns"]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["columns"]
    assert "entered Kupiansk" in hit.snippet


def test_the_title_block_of_a_clip_is_not_shown_again(shelf):
    parts = [
        {"kind": "title", "start": 0, "end": 7, "body": True},
        {"kind": "paragraph", "start": 9, "end": 25, "body": True},
    ]
    shelf.put(clip("E1", "Columns\n\nThe columns came", title="Columns", parts=parts))
    (hit,) = search.search(shelf.session, "columns").hits
    assert hit.snippet.startswith("The columns came")


def test_of_a_very_common_word_the_newest_are_ranked_and_it_is_said(shelf):
    shelf.put(*(clip(f"E{number}", "columns") for number in range(5)))
    results = search.search(shelf.session, "columns", ranked=3)
    assert sorted(hit.row_id for hit in results.hits) == ["E2", "E3", "E4"]
    assert results.total_capped


def test_no_more_than_asked_for_is_shown_and_few_are_not_called_many(shelf):
    shelf.put(*(clip(f"E{number}", "columns") for number in range(5)))
    results = search.search(shelf.session, "columns", limit=2)
    assert len(results.hits) == 2
    assert not results.total_capped


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.text('"*^:(){}+-ANDORNEAT ', max_size=12)))
def test_nothing_a_user_types_is_syntax(shelf, asked):
    assert search.search(shelf.session, asked).total_capped is False


# --- check and rebuild ---


@pytest.fixture
def full(shelf):
    shelf.put(
        clip("E1", "Колони під Куп'янськом."),
        clip("E2", "Drones over the Oskil, drones over Lyman."),
        note("n", "Who entered?"),
        Location(id="l", name="Oskil"),
    )
    assert search.check(shelf.session) == []
    return shelf


def test_check_names_a_row_that_is_not_indexed(full):
    search.remove(full.connection, "note", "n")
    assert search.check(full.session) == ["Search does not find note n."]


def test_check_names_a_row_whose_text_moved_on(full):
    full.sql("UPDATE clip SET text = 'Other' WHERE id = 'E2'")
    assert search.check(full.session) == ["Search knows an older text of KUP-E2."]


def test_check_names_a_row_that_went_to_another_case(full):
    full.sql("UPDATE note SET case_id = 'lym' WHERE id = 'n'")
    assert search.check(full.session) == ["Search knows an older text of note n."]


def test_check_names_what_should_be_gone(full):
    full.sql("DELETE FROM location WHERE id = 'l'")
    assert search.check(full.session) == ["Search still finds location l, which is gone."]


def test_check_sees_words_that_are_not_the_document(full):
    number = full.sql("SELECT id FROM search_doc WHERE row_id = 'E2'").scalar_one()
    full.sql("DELETE FROM search_text WHERE rowid = ?", number)
    damaged = ["The words search keeps of KUP-E2 are damaged."]
    assert search.check(full.session) == damaged
    full.sql(
        "INSERT INTO search_text (rowid, title, body) VALUES (?, 'a clip', 'drones over')", number
    )
    assert search.check(full.session) == damaged


def test_check_sees_words_of_no_document(full):
    full.sql("INSERT INTO search_text (rowid, title, body) VALUES (99, 'stray', '')")
    assert search.check(full.session) == ["The words search keeps of document 99 are damaged."]


def test_check_sees_one_letter_changed_in_the_index(full):
    for row_id, block in full.sql("SELECT id, block FROM search_text_data").all():
        if b"rones" in block:
            full.sql(
                "UPDATE search_text_data SET block = ? WHERE id = ?",
                block.replace(b"rones", b"ronez"),
                row_id,
            )
    assert "The words search keeps of KUP-E2 are damaged." in search.check(full.session)


def test_check_says_that_an_index_cannot_be_read(full):
    full.sql("UPDATE search_text_data SET block = x'ffff' WHERE id > 10")
    (said,) = search.check(full.session)
    assert said.startswith("The search index cannot be read:")


def test_rebuilding_mends_everything(full):
    full.sql("DELETE FROM location WHERE id = 'l'")
    full.sql("UPDATE clip SET text = 'Other' WHERE id = 'E2'")
    search.remove(full.connection, "note", "n")
    search.rebuild(full.session)
    assert search.check(full.session) == []
    assert full.found("other") == ["E2"]
    assert full.found("drones") == []


# --- whatever is done ---

STEPS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.text("кўйі’'- xyz", max_size=10),
        st.booleans(),
    ),
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(STEPS)
def test_index_and_tables_agree_after_any_steps(shelf, steps):
    for row_id, text, is_binned in steps:
        row = note(row_id, text)
        row.deleted = NOW if is_binned else None
        shelf.put(row)
    assert search.check(shelf.session) == []
