"""The matrix of an inquiry as others can take it: text in columns, CSV (RFC 4180) and HTML."""

import csv
import html
import io
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt

from caseboard.analysis.board import Board
from caseboard.analysis.weights import show
from caseboard.briefing.words import grade
from caseboard.i18n import _
from caseboard.model.refs import short
from caseboard.ui import hypothesis_words as words
from caseboard.ui.itemmodels.hypotheses import FIRST, HypothesesModel
from caseboard.ui.itemmodels.paged import Index

Table = Sequence[Sequence[str]]
_FORMULAS = ("=", "+", "-", "@")


def selection(model: HypothesesModel, indexes: Sequence[Index]) -> Table:
    """The rectangle around the selected cells; what is not selected in it is empty.

    More than one cell comes with the heads of its columns.
    """
    chosen = {(index.row(), index.column()) for index in indexes}
    rows = sorted({row for row, _column in chosen})
    columns = sorted({column for _row, column in chosen})
    cells = [
        [
            str(model.index(row, column).data()) if (row, column) in chosen else ""
            for column in columns
        ]
        for row in rows
    ]
    if len(chosen) < 2:
        return cells
    horizontal = Qt.Orientation.Horizontal
    return [[str(model.headerData(column, horizontal)) for column in columns], *cells]


def whole(model: HypothesesModel, board: Board) -> Table:
    """The matrix with grades, weights and sums, in the order its rows are shown in."""
    head = [
        _("Claim"),
        _("Statement"),
        _("Grade"),
        _("Weight"),
        _("Tells apart"),
        *(words.called(each) for each in board.hypotheses),
    ]
    rows = [_row(model, number) for number in range(model.rowCount())]
    sums = [show(board.score(each.id).inconsistency) for each in board.hypotheses]
    return [head, *rows, [_("Inconsistency"), "", "", "", "", *sums]]


def _row(model: HypothesesModel, number: int) -> list[str]:
    row = model.row(number)
    cells = (model.cell(model.index(number, column)) for column in _columns(model))
    return [
        short(row.claim.ref),
        row.claim.statement,
        grade(*row.weight.grade) if row.weight.grade else "",
        show(row.counts),
        show(row.telling.value),
        *(cell.fit.value if cell else "" for cell in cells),
    ]


def _columns(model: HypothesesModel) -> range:
    return range(FIRST, model.columnCount())


def mime(table: Table) -> QMimeData:
    """A table in the three forms other programs ask for."""
    data = QMimeData()
    data.setText("\n".join("\t".join(_flat(cell) for cell in row) for row in table))
    data.setHtml(_html(table))
    data.setData("text/csv", _csv(table).encode())
    return data


def _csv(table: Table) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([_harmless(cell) for cell in row] for row in table)
    return out.getvalue()


def _html(table: Table) -> str:
    rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in table)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _flat(cell: str) -> str:
    return _harmless(" ".join(cell.split()))


def _harmless(cell: str) -> str:
    """A statement from the web that begins like a formula is not run by a spreadsheet."""
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell
