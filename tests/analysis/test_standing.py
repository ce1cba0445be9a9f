"""How far claims hold."""

from dataclasses import replace

import pytest
from casework import Casework
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis.standing import standings, status_name
from caseboard.model.terms import ClaimStatus, DisputeStatus, Stance

COPY = (
    "Two columns of armoured vehicles entered the town late in the evening and were met with "
    "artillery and drones, a spokesman of the brigade told reporters on Thursday, adding that "
    "the road behind them had been mined and that none of the vehicles had come back."
)


@pytest.fixture
def work():
    work = Casework()
    work.claim("C1", "Every attack was beaten back.")
    work.claim("C2", "Two columns got into Kupiansk.")
    return work


def of(work, claim="C1"):
    return standings(work.dossier)[claim]


def test_a_claim_that_is_only_mentioned_is_open(work):
    work.report("C1", "E001", "General Staff", stance=Stance.MENTIONS)
    standing = of(work)
    assert standing.status is ClaimStatus.OPEN
    assert standing.reports == 0
    assert standing.origins == ()
    assert standing.working == (
        "No report takes a stance\n1 report only mentions it and does not count."
    )


def test_one_voice_is_a_single_source(work):
    work.report("C1", "E001", "General Staff", via=["Ukrinform", "Kyiv Independent"])
    standing = of(work)
    assert standing.status is ClaimStatus.SINGLE_SOURCE
    assert standing.working == (
        "1 report, 1 independent origin: General Staff (via Ukrinform → Kyiv Independent)"
    )


def test_five_outlets_repeating_one_agency_are_one_origin(work):
    for number in range(5):
        work.report("C1", f"E{number}", "General Staff", via=["Ukrinform", f"Outlet {number}"])
    standing = of(work)
    assert standing.status is ClaimStatus.SINGLE_SOURCE
    assert standing.reports == 5
    assert [origin.name for origin in standing.origins] == ["General Staff"]
    assert len(standing.origins[0].chains) == 5


def test_two_claimants_corroborate_each_other(work):
    work.report("C1", "E001", "General Staff", via=["Ukrinform", "Kyiv Independent"])
    work.report("C1", "E002", "General Staff", via=["Ukrinform", "Kyiv Independent"])
    work.report("C1", "E003", "DeepState")
    standing = of(work)
    assert standing.status is ClaimStatus.CORROBORATED
    assert standing.working == (
        "3 reports, 2 independent origins: "
        "General Staff (via Ukrinform → Kyiv Independent), DeepState"
    )


def test_the_outlet_of_the_clip_ends_the_chain_though_nobody_noted_it(work):
    work.clip("E001", "Kyiv Independent")
    work.report("C1", "E001", "General Staff", via=["Ukrinform"])
    assert of(work).origins[0].chains == (("Ukrinform", "Kyiv Independent"),)


def test_a_contradiction_disputes_a_claim(work):
    work.report("C1", "E001", "General Staff")
    work.report("C1", "E002", "DeepState", stance=Stance.CONTRADICTS)
    standing = of(work)
    assert standing.status is ClaimStatus.DISPUTED
    assert (standing.supports, standing.contradicts) == (1, 1)
    assert standing.working.splitlines()[1] == "1 report supports it, 1 contradicts it."


def test_a_claim_that_is_only_contradicted_is_never_corroborated(work):
    work.report("C1", "E001", "General Staff", stance=Stance.CONTRADICTS)
    work.report("C1", "E002", "DeepState", stance=Stance.CONTRADICTS)
    assert of(work).status is ClaimStatus.DISPUTED


def test_an_open_dispute_disputes_both_claims(work):
    work.report("C1", "E001", "General Staff")
    work.report("C2", "E001", "DeepState")
    work.dispute("C1", "C2")
    assert of(work).status is of(work, "C2").status is ClaimStatus.DISPUTED
    assert of(work).working.splitlines()[-1] == "It stands in an open dispute with C2."
    assert of(work, "C2").disputed_with == ("C1",)


@pytest.mark.parametrize("status", [DisputeStatus.RECONCILED, DisputeStatus.SETTLED])
def test_a_dispute_that_is_over_disputes_nothing(work, status):
    work.report("C1", "E001", "General Staff")
    work.report("C2", "E001", "DeepState")
    work.dispute("C1", "C2", status)
    assert of(work).status is ClaimStatus.SINGLE_SOURCE


