"""Hypotheses and claims: the matrix of each inquiry, with the reason for every rating.

After R. J. Heuer, Psychology of Intelligence Analysis (CIA, 1999), chapter 8.
"""

from collections.abc import Iterator

from caseboard.analysis import ledgers
from caseboard.analysis.board import Board
from caseboard.analysis.board import Row as Tried
from caseboard.analysis.weights import show
from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Entry,
    Heading,
    Listing,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Tone,
    plain,
)
from caseboard.briefing.making import Making
from caseboard.briefing.sections.alternatives import laid_out
from caseboard.briefing.words import fit
from caseboard.i18n import _
from caseboard.model.ids import ClaimId
from caseboard.model.inquiry import Hypothesis, Inquiry
from caseboard.model.refs import short
from caseboard.model.terms import Fit

_CLAIM = 0.36
"""The share of the column of claims, where there is room for it."""
_LEAST = 0.075
"""The share of a column of ratings, at the least."""
_TONES = {
    Fit.VERY_CONSISTENT: Tone.GOOD,
    Fit.CONSISTENT: Tone.GOOD,
    Fit.NEUTRAL: Tone.MUTED,
    Fit.INCONSISTENT: Tone.BAD,
    Fit.VERY_INCONSISTENT: Tone.BAD,
}


def made(making: Making) -> tuple[Block, ...]:
    """For each inquiry its hypotheses, its matrix and what each comes to; then the key."""
    if not making.dossier.inquiries:
        return ()
    ledger = ledgers.of(making.dossier)
    blocks = [
        block
        for inquiry in making.dossier.inquiries
        for block in _one(making, inquiry, laid_out(making, inquiry, ledger))
    ]
    return (*blocks, _key()) if blocks else ()


def _one(making: Making, inquiry: Inquiry, board: Board) -> Iterator[Block]:
    if not board.hypotheses or not board.rows:
        return
    yield Heading((Run(" ".join(inquiry.question.split())),))
    yield Listing(tuple(_named(each) for each in board.hypotheses), Role.TABLE, is_key=True)
    rows = [row for tried in board.rows for row in _rows(making, board, tried)]
    yield Table(_columns(board), (*rows, _sums(board)))


def _named(hypothesis: Hypothesis) -> Entry:
    statement = plain(" ".join(hypothesis.statement.split()), Role.TABLE)
    return Entry(Run(short(hypothesis.ref), bold=True), (statement,))


def _columns(board: Board) -> tuple[Column, ...]:
    count = len(board.hypotheses)
    each = max((1 - _CLAIM) / count, _LEAST)
    each = min(each, 0.16)
    labels = (short(hypothesis.ref) for hypothesis in board.hypotheses)
    return (Column(_("Claim"), 1 - each * count), *(Column(label, each) for label in labels))


def _rows(making: Making, board: Board, tried: Tried) -> Iterator[Row]:
    ref = short(tried.claim.ref)
    link = f"claim-{tried.claim.ref}"
    claim = making.index.claims.get(tried.claim.id)
    statement = claim.statement if claim is not None else ""
    name = Run(f"{ref}\u2002", bold=True, tone=Tone.ACCENT, link=link)
    weight = _("counts {weight}").format(weight=show(tried.counts))
    yield Row(
        (
            Cell(
                (
                    Paragraph((name, Run(statement)), Role.TABLE),
                    Paragraph((Run(weight, tone=Tone.MUTED),), Role.SMALL),
                )
            ),
            *(Cell((_rated(board, each, tried.claim.id),)) for each in board.hypotheses),
        )
    )
    if reasons := tuple(_reasons(board, tried.claim.id)):
        yield Row((Cell(reasons, span=len(board.hypotheses) + 1),), joined=True)


def _rated(board: Board, hypothesis: Hypothesis, claim_id: ClaimId) -> Paragraph:
    cell = board.cells.get((hypothesis.id, claim_id))
    if cell is None:
        return Paragraph((Run("–", tone=Tone.MUTED),), Role.TABLE)
    is_against = cell.fit in {Fit.INCONSISTENT, Fit.VERY_INCONSISTENT}
    run = Run(cell.fit.value, bold=is_against, tone=_TONES[cell.fit])
    return Paragraph((run,), Role.TABLE)


def _reasons(board: Board, claim_id: ClaimId) -> Iterator[Paragraph]:
    """`H1 I: the street is under water.`, one below the other."""
    for hypothesis in board.hypotheses:
        cell = board.cells.get((hypothesis.id, claim_id))
        if cell is not None and cell.reason.strip():
            name = Run(f"{short(hypothesis.ref)} {cell.fit.value}: ", bold=True)
            yield Paragraph((name, Run(" ".join(cell.reason.split()))), Role.SMALL)


def _sums(board: Board) -> Row:
    """What speaks against each hypothesis, summed."""
    label = Paragraph((Run(_("Against it, in all"), bold=True),), Role.TABLE)
    scores = (board.score(each.id) for each in board.hypotheses)
    cells = (
        Cell(
            (
                Paragraph((Run(show(score.inconsistency), bold=True),), Role.TABLE),
                plain(_rank(score.rank, is_tied=score.is_tied), Role.SMALL),
            )
        )
        for score in scores
    )
    return Row((Cell((label,)), *cells), kept=True)


def _rank(rank: int, *, is_tied: bool) -> str:
    return _("rank {n}, tied").format(n=rank) if is_tied else _("rank {n}").format(n=rank)


def _key() -> Paragraph:
    fits = ", ".join(
        _("{letters} {meaning}").format(letters=value.value, meaning=fit(value)) for value in Fit
    )
    text = _(
        "{fits}; a dash is not rated yet. I counts 1 and II counts 2 against a hypothesis, times "
        "what the claim counts by its grades; nothing counts for one."
    )
    return Paragraph((Run(text.format(fits=fits), tone=Tone.MUTED),), Role.SMALL)
