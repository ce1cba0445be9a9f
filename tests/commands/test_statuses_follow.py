"""Statuses follow from the reports, whatever is done in whatever order, undone and done again."""

import asyncio
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from caseboard.analysis.standing import standings, weigh
from caseboard.commands.anchoring import TextPlace
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.claims import (
    AddClaim,
    AddDispute,
    AddReport,
    BinClaim,
    BinReport,
    ReportDraft,
)
from caseboard.commands.describing import DescribeClip
from caseboard.commands.editing import Bin, Edit
from caseboard.commands.history import History
from caseboard.commands.merging import MergeClaims, MergeSources
from caseboard.commands.reports import EditReport
from caseboard.commands.sources import Named, find
from caseboard.commands.syndications import ForgetJudgement, JudgeCopies
from caseboard.errors import CaseError
from caseboard.model.claim import Claim, Dispute
from caseboard.model.terms import ClaimStatus, DisputeStatus, Stance
from caseboard.store import claims, clips, dossiers, ledgers
from caseboard.store.library import Library
from caseworker import Casework
from naive_statuses import statuses

COPY = " ".join(f"copied{number}" for number in range(60))
EDITED = COPY.replace("copied30 ", "altered30 ")
OTHER = " ".join(f"other{number}" for number in range(60))
OUTLETS = ("Daily", "Wire", "Post")
MOUTHS = (*OUTLETS, "General Staff", "DeepState")

numbers = st.integers(0, 7)
mouths = st.sampled_from(MOUTHS)
ways = st.lists(st.sampled_from(OUTLETS), max_size=2, unique=True)
stances = st.sampled_from([Stance.SUPPORTS, Stance.SUPPORTS, Stance.CONTRADICTS, Stance.MENTIONS])


