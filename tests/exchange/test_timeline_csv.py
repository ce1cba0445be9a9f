"""A timeline as a table."""

import csv
import io

from caseboard.exchange.timeline_csv import TimedRow, write


def row(**cells):
    return TimedRow(**dict.fromkeys(TimedRow._fields, "") | cells)


def test_it_reads_back_as_it_was_written_with_cyrillic_commas_and_lines():
    data = write([row(label='Зайшли, "як сказано"', places="Куп'янськ\nЖитомир")])
    assert data.startswith(b"\xef\xbb\xbf")
    found = next(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert found["label"] == 'Зайшли, "як сказано"'
    assert found["places"].split("\n") == ["Куп'янськ", "Житомир"]


def test_no_cell_is_a_formula():
    data = write([row(label="=HYPERLINK(1)", source="+1")]).decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in data
    assert ",'+1," in data


def test_a_table_of_nothing_has_its_head():
    assert write([]).decode("utf-8-sig").split(",")[0] == "marking"
