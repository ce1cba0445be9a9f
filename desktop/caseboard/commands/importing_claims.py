"""Taking claims of a colleague's file into a case."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session, col, select

from caseboard.commands.anchoring import Place, RegionPlace, anchor_at
from caseboard.commands.claims import AddClaim, AddDispute, AddReport, ReportDraft
from caseboard.commands.editing import living
from caseboard.commands.gaps import AddGap
from caseboard.commands.placing import Placer, place_of
from caseboard.commands.quantities import QuantityDraft
from caseboard.commands.recognising import Recogniser
from caseboard.commands.sources import SourceRef
from caseboard.errors import CaseError
from caseboard.exchange import claims_reading
from caseboard.exchange.claims_book import Book, Clash, Missing, Proposition, Said
from caseboard.exchange.json_reading import BYTES
from caseboard.i18n import _, ngettext
from caseboard.model import moments, numerals
from caseboard.model.case import Case
from caseboard.model.claim import Claim, Dispute, Report
from caseboard.model.clip import Anchor
from caseboard.model.ids import CaseId, ClaimId
from caseboard.model.inquiry import Gap
from caseboard.model.refs import short
from caseboard.model.terms import DiffersOn, GapStatus, Stance
from caseboard.store import claims
from caseboard.store.gaps import Target

REPORTS = 20_000
"""So many reports are taken in at once, at most."""
STATEMENT = 5_000
"""Characters of a statement."""

Words = tuple[str, Place, Stance, SourceRef, tuple[SourceRef, ...]]
"""What tells one report of a claim from another: clip, place, stance, claimant and relays."""


@dataclass(slots=True)
class Imported:
    """What became of a file."""

    claims: int = 0
    """How many are new."""
    reports: int = 0
    known: int = 0
    """How many reports the case had already."""
    disputes: int = 0
    gaps: int = 0
    left_out: list[str] = field(default_factory=list)
    """A sentence for each thing that was not taken in, and why."""

    @property
    def sentence(self) -> str:
        """What came in, in words."""
        if not self.reports and not self.claims:
            return _("Nothing new was found in the file.")
        return _("Imported: {claims}, {reports}.").format(
            claims=ngettext("{n} claim", "{n} claims", self.claims),
            reports=ngettext("{n} report", "{n} reports", self.reports),
        )


def read(path: Path) -> Book:
    """The book in a file; raises `CaseError` where it cannot be read. Not for the loop's thread."""
    try:
        with path.open("rb") as file:
            data = file.read(BYTES + 1)
    except OSError as error:
        raise CaseError(
            _("{name} cannot be read: {reason}.").format(
                name=path.name, reason=error.strerror or str(error)
            )
        ) from error
    return claims_reading.read(data)


@dataclass(frozen=True, slots=True)
class ImportClaims:
    """Take the claims of a book into a case, with all that can be placed in its clips.

    A report needs its passage in a clip of the case; a claim needs one report. What the case has
    already is left as it is: a claim of the same words keeps its assessment and gains reports.
    Refs are the case's own. Hypotheses, and gaps that are answered, stay where they were.
    """

    case_id: CaseId
    book: Book

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Import claims of {ref}").format(ref=self.book.ref or _("another case"))

    def do(self, session: Session) -> Imported:
        """Take them in; raises `CaseError` where there are too many at once."""
        if sum(len(claim.said) for claim in self.book.claims) > REPORTS:
            raise CaseError(
                _("The file holds more than {n} reports.").format(n=numerals.count(REPORTS)),
                _("Ask for it in parts."),
            )
        case: Case = living(session, Case, self.case_id)
        work = _Import(session, case, self.book)
        work.run()
        return work.done