def test_outlets_that_print_the_same_copy_are_one_origin(work):
    work.clip("E001", "Daily", text=COPY, published="2024-11-15")
    work.clip("E002", "Wire", text=COPY.replace("Thursday", "Nov. 14"), published="2024-11-14")
    work.report("C1", "E001", "Daily")
    work.report("C1", "E002", "Wire")
    standing = of(work)
    assert standing.status is ClaimStatus.SINGLE_SOURCE
    assert [origin.name for origin in standing.origins] == ["Wire"]
    assert standing.working.splitlines()[-1] == (
        "Printed the same text as Wire, and counted with it: Daily."
    )


def test_the_same_copy_with_a_named_claimant_leaves_claimants_apart(work):
    work.clip("E001", "Daily", text=COPY)
    work.clip("E002", "Wire", text=COPY)
    work.report("C1", "E001", "General Staff", via=["Daily"])
    work.report("C1", "E002", "DeepState", via=["Wire"])
    assert of(work).status is ClaimStatus.CORROBORATED


def test_outlets_with_texts_of_their_own_are_two_origins(work):
    work.clip("E001", "Daily", text=COPY)
    work.clip("E002", "Wire", text=" ".join(reversed(COPY.split())))
    work.report("C1", "E001", "Daily")
    work.report("C1", "E002", "Wire")
    assert of(work).status is ClaimStatus.CORROBORATED


def test_a_report_whose_clip_is_in_the_bin_does_not_count(work):
    work.report("C1", "E001", "General Staff")
    work.report("C1", "E002", "DeepState")
    left = tuple(clip for clip in work.dossier.clips if clip.id != "E002")
    standing = standings(replace(work.dossier, clips=left))["C1"]
    assert standing.status is ClaimStatus.SINGLE_SOURCE


def test_a_source_in_the_bin_is_still_someone(work):
    work.report("C1", "E001", "General Staff")
    standing = standings(replace(work.dossier, sources=()))["C1"]
    assert standing.working == "1 report, 1 independent origin: a source in the bin"


def test_every_claim_has_a_standing_and_every_status_a_name(work):
    assert standings(work.dossier).keys() == {"C1", "C2"}
    assert {status_name(status) for status in ClaimStatus} == set(ClaimStatus)


# --- whatever the reports ---

VOICES = st.sampled_from(["General Staff", "DeepState", "Wire", "Daily", "Post"])
REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["C1", "C2", "C3"]),
        st.sampled_from(["E001", "E002", "E003", "E004"]),
        VOICES,
        st.lists(VOICES, max_size=2, unique=True),
        st.sampled_from(Stance),
    ),
    max_size=12,
)
DISPUTES = st.sets(st.sampled_from([("C1", "C2"), ("C2", "C3"), ("C1", "C3")]))


def told(reports, disputes):
    work = Casework()
    for claim in ("C1", "C2", "C3"):
        work.claim(claim)
    for ref, outlet in (("E001", "Wire"), ("E002", "Daily"), ("E003", "Post"), ("E004", None)):
        work.clip(ref, outlet, text=COPY, published="2024-11-14")
    for report in reports:
        work.report(*report[:4], stance=report[4])
    for one, other in disputes:
        work.dispute(one, other)
    return work


@given(REPORTS, DISPUTES, st.randoms(use_true_random=False))
def test_standing_does_not_depend_on_any_order(reports, disputes, random):
    work = told(reports, disputes)
    assert standings(work.shuffled(random)) == standings(work.dossier)


@given(REPORTS, DISPUTES)
def test_status_follows_from_the_reports(reports, disputes):
    for claim, standing in standings(told(reports, disputes).dossier).items():
        mine = [report for report in reports if report[0] == claim]
        taking = [report for report in mine if report[4] is not Stance.MENTIONS]
        contradicted = any(report[4] is Stance.CONTRADICTS for report in taking)
        assert standing.reports == len(taking) == sum(o.reports for o in standing.origins)
        assert len(standing.origins) <= len({report[2] for report in taking})
        assert bool(standing.origins) == bool(taking)
        disputed = contradicted or any(claim in pair for pair in disputes)
        assert (standing.status is ClaimStatus.DISPUTED) == disputed
        if standing.status is ClaimStatus.CORROBORATED:
            assert len(standing.origins) >= 2


@given(REPORTS, VOICES)
def test_repeating_a_claimant_adds_no_origin(reports, outlet):
    before = standings(told(reports, ()).dossier)
    repeated = [
        (claim, "E004", claimant, [*via, outlet], stance)
        for claim, _clip, claimant, via, stance in reports
    ]
    after = standings(told([*reports, *repeated], ()).dossier)
    for claim, standing in before.items():
        assert len(after[claim].origins) == len(standing.origins)
