"""Answering proposals: what is tagged, what the library learns, and what is open after it."""

import pytest

from caseboard.commands import proposed
from caseboard.commands.accepting import (
    Acceptance,
    AcceptProposals,
    RejectProposal,
    TakeBackRejection,
)
from caseboard.errors import CaseError
from caseboard.model.entities import Location
from caseboard.model.terms import DiffersOn, LocationKind, SourceKind
from caseboard.store import clips
from caseboard.store import proposals as store
from caseboard.store.journal import Entry
from caseboard.tagging.proposals import proposals
from caseboard.tagging.suggestions import (
    Candidate,
    DisputeSuggestion,
    EquipmentSuggestion,
    Kind,
    LocationSuggestion,
    PersonSuggestion,
    Place,
    Speaker,
    StatementSuggestion,
    Suggestions,
    UnitSuggestion,
)
from caseworker import TEXT, Casework

KUPIANSK = Place(
    "Kupiansk", LocationKind.SETTLEMENT, 49.71, 37.616, 3000.0, "UA", gazetteer_id="geonames:703656"
)
OTHER = Place("Kupiansk-Vuzlovyi", LocationKind.SETTLEMENT, 49.66, 37.65, 2000.0, "UA")


def at(words, **said):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "surface": words, "score": 0.9} | said


def town():
    candidates = (Candidate(KUPIANSK, 0.9, "population"), Candidate(OTHER, 0.2, ""))
    return LocationSuggestion(**at("Куп'янськ"), candidates=candidates)


def statement(words, outcome):
    staff = Speaker("General Staff", SourceKind.OFFICIAL)
    return StatementSuggestion(**at(words), claimant=staff, outcome=outcome)


FOUND = Suggestions(
    locations=(town(),),
    units=(UnitSuggestion(**at("Two columns"), name="column", count=(2, 2)),),
    people=(PersonSuggestion(**at("the staff"), name="The Staff", role="staff"),),
    equipment=(EquipmentSuggestion(**at("map", score=0.3), name="Map"),),
    statements=(statement("All assaults", "repelled"), statement("Two columns got in", "entered")),
    disputes=(DisputeSuggestion(**at("All assaults"), a=0, b=1, differs_on=(DiffersOn.ENTRY,)),),
)


async def filled(library, history):
    work = Casework(library, history)
    await work.open()
    clip_id = await work.clip()
    await propose(library, clip_id)
    return work, clip_id


async def propose(library, clip_id, found=FOUND):
    rows = proposed.rows(found)
    await library.database.write(
        Entry("Propose"), lambda session: store.keep(session, clip_id, rows, "stamp")
    )


def still_open(work, clip_id):
    return {proposal.kind for proposal in work.read(proposed.open_of, clip_id)}


def of_kind(work, clip_id, kind):
    return next(p for p in work.read(proposed.open_of, clip_id) if p.kind is kind)


ALL = {Kind.LOCATION, Kind.UNIT, Kind.PERSON, Kind.EQUIPMENT, Kind.STATEMENT, Kind.DISPUTE}


async def test_what_is_kept_comes_back_as_it_was(library, history):
    work, clip_id = await filled(library, history)
    assert work.read(proposed.open_of, clip_id) == proposals(FOUND)


async def test_keeping_proposals_is_no_change_of_the_case(library, history):
    work, clip_id = await filled(library, history)
    seq = (await history.stacks(work.case)).done[-1]
    await propose(library, clip_id)
    assert (await history.stacks(work.case)).done[-1] == seq


async def test_accepting_tags_and_closes_the_proposal_and_undo_opens_it_again(library, history):
    work, clip_id = await filled(library, history)
    town = of_kind(work, clip_id, Kind.LOCATION)
    await history.run(AcceptProposals(work.case, clip_id, (Acceptance(town),)))
    view = work.read(clips.view, clip_id)
    assert [place.gazetteer_id for place in view.locations] == ["geonames:703656"]
    assert [anchor.exact for anchor in view.anchors] == ["Куп'янськ"]
    assert still_open(work, clip_id) == ALL - {Kind.LOCATION}
    await history.undo(work.case)
    assert still_open(work, clip_id) == ALL
    await history.redo(work.case)
    assert still_open(work, clip_id) == ALL - {Kind.LOCATION}


async def test_everything_at_once_is_one_change(library, history):
    work, clip_id = await filled(library, history)
    kinds = (Kind.LOCATION, Kind.UNIT, Kind.PERSON, Kind.EQUIPMENT)
    wanted = tuple(Acceptance(of_kind(work, clip_id, kind)) for kind in kinds)
    tags = await history.run(AcceptProposals(work.case, clip_id, wanted))
    assert len(tags) == 4
    assert still_open(work, clip_id) == {Kind.STATEMENT, Kind.DISPUTE}
    await history.undo(work.case)
    assert still_open(work, clip_id) == ALL


async def test_another_candidate_may_be_the_one(library, history):
    work, clip_id = await filled(library, history)
    town = of_kind(work, clip_id, Kind.LOCATION)
    await history.run(AcceptProposals(work.case, clip_id, (Acceptance(town, candidate=1),)))
    assert [place.name for place in work.read(clips.view, clip_id).locations] == [
        "Kupiansk-Vuzlovyi"
    ]


