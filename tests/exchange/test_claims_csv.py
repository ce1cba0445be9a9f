"""Claims as a table: read back as written, and nothing in it that a spreadsheet would run."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from books import ODD, books, words
from caseboard.exchange import claims_csv
from caseboard.exchange.claims_book import Number
from caseboard.exchange.claims_csv import COLUMNS, guarded, listed, unlisted
from caseboard.exchange.json_reading import BYTES, Unreadable
from caseboard.model.terms import Measure, QuantityKind


@given(books())
@settings(deadline=None, max_examples=100)
def test_what_is_written_reads_back_row_by_row(book):
    rows = [dict.fromkeys(COLUMNS, "") | row for row in claims_csv.rows(book)]
    assert claims_csv.read(claims_csv.write(book)) == rows


@given(books())
@settings(deadline=None, max_examples=50)
def test_there_is_a_row_for_each_report_and_one_for_a_claim_without(book):
    rows = claims_csv.read(claims_csv.write(book))
    assert len(rows) == sum(len(claim.said) or 1 for claim in book.claims)
    names = {each.id: each.name for each in book.speakers}
    told = [
        (claim.ref, said.stance.value, names[said.claimant_id], said.credibility.value)
        for claim in book.claims
        for said in claim.said
    ]
    found = [
        (row["claim"], row["stance"], row["claimant"], row["credibility"])
        for row in rows
        if row["stance"]
    ]
    assert found == told


@given(books())
@settings(deadline=None, max_examples=100)
def test_no_cell_begins_as_a_formula_does(book):
    data = claims_csv.write(book).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(data, newline="")):
        for cell in row:
            assert cell[:1] not in set("=+-@\t\r\n＝＋－＠")


@given(books())
@settings(deadline=None, max_examples=25)
def test_the_marking_stands_in_every_row(book):
    assert all(
        row["marking"] == book.marking.value for row in claims_csv.read(claims_csv.write(book))
    )


@given(st.lists(words, min_size=1, max_size=4).filter(lambda texts: texts != [""]))
def test_lists_in_a_cell_come_apart_again(texts):
    assert unlisted(listed(texts)) == tuple(texts)
    assert listed(texts).count("\n") == len(texts) - 1


@pytest.mark.parametrize("text", ODD)
def test_a_guarded_cell_is_the_text_or_the_text_after_an_apostrophe(text):
    assert guarded(text) in {text, f"'{text}"}


def test_the_file_begins_as_excel_wants_it():
    assert claims_csv.listed(()) == ""
    assert guarded("=1") == "'=1"
    assert guarded("'=1") == "''=1"


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (Number(QuantityKind.VEHICLES, "tanks", 10.0, 12.0), "vehicles: 10–12 tanks"),
        (Number(QuantityKind.KILLED, "", 3.0, 3.0), "killed: 3"),
        (Number(QuantityKind.LOSSES, "", 50.0, None), "losses: ≥ 50"),
        (Number(QuantityKind.DISTANCE, "", None, 1.5, Measure.KILOMETRE), "distance: ≤ 1.5 km"),
        (
            Number(QuantityKind.PERSONNEL, "soldiers", 100.0, 100.0, is_approximate=True),
            "personnel: about 100 soldiers",
        ),
    ],
)
def test_a_number_is_told_in_a_line(number, line):
    assert claims_csv.number(number) == line


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe", b"a,b\r\n1,2\r\n", b" " * (BYTES + 1), b'"' * 9, b""],
)
def test_what_is_no_table_of_claims_is_refused(data):
    with pytest.raises(Unreadable):
        claims_csv.read(data)


@given(books())
@settings(deadline=None, max_examples=10)
def test_lines_end_as_the_standard_says(book):
    data = claims_csv.write(book)
    assert data.startswith(b"\xef\xbb\xbfmarking,")
    assert data.endswith(b"\r\n")
