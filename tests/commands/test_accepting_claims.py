"""Claims made of proposals: tagged along, undone in one, and found again for a dispute."""

from dataclasses import replace

from sqlmodel import select

from caseboard.commands import disputed
from caseboard.commands.accepting import Acceptance, AcceptProposals, RejectProposal
from caseboard.commands.anchoring import TextPlace
from caseboard.commands.claims import AddClaim
from caseboard.commands.stating import AddProposedClaim
from caseboard.model.claim import ClaimLocation
from caseboard.store import clips
from caseboard.tagging.proposals import proposals
from caseboard.tagging.suggestions import Elsewhere, Kind
from caseworker import Casework
from proposed_clip import DENIAL, ENTRY, TEXT, dispute, found, propose, span


async def begun(library, history):
    work = Casework(library, history)
    await work.open()
    work.clip_id = await work.clip(TEXT.encode(), TEXT)
    await propose(library, work.clip_id)
    return work


def of(kind, suggestions=None):
    return next(p for p in proposals(suggestions or found()) if p.kind is kind)


def claim_at(work, words, clip_id=None):
    at = span(words)
    place = TextPlace(at["start"], at["end"])
    draft = work.report(clip_id or work.clip_id, exact="said")
    return AddClaim(work.case, words, replace(draft, place=place))


def about_of(session, claim_id):
    return list(
        session.exec(select(ClaimLocation.location_id).where(ClaimLocation.claim_id == claim_id))
    )


def sides(work, proposal):
    return work.read(disputed.sides, work.case, work.clip_id, proposal)


async def test_a_claim_tags_the_places_it_names_and_both_are_undone_in_one(library, history):
    work = await begun(library, history)
    about = AcceptProposals(work.case, work.clip_id, (Acceptance(of(Kind.LOCATION), (1,)),))
    claim_id = await history.run(AddProposedClaim(work.case, claim_at(work, DENIAL), about))
    view = work.read(clips.view, work.clip_id)
    (location,) = view.locations
    (tag,) = view.tags
    assert (location.name, tag.location_id) == ("Kupiansk", location.id)
    assert work.read(about_of, claim_id) == [location.id]
    await history.undo(work.case)
    view = work.read(clips.view, work.clip_id)
    assert (view.tags, view.reports) == ([], [])


async def test_a_dispute_waits_for_the_claims_of_its_two_statements(library, history):
    work = await begun(library, history)
    proposal = of(Kind.DISPUTE)
    assert sides(work, proposal) == (None, None)
    denial = await history.run(claim_at(work, DENIAL))
    assert sides(work, proposal) == (denial, None)
    entry = await history.run(claim_at(work, ENTRY))
    assert sides(work, proposal) == (denial, entry)
    await history.undo(work.case)
    assert sides(work, proposal) == (denial, None)


async def test_its_other_side_may_be_a_claim_of_the_case_or_stand_in_another_clip(library, history):
    work = await begun(library, history)
    other = await work.clip(TEXT.encode() + b" ", TEXT + " ")
    entry = await history.run(claim_at(work, ENTRY, other))
    for elsewhere in (Elsewhere(ENTRY, claim_id=entry), Elsewhere(ENTRY, clip_id=other)):
        suggestions = found(disputes=(replace(dispute(), b=None, elsewhere=elsewhere),))
        await propose(library, work.clip_id, suggestions)
        assert sides(work, of(Kind.DISPUTE, suggestions)) == (None, entry)
    nowhere = found(disputes=(replace(dispute(), b=None, elsewhere=Elsewhere("?", "gone")),))
    await propose(library, work.clip_id, nowhere)
    assert sides(work, of(Kind.DISPUTE, nowhere)) == (None, None)


async def test_what_a_side_can_be_stated_from_is_found_even_where_it_was_turned_down(
    library, history
):
    work = await begun(library, history)
    proposal = of(Kind.DISPUTE)

    def unstated():
        return work.read(disputed.unstated, work.case, work.clip_id, proposal)

    await history.run(RejectProposal(work.case, of(Kind.STATEMENT)))
    first = unstated()
    assert (first.number, first.statement.name) == (1, DENIAL)
    assert Kind.LOCATION in {each.kind for each in first.others}
    await history.run(claim_at(work, DENIAL))
    assert (unstated().number, unstated().statement.name) == (2, ENTRY)
    await history.run(claim_at(work, ENTRY))
    assert unstated() is None


async def test_a_side_of_another_clip_is_stated_from_there(library, history):
    work = await begun(library, history)
    other = await work.clip(TEXT.encode() + b" ", TEXT + " ")
    await propose(library, other)
    clash = replace(dispute(), b=None, elsewhere=Elsewhere(ENTRY, clip_id=other))
    suggestions = found(disputes=(clash,))
    await propose(library, work.clip_id, suggestions)
    await history.run(claim_at(work, DENIAL))
    side = work.read(disputed.unstated, work.case, work.clip_id, of(Kind.DISPUTE, suggestions))
    assert (side.number, side.clip.id, side.statement.name) == (2, other, ENTRY)
