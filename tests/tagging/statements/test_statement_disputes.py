"""Which statements clash."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from saying import said

from caseboard.model.terms import DiffersOn, SourceKind
from caseboard.tagging.context import EMPTY, Context, KnownStatement
from caseboard.tagging.statements import disputes
from caseboard.tagging.suggestions import Elsewhere, Speaker, StatementSuggestion


def _statement(
    words: str, who: str = "A", places: tuple[str, ...] = ("p",), when: str = "", score: float = 0.9
) -> StatementSuggestion:
    return StatementSuggestion(
        start=0,
        end=len(words),
        surface=words,
        score=score,
        claimant=Speaker(who, SourceKind.OFFICIAL) if who else None,
        place_keys=places,
        event_time=when,
    )


ENTERED, REPELLED = "two columns entered the town", "the attack was repelled"


def test_opposite_outcomes_of_one_place_clash():
    (dispute,) = disputes.find([_statement(REPELLED), _statement(ENTERED, "B")], EMPTY)
    assert (dispute.a, dispute.b) == (0, 1)
    assert dispute.differs_on == (DiffersOn.ENTRY, DiffersOn.OUTCOME)
    assert dispute.score > 0.5
    assert dispute.reason


@pytest.mark.parametrize(
    "second",
    [
        _statement(ENTERED, "A"),
        _statement(ENTERED, ""),
        _statement(ENTERED, "B", places=("q",)),
        _statement(ENTERED, "B", places=()),
        _statement(ENTERED, "B", when="2024-11-20"),
        _statement(REPELLED, "B"),
        _statement("it rained", "B"),
    ],
)
def test_others_do_not_clash(second):
    assert disputes.find([_statement(REPELLED, when="2024-11-13"), second], EMPTY) == []


@pytest.mark.parametrize("when", ["", "2024-11-13", "2024-11-14", "2024-11", "2024-11-13?", "2024"])
def test_the_same_or_the_next_day_or_none_is_the_same_time(when):
    first = _statement(REPELLED, when="2024-11-13")
    assert len(disputes.find([first, _statement(ENTERED, "B", when=when)], EMPTY)) == 1


def _of(statement: StatementSuggestion, country: str) -> StatementSuggestion:
    assert statement.claimant is not None
    return replace(statement, claimant=replace(statement.claimant, country=country))


def test_liberated_and_held_clash_between_opposite_sides_only():
    held, freed = _statement("we hold the town"), _statement("the town was liberated", "B")
    assert disputes.find([_of(held, "UA"), _of(freed, "UA")], EMPTY) == []
    assert len(disputes.find([_of(held, "UA"), _of(freed, "RU")], EMPTY)) == 1


def test_of_two_claimants_only_the_plainest_clash_is_told():
    weak = _statement("forces advanced", "B", score=0.5)
    found = disputes.find([_statement(REPELLED), weak, _statement(ENTERED, "B")], EMPTY)
    assert [(dispute.a, dispute.b) for dispute in found] == [(0, 2)]


def test_a_statement_clashes_with_what_the_case_has():
    there = Elsewhere("ворог увійшов до міста", claim_id="c-1")
    known = KnownStatement(there, ("p",), "2024-11-13", "entered", "B")
    (dispute,) = disputes.find([_statement(REPELLED)], Context(statements=(known,)))
    assert dispute.b is None
    assert dispute.elsewhere == there


def test_the_case_s_own_word_of_the_same_claimant_is_no_clash():
    known = KnownStatement(Elsewhere("x", claim_id="c-1"), ("p",), "", "entered", "A")
    assert disputes.find([_statement(REPELLED)], Context(statements=(known,))) == []


WORDS = st.sampled_from(
    [
        ENTERED,
        REPELLED,
        "they captured it",
        "we hold the town",
        "it rained",
        "no casualties",
        "heavy losses",
        "the bridge was destroyed",
        "the bridge is intact",
        "",
    ]
)
STATEMENTS = st.lists(
    st.builds(
        _statement,
        WORDS,
        st.sampled_from(["A", "B", "C", ""]),
        st.sampled_from([(), ("p",), ("q",), ("p", "q")]),
        st.sampled_from(["", "2024-11-13", "2024-11-14", "2024-11-20", "2024-11"]),
        st.sampled_from([0.1, 0.5, 0.9]),
    ),
    max_size=8,
)


@given(STATEMENTS)
def test_disputes_are_between_two_claimants_about_a_shared_place(statements):
    for dispute in disputes.find(statements, EMPTY):
        assert dispute.b is not None
        first, second = statements[dispute.a], statements[dispute.b]
        assert first.claimant is not None
        assert second.claimant is not None
        assert first.claimant.name != second.claimant.name
        assert set(first.place_keys) & set(second.place_keys)
        assert dispute.differs_on
        assert 0 < dispute.score <= 1


@given(STATEMENTS)
def test_the_order_of_the_statements_does_not_matter(statements):
    def pairs(some):
        return {
            frozenset((some[one.a].claimant.name, some[one.b].claimant.name))
            for one in disputes.find(some, EMPTY)
        }

    assert pairs(statements) == pairs(statements[::-1])


def test_thousands_of_statements_about_one_place_are_compared_in_no_time():
    many = [_statement((ENTERED, REPELLED)[i % 2], f"S{i}") for i in range(20_000)]
    assert disputes.find(many, EMPTY)


def test_the_two_accounts_of_one_night_are_a_dispute():
    text = (
        "Ukrainian forces repelled Russian attempts to break into the city of Kupiansk, Ukrinfrom "
        "reported on Nov. 14, citing the General Staff of Ukraine's Armed Forces.\n\n"
        "DeepState claimed late on Nov. 13 that two columns of Russian forces entered Kupiansk "
        "but suffered heavy losses."
    )
    first, second = said(text)[:2]
    (dispute,) = disputes.find([first, second], EMPTY)
    assert DiffersOn.ENTRY in dispute.differs_on
    assert DiffersOn.OUTCOME in dispute.differs_on