class _Import:
    """One import, while it is done."""

    def __init__(self, session: Session, case: Case, book: Book) -> None:
        self.done = Imported()
        self._session = session
        self._case = case
        self._book = book
        self._placer = Placer(session, case.id, book.exhibits)
        self._rows = Recogniser(session, book)
        self._claims: dict[str, ClaimId] = {}
        """The case's claims for those of the book."""
        self._disputes: dict[str, str] = {}
        self._told: dict[ClaimId, set[Words]] = {}
        """What the reports of a claim say, once it was asked."""

    def run(self) -> None:
        here = {claim.statement: claim for claim in self._living()}
        for claim in self._book.claims:
            self._take(claim, here)
        for clash in self._book.clashes:
            self._pair(clash)
        for gap in self._book.gaps:
            self._ask(gap)
        if count := len(self._book.questions):
            self._leave(
                ngettext(
                    "{n} question with hypotheses: it is tried in its own case.",
                    "{n} questions with hypotheses: they are tried in their own case.",
                    count,
                )
            )

    def _living(self) -> list[Claim]:
        query = select(Claim).where(Claim.case_id == self._case.id, col(Claim.deleted).is_(None))
        return list(self._session.exec(query))

    def _take(self, claim: Proposition, here: dict[str, Claim]) -> None:
        statement = claim.statement.strip()
        if not statement or len(statement) > STATEMENT:
            self._leave(_("A claim without a statement that could be shown."))
            return
        known = here.get(statement)
        if known is not None:
            self._claims[claim.id] = known.id
        for draft in self._drafts(claim):
            claim_id = self._claims.get(claim.id)
            if claim_id is None:
                here[statement] = self._state(claim, statement, draft)
            elif self._is_said(claim_id, draft):
                self.done.known += 1
            else:
                AddReport(self._case.id, claim_id, draft).do(self._session)
                self.done.reports += 1
            self._session.flush()
        if claim.id not in self._claims:
            self._leave(
                _("Claim {ref}, “{statement}”: none of its reports could be placed.").format(
                    ref=_ref(claim), statement=_brief(statement)
                )
            )

    def _state(self, claim: Proposition, statement: str, draft: ReportDraft) -> Claim:
        locations, units = self._rows.locations(claim.spots), self._rows.units(claim.troops)
        when = self._when(claim.event_time, claim)
        command = AddClaim(self._case.id, statement, draft, when, locations, units)
        claim_id = command.do(self._session)
        self._session.flush()
        self._claims[claim.id] = claim_id
        self.done.claims += 1
        self.done.reports += 1
        made: Claim = living(self._session, Claim, claim_id)
        self._assess(made, claim)
        return made

    def _assess(self, made: Claim, claim: Proposition) -> None:
        """The colleague's judgement; a rung means nothing on another ladder."""
        if claim.band is not None and self._book.ladder is self._case.ladder:
            made.band = claim.band
        elif claim.band is not None:
            self._leave(
                _("The likelihood of claim {ref}: it stands on another ladder of words.").format(
                    ref=_ref(claim)
                )
            )
        made.confidence = claim.confidence
        made.confidence_basis = claim.confidence_basis
        made.assessment = claim.assessment
        if claim.override is not None and claim.override_reason.strip():
            made.status_override = claim.override
            made.override_reason = claim.override_reason

    def _drafts(self, claim: Proposition) -> Iterator[ReportDraft]:
        for said in claim.said:
            draft = self._draft(claim, said)
            if draft is not None:
                yield draft

    def _draft(self, claim: Proposition, said: Said) -> ReportDraft | None:
        """The report as this case can hold it; None, and a sentence, where it cannot."""
        placed = self._placer.place(said.passage)
        if placed is None:
            self._leave_report(claim, said, _("its passage is in no clip of this case."))
            return None
        claimant = self._rows.source(said.claimant_id)
        relays = [self._rows.source(relay) for relay in said.relays]
        if claimant is None or None in relays:
            self._leave_report(claim, said, _("the file does not say who said it."))
            return None
        clip_id, place = placed
        draft = ReportDraft(
            clip_id=clip_id,
            place=place,
            stance=said.stance,
            claimant=claimant,
            relays=tuple(relay for relay in relays if relay),
            verb=said.verb,
            said_when=self._when(said.said_when, claim),
            credibility=said.credibility,
            credibility_reason=said.credibility_reason,
            quantities=tuple(
                QuantityDraft(n.kind, n.low, n.high, n.what, n.measure, n.is_approximate)
                for n in said.numbers
            ),
        )
        return draft if self._holds(draft, claim, said) else None

    def _holds(self, draft: ReportDraft, claim: Proposition, said: Said) -> bool:
        """Whether the case takes the place and the numbers of a report."""
        try:
            for quantity in draft.quantities:
                quantity.check()
            if isinstance(draft.place, RegionPlace):
                anchor_at(self._session, draft.clip_id, draft.place)
        except CaseError as error:
            self._leave_report(claim, said, str(error))
            return False
        return True

    def _is_said(self, claim_id: ClaimId, draft: ReportDraft) -> bool:
        """Whether the claim has a report of the same words, mouth, way and stance; it has now."""
        if claim_id not in self._told:
            reports = claims.reports_of(self._session, claim_id)
            self._told[claim_id] = {self._words(report) for report in reports}
        words = (draft.clip_id, draft.place, draft.stance, draft.claimant, draft.relays)
        is_told = words in self._told[claim_id]
        self._told[claim_id].add(words)
        return is_told

    def _words(self, report: Report) -> Words:
        anchor: Anchor = living(self._session, Anchor, report.anchor_id)
        relays = claims.relays_of(self._session, [report.id])
        passed_on = tuple(relay.source_id for relay in relays)
        return anchor.clip_id, place_of(anchor), report.stance, report.claimant_id, passed_on

    def _when(self, edtf: str, claim: Proposition) -> str:
        """A time as it is; none, and a sentence, where it is no EDTF."""
        try:
            if edtf:
                moments.read(edtf)
        except CaseError:
            self._leave(
                _("A time of claim {ref}: “{time}” cannot be read.").format(
                    ref=_ref(claim), time=_brief(edtf)
                )
            )
            return ""
        return edtf

    def _pair(self, clash: Clash) -> None:
        one, other = self._claims.get(clash.one), self._claims.get(clash.other)
        if one is None or other is None or one == other:
            self._leave(_("A dispute: one of its claims is not in this case."))
            return
        known = {member.value for member in DiffersOn}
        differs_on = tuple(DiffersOn(each) for each in clash.differs_on if each in known)
        texts = (clash.both_could_hold, clash.implies_a, clash.implies_b, clash.reading)
        command = AddDispute(self._case.id, one, other, differs_on, *texts)
        try:
            dispute_id = command.do(self._session)
        except CaseError:  # the two stand in a dispute already, which stays as it is
            return
        self._session.flush()
        dispute: Dispute = living(self._session, Dispute, dispute_id)
        dispute.status = clash.status
        dispute.status_reason = clash.status_reason
        self._disputes[clash.id] = dispute_id
        self.done.disputes += 1

    def _ask(self, gap: Missing) -> None:
        """An open gap of a claim or dispute that is here; other gaps are the colleague's own."""
        target: Target | None = None
        if gap.about in self._disputes:
            target = Target("dispute", self._disputes[gap.about])
        elif gap.about in self._claims:
            target = Target("claim", self._claims[gap.about])
        if target is None or gap.status is not GapStatus.OPEN or self._is_asked(gap.question):
            return
        try:
            AddGap(self._case.id, gap.question, gap.changes, target, gap.due).do(self._session)
        except CaseError as error:
            self._leave(f"{short(gap.ref)}: {error}")
            return
        self._session.flush()
        self.done.gaps += 1

    def _is_asked(self, question: str) -> bool:
        query = select(Gap.question).where(Gap.case_id == self._case.id, col(Gap.deleted).is_(None))
        return question.strip() in set(self._session.exec(query))

    def _leave_report(self, claim: Proposition, said: Said, why: str) -> None:
        quote = _brief(said.passage.exact) or _("a region of a picture")
        self._leave(
            _("A report of claim {ref}, “{quote}”: {why}").format(
                ref=_ref(claim), quote=quote, why=why
            )
        )

    def _leave(self, sentence: str) -> None:
        self.done.left_out.append(sentence)


def _ref(claim: Proposition) -> str:
    return short(claim.ref) or "?"


def _brief(text: str) -> str:
    tidy = " ".join(text.split())
    return tidy if len(tidy) <= 80 else f"{tidy[:79]}…"
