"""Disputes: two accounts side by side, what they differ on, and how both could hold."""

from collections import defaultdict
from collections.abc import Iterator

from caseboard.briefing.blocks import Block, Comparison, Heading, Paragraph, Role, Run, Side, Tone
from caseboard.briefing.citations import claim_anchor
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import inline
from caseboard.briefing.words import grade, term
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.claim import Claim, Dispute, Report
from caseboard.model.refs import short
from caseboard.model.terms import DiffersOn, Stance

QUOTE = 600
"""Characters of a quotation that are printed; the whole stands in the exhibit."""


def made(making: Making) -> tuple[Block, ...]:
    """A heading and a comparison for each dispute."""
    numbered = enumerate(making.dossier.disputes, 1)
    return tuple(block for number, each in numbered for block in _one(making, number, each))


def _one(making: Making, number: int, dispute: Dispute) -> Iterator[Block]:
    a = making.index.claims.get(dispute.claim_a_id)
    b = making.index.claims.get(dispute.claim_b_id)
    if a is None or b is None:
        return
    yield Heading((Run(_heading(number, dispute)),))
    below = inline(dispute.both_could_hold)
    label = Run(f"{_('How both could hold:')} ", bold=True)
    yield Comparison(
        _side(making, _("Account A"), a),
        _side(making, _("Account B"), b),
        (Paragraph((label, *making.citations.resolve(below))),) if below else (),
    )


def _heading(number: int, dispute: Dispute) -> str:
    status = term(dispute.status)
    known = {kind.value: kind for kind in DiffersOn}
    matters = [term(known[matter]) for matter in dispute.differs_on if matter in known]
    if not matters:
        return _("Dispute {number}; {status}").format(number=number, status=status)
    return _("Dispute {number}: differs on {matters}; {status}").format(
        number=number, matters=", ".join(matters), status=status
    )


def _side(making: Making, label: str, claim: Claim) -> Side:
    ref = Run(short(claim.ref), tone=Tone.ACCENT, link=claim_anchor(claim))
    statement = Paragraph((Run(claim.statement, bold=True), Run(" "), ref), Role.TABLE)
    reports = making.index.reports.get(claim.id, [])
    supporting = [report for report in reports if report.stance is Stance.SUPPORTS]
    return Side(label, statement, tuple(_said(making, supporting)))


def _said(making: Making, reports: list[Report]) -> Iterator[Paragraph]:
    """Who says so, once, and under it every passage that was tagged."""
    together: defaultdict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in reports:
        clip = making.index.clip_of(report.anchor_id)
        way = tuple(relay.source_id for relay in making.index.relays.get(report.id, []))
        alike = (report.claimant_id, way, report.said_when, report.credibility, clip and clip.id)
        together[alike].append(report)
    for group in together.values():
        yield _voice(making, group[0])
        anchors = (making.index.anchors.get(report.anchor_id) for report in group)
        exact = (anchor.exact for anchor in anchors if anchor is not None)
        for text in dict.fromkeys(text for text in exact if text.strip()):
            yield Paragraph((Run(_quoted(text)),), Role.QUOTE)


def _voice(making: Making, report: Report) -> Paragraph:
    source = making.index.sources.get(report.claimant_id)
    runs: list[Run] = []
    if source is not None:
        runs.append(Run(source.name, bold=True))
    names = [making.index.name(relay.source_id) for relay in making.index.relays.get(report.id, [])]
    if chain := " →\u00a0".join(name for name in names if name):
        runs.append(Run(_(", via {chain}").format(chain=chain)))
    if report.said_when:
        runs.append(Run(f", {moments.show(report.said_when)}"))
    if source is not None:
        letters = grade(source.reliability, report.credibility)
        runs += [Run(". "), Run(letters, bold=True)]
    clip = making.index.clip_of(report.anchor_id)
    if clip is not None:
        runs += [Run(" "), making.citations.cite(clip)]
    return Paragraph(tuple(runs), Role.TABLE)


def _quoted(exact: str) -> str:
    text = " ".join(exact.split())
    if len(text) > QUOTE:
        text = text[:QUOTE].rsplit(" ", 1)[0] + " …"
    bare = text[1:-1] if text[:1] in '"“«' and text[-1:] in '"”»' else text
    return _("“{quote}”").format(quote=bare)
