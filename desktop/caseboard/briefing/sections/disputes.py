"""Disputes: two accounts side by side, what each would imply, how both could hold, our reading."""

from collections.abc import Iterable, Iterator

from caseboard.briefing import templates
from caseboard.briefing.blocks import (
    Block,
    Comparison,
    Heading,
    Paragraph,
    Role,
    Run,
    SectionKind,
    Side,
    Tone,
)
from caseboard.briefing.choosing import chosen
from caseboard.briefing.citations import claim_anchor
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import inline
from caseboard.briefing.sections.voices import told, voices
from caseboard.briefing.words import term
from caseboard.i18n import _
from caseboard.model.claim import Claim, Dispute, Report
from caseboard.model.refs import short
from caseboard.model.terms import DiffersOn, DisputeStatus, Stance, Template

QUOTE = 600
"""Characters of a quotation that are printed; the whole stands in the exhibit."""
SHORT = 180
"""And of one in a flash, which has a page."""


def made(making: Making) -> tuple[Block, ...]:
    """A heading and a comparison for each dispute."""
    numbered = enumerate(making.dossier.disputes, 1)
    return tuple(block for number, each in numbered for block in _one(making, number, each))


def _one(making: Making, number: int, dispute: Dispute) -> Iterator[Block]:
    a = making.index.claims.get(dispute.claim_a_id)
    b = making.index.claims.get(dispute.claim_b_id)
    if a is None or b is None:
        return
    yield Heading((Run(_heading(number, dispute)),), anchor=f"dispute-{number}")
    yield Comparison(
        _side(making, dispute, a, is_first=True),
        _side(making, dispute, b, is_first=False),
        tuple(_below(making, dispute)),
    )


def _below(making: Making, dispute: Dispute) -> Iterator[Paragraph]:
    """What is said of both: how they could hold together, how they were laid to rest, our word.

    A flash has room for our word alone, where there is one.
    """
    if _is_flash(making) and dispute.reading.strip():
        yield from _told(making, [(_("Our reading:"), dispute.reading)])
        return
    texts = [(_("How both could hold:"), dispute.both_could_hold)]
    laid_to_rest = dispute.status is not DisputeStatus.OPEN
    if laid_to_rest and dispute.status_reason.strip() != dispute.both_could_hold.strip():
        why = _("Why it is {status}:").format(status=term(dispute.status))
        texts.append((why, dispute.status_reason))
    texts.append((_("Our reading:"), dispute.reading))
    yield from _told(making, texts)


def _is_flash(making: Making) -> bool:
    return templates.of(making.briefing.template) is Template.FLASH


def _told(making: Making, texts: Iterable[tuple[str, str]]) -> Iterator[Paragraph]:
    for label, text in texts:
        if runs := inline(text):
            yield Paragraph((Run(f"{label} ", bold=True), *making.citations.resolve(runs)))


def _heading(number: int, dispute: Dispute) -> str:
    status = term(dispute.status)
    known = {kind.value: kind for kind in DiffersOn}
    matters = [term(known[matter]) for matter in dispute.differs_on if matter in known]
    if not matters:
        return _("Dispute {number} ({status})").format(number=number, status=status)
    return _("Dispute {number}: {matters} ({status})").format(
        number=number, matters=", ".join(matters), status=status
    )


def _side(making: Making, dispute: Dispute, claim: Claim, *, is_first: bool) -> Side:
    label = _("Account A") if is_first else _("Account B")
    implies = dispute.implies_a if is_first else dispute.implies_b
    statement = Paragraph(
        (Run(claim.statement, bold=True), Run(" "), _ref(making, dispute, claim)), Role.TABLE
    )
    reports = making.index.reports.get(claim.id, [])
    supporting = [report for report in reports if report.stance is Stance.SUPPORTS]
    said = tuple(_said(making, supporting))
    follows = inline(implies)
    if not follows or _is_flash(making):
        return Side(label, statement, said)
    runs = (Run(f"{_('If so:')} ", bold=True), *making.citations.resolve(follows))
    return Side(label, statement, (*said, Paragraph(runs, Role.TABLE)))


def _ref(making: Making, dispute: Dispute, claim: Claim) -> Run:
    """Leads to the claim; where claims have no section, this is where they are led to."""
    if SectionKind.CLAIMS in chosen(making.briefing):
        return Run(short(claim.ref), tone=Tone.ACCENT, link=claim_anchor(claim))
    here = (each for each in making.dossier.disputes if claim.id in _pair(each))
    anchor = claim_anchor(claim) if next(here, dispute) is dispute else ""
    return Run(short(claim.ref), bold=True, anchor=anchor)


def _pair(dispute: Dispute) -> tuple[str, str]:
    return dispute.claim_a_id, dispute.claim_b_id


def _said(making: Making, reports: list[Report]) -> Iterator[Paragraph]:
    """Who says so, once, and under it every passage that was tagged."""
    most = SHORT if _is_flash(making) else QUOTE
    for voice in voices(making, reports):
        yield Paragraph(told(making, voice), Role.TABLE)
        anchors = (making.index.anchors.get(report.anchor_id) for report in voice.reports)
        exact = (anchor.exact for anchor in anchors if anchor is not None)
        for text in dict.fromkeys(text for text in exact if text.strip()):
            yield Paragraph((Run(_quoted(text, most)),), Role.QUOTE)


def _quoted(exact: str, most: int) -> str:
    text = " ".join(exact.split())
    if len(text) > most:
        text = text[:most].rsplit(" ", 1)[0] + " …"
    bare = text[1:-1] if text[:1] in '"“«' and text[-1:] in '"”»' else text
    return _("“{quote}”").format(quote=bare)
