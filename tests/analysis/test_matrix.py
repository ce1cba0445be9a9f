"""Rows, columns and cells of the matrix, without a window."""

import pytest

from caseboard.analysis import matrix
from caseboard.analysis.matrix import Arrangement, Grouping, Mark, Order
from caseboard.analysis.standing import weigh
from caseboard.model.ledger import Ledger, Place, Stated, Voice, Word
from caseboard.model.terms import (
    ClaimStatus,
    Credibility,
    Ladder,
    Reliability,
    SourceKind,
    Stance,
)

KUPIANSK, OSKIL = Place("k", "Kupiansk"), Place("o", "Oskil")
FOR, AGAINST, MENTIONS = Stance.SUPPORTS, Stance.CONTRADICTS, Stance.MENTIONS


def stated(number, when="", places=(), override=None):
    claim_id, ref = f"c{number}", f"KUP-2024-11-C{number}"
    judged = (None, None, "", override, "On the map." if override else "")
    return Stated(claim_id, ref, f"Statement {number}", when, *judged, tuple(places))


def word(claim, source, stance=FOR, credibility=Credibility.POSSIBLE, name=None):
    report = name or f"{claim}-{source}-{stance}-{credibility}"
    return Word(report, claim, f"a-{report}", "clip", None, source, stance, credibility, "")


def voice(source_id):
    return Voice(source_id, source_id.upper(), SourceKind.OUTLET, Reliability.B, interested=False)


def ledger(claims, words=()):
    by_claim = {}
    for each in words:
        by_claim.setdefault(each.claim_id, []).append(each)
    voices = {each.claimant_id: voice(each.claimant_id) for each in words}
    return Ledger(Ladder.ICD203, claims, by_claim, voices)


def shown(book, holding=None, **asked):
    groups = matrix.arrange(book, weigh(book), Arrangement(**asked), holding)
    return [(group.title, [line.claim.id for line in group.lines]) for group in groups]


def flat(book, **asked):
    return [claim for _title, claims in shown(book, **asked) for claim in claims]


@pytest.fixture
def book():
    """One corroborated, one disputed, one open, one of a single source."""
    claims = [
        stated(1, "2024-11-14", [KUPIANSK]),
        stated(2, "2024-11-13/2024-11-14", [OSKIL, KUPIANSK]),
        stated(3, "", []),
        stated(10, "2024-11", [OSKIL]),
    ]
    words = [
        word("c1", "staff"),
        word("c1", "map"),
        word("c2", "map"),
        word("c2", "staff", AGAINST),
        word("c3", "daily", MENTIONS),
        word("c10", "map"),
    ]
    return ledger(claims, words)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.DISPUTED, ["c2", "c1", "c3", "c10"]),
        (Order.NEWEST, ["c10", "c3", "c2", "c1"]),
        (Order.TIME, ["c10", "c2", "c1", "c3"]),
        (Order.ORIGINS, ["c1", "c2", "c10", "c3"]),
        (Order.STATUS, ["c2", "c3", "c10", "c1"]),
    ],
)
def test_claims_come_in_the_order_asked_for(book, order, expected):
    assert flat(book, order=order) == expected


def test_an_ungrouped_matrix_is_one_group_without_a_title(book):
    assert [title for title, _claims in shown(book)] == [""]
    assert shown(ledger([])) == []


def test_days_follow_each_other_and_what_has_no_time_comes_last(book):
    assert shown(book, grouping=Grouping.EVENT) == [
        ("Nov 2024", ["c10"]),
        ("13 Nov 2024", ["c2"]),
        ("14 Nov 2024", ["c1"]),
        ("No time", ["c3"]),
    ]


def test_times_of_one_day_stand_together():
    book = ledger([stated(1, "2024-11-13T09:00Z"), stated(2, "2024-11-13")])
    assert shown(book, grouping=Grouping.EVENT) == [("13 Nov 2024", ["c1", "c2"])]