class Statuses(RuleBasedStateMachine):
    """One analyst at work on a few claims; after each step every way of weighing them agrees."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.loop = asyncio.new_event_loop()
        self.library = Library.open(self.folder, "tester")
        self.history = History(self.library.database)
        self.history.changed.connect(self.note)
        self.changes, self.checked, self.known = 0, -1, None
        self.work = Casework(self.library, self.history)
        self.do(self.work.open())
        self.before = []
        """The statuses before each step that can be undone."""
        for outlet, text in zip(OUTLETS, (COPY, EDITED, OTHER), strict=True):
            self.do(self.printed(outlet, text))
        for clip, mouth in enumerate(("Daily", "General Staff", "DeepState")):
            self.state(clip, mouth, [], Stance.SUPPORTS)

    def do(self, coroutine):
        return self.loop.run_until_complete(coroutine)

    def note(self, _change):
        self.changes += 1
        self.known = None

    def now(self):
        """The statuses as the naive reckoning has them, made anew after every change."""
        if self.known is None:
            self.known = self.work.read(statuses, self.work.case)
        return self.known

    async def printed(self, outlet, text):
        clip_id = await self.work.clip(f"{outlet} {text}".encode(), text, outlet)
        self.before.append({})  # what is clipped is undone together with its reading
        await self.history.run(DescribeClip(self.work.case, clip_id, {}, Named(outlet)))
        self.before.append({})

    def step(self, command):
        """One command; whether it changed anything. What is refused changes nothing."""
        before, changes = self.now(), self.changes
        try:
            self.do(self.history.run(command))
        except CaseError:
            assert self.work.read(statuses, self.work.case) == before
            return False
        if self.changes == changes:
            return False
        self.before.append(before)
        return True

    def claim(self, number):
        known = sorted(self.now())
        return known[number % len(known)]

    def clip(self, number):
        known = sorted(self.work.read(clips.ids, self.work.case))
        return known[number % len(known)]

    def report(self, claim, number):
        reports = self.work.read(claims.reports_of, self.claim(claim))
        return reports[number % len(reports)].id

    def disputes(self):
        return self.work.read(ledgers.read, self.work.case).disputes

    def dispute(self, number):
        disputes = self.disputes()
        return disputes[number % len(disputes)].id if disputes else None

    def draft(self, clip, mouth, way, stance):
        relays = tuple(map(Named, way))
        clip_id = self.clip(clip)
        return ReportDraft(clip_id, TextPlace(0, 6), stance, Named(mouth), relays)

    def has_clips(self):
        return bool(self.work.read(clips.ids, self.work.case))

    def has_claims(self):
        return bool(self.now())

    def may_report(self):
        return self.has_clips() and self.has_claims()

    # --- what may be done ---

    @rule(outlet=st.sampled_from(OUTLETS), text=st.sampled_from([COPY, OTHER]))
    def take_in(self, outlet, text):
        before = self.now()
        self.do(self.printed(outlet, text))
        self.before[-2:] = [before, before]

    @precondition(has_clips)
    @rule(clip=numbers, outlet=st.sampled_from(OUTLETS))
    def publish(self, clip, outlet):
        self.step(DescribeClip(self.work.case, self.clip(clip), {}, Named(outlet)))

    @precondition(has_clips)
    @rule(clip=numbers, mouth=mouths, way=ways, stance=stances)
    def state(self, clip, mouth, way, stance):
        draft = self.draft(clip, mouth, way, stance)
        self.step(AddClaim(self.work.case, "It happened", draft))

    @precondition(may_report)
    @rule(claim=numbers, clip=numbers, mouth=mouths, way=ways, stance=stances)
    def add_report(self, claim, clip, mouth, way, stance):
        draft = self.draft(clip, mouth, way, stance)
        self.step(AddReport(self.work.case, self.claim(claim), draft))

    @precondition(may_report)
    @rule(claim=numbers, clip=numbers)
    def let_outlet_speak(self, claim, clip):
        """The outlet of a clip says it in its own voice."""
        clip_id = self.clip(clip)
        outlet = self.work.read(clips.view, clip_id).clip.source_id
        if outlet:
            draft = ReportDraft(clip_id, TextPlace(0, 6), Stance.SUPPORTS, outlet)
            self.step(AddReport(self.work.case, self.claim(claim), draft))

    @precondition(has_claims)
    @rule(claim=numbers, number=numbers, mouth=mouths, way=ways, stance=stances)
    def edit_report(self, claim, number, mouth, way, stance):
        relays = tuple(map(Named, way))
        report_id = self.report(claim, number)
        self.step(EditReport(self.work.case, report_id, stance, Named(mouth), relays))

    @precondition(may_report)
    @rule(claim=numbers)
    def let_all_outlets_speak(self, claim):
        """Every outlet says it in its own voice: texts decide how many origins that is."""
        claim_id = self.claim(claim)
        for number in range(len(self.work.read(clips.ids, self.work.case))):
            clip_id = self.clip(number)
            outlet = self.work.read(clips.view, clip_id).clip.source_id
            if outlet:
                draft = ReportDraft(clip_id, TextPlace(0, 6), Stance.SUPPORTS, outlet)
                self.step(AddReport(self.work.case, claim_id, draft))

    @precondition(has_claims)
    @rule(claim=numbers, number=numbers)
    def drop_report(self, claim, number):
        self.step(BinReport(self.work.case, self.report(claim, number)))

    @precondition(has_claims)
    @rule(claim=numbers)
    def drop_claim(self, claim):
        claim_id = self.claim(claim)
        assert self.step(BinClaim(self.work.case, claim_id))
        assert claim_id not in self.now()

    @precondition(has_clips)
    @rule(clip=numbers)
    def drop_clip(self, clip):
        assert self.step(BinClips(self.work.case, frozenset({self.clip(clip)})))

    @precondition(lambda self: len(self.now()) > 1)
    @rule(claim=numbers, more=st.integers(1, 7))
    def merge_claims(self, claim, more):
        self.merge(self.claim(claim), self.claim(claim + more))

    @precondition(lambda self: len(self.now()) > 2)
    @rule(claim=numbers)
    def merge_one_of_two_that_clash(self, claim):
        keep, gone, rival = (self.claim(claim + more) for more in range(3))
        self.step(AddDispute(self.work.case, gone, rival))
        self.merge(keep, gone)

    def merge(self, keep, gone):
        mouths = self.claimants(keep) | self.claimants(gone)
        rivals = (self.rivals(keep) | self.rivals(gone)) - {keep, gone}
        if self.step(MergeClaims(self.work.case, keep, (gone,))):
            assert gone not in self.now()
            assert self.claimants(keep) == mouths
            assert self.rivals(keep) == rivals

    def rivals(self, claim):
        sides = ({each.claim_a_id, each.claim_b_id} for each in self.disputes())
        return {other for pair in sides if claim in pair for other in pair} - {claim}

    def claimants(self, claim):
        words = self.work.read(ledgers.read, self.work.case).words
        return {word.claimant_id for word in words[claim]}

    @rule(one=mouths, other=mouths)
    def merge_sources(self, one, other):
        found = [self.work.read(find, name) for name in (one, other)]
        if all(found):
            self.step(MergeSources(self.work.case, found[0].id, (found[1].id,)))

    @precondition(has_clips)
    @rule(clip=numbers, more=numbers, same=st.booleans())
    def judge(self, clip, more, same):
        one, other = self.clip(clip), self.clip(clip + more)
        self.step(JudgeCopies(self.work.case, one, other, same))

    @precondition(has_clips)
    @rule(clip=numbers, more=numbers)
    def forget(self, clip, more):
        self.step(ForgetJudgement(self.work.case, self.clip(clip), self.clip(clip + more)))

    @precondition(has_claims)
    @rule(claim=numbers, status=st.sampled_from([None, *ClaimStatus]))
    def override(self, claim, status):
        claim_id = self.claim(claim)
        derived = self.now()[claim_id][1]
        change = {"status_override": status, "override_reason": "I was there" if status else ""}
        self.step(Edit(Claim, claim_id, change, "Override", self.work.case))
        assert self.now()[claim_id][:2] == (status or derived, derived)

    @precondition(lambda self: len(self.now()) > 1)
    @rule(claim=numbers, more=numbers)
    def clash(self, claim, more):
        self.step(AddDispute(self.work.case, self.claim(claim), self.claim(claim + more)))

    @rule(number=numbers, status=st.sampled_from(list(DisputeStatus)))
    def settle(self, number, status):
        if dispute_id := self.dispute(number):
            change = {"status": status}
            self.step(Edit(Dispute, dispute_id, change, "Settle", self.work.case))

    @rule(number=numbers)
    def drop_dispute(self, number):
        if dispute_id := self.dispute(number):
            self.step(Bin(Dispute, frozenset({dispute_id}), "Delete", self.work.case))

    @rule(times=st.integers(1, 4))
    def undo(self, times):
        for _time in range(times):
            assert (self.do(self.history.undo(self.work.case)) is not None) == bool(self.before)
            if self.before:
                assert self.now() == self.before.pop()

    @rule(times=st.integers(1, 4))
    def undo_and_redo(self, times):
        seen = [self.now()]
        while len(seen) <= times and self.do(self.history.undo(self.work.case)) is not None:
            seen.append(self.now())
        while len(seen) > 1:
            assert self.now() == seen.pop()
            assert self.do(self.history.redo(self.work.case)) is not None
        assert self.now() == seen.pop()

    # --- what must hold ---

    @invariant()
    def every_way_of_weighing_agrees(self):
        if self.checked == self.changes:
            return
        self.checked = self.changes
        weighed = weigh(self.work.read(ledgers.read, self.work.case))
        assert weighed == standings(self.work.read(dossiers.read, self.work.case))
        assert {
            claim_id: (each.status, each.derived, len(each.origins))
            for claim_id, each in weighed.items()
        } == self.now()

    def teardown(self):
        try:
            self.undo_to_the_beginning()
        finally:
            self.library.close()
            self.loop.close()
            shutil.rmtree(self.folder)

    def undo_to_the_beginning(self):
        while self.do(self.history.undo(self.work.case)) is not None:
            assert self.now() == self.before.pop()
        assert (self.before, self.now()) == ([], {})
        self.every_way_of_weighing_agrees()


TestStatuses = Statuses.TestCase
TestStatuses.settings = settings(
    max_examples=8,
    stateful_step_count=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking takes minutes here
    suppress_health_check=list(HealthCheck),
)


async def said(work, *draft_of):
    """A claim with these reports, each in a clip of its outlet; returns ids of claim and clips."""
    await work.open()
    claim, clip_ids = None, []
    for outlet, text, mouth, way in draft_of:
        clip_id = await work.clip(f"{outlet} {text}".encode(), text, outlet)
        await work.history.run(DescribeClip(work.case, clip_id, {}, Named(outlet)))
        draft = ReportDraft(
            clip_id, TextPlace(0, 6), Stance.SUPPORTS, Named(mouth), tuple(map(Named, way))
        )
        if claim is None:
            claim = await work.history.run(AddClaim(work.case, "It happened", draft))
        else:
            await work.history.run(AddReport(work.case, claim, draft))
        clip_ids.append(clip_id)
    return claim, clip_ids


def weighed(work, claim):
    return weigh(work.read(ledgers.read, work.case))[claim]


async def test_three_outlets_that_repeat_one_agency_are_one_origin(library, history):
    work = Casework(library, history)
    agency = [(outlet, f"{outlet} {OTHER}", "Ukrinform", ()) for outlet in OUTLETS]
    claim, _clips = await said(work, *agency)
    found = weighed(work, claim)
    assert (found.reports, len(found.origins)) == (3, 1)
    assert found.status is ClaimStatus.SINGLE_SOURCE


async def test_three_outlets_that_repeat_a_staff_through_agencies_are_one_origin(library, history):
    work = Casework(library, history)
    ways = ((), ("Ukrinform",), ("Ukrinform", "Interfax"))
    passed = [
        (outlet, f"{outlet} {OTHER}", "General Staff", way)
        for outlet, way in zip(OUTLETS, ways, strict=True)
    ]
    claim, _clips = await said(work, *passed)
    assert weighed(work, claim).status is ClaimStatus.SINGLE_SOURCE
    other = ("Map", COPY, "DeepState", ())
    await work.history.run(
        AddReport(work.case, claim, work.report(await printed(work, other), "DeepState", (), "All"))
    )
    assert weighed(work, claim).status is ClaimStatus.CORROBORATED


async def test_outlets_with_one_text_are_one_origin_until_the_analyst_says_otherwise(
    library, history
):
    work = Casework(library, history)
    speaking = [("Daily", COPY, "Daily", ()), ("Wire", EDITED, "Wire", ())]
    claim, (one, other) = await said(work, *speaking)
    assert weighed(work, claim).status is ClaimStatus.SINGLE_SOURCE
    await history.run(
        JudgeCopies(work.case, one, other, is_same_origin=False, reason="Both saw it")
    )
    assert weighed(work, claim).status is ClaimStatus.CORROBORATED
    assert "Both saw it" in weighed(work, claim).working
    await history.run(ForgetJudgement(work.case, one, other))
    assert weighed(work, claim).status is ClaimStatus.SINGLE_SOURCE


async def printed(work, told):
    """A clip with the text of `caseworker`, of an outlet of its own."""
    clip_id = await work.clip(title=told[0])
    await work.history.run(DescribeClip(work.case, clip_id, {}, Named(told[0])))
    return clip_id
