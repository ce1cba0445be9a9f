"""Claims and evidence: each claim, how it stands, and who speaks for and against it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from caseboard.analysis.standing import Standing, status_name
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
from caseboard.model.terms import ClaimStatus, Credibility, Stance

_TONES = {
    ClaimStatus.OPEN: Tone.MUTED,
    ClaimStatus.SINGLE_SOURCE: Tone.WARN,
    ClaimStatus.CORROBORATED: Tone.GOOD,
    ClaimStatus.DISPUTED: Tone.BAD,
}
_COUNTED = re.compile(r"(?<=\d) ")
_SHARES = (0.32, 0.15, 0.265, 0.265)


def made(making: Making) -> tuple[Block, ...]:
    """A row for each claim and one below it for what follows, then how to read the grades."""
    if not making.dossier.claims:
        none = plain(_("No claims have been entered in this case."))
        return (Paragraph(toned(none.runs, Tone.MUTED)),)
    labels = (_("Claim"), _("Status"), _("For"), _("Against"))
    columns = tuple(Column(label, share) for label, share in zip(labels, _SHARES, strict=True))
    rows = [row for claim in making.dossier.claims for row in _rows(making, claim)]
    return (Table(columns, (*rows, Row((_wide((_key(),)),), kept=True))),)


def _rows(making: Making, claim: Claim) -> Iterator[Row]:
    reports = making.index.reports.get(claim.id, [])
    standing = making.standings.get(claim.id)
    yield Row(
        (
            Cell(_claim(making, claim)),
            Cell(_status(standing)),
            Cell(_said(making, reports, Stance.SUPPORTS)),
            Cell(_said(making, reports, Stance.CONTRADICTS)),
        ),
        anchor=claim_anchor(claim),
    )
    if below := tuple(_below(making, claim, standing)):
        yield Row((_wide(below),), joined=True)


def _wide(content: tuple[Paragraph, ...]) -> Cell:
    return Cell(content, span=len(_SHARES))


def _claim(making: Making, claim: Claim) -> tuple[Paragraph, ...]:
    ref = Run(f"{short(claim.ref)}\u2002", bold=True, tone=Tone.MUTED)
    lines = [Paragraph((ref, Run(claim.statement, bold=True)), Role.TABLE)]
    if claim.event_time:
        when = moments.show(claim.event_time)
        lines.append(_small(_("Happened: {when}").format(when=when)))
    if claim.band is not None:
        rung = ladders.rung(making.case.ladder, claim.band)
        likelihood = _("Likelihood: {word} ({chances})")
        lines.append(_small(likelihood.format(word=rung.word, chances=rung.chances)))
    return tuple(lines)


def _status(standing: Standing | None) -> tuple[Pill | Paragraph, ...]:
    if standing is None:
        return ()
    return (Pill(status_name(standing.status), _TONES[standing.status]),)


def _below(making: Making, claim: Claim, standing: Standing | None) -> Iterator[Paragraph]:
    """The analyst's reading, confidence on a line of its own, and how the status came about."""
    if assessment := claim.assessment.strip():
        yield Paragraph(making.citations.resolve(inline(assessment)), Role.TABLE)
    if claim.confidence is not None:
        yield _small(_confidence(claim))
    if standing is not None and standing.working:
        yield _small(_flowing(standing.working))


def _flowing(working: str) -> str:
    """Its lines as sentences, no number parted from what it counts."""
    ended = (line if line.endswith(".") else f"{line}." for line in working.splitlines())
    return _COUNTED.sub("\u00a0", " ".join(ended))


def _confidence(claim: Claim) -> str:
    word = term(claim.confidence) if claim.confidence else ""
    if claim.confidence_basis.strip():
        return _("Confidence: {word}. {basis}").format(word=word, basis=claim.confidence_basis)
    return _("Confidence: {word}").format(word=word)


def _said(making: Making, reports: Sequence[Report], stance: Stance) -> tuple[Paragraph, ...]:
    """Who takes this stance: what one claimant said with one credibility stands together."""
    said: defaultdict[tuple[str, Credibility], list[Report]] = defaultdict(list)
    for report in reports:
        if report.stance is stance:
            said[report.claimant_id, report.credibility].append(report)
    if not said:
        return (Paragraph((Run("—", tone=Tone.MUTED),), Role.TABLE),)
    return tuple(part for group in said.values() for part in _voice(making, group))


def _voice(making: Making, reports: Sequence[Report]) -> Iterator[Paragraph]:
    """`[1] [2] General Staff B 2`, and why the reports are graded so."""
    clips = (making.index.clip_of(report.anchor_id) for report in reports)
    runs: list[Run] = []
    for clip in {clip.id: clip for clip in clips if clip is not None}.values():
        runs += [making.citations.cite(clip), Run(" ")]
    source = making.index.sources.get(reports[0].claimant_id)
    if source is not None:
        letters = grade(source.reliability, reports[0].credibility)
        runs += [Run(f"{source.name} "), Run(letters, bold=True)]
    yield Paragraph(tuple(runs), Role.TABLE)
    reasons = dict.fromkeys(report.credibility_reason.strip() for report in reports)
    if why := " ".join(reason for reason in reasons if reason):
        yield _small(why)


def _small(text: str) -> Paragraph:
    return Paragraph((Run(text, tone=Tone.MUTED),), Role.SMALL)


def _key() -> Paragraph:
    return _small(
        _(
            "Grades after AJP-2.1: a letter for the source, A to F, a figure for the report, "
            "1 to 6. F and 6 mean that it cannot be judged, not that it is bad."
        )
    )
