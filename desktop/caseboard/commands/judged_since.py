"""What a library holds otherwise than a briefing that was made from it: judged, graded, worded.

Read from the journal, from the change-set the briefing was cut at: no fault of either.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlmodel import Session

from caseboard.analysis import cutoff
from caseboard.analysis.standing import Standing, standings, status_name
from caseboard.briefing.manifest_reading import Manifest
from caseboard.briefing.words import term
from caseboard.i18n import _, ngettext
from caseboard.model import ladders
from caseboard.model.claim import Claim, Report
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClaimId
from caseboard.model.refs import short
from caseboard.model.terms import Confidence
from caseboard.model.work import Briefing
from caseboard.store import changes_since, dossiers
from caseboard.store.export_records import Recorded
from caseboard.store.verify import Finding


def found(session: Session, manifest: Manifest, recorded: Recorded) -> tuple[Finding, ...]:
    """What has changed since `recorded`, of the claims and judgements that `manifest` names.

    Statements, statuses, likelihoods, confidences and grades; what is in the bin is left out.
    """
    briefing = session.get(Briefing, recorded.export.briefing_id)
    if briefing is None:
        return ()
    now = dossiers.read(session, briefing.case_id)
    since = changes_since.read(session, now, briefing, recorded.export)
    # As it was printed: of what was known by its cut-off.
    then = cutoff.before(since.dossier, since.briefing.cutoff)
    pair = _Pair(then, now, standings(then), standings(now))
    named = {claim.ref for claim in manifest.claims}
    return (
        *_worded(recorded.briefing_ref, manifest, since.briefing, briefing),
        *(each for claim in now.claims if claim.ref in named for each in _claim(pair, claim)),
        *_disputes(pair, named),
        *_sources(pair, recorded.briefing_ref, named),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """A case as it was, and as it is."""

    then: Dossier
    now: Dossier
    stood: Mapping[ClaimId, Standing]
    stands: Mapping[ClaimId, Standing]


def _worded(ref: str, manifest: Manifest, then: Briefing, now: Briefing) -> Iterator[Finding]:
    """Of the briefing itself, where it is written on."""
    was, are = _texts(then.judgements), set(_texts(now.judgements))
    printed = {each.number for each in manifest.stated if each.number}
    for number, text in enumerate(was, 1):
        if number in printed and text not in are:
            said = _("Judgement {number} is worded otherwise there now, or dropped.")
            yield Finding(ref, said.format(number=number))
    if then.confidence is not now.confidence:
        yield Finding(ref, _sure(now.confidence, then.confidence))


def _texts(judgements: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in judgements if text.strip()]


def _claim(pair: _Pair, claim: Claim) -> Iterator[Finding]:
    was = next((each for each in pair.then.claims if each.id == claim.id), None)
    if was is None:
        return
    if claim.statement.split() != was.statement.split():
        yield Finding(claim.ref, _("It has been worded otherwise since."))
    stood, stands = pair.stood[claim.id].status, pair.stands[claim.id].status
    if stands is not stood:
        names = status_name(stands), status_name(stood)
        yield Finding(claim.ref, _otherwise(_("Its status"), *names))
    if claim.band != was.band:
        rungs = (_rung(pair.now, band) for band in (claim.band, was.band))
        yield Finding(claim.ref, _otherwise(_("Its likelihood"), *rungs))
    if claim.confidence is not was.confidence:
        yield Finding(claim.ref, _sure(claim.confidence, was.confidence))
    yield from _reports(pair, claim)


def _reports(pair: _Pair, claim: Claim) -> Iterator[Finding]:
    then, now = _of(pair.then, claim), _of(pair.now, claim)
    graded = sum(_grade(now[key]) != _grade(then[key]) for key in now.keys() & then.keys())
    new, gone = len(now.keys() - then.keys()), len(then.keys() - now.keys())
    for count, said in (
        (
            graded,
            ngettext(
                "{n} report of it is graded anew.", "{n} reports of it are graded anew.", graded
            ),
        ),
        (new, ngettext("{n} report of it is new.", "{n} reports of it are new.", new)),
        (gone, ngettext("{n} report of it is gone.", "{n} reports of it are gone.", gone)),
    ):
        if count:
            yield Finding(claim.ref, said)


def _of(dossier: Dossier, claim: Claim) -> dict[str, Report]:
    return {row.id: row for row in dossier.reports if row.claim_id == claim.id}


def _grade(report: Report) -> tuple[str, str]:
    return report.credibility.value, report.stance.value


def _disputes(pair: _Pair, named: set[str]) -> Iterator[Finding]:
    refs = {claim.id: claim.ref for claim in pair.now.claims}
    before = {dispute.id: dispute for dispute in pair.then.disputes}
    for dispute in pair.now.disputes:
        was = before.get(dispute.id)
        one, other = refs.get(dispute.claim_a_id, ""), refs.get(dispute.claim_b_id, "")
        if one not in named:
            one, other = other, one
        if one not in named or not other:  # one of them may be in the bin
            continue
        if was is None:
            yield Finding(one, _("It is disputed by {other} now.").format(other=short(other)))
        elif was.status is not dispute.status:
            subject = _("The dispute with {other}").format(other=short(other))
            yield Finding(one, _otherwise(subject, term(dispute.status), term(was.status)))


def _sources(pair: _Pair, ref: str, named: set[str]) -> Iterator[Finding]:
    """Sources on whose word the claims of the briefing rest, graded otherwise."""
    claims = {claim.id for claim in pair.then.claims if claim.ref in named}
    speak = {report.claimant_id for report in pair.then.reports if report.claim_id in claims}
    before = {source.id: source for source in pair.then.sources if source.id in speak}
    for source in pair.now.sources:
        was = before.get(source.id)
        if was is not None and was.reliability is not source.reliability:
            letters = source.reliability.value, was.reliability.value
            yield Finding(ref, _otherwise(source.name, *letters))


def _sure(now: Confidence | None, before: Confidence | None) -> str:
    words = (term(each) if each else _("not stated") for each in (now, before))
    return _otherwise(_("Its confidence"), *words)


def _rung(dossier: Dossier, band: int | None) -> str:
    return _("not stated") if band is None else ladders.rung(dossier.case.ladder, band).word


def _otherwise(subject: str, now: str, before: str) -> str:
    return _("{subject}: now {now}, was {before}.").format(subject=subject, now=now, before=before)
