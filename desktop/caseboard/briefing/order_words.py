"""The order of competing hypotheses in words: who leads, and what that rests on."""

from collections.abc import Iterable, Iterator

from caseboard.analysis.board import Board
from caseboard.analysis.hypotheses import Score
from caseboard.analysis.sensitivity import Critical, How, Turn
from caseboard.briefing.words import fit
from caseboard.i18n import _, ngettext
from caseboard.model.ids import HypothesisId
from caseboard.model.refs import short
from caseboard.model.terms import Fit

MOST_TURNS = 2
"""Of the ways in which one item would change the order, how many are told."""


def score_words(score: Score, rows: int) -> str:
    """`2 cells against, 6 of 9 rated`."""
    return ", ".join(
        (
            ngettext("{n} cell against", "{n} cells against", score.against),
            _("{x} of {y} rated").format(x=score.rated, y=rows),
        )
    )


def lead_words(board: Board) -> str:
    """Which hypothesis leads, in a sentence that claims no more than that."""
    ranking = board.ranking
    if len(board.hypotheses) < 2:
        return _("Hypotheses compete: there should be two at least.")
    if not ranking.rated:
        return _("Nothing is rated yet.")
    refs = _refs(board, ranking.leaders)
    if len(ranking.leaders) == 1:
        return _("Least speaks against {ref}.").format(ref=refs)
    return _("Equally little speaks against {refs}.").format(refs=refs)


def sensitivity_words(board: Board) -> list[tuple[str, str]]:
    """The sentences on what the order rests on, each with the id of its claim or empty."""
    if len(board.hypotheses) < 2 or not board.ranking.rated:
        return []
    critical = board.sensitivity.critical
    said: list[tuple[str, str]] = [(each.claim, critical_words(board, each)) for each in critical]
    if not critical:
        said.append(("", _("No single item changes who leads.")))
    if board.sensitivity.open_cells:
        said.append(("", _open(board.sensitivity.open_cells)))
    return said


def critical_words(board: Board, critical: Critical) -> str:
    """`Without C4, H2 would lead.` and the next likeliest way in which it would change."""
    ref = next(short(row.claim.ref) for row in board.rows if row.claim.id == critical.claim)
    return " ".join(_turn(board, ref, turn) for turn in _told(critical.turns))


def _told(turns: Iterable[Turn]) -> Iterator[Turn]:
    """The first of each way, and no more than a few."""
    seen: set[How] = set()
    for turn in turns:
        if turn.how not in seen and len(seen) < MOST_TURNS:
            seen.add(turn.how)
            yield turn


def _turn(board: Board, ref: str, turn: Turn) -> str:
    then = _then(board, turn)
    if turn.how is How.REMOVED:
        return _("Without {claim}, {then}.").format(claim=ref, then=then)
    if turn.how is How.WEIGHED:
        return _("If {claim} counted in full, {then}.").format(claim=ref, then=then)
    assert turn.hypothesis is not None  # noqa: S101  a cell has one
    assert turn.fit is not None  # noqa: S101  and would be rated so
    hypothesis = _refs(board, [turn.hypothesis])
    if turn.fit is Fit.NEUTRAL:
        return _("If {claim} did not speak against {hypothesis}, {then}.").format(
            claim=ref, hypothesis=hypothesis, then=then
        )
    return _("If {claim} were {fit} with {hypothesis}, {then}.").format(
        claim=ref, fit=fit(turn.fit), hypothesis=hypothesis, then=then
    )


def _then(board: Board, turn: Turn) -> str:
    if len(turn.leaders) == len(board.hypotheses):
        return _("all would tie")
    refs = _refs(board, turn.leaders)
    if len(turn.leaders) == 1:
        return _("{ref} would lead").format(ref=refs)
    return _("{refs} would tie").format(refs=refs)


def _refs(board: Board, wanted: Iterable[HypothesisId]) -> str:
    """`H1, H2 and H3`, in the order of the columns."""
    here = frozenset(wanted)
    *these, last = (short(each.ref) for each in board.hypotheses if each.id in here)
    if not these:
        return last
    return _("{these} and {last}").format(these=", ".join(these), last=last)


def _open(count: int) -> str:
    return ngettext(
        "{n} cell not rated yet could change who leads.",
        "{n} cells not rated yet could change who leads.",
        count,
    )