def test_a_time_that_cannot_be_read_is_no_time():
    book = ledger([stated(1, "some day"), stated(2, "../2024-11-13")])
    assert shown(book, grouping=Grouping.EVENT) == [("No time", ["c1", "c2"])]


def test_a_claim_of_two_places_stands_once_under_the_one_most_claims_share():
    claims = [stated(1, places=[KUPIANSK, OSKIL]), stated(2, places=[OSKIL]), stated(3)]
    expected = [("Oskil", ["c1", "c2"]), ("No place", ["c3"])]
    assert shown(ledger(claims), grouping=Grouping.PLACE) == expected


def test_groups_of_status_begin_with_what_is_disputed(book):
    assert shown(book, grouping=Grouping.STATUS) == [
        ("Disputed", ["c2"]),
        ("Open", ["c3"]),
        ("Single source", ["c10"]),
        ("Corroborated", ["c1"]),
    ]


def test_the_analysts_word_is_the_status_claims_are_ordered_and_chosen_by():
    book = ledger([stated(1), stated(2, override=ClaimStatus.DISPUTED)])
    assert flat(book) == ["c2", "c1"]
    assert flat(book, statuses=frozenset([ClaimStatus.OPEN])) == ["c1"]


def test_filters_leave_what_meets_all_of_them(book):
    disputed, oskil = frozenset([ClaimStatus.DISPUTED]), frozenset(["o"])
    assert flat(book, places=oskil) == ["c2", "c10"]
    assert flat(book, places=oskil, statuses=disputed) == ["c2"]
    assert flat(book, holding={"c1", "c10"}, places=oskil) == ["c10"]
    assert flat(book, holding=set()) == []


def test_an_arrangement_knows_whether_it_leaves_claims_out():
    asked = Arrangement(Order.TIME, Grouping.PLACE, typed="town", places=frozenset(["o"]))
    assert asked.is_filtered
    assert asked.unfiltered() == Arrangement(Order.TIME, Grouping.PLACE)
    assert not asked.unfiltered().is_filtered


def test_who_says_most_comes_first_and_equals_by_name(book):
    found = matrix.columns(book, [claim.id for claim in book.claims])
    assert [(each.voice.name, each.reports) for each in found] == [
        ("MAP", 3),
        ("STAFF", 2),
        ("DAILY", 1),
    ]
    tied = matrix.columns(book, ["c1"])
    assert [each.voice.name for each in tied] == ["MAP", "STAFF"]


def test_who_said_nothing_of_the_claims_shown_has_no_column(book):
    assert [each.voice.name for each in matrix.columns(book, ["c3"])] == ["DAILY"]


def test_several_reports_of_one_claimant_are_one_mark_with_the_most_credible_grade():
    words = [
        word("c1", "staff", credibility=Credibility.UNJUDGED),
        word("c1", "staff", credibility=Credibility.PROBABLE),
    ]
    cell = matrix.cells(ledger([stated(1)], words), "c1")["staff"]
    assert cell.marks == (Mark(FOR, Credibility.PROBABLE, 2),)
    assert cell.words == tuple(words)


def test_both_stances_of_one_claimant_stand_side_by_side_and_a_mention_gives_way():
    words = [
        word("c1", "staff", MENTIONS),
        word("c1", "staff", AGAINST, Credibility.DOUBTFUL),
        word("c1", "staff", FOR),
    ]
    cell = matrix.cells(ledger([stated(1)], words), "c1")["staff"]
    assert cell.marks == (
        Mark(FOR, Credibility.POSSIBLE, 1),
        Mark(AGAINST, Credibility.DOUBTFUL, 1),
    )


def test_a_cell_that_only_mentions_says_so(book):
    assert matrix.cells(book, "c3")["daily"].marks == (Mark(MENTIONS, Credibility.POSSIBLE, 1),)
    assert "map" not in matrix.cells(book, "c3")


def test_places_are_counted_by_the_claims_about_them(book):
    assert matrix.places(book) == [(KUPIANSK, 2), (OSKIL, 2)]
