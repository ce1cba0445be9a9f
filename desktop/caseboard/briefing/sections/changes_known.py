"""What is known otherwise than in the version before, told in sentences."""

from collections.abc import Iterable, Iterator, Mapping

from caseboard.analysis.standing import Standing, standings, status_name
from caseboard.briefing.blocks import Run, Runs, Tone, filled
from caseboard.briefing.making import Making
from caseboard.briefing.sections import changes_inquired
from caseboard.briefing.words import term
from caseboard.i18n import _, ngettext
from caseboard.model import ladders
from caseboard.model.claim import Claim, Dispute, Report
from caseboard.model.ids import ClaimId
from caseboard.model.net_change import Since
from caseboard.model.refs import short


def told(making: Making, since: Since) -> Iterator[Runs]:
    """Claims, disputes, exhibits, sources, hypotheses, gaps, layers: a sentence for each change."""
    before = standings(since.dossier)
    yield from _claims(making, since, before)
    yield from _disputes(making, since)
    yield from _exhibits(making, since)
    yield from _sources(making, since)
    yield from changes_inquired.told(making, since, before)


# --- claims ---


def _claims(making: Making, since: Since, before: Mapping[ClaimId, Standing]) -> Iterator[Runs]:
    earlier = {claim.id: claim for claim in since.dossier.claims}
    for claim in making.dossier.claims:
        standing = making.standings.get(claim.id)
        was = earlier.get(claim.id)
        if was is None:
            yield _new_claim(making, claim, standing)
            continue
        parts = list(_claim(making, since, claim, was))
        if standing and standing.status is not before[claim.id].status:
            parts.insert(
                0, _now(status_name(standing.status), status_name(before[claim.id].status))
            )
        if parts:
            yield (*_named(making, claim), *(run for part in parts for run in _sentence(part)))
    gone = [claim.ref for claim in since.dossier.claims if claim.id in since.gone]
    if gone:
        said = ngettext("{n} claim was withdrawn", "{n} claims were withdrawn", len(gone))
        yield (Run(f"{said}: {_refs(gone)}."),)


def _new_claim(making: Making, claim: Claim, standing: Standing | None) -> Runs:
    status = status_name(standing.status) if standing else _("open")
    return filled(
        _("New claim {claim} It is {status}."),
        claim=_named(making, claim),
        status=(Run(status, bold=True),),
    )


def _claim(making: Making, since: Since, claim: Claim, was: Claim) -> Iterator[Runs]:
    """What is otherwise of a claim that was there, beside its status."""
    if claim.statement.split() != was.statement.split():
        yield (Run(_("Reworded")),)
    if claim.band != was.band:
        said = _("Likelihood now {now}, was {before}")
        is_now, before = _rung(making, claim.band), _rung(making, was.band)
        yield filled(said, now=(Run(is_now, bold=True),), before=(Run(before),))
    if claim.confidence is not was.confidence:
        now, then = claim.confidence, was.confidence
        said = _("Confidence now {now}, was {before}")
        words = (_("not stated") if each is None else term(each) for each in (now, then))
        is_now, before = words
        yield filled(said, now=(Run(is_now, bold=True),), before=(Run(before),))
    yield from _reports(making, since, claim)


def _rung(making: Making, band: int | None) -> str:
    return _("not stated") if band is None else ladders.rung(making.case.ladder, band).word


def _reports(making: Making, since: Since, claim: Claim) -> Iterator[Runs]:
    now = {report.id: report for report in making.index.reports.get(claim.id, [])}
    then = {report.id: report for report in since.dossier.reports if report.claim_id == claim.id}
    new = [report for key, report in now.items() if key not in then]
    if new:
        said = ngettext("{n} new report", "{n} new reports", len(new))
        names = dict.fromkeys(making.index.name(report.claimant_id) for report in new)
        whose = ", ".join(name for name in names if name)
        yield (Run(f"{said} ({whose})" if whose else said), *_cited(making, new))
    regraded = [key for key in now.keys() & then.keys() if _is_regraded(now[key], then[key])]
    if regraded:
        yield (Run(ngettext("{n} report graded anew", "{n} reports graded anew", len(regraded))),)


