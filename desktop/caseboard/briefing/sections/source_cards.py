"""Sources, graded: what each is, how reliable and why, and how credible what it said is.

Both axes are those of AJP-2.1 (NATO), and are never made one number.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Tone,
    plain,
)
from caseboard.briefing.making import Making
from caseboard.briefing.scale_words import credibility
from caseboard.briefing.sections.descriptors import begun, voices
from caseboard.briefing.words import country, reliability, term
from caseboard.i18n import _
from caseboard.model.claim import Report
from caseboard.model.entities import Source
from caseboard.model.refs import number, short
from caseboard.model.terms import Credibility, Stance

_SHARES = (0.27, 0.31, 0.42)
_Said = tuple[str, Stance, Credibility]
"""The ref of a claim, and what was said of it."""


def made(making: Making) -> tuple[Block, ...]:
    """A row for each source that speaks or was cited, then how to read the grades."""
    sources = voices(making)
    if not sources:
        return ()
    labels = (_("Source"), _("Reliability"), _("What it said, and how credible"))
    columns = tuple(Column(label, share) for label, share in zip(labels, _SHARES, strict=True))
    said = _by_claimant(making)
    rows = (_row(source, said.get(source.id, [])) for source in sources)
    return (Table(columns, tuple(rows)), plain(_key(), Role.SMALL))


def _key() -> str:
    return _(
        "A letter grades a source, a number one report of it. F and 6 mean that it cannot be "
        "judged, not that it is bad. The two are never made one number."
    )


def _row(source: Source, said: Sequence[tuple[_Said, list[str]]]) -> Row:
    letter = Run(f"{source.reliability.value}\u2002", bold=True)
    meaning = Run(begun(reliability(source.reliability)))
    grade = [Paragraph((letter, meaning), Role.TABLE)]
    if reason := source.reliability_reason.strip():
        grade.append(plain(reason, Role.SMALL))
    return Row(
        (
            Cell(tuple(_who(source))),
            Cell(tuple(grade)),
            Cell(tuple(part for each in said for part in _statement(*each)) or _silent()),
        )
    )


def _who(source: Source) -> Iterator[Paragraph]:
    yield Paragraph((Run(source.name, bold=True),), Role.TABLE)
    about = [begun(term(source.kind)), country(source.country)]
    yield plain(", ".join(part for part in about if part), Role.SMALL)
    if source.interested:
        party = Run(_("A party to what it speaks of"), tone=Tone.WARN)
        yield Paragraph((party,), Role.SMALL)


def _silent() -> tuple[Paragraph, ...]:
    return (Paragraph((Run(_("Passed on or published alone"), tone=Tone.MUTED),), Role.SMALL),)


def _statement(said: _Said, reasons: Sequence[str]) -> Iterator[Paragraph]:
    ref, stance, grade = said
    words = {
        Stance.SUPPORTS: _("supports"),
        Stance.CONTRADICTS: _("contradicts"),
        Stance.MENTIONS: _("mentions"),
    }
    yield Paragraph(
        (
            Run(f"{begun(words[stance])} "),
            Run(short(ref), tone=Tone.ACCENT, link=f"claim-{ref}"),
            Run("\u2002"),
            Run(f"{grade.value}\u00a0", bold=True),
            Run(credibility(grade)),
        ),
        Role.TABLE,
    )
    if reasons:
        yield plain(" ".join(reasons), Role.SMALL)


def _by_claimant(making: Making) -> dict[str, list[tuple[_Said, list[str]]]]:
    """What each claimant said of each claim, with every reason for its grade once."""
    found: defaultdict[str, defaultdict[_Said, dict[str, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for report in sorted(making.dossier.reports, key=lambda report: _place(making, report)):
        claim = making.index.claims.get(report.claim_id)
        if claim is None:
            continue
        reasons = found[report.claimant_id][claim.ref, report.stance, report.credibility]
        if reason := report.credibility_reason.strip():
            reasons[reason] = None
    return {
        source_id: [(said, list(reasons)) for said, reasons in groups.items()]
        for source_id, groups in found.items()
    }


def _place(making: Making, report: Report) -> tuple[int, str]:
    claim = making.index.claims.get(report.claim_id)
    return (number(claim.ref) if claim else 0, report.id)
