"""The situation as reported: what is said, by whom, through whom; nothing that is judged."""

from collections.abc import Iterator, Sequence

from caseboard.briefing.blocks import Block, Entry, Listing, Paragraph, Run, Runs, Tone, filled
from caseboard.briefing.citations import claim_anchor
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import BULLET
from caseboard.briefing.sections.prose import passage
from caseboard.briefing.sections.voices import all_told, voices
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.claim import Claim, Report
from caseboard.model.refs import short
from caseboard.model.terms import ClaimStatus, Passage, Stance


def made(making: Making) -> tuple[Block, ...]:
    """What the analyst wrote of it; else every claim as somebody's word, in order of time."""
    if written := passage(making, Passage.SITUATION):
        return written
    claims = sorted(making.dossier.claims, key=_order)
    entries = (entry for claim in claims for entry in _entry(making, claim))
    listed = tuple(entries)
    return (Listing(listed),) if listed else ()


def _order(claim: Claim) -> tuple[object, ...]:
    return moments.sort_key(claim.event_time), len(claim.ref), claim.ref


def _entry(making: Making, claim: Claim) -> Iterator[Entry]:
    reports = making.index.reports.get(claim.id, [])
    sides = {stance: [report for report in reports if report.stance is stance] for stance in Stance}
    said = _said(making, claim, sides[Stance.SUPPORTS], sides[Stance.CONTRADICTS])
    if said:
        yield Entry(Run(BULLET), (Paragraph((*said, *_clash(making, claim))),))


def _said(
    making: Making, claim: Claim, supporting: Sequence[Report], contradicting: Sequence[Report]
) -> Runs:
    """One or two sentences; nothing where nobody takes a stance."""
    for_it = all_told(making, voices(making, supporting))
    against = all_told(making, voices(making, contradicting))
    statement = _statement(claim)
    if for_it and against:
        sentence = _("According to {names}: {statement} Contradicted by {others}.")
        return filled(sentence, names=for_it, statement=statement, others=against)
    if for_it:
        return filled(_("According to {names}: {statement}"), names=for_it, statement=statement)
    if against:
        return filled(_("Denied by {names}: {statement}"), names=against, statement=statement)
    return ()


def _statement(claim: Claim) -> Runs:
    """The claim in its own words, when it is said to have happened, and its ref."""
    bare = " ".join(claim.statement.split()).rstrip(".")
    when = f" ({moments.show(claim.event_time)})" if claim.event_time else ""
    ref = Run(short(claim.ref), tone=Tone.ACCENT, link=claim_anchor(claim))
    return (Run(f"{bare}{when} "), ref, Run("."))


def _clash(making: Making, claim: Claim) -> Runs:
    """That it is disputed, and with what."""
    standing = making.standings.get(claim.id)
    if standing is None or standing.status is not ClaimStatus.DISPUTED:
        return ()
    disputed = Run(_("Disputed."), bold=True)
    if not standing.disputed_with:
        return (Run(" "), disputed)
    refs: list[Run] = []
    for ref in standing.disputed_with:
        refs += [Run(", ")] * bool(refs)
        refs.append(making.citations.refer(ref) or Run(ref))
    return (
        Run(" "),
        *filled(
            _("{disputed} It stands against {claims}."), disputed=(disputed,), claims=tuple(refs)
        ),
    )
