"""What is not known and by when it is asked for, and what would change the judgement."""

from collections.abc import Iterator
from datetime import UTC

from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Role,
    Row,
    Run,
    Runs,
    Table,
    Tone,
    plain,
)
from caseboard.briefing.citations import gap_anchor
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import inline
from caseboard.briefing.sections.prose import passage
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.inquiry import Gap
from caseboard.model.refs import short
from caseboard.model.terms import GapStatus, Passage

_SHARES = (0.42, 0.4, 0.18)


def made(making: Making) -> tuple[Block, ...]:
    """Open gaps as collection asks, the most urgent first; then the indicators to watch for."""
    return (*_asked(making), *_indicators(making))


def _asked(making: Making) -> tuple[Block, ...]:
    gaps = [gap for gap in making.dossier.gaps if gap.status is GapStatus.OPEN]
    if not gaps:
        return ()
    gaps.sort(key=lambda gap: (not gap.due, gap.due, len(gap.ref), gap.ref))
    labels = (_("To be found out"), _("What it would change"), _("Wanted by"))
    columns = tuple(Column(label, share) for label, share in zip(labels, _SHARES, strict=True))
    return (Table(columns, tuple(_row(making, gap) for gap in gaps)),)


def _row(making: Making, gap: Gap) -> Row:
    ref = Run(f"{short(gap.ref)}\u2002", bold=True, tone=Tone.MUTED)
    asked = [Paragraph((ref, *_line(making, gap.question)), Role.TABLE)]
    if about := _about(making, gap):
        asked.append(Paragraph(about, Role.SMALL))
    would = Paragraph(_line(making, gap.changes) or (Run("—", tone=Tone.MUTED),), Role.TABLE)
    return Row(
        (Cell(tuple(asked)), Cell((would,)), Cell(tuple(_due(making, gap)))),
        anchor=gap_anchor(gap),
    )


def _line(making: Making, text: str) -> Runs:
    return making.citations.resolve(inline(text.strip()), raised=False)


def _about(making: Making, gap: Gap) -> Runs:
    """`On C2`, `On the dispute between C1 and C2`."""
    dispute = next((each for each in making.dossier.disputes if each.id == gap.dispute_id), None)
    claims = [gap.claim_id] if dispute is None else [dispute.claim_a_id, dispute.claim_b_id]
    things = [making.index.claims.get(each or "") for each in claims]
    refs = [thing.ref for thing in things if thing is not None]
    answers = (each.ref for each in making.dossier.hypotheses if each.id == gap.hypothesis_id)
    refs += answers
    runs: list[Run] = []
    for ref in refs:
        runs.append(Run(" / " if runs else f"{_('On')} ", tone=Tone.MUTED))
        runs.append(making.citations.refer(short(ref)) or Run(short(ref)))
    return tuple(runs)


def _due(making: Making, gap: Gap) -> Iterator[Paragraph]:
    if not gap.due:
        yield Paragraph((Run("—", tone=Tone.MUTED),), Role.TABLE)
        return
    yield plain(moments.show(gap.due), Role.TABLE)
    if gap.due < making.exported.astimezone(UTC).date().isoformat():
        yield Paragraph((Run(_("overdue"), bold=True, tone=Tone.WARN),), Role.SMALL)


def _indicators(making: Making) -> tuple[Block, ...]:
    written = passage(making, Passage.INDICATORS)
    if not written:
        return ()
    title = Run(_("What would change the judgement"))
    return (Heading((title,), anchor="indicators"), *written)
