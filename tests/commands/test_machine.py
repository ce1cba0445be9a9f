"""A whole session at random: model, journal and search index agree after every step."""

import asyncio
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from caseboard.commands.anchoring import TextPlace
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.claims import AddReport, BinClaim, BinReport
from caseboard.commands.editing import Edit
from caseboard.commands.history import History
from caseboard.commands.notes import WriteNote
from caseboard.commands.syndications import JudgeCopies
from caseboard.commands.tags import AddTag, Keyword
from caseboard.commands.versions import MakeVersion, UnlinkVersion
from caseboard.errors import CaseError
from caseboard.model.claim import Claim
from caseboard.model.columns import new_id
from caseboard.model.ids import NoteId
from caseboard.store import cases, claims, clips, dossiers, notes, search, verify
from caseboard.store import history as journal
from caseboard.store.library import Library
from caseworker import TEXT, Casework

WORDS = st.sampled_from(["Kupiansk", "Куп'янськ", "ferry", "міст", "D-20", "обстріл"])


class Session(RuleBasedStateMachine):
    """One analyst, one library, any order of work, undo, redo and restarts."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.loop = asyncio.new_event_loop()
        self.library = None
        self.restart()
        self.do(self.work.open())
        self.pictures = []
        """What the case looked like before each step that can be undone."""

    def do(self, coroutine):
        return self.loop.run_until_complete(coroutine)

    def step(self, coroutine):
        """One command; it can be undone to just what was there before."""
        before, seq = self.snapshot(), self.seq()
        try:
            self.do(coroutine)
        except CaseError:
            assert self.snapshot() == before
            return
        if self.seq() != seq:
            self.pictures.append(before)

    def seq(self):
        return len(self.work.read(journal.ids, None))

    def snapshot(self):
        dossier = self.work.read(dossiers.read, self.work.case)
        lists = (
            *(dossier.clips, dossier.tags, dossier.claims, dossier.reports, dossier.notes),
            dossier.syndications,
        )
        return [sorted(row.model_dump_json() for row in rows) for rows in lists]

    def ids(self, query):
        return sorted(self.work.read(query, self.work.case))

    def pick(self, rows, number):
        return rows[number % len(rows)]

    @rule()
    def restart(self):
        case = None
        if self.library:
            case = self.work.case
            self.library.close()
        self.library = Library.open(self.folder, "tester")
        self.history = History(self.library.database)
        self.work = Casework(self.library, self.history)
        self.work.case = case

    @rule(word=WORDS)
    def clip(self, word):
        self.step(self.work.clip(word.encode(), f"{TEXT} {word}", word))

    @precondition(lambda self: self.ids(clips.ids))
    @rule(number=st.integers(0, 9), start=st.integers(0, 40), word=WORDS)
    def tag(self, number, start, word):
        clip_id = self.pick(self.ids(clips.ids), number)
        place = TextPlace(start, start + 7)
        self.step(self.history.run(AddTag(self.work.case, clip_id, place, Keyword(word))))

    @precondition(lambda self: self.ids(clips.ids))
    @rule(number=st.integers(0, 9), word=WORDS)
    def claim(self, number, word):
        self.step(self.work.claim(self.pick(self.ids(clips.ids), number), word))

    def claim_ids(self):
        return sorted(c.id for c in self.work.read(dossiers.read, self.work.case).claims)

    @precondition(lambda self: self.claim_ids() and self.ids(clips.ids))
    @rule(number=st.integers(0, 9), other=st.integers(0, 9), word=WORDS)
    def report(self, number, other, word):
        claim_id = self.pick(self.claim_ids(), number)
        draft = self.work.report(self.pick(self.ids(clips.ids), other), word, ())
        self.step(self.history.run(AddReport(self.work.case, claim_id, draft)))

    @precondition(lambda self: self.claim_ids())
    @rule(number=st.integers(0, 9))
    def drop_report(self, number):
        reports = self.work.read(claims.reports_of, self.pick(self.claim_ids(), number))
        self.step(self.history.run(BinReport(self.work.case, self.pick(reports, number).id)))

    @precondition(lambda self: self.claim_ids())
    @rule(number=st.integers(0, 9), word=WORDS)
    def reword(self, number, word):
        claim_id = self.pick(self.claim_ids(), number)
        change = Edit(Claim, claim_id, {"statement": word}, "Edit claim", self.work.case)
        self.step(self.history.run(change))

    @precondition(lambda self: self.claim_ids())
    @rule(number=st.integers(0, 9))
    def drop_claim(self, number):
        claim_id = self.pick(self.claim_ids(), number)
        self.step(self.history.run(BinClaim(self.work.case, claim_id)))

    @precondition(lambda self: self.ids(clips.ids))
    @rule(number=st.integers(0, 9))
    def drop_clip(self, number):
        clip_id = self.pick(self.ids(clips.ids), number)
        self.step(self.history.run(BinClips(self.work.case, frozenset({clip_id}))))

    @precondition(lambda self: len(self.ids(clips.ids)) > 1)
    @rule(number=st.integers(0, 9), other=st.integers(0, 9))
    def tie(self, number, other):
        known = self.ids(clips.ids)
        later, earlier = self.pick(known, number), self.pick(known, other)
        self.step(self.history.run(MakeVersion(self.work.case, later, earlier)))

    @precondition(lambda self: self.ids(clips.ids))
    @rule(number=st.integers(0, 9))
    def untie(self, number):
        clip_id = self.pick(self.ids(clips.ids), number)
        self.step(self.history.run(UnlinkVersion(self.work.case, clip_id)))

    @precondition(lambda self: len(self.ids(clips.ids)) > 1)
    @rule(number=st.integers(0, 9), other=st.integers(0, 9), same=st.booleans())
    def judge(self, number, other, same):
        known = self.ids(clips.ids)
        pair = self.pick(known, number), self.pick(known, other)
        self.step(self.history.run(JudgeCopies(self.work.case, *pair, same)))

    @rule(word=WORDS, again=st.integers(0, 9))
    def note(self, word, again):
        known = self.ids(notes.ids)
        note_id = self.pick(known, again) if known and again > 4 else NoteId(new_id())
        self.step(self.history.run(WriteNote(self.work.case, note_id, word)))

    @rule()
    def undo(self):
        label = self.do(self.history.undo(self.work.case))
        assert (label is not None) == bool(self.pictures)
        if self.pictures:
            assert self.snapshot() == self.pictures.pop()

    @rule()
    def undo_and_redo(self):
        before = self.snapshot()
        if self.do(self.history.undo(self.work.case)) is not None:
            assert self.do(self.history.redo(self.work.case)) is not None
        assert self.snapshot() == before

    @invariant()
    def everything_agrees(self):
        assert self.work.read(verify.library, self.library.files) == []

    @invariant()
    def every_claim_has_a_report(self):
        for claim_id in self.claim_ids():
            assert self.work.read(claims.reports_of, claim_id)

    @invariant()
    def search_finds_just_what_is_listed(self):
        hits = self.work.read(search.search, "assaults", self.work.case).hits
        assert sorted(hit.row_id for hit in hits if hit.kind == "clip") == self.ids(clips.ids)

    @invariant()
    def what_is_counted_is_listed(self):
        counts = self.work.read(cases.counts, self.work.case)
        assert counts.clips == len(self.ids(clips.ids))

    def teardown(self):
        self.library.close()
        self.loop.close()
        shutil.rmtree(self.folder)


TestSession = Session.TestCase
TestSession.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking takes minutes here
    suppress_health_check=list(HealthCheck),
)
