"""Claims and evidence: each claim, how it stands, and who speaks for and against it."""

from caseboard.analysis.standing import Standing, Status, status_name
from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Pill,
    Role,
    Row,
    Run,
    Table,
    Tone,
    plain,
    toned,
)
from caseboard.briefing.citations import claim_anchor
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import inline
from caseboard.briefing.words import grade, term
from caseboard.i18n import _
from caseboard.model import ladders, moments
from caseboard.model.claim import Claim, Report
from caseboard.model.refs import short
from caseboard.model.terms import Stance

_TONES = {
    Status.OPEN: Tone.MUTED,
    Status.SINGLE_SOURCE: Tone.WARN,
    Status.CORROBORATED: Tone.GOOD,
    Status.DISPUTED: Tone.BAD,
}


def made(making: Making) -> tuple[Block, ...]:
    """A row for each claim, and a line on how to read the grades."""
    if not making.dossier.claims:
        none = plain(_("No claims have been entered in this case."))
        return (Paragraph(toned(none.runs, Tone.MUTED)),)
    columns = (
        Column(_("Claim"), 0.37),
        Column(_("Status"), 0.27),
        Column(_("For"), 0.18),
        Column(_("Against"), 0.18),
    )
    rows = tuple(_row(making, claim) for claim in making.dossier.claims)
    return (Table(columns, rows), _key())


def _row(making: Making, claim: Claim) -> Row:
    reports = making.index.reports.get(claim.id, [])
    return Row(
        (
            Cell(_claim(making, claim)),
            Cell(_status(making.standings.get(claim.id))),
            Cell(_said(making, reports, Stance.SUPPORTS)),
            Cell(_said(making, reports, Stance.CONTRADICTS)),
        ),
        anchor=claim_anchor(claim),
    )


def _claim(making: Making, claim: Claim) -> tuple[Paragraph, ...]:
    ref = Run(f"{short(claim.ref)}\u2002", bold=True, tone=Tone.MUTED)
    lines = [Paragraph((ref, Run(claim.statement)), Role.TABLE)]
    if claim.event_time:
        when = moments.show(claim.event_time)
        lines.append(_small(_("Happened: {when}").format(when=when)))
    if claim.band is not None:
        rung = ladders.rung(making.case.ladder, claim.band)
        likelihood = _("Likelihood: {word} ({chances})")
        lines.append(_small(likelihood.format(word=rung.word, chances=rung.chances)))
    if claim.confidence is not None:
        lines.append(_small(_confidence(claim)))
    if assessment := claim.assessment.strip():
        lines.append(Paragraph(making.citations.resolve(inline(assessment)), Role.SMALL))
    return tuple(lines)


def _confidence(claim: Claim) -> str:
    word = term(claim.confidence) if claim.confidence else ""
    if claim.confidence_basis.strip():
        return _("Confidence: {word}. {basis}").format(word=word, basis=claim.confidence_basis)
    return _("Confidence: {word}").format(word=word)


def _status(standing: Standing | None) -> tuple[Pill | Paragraph, ...]:
    if standing is None:
        return ()
    pill = Pill(status_name(standing.status), _TONES[standing.status])
    return pill, *(_small(line) for line in standing.working.splitlines())


def _said(making: Making, reports: list[Report], stance: Stance) -> tuple[Paragraph, ...]:
    said = [_report(making, report) for report in reports if report.stance is stance]
    return tuple(said) or (Paragraph((Run("—", tone=Tone.MUTED),), Role.TABLE),)


def _report(making: Making, report: Report) -> Paragraph:
    """`[1] General Staff B 2`, and why the report is graded so."""
    runs: list[Run] = []
    clip = making.index.clip_of(report.anchor_id)
    if clip is not None:
        runs += [making.citations.cite(clip), Run(" ")]
    source = making.index.sources.get(report.claimant_id)
    if source is not None:
        letters = grade(source.reliability, report.credibility)
        runs += [Run(f"{source.name} "), Run(letters, bold=True)]
    if reason := report.credibility_reason.strip():
        runs.append(Run(f" ({reason})", tone=Tone.MUTED))
    return Paragraph(tuple(runs), Role.TABLE)


def _small(text: str) -> Paragraph:
    return Paragraph((Run(text, tone=Tone.MUTED),), Role.SMALL)


def _key() -> Paragraph:
    return _small(
        _(
            "Grades after AJP-2.1: the letter is the reliability of the source, A to F, the "
            "figure the credibility of the report, 1 to 6. F and 6 mean that it cannot be "
            "judged, not that it is bad."
        )
    )
