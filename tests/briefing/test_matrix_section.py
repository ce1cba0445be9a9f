"""Annex C: hypotheses and claims."""

from dataclasses import replace

from briefing_cases import kupiansk
from sectioning import said, section, tables

from caseboard.briefing.blocks import SectionKind, Table, text_of
from caseboard.model.inquiry import Consistency, Evidence, Hypothesis, Inquiry
from caseboard.model.terms import Fit

MATRIX = SectionKind.MATRIX


def weighed(count=2, rated=True):
    """The case everybody knows, with an inquiry of `count` hypotheses tried on two claims."""
    case = kupiansk()
    inquiry = Inquiry(case_id=case.case.id, question="Who\n holds it?")
    hypotheses = [
        Hypothesis(
            case_id=case.case.id,
            inquiry_id=inquiry.id,
            ref=f"{case.case.ref}-H{number}",
            statement=f"Answer {number}",
            ordinal=number,
        )
        for number in range(1, count + 1)
    ]
    claims = case.claims[:2]
    cells = [
        Consistency(
            hypothesis_id=hypotheses[0].id,
            claim_id=claims[0].id,
            fit=Fit.VERY_INCONSISTENT,
            reason="The street is\nunder water.",
        ),
        Consistency(hypothesis_id=hypotheses[1].id, claim_id=claims[0].id, fit=Fit.CONSISTENT),
    ]
    return replace(
        case,
        inquiries=[inquiry],
        hypotheses=hypotheses,
        inquiry_evidence=[Evidence(inquiry_id=inquiry.id, claim_id=each.id) for each in claims],
        consistencies=cells if rated else [],
    )


def rows(dossier):
    (table,) = tables(dossier, MATRIX)
    return [[" | ".join(text_of(part.runs) for part in cell) for cell in row] for row in table]


def test_a_row_says_how_a_claim_fits_each_hypothesis_and_why():
    first, reasons, second, sums = rows(weighed())

    assert first[0].startswith("C1\u2002Every attempt to enter Kupiansk")
    assert first[1:] == ["II", "C"]
    assert reasons == ["H1 II: The street is under water."]
    assert second[1:] == ["–", "–"]
    assert sums[0] == "Against it, in all"
    assert sums[1].endswith("rank 2")
    assert sums[2] == "0 | rank 1"


def test_hypotheses_are_named_above_and_letters_explained_below():
    words = said(weighed(), MATRIX)

    assert words[:3] == ["Who holds it?", "Answer 1", "Answer 2"]
    assert "II very inconsistent; a dash is not rated yet." in words[-1]


def test_nothing_rated_ties():
    *_rows, sums = rows(weighed(rated=False))
    assert sums[1:] == ["0 | rank 1, tied", "0 | rank 1, tied"]


def test_eight_hypotheses_leave_room_for_claims():
    found = section(weighed(8), MATRIX)
    (table,) = (block for block in found.blocks if isinstance(block, Table))

    assert len(table.columns) == 9
    assert abs(sum(column.share for column in table.columns) - 1) < 1e-9
    assert table.columns[0].share > 0.3
    assert {len(row.cells) for row in table.rows} == {9, 1}
    assert all(sum(cell.span for cell in row.cells) == 9 for row in table.rows)


def test_a_case_without_inquiries_has_no_matrix():
    assert section(kupiansk(), MATRIX) is None
