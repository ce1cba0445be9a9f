"""Alternatives: the hypotheses that compete for each question, least inconsistent first."""

from collections.abc import Iterator, Mapping

from caseboard.analysis import board, ledgers
from caseboard.analysis.board import Board
from caseboard.analysis.hypotheses import Score
from caseboard.analysis.standing import Standing
from caseboard.analysis.weights import show
from caseboard.briefing import order_words
from caseboard.briefing.blocks import (
    Block,
    Entry,
    Heading,
    Listing,
    Paragraph,
    Role,
    Run,
    Tone,
    plain,
)
from caseboard.briefing.citations import hypothesis_anchor
from caseboard.briefing.making import Making
from caseboard.i18n import _, ngettext
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClaimId
from caseboard.model.inquiry import Hypothesis, Inquiry
from caseboard.model.ledger import Ledger
from caseboard.model.refs import short

MOST = 4
"""Sentences on what the order rests on."""


def made(making: Making) -> tuple[Block, ...]:
    """A heading, a ranking and what it rests on, for each question that is asked."""
    if not making.dossier.inquiries:
        return ()
    ledger = ledgers.of(making.dossier)
    blocks = [
        block
        for inquiry in making.dossier.inquiries
        for block in _one(inquiry, laid_out(making, inquiry, ledger))
    ]
    return (*blocks, *_how()) if blocks else ()


def laid_out(making: Making, inquiry: Inquiry, ledger: Ledger) -> Board:
    """The matrix of one inquiry of the briefing's case, its claims weighed by their grades."""
    return weighed(making.dossier, making.standings, inquiry, ledger)


def weighed(
    dossier: Dossier, standings: Mapping[ClaimId, Standing], inquiry: Inquiry, ledger: Ledger
) -> Board:
    """The same of any dossier."""
    columns = _columns(dossier, inquiry)
    here = {column.id for column in columns}
    rows = [row.claim_id for row in dossier.inquiry_evidence if row.inquiry_id == inquiry.id]
    cells = {
        (cell.hypothesis_id, cell.claim_id): cell
        for cell in dossier.consistencies
        if cell.hypothesis_id in here
    }
    return board.lay_out(columns, rows, cells, ledger, standings, is_weighted=True)


def _columns(dossier: Dossier, inquiry: Inquiry) -> list[Hypothesis]:
    mine = (each for each in dossier.hypotheses if each.inquiry_id == inquiry.id)
    return sorted(mine, key=lambda each: (each.ordinal, each.id))


def _one(inquiry: Inquiry, laid: Board) -> Iterator[Block]:
    if not laid.hypotheses:
        return
    yield Heading((Run(" ".join(inquiry.question.split())),))
    columns = {column.id: column for column in laid.hypotheses}
    entries = (_entry(score, columns[score.hypothesis], laid) for score in laid.ranking.scores)
    yield Listing(tuple(entries))
    yield plain(order_words.lead_words(laid))
    sentences = [said for _claim, said in order_words.sensitivity_words(laid)][:MOST]
    if sentences:
        text = " ".join(sentences)
        yield Paragraph((Run(text, tone=Tone.MUTED),), Role.TABLE)


def _entry(score: Score, hypothesis: Hypothesis, laid: Board) -> Entry:
    ref = Run(f"{short(hypothesis.ref)}\u2002", bold=True, tone=Tone.MUTED)
    statement = Run(" ".join(hypothesis.statement.split()), bold=score.rank == 1)
    is_rated = bool(laid.ranking.rated)
    return Entry(
        Run(f"{score.rank}." if is_rated else "–", bold=True),
        (
            Paragraph((ref, statement)),
            Paragraph((Run(_against(score, len(laid.rows)), tone=Tone.MUTED),), Role.SMALL),
        ),
        anchor=hypothesis_anchor(hypothesis),
    )


def _against(score: Score, rows: int) -> str:
    """`1 of 2 claims speaks against it (weight 0.18); 2 of 2 are rated`."""
    if not score.against:
        said = _("No claim speaks against it")
    else:
        said = ngettext(
            "{n} claim speaks against it, with a weight of {{weight}}",
            "{n} claims speak against it, with a weight of {{weight}}",
            score.against,
        ).format(weight=show(score.inconsistency))
    if score.rated == rows:
        return f"{said}."
    return _("{said}; {x} of {y} are rated.").format(said=said, x=score.rated, y=rows)


def _how() -> Iterator[Paragraph]:
    said = _(
        "After Heuer (1999): only what speaks against a hypothesis counts, weighed by the grades"
        " of who says it. The hypothesis with least against it stands first; it is not thereby"
        " proved."
    )
    yield Paragraph((Run(said, tone=Tone.MUTED),), Role.SMALL)