@pytest.mark.parametrize(("count", "is_identified"), [((2, 2), False), (None, True)])
async def test_what_was_only_counted_is_no_unit_that_is_identified(
    library, history, count, is_identified
):
    work, clip_id = await filled(library, history)
    made = UnitSuggestion(**at("Two columns"), name="column", count=count)
    await propose(library, clip_id, Suggestions(units=(made,)))
    unit = of_kind(work, clip_id, Kind.UNIT)
    await history.run(AcceptProposals(work.case, clip_id, (Acceptance(unit),)))
    (taken,) = work.read(clips.view, clip_id).units
    assert taken.is_identified is is_identified


async def test_a_place_the_library_has_is_found_again(library, history):
    work, clip_id = await filled(library, history)
    town = of_kind(work, clip_id, Kind.LOCATION)
    await work.tag(clip_id, exact="columns", name="Kupiansk")
    await history.run(AcceptProposals(work.case, clip_id, (Acceptance(town),)))
    assert len({place.id for place in work.read(clips.view, clip_id).locations}) == 1


async def test_a_place_of_the_same_name_far_away_is_another(library, history):
    work, clip_id = await filled(library, history)
    far = Place("Kupiansk", LocationKind.SETTLEMENT, 47.0, 32.0, 1000.0, "UA")
    found = Suggestions((LocationSuggestion(**at("columns"), candidates=(Candidate(far, 1, ""),)),))
    town = of_kind(work, clip_id, Kind.LOCATION)
    both = (Acceptance(town), Acceptance(proposals(found)[0]))
    await history.run(AcceptProposals(work.case, clip_id, both))
    assert len(work.read(clips.view, clip_id).locations) == 2


async def test_a_tag_of_another_kind_answers_nothing(library, history):
    work, clip_id = await filled(library, history)
    await work.tag(clip_id, exact="Two columns", name="Here")
    assert Kind.UNIT in still_open(work, clip_id)
    assert Kind.STATEMENT in still_open(work, clip_id)


async def test_what_was_turned_down_stays_so_in_every_clip_of_the_case(library, history):
    work, clip_id = await filled(library, history)
    other = await work.clip(data=b"other")
    await propose(library, other)
    await history.run(RejectProposal(work.case, of_kind(work, clip_id, Kind.LOCATION)))
    assert Kind.LOCATION not in still_open(work, clip_id) | still_open(work, other)
    assert work.read(clips.rows, [other])[other].suggestions == 5
    await history.undo(work.case)
    assert Kind.LOCATION in still_open(work, clip_id) & still_open(work, other)


async def test_what_was_turned_down_can_be_proposed_again(library, history):
    work, clip_id = await filled(library, history)
    await history.run(RejectProposal(work.case, of_kind(work, clip_id, Kind.LOCATION)))
    [row] = work.read(store.rejections, work.case)
    assert (row.surface, row.kind) == ("Куп'янськ", "location")
    await history.run(TakeBackRejection(work.case, row.id))
    assert still_open(work, clip_id) == ALL


async def test_another_case_learns_nothing_from_it(library, history):
    work, clip_id = await filled(library, history)
    await history.run(RejectProposal(work.case, of_kind(work, clip_id, Kind.LOCATION)))
    await work.open("Another")
    other = await work.clip(data=b"other")
    await propose(library, other)
    assert still_open(work, other) == ALL


async def test_a_claim_at_its_words_closes_a_statement_and_two_claims_that_clash_a_dispute(
    library, history
):
    work, clip_id = await filled(library, history)
    repelled = await work.claim(clip_id)
    assert [p.name for p in work.read(proposed.open_of, clip_id) if p.kind is Kind.STATEMENT] == [
        "Two columns got in"
    ]
    entered = await work.claim(clip_id, "Two columns got in", exact="Two columns got in")
    assert Kind.STATEMENT not in still_open(work, clip_id)
    assert Kind.DISPUTE in still_open(work, clip_id)
    await work.dispute(repelled, entered)
    assert Kind.DISPUTE not in still_open(work, clip_id)


async def test_a_statement_is_no_tag(library, history):
    work, clip_id = await filled(library, history)
    said = of_kind(work, clip_id, Kind.STATEMENT)
    with pytest.raises(CaseError, match="accepted as a claim"):
        await history.run(AcceptProposals(work.case, clip_id, (Acceptance(said),)))


async def test_proposals_of_a_text_that_has_changed_are_refused(library, history):
    work, clip_id = await filled(library, history)
    moved = LocationSuggestion(
        start=0, end=9, surface="Куп'янськ", candidates=(Candidate(KUPIANSK, 1, ""),)
    )
    [wrong] = proposals(Suggestions(locations=(moved,)))
    with pytest.raises(CaseError, match="has changed"):
        await history.run(AcceptProposals(work.case, clip_id, (Acceptance(wrong),)))
    assert work.read(clips.view, clip_id).tags == []


async def test_a_clip_that_is_undone_takes_its_proposals_along(library, history):
    work, clip_id = await filled(library, history)
    await history.undo(work.case)
    assert work.read(clips.view, clip_id) is None
    assert work.read(store.run_of, clip_id) is None
    assert work.read(proposed.open_of, clip_id) == []


async def test_the_list_counts_what_is_open_and_likely(library, history):
    work, clip_id = await filled(library, history)
    assert work.read(clips.rows, [clip_id])[clip_id].suggestions == 6
    await work.tag(clip_id)
    assert work.read(clips.rows, [clip_id])[clip_id].suggestions == 5


async def test_a_location_tagged_by_hand_is_an_answer(library, history):
    work, clip_id = await filled(library, history)
    await work.tag(clip_id)
    assert Kind.LOCATION not in still_open(work, clip_id)
    assert [place.name for place in work.read(clips.view, clip_id).locations] == ["Kupiansk"]
    assert isinstance(work.read(clips.view, clip_id).locations[0], Location)
