"""The list of clips is read without touching the clips' texts."""

import pytest
from sqlalchemy.dialects import sqlite

from caseboard.store import clips
from caseboard.store.clips import Order


class Overheard:
    """A session that only keeps what it is asked."""

    def __init__(self):
        self.asked = []

    def exec(self, query):
        self.asked.append(query)
        return ()

    def connection(self):
        return self

    def execute(self, query):
        self.asked.append(query)
        return self

    def all(self):
        return ()


def plan(library, query):
    """How SQLite goes about `query`."""
    sql = query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    return library.database.read_now(
        lambda session: [
            row[3] for row in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")
        ]
    )


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.PUBLISHED])
def test_the_list_is_read_from_its_index_alone(library, order):
    overheard = Overheard()
    clips.ids(overheard, "case", order)
    assert "COVERING INDEX ix_clip_list" in plan(library, overheard.asked[0])[0]


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
def test_the_list_by_time_needs_no_sorting(library, order):
    overheard = Overheard()
    clips.ids(overheard, "case", order)
    assert len(plan(library, overheard.asked[0])) == 1


def test_versions_are_told_apart_by_an_index_of_their_own(library):
    overheard = Overheard()
    clips.ids(overheard, "case")
    read = [step for step in plan(library, overheard.asked[1]) if " clip " in step]
    assert read == ["SEARCH clip USING COVERING INDEX ix_clip_earlier (earlier_id>?)"]


def test_clips_still_to_be_read_are_found_by_an_index_of_their_own(library):
    overheard = Overheard()
    clips.unread(overheard)
    assert "ix_clip_state" in plan(library, overheard.asked[0])[0]


def test_the_tags_of_a_page_are_looked_up_by_clip_and_not_read_whole(library):
    asked = library.database.read_now(
        lambda session: [
            row[3]
            for row in session.connection().exec_driver_sql(
                f"EXPLAIN QUERY PLAN {clips._TAGS.compile(dialect=sqlite.dialect())}", ("[]",)
            )
        ]
    )
    assert "SEARCH anchor USING INDEX ix_anchor_clip_id (clip_id=?)" in asked
    assert "SEARCH tag USING INDEX ix_tag_anchor_id (anchor_id=?)" in asked
