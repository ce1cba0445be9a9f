"""Where inquiries begin."""

import pytest
from casework import Casework

from caseboard.analysis import ledgers, seeding
from caseboard.model.claim import ClaimLocation
from caseboard.model.entities import Location
from caseboard.model.terms import DisputeStatus


@pytest.fixture
def work():
    work = Casework()
    work.claim("C1", "Every attack was beaten back.")
    work.claim("C2", "Two columns got  into Kupiansk.")
    work.claim("C3", "The rail hub is in use.")
    work.dispute("C1", "C2")
    return work


def ledger(work, about=()):
    """The ledger, with claims that are about places."""
    for _claim, place in about:
        work.rows["locations"].append(Location(id=place, name=place))
    rows = [ClaimLocation(id=f"{c} at {p}", claim_id=c, location_id=p) for c, p in about]
    work.rows["claim_locations"] = rows
    return ledgers.of(work.dossier)


def test_a_dispute_offers_one_the_other_both_and_neither(work):
    found = ledger(work)
    seed = seeding.from_dispute(found, found.disputes[0])
    assert seed.question == (
        "Which holds, C1 “Every attack was beaten back” or C2 “Two columns got into Kupiansk”?"
    )
    assert seed.hypotheses == (
        "Only C1 holds: Every attack was beaten back",
        "Only C2 holds: Two columns got into Kupiansk",
        "Both hold",
        "Neither holds",
    )


def test_how_both_could_hold_is_part_of_the_hypothesis(work):
    work.rows["disputes"][0].both_could_hold = "They entered and were driven out"
    found = ledger(work)
    seed = seeding.from_dispute(found, found.disputes[0])
    assert seed.hypotheses[2] == "Both hold: They entered and were driven out"


def test_a_dispute_is_tried_on_claims_about_the_same_place(work):
    work.claim("C4", "Shells fell on the town.")
    about = [("C1", "Kupiansk"), ("C4", "Kupiansk"), ("C3", "Svatove")]
    found = ledger(work, about)
    seed = seeding.from_dispute(found, found.disputes[0])
    assert seed.claims == {"C1", "C2", "C4"}


def test_a_dispute_about_no_place_is_tried_on_every_claim_of_a_small_case(work):
    found = ledger(work)
    assert seeding.from_dispute(found, found.disputes[0]).claims == {"C1", "C2", "C3"}


def test_a_dispute_with_a_side_that_has_gone_is_no_beginning(work):
    work.dispute("C1", "C9", DisputeStatus.OPEN)
    found = ledger(work)
    with pytest.raises(KeyError):
        seeding.from_dispute(found, found.disputes[1])


def test_claims_that_compete_are_hypotheses_and_no_evidence(work):
    seed = seeding.from_claims(ledger(work), "Who holds the town?", {"C2", "C1"})
    assert seed.question == "Who holds the town?"
    assert seed.hypotheses == ("Every attack was beaten back.", "Two columns got into Kupiansk.")
    assert seed.claims == {"C3"}
    assert seed.left_out == {"C1", "C2"}


def test_many_claims_are_not_all_proposed(work):
    for number in range(seeding.MANY):
        work.claim(f"D{number}")
    found = ledger(work)
    assert seeding.from_question(found, "Why?").claims == frozenset()
    assert seeding.from_dispute(found, found.disputes[0]).claims == {"C1", "C2"}


def test_a_small_case_proposes_every_claim_for_its_question(work):
    assert seeding.from_question(ledger(work), "Why?").claims == {"C1", "C2", "C3"}
