"""Where lists that explain a table stand."""

from dataclasses import replace

import pytest
from reading import pages
from stress_outline import stress

from caseboard.briefing import pdf
from caseboard.briefing.blocks import (
    Cell,
    Column,
    Entry,
    Listing,
    Role,
    Row,
    Run,
    Section,
    SectionKind,
    Table,
    plain,
)


@pytest.mark.parametrize("lines", [54, 57, 60])
def test_a_key_is_not_parted_from_the_table_it_explains(lines):
    names = [Entry(Run(f"H{n}", bold=True), (plain(f"key {n}", Role.TABLE),)) for n in range(1, 6)]
    rows = [
        Row((Cell((*(plain(f"row {n}", Role.TABLE) for _line in range(9)),)),)) for n in range(6)
    ]
    key = Listing(tuple(names), Role.TABLE, is_key=True)
    table = Table((Column("columns", 1.0),), tuple(rows))
    filling = (plain("filling") for _line in range(lines))
    section = Section(SectionKind.MATRIX, "Matrix", (*filling, key, table))
    printed = pages(pdf.render(replace(stress(), sections=(section,))))

    page = next(page for page in printed if "key 1" in page)
    assert "key 5" in page
    assert "row 0" in page