def _is_regraded(now: Report, then: Report) -> bool:
    return (now.credibility, now.stance) != (then.credibility, then.stance)


def _cited(making: Making, reports: Iterable[Report]) -> Iterator[Run]:
    clips = (making.index.clip_of(report.anchor_id) for report in reports)
    for clip in {clip.id: clip for clip in clips if clip is not None}.values():
        yield Run(" ")
        yield making.citations.cite(clip)


# --- disputes ---


def _disputes(making: Making, since: Since) -> Iterator[Runs]:
    earlier = {dispute.id: dispute for dispute in since.dossier.disputes}
    for dispute in making.dossier.disputes:
        was = earlier.get(dispute.id)
        sides = _sides(making, dispute)
        if was is None:
            yield filled(_("New dispute: {sides}."), sides=sides)
        elif was.status is not dispute.status:
            yield _settled(dispute, sides)
        elif was.reading.strip() != dispute.reading.strip():
            yield filled(_("Our reading of the dispute {sides} has changed."), sides=sides)
    gone = sum(dispute.id in since.gone for dispute in since.dossier.disputes)
    if gone:
        yield (Run(ngettext("{n} dispute was withdrawn.", "{n} disputes were withdrawn.", gone)),)


def _settled(dispute: Dispute, sides: Runs) -> Runs:
    said = filled(
        _("The dispute {sides} is now {status}."),
        sides=sides,
        status=(Run(term(dispute.status), bold=True),),
    )
    reason = " ".join(dispute.status_reason.split())
    return (*said, Run(f" {reason}")) if reason else said


def _sides(making: Making, dispute: Dispute) -> Runs:
    """`C1 against C2`."""
    claims = (making.index.claims.get(each) for each in (dispute.claim_a_id, dispute.claim_b_id))
    one, other = (_ref(making, claim.ref) if claim else Run("—") for claim in claims)
    return filled(_("{one} against {other}"), one=(one,), other=(other,))


# --- exhibits and sources ---


def _exhibits(making: Making, since: Since) -> Iterator[Runs]:
    there = {clip.id for clip in since.dossier.clips}
    new = [clip for clip in making.dossier.clips if clip.id not in there]
    if new:
        runs = [Run(f"{ngettext('{n} new exhibit', '{n} new exhibits', len(new))}:")]
        for clip in new:
            runs += [Run(f" {short(clip.ref)}\u00a0"), making.citations.cite(clip), Run(",")]
        yield (*runs[:-1], Run("."))
    gone = [clip.ref for clip in since.dossier.clips if clip.id in since.gone]
    if gone:
        said = ngettext("{n} exhibit was taken out", "{n} exhibits were taken out", len(gone))
        yield (Run(f"{said}: {_refs(gone)}."),)


def _sources(making: Making, since: Since) -> Iterator[Runs]:
    earlier = {source.id: source for source in since.dossier.sources}
    for source in making.dossier.sources:
        was = earlier.get(source.id)
        if was is not None and was.reliability is not source.reliability:
            yield filled(
                _("{source} is now graded {now}; it was {before}."),
                source=(Run(source.name),),
                now=(Run(source.reliability.value, bold=True),),
                before=(Run(was.reliability.value),),
            )


# --- how it is said ---


def _named(making: Making, claim: Claim) -> Runs:
    """A claim as a sentence: `C1 “The push was repelled.”`."""
    text = _("“{quote}”.").format(quote=" ".join(claim.statement.split()).rstrip("."))
    return (_ref(making, claim.ref), Run(f" {text}"))


def _ref(making: Making, ref: str) -> Run:
    return making.citations.refer(short(ref)) or Run(short(ref), tone=Tone.ACCENT)


def _refs(refs: Iterable[str]) -> str:
    return ", ".join(short(ref) for ref in refs)


def _now(now: str, before: str) -> Runs:
    return filled(_("Now {now}, was {before}"), now=(Run(now, bold=True),), before=(Run(before),))


def _sentence(part: Runs) -> Runs:
    """One of the sentences after a claim's name: likelihood and confidence are never in one."""
    return (Run(" "), *part, Run("."))
