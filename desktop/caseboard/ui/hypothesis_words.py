"""What the matrix of an inquiry says in words: cells and weights."""

from caseboard.analysis.board import Board, Row
from caseboard.analysis.hypotheses import Score
from caseboard.analysis.weights import show
from caseboard.briefing.words import grade
from caseboard.i18n import _, ngettext
from caseboard.model.inquiry import Consistency, Hypothesis
from caseboard.model.refs import short
from caseboard.model.terms import Fit
from caseboard.ui.words import term


def called(hypothesis: Hypothesis) -> str:
    """`H1 It was repelled`."""
    return f"{short(hypothesis.ref)} {hypothesis.statement}"


def weight_words(row: Row) -> tuple[str, ...]:
    """`B 2` and `weight 0.51`: grades and weight side by side, never one for the other."""
    grades = (grade(*row.weight.grade),) if row.weight.grade else ()
    return (*grades, _("weight {weight}").format(weight=show(row.counts)))


def weight_working(row: Row) -> str:
    """How the weight of a claim came about, and that it does not count where it does not."""
    if row.counts == row.weight.value:
        return row.weight.working
    off = _("Claims are not weighed now: each counts 1.")
    return f"{row.weight.working}\n{off}"


def telling_words(row: Row) -> str:
    """How far a row tells the hypotheses apart, in a sentence."""
    if row.telling.is_same:
        return _("Fits every hypothesis alike, and does not tell them apart")
    if row.telling.rated < 2:
        return _("Not rated against two hypotheses yet")
    return _(
        "Tells the hypotheses apart: {value} (steps between its fits, times its weight)"
    ).format(value=show(row.telling.value))


def cell_said(row: Row, hypothesis: Hypothesis, cell: Consistency | None) -> str:
    """A cell for who does not see it: claim, hypothesis, fit in words, reason."""
    fit = term(cell.fit) if cell else _("not rated")
    words = (short(row.claim.ref), short(hypothesis.ref), fit, cell.reason if cell else "")
    return ", ".join(word for word in words if word)


def cell_tip(row: Row, hypothesis: Hypothesis, cell: Consistency | None) -> str:
    """A cell in a sentence."""
    names = {"claim": short(row.claim.ref), "hypothesis": short(hypothesis.ref)}
    if cell is None:
        return _("{claim} against {hypothesis}: not rated yet").format(**names)
    if cell.fit is Fit.NEUTRAL:
        said = _("{claim} speaks neither for nor against {hypothesis}").format(**names)
    else:
        said = _("{claim} is {fit} with {hypothesis}").format(**names, fit=term(cell.fit))
    return f"{said}: {cell.reason}" if cell.reason else said


def rated_words(board: Board) -> str:
    """`14 of 36 cells rated`."""
    ranking = board.ranking
    return _("{x} of {y} cells rated").format(x=ranking.rated, y=ranking.cells)


def against_words(score: Score) -> str:
    """`0.18 against`: the sum of what speaks against a hypothesis."""
    return _("{number} against").format(number=show(score.inconsistency))


def legend() -> str:
    """What the letters say, with the keys that set them."""
    steps = (
        _("{key} {letters} {words}").format(key=key, letters=fit.value, words=term(fit))
        for key, fit in enumerate(Fit, 1)
    )
    return " · ".join((*steps, _("Enter why"), _("Delete not rated")))


def more_items(count: int) -> str:
    """That there are more critical items than are told."""
    return ngettext(
        "{n} more item would change who leads.", "{n} more items would change who leads.", count
    )
