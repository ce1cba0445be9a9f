"""What of each row can be searched for."""

import pytest

from caseboard.model.tables import JOURNALLED
from caseboard.store.columns import table_of
from caseboard.store.searchable import COLUMNS, texts

NAMED = {"id": "x", "name": "Oskil", "aliases": ["Оскіл", "Oskol"], "deleted": None}


def test_every_column_that_is_read_is_there():
    for kind, columns in COLUMNS.items():
        assert set(columns) <= set(table_of(JOURNALLED[kind]).c.keys())


@pytest.mark.parametrize(
    ("table", "more", "body"),
    [
        ("location", {}, "Оскіл, Oskol"),
        ("unit", {"designation": "13"}, "Оскіл, Oskol\n13"),
        ("person", {"role": "spokesman"}, "Оскіл, Oskol\nspokesman"),
        ("source", {"url": "", "reliability_reason": "new"}, "Оскіл, Oskol\nnew"),
    ],
)
def test_what_has_a_name_is_found_by_its_aliases(table, more, body):
    assert texts({**NAMED, **more}, table) == ("Oskil", body)


def test_a_claim_is_found_by_statement_assessment_and_ref():
    row = {
        "ref": "KUP-2024-11-C3",
        "statement": "They entered.",
        "assessment": "Unlikely.",
        "confidence_basis": "",
        "override_reason": "Seen from orbit.",
        "deleted": None,
    }
    body = "Unlikely.\nSeen from orbit.\nC3\nKUP-2024-11-C3"
    assert texts(row, "claim") == ("They entered.", body)


def test_a_gap_is_found_by_question_answer_and_ref():
    row = {
        "ref": "KUP-2024-11-G2",
        "question": "Is the bridge up?",
        "changes": "C1",
        "answer": "It is down.",
        "deleted": None,
    }
    assert texts(row, "gap") == ("Is the bridge up?", "C1\nIt is down.\nG2\nKUP-2024-11-G2")


def test_a_hypothesis_is_found_by_statement_and_ref():
    row = {"ref": "KUP-2024-11-H1", "statement": "They got in.", "deleted": None}
    assert texts(row, "hypothesis") == ("They got in.", "H1\nKUP-2024-11-H1")


def test_a_briefing_is_found_by_all_that_is_written_in_it():
    row = {
        "ref": "KUP-2024-11-B1",
        "title": "Two accounts",
        "question": "Who got in?",
        "bottom_line": "Nobody stayed.",
        "judgements": ["Likely repelled.", "Maybe not."],
        "confidence_basis": "",
        "assumptions": [{"text": "One push.", "is_linchpin": True}],
        "texts": {"assessment": "They part."},
        "deleted": None,
    }
    body = (
        "Who got in?\nNobody stayed.\nLikely repelled.\nMaybe not.\nOne push.\nThey part."
        "\nB1\nKUP-2024-11-B1"
    )
    assert texts(row, "briefing") == ("Two accounts", body)


def test_a_layer_is_found_by_name_wording_and_ref():
    row = {
        "ref": "KUP-2024-11-L1",
        "name": "Reported control",
        "estimated": "estimated",
        "attribution": "Monitor map",
        "file_name": "day.geojson",
        "deleted": None,
    }
    body = "estimated\nMonitor map\nday.geojson\nL1\nKUP-2024-11-L1"
    assert texts(row, "layer") == ("Reported control", body)


def test_the_first_line_of_a_note_is_its_title_without_its_signs():
    row = {"text": "\n## Who entered?\nNobody.", "deleted": None}
    assert texts(row, "note") == ("Who entered?", row["text"])


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_note_that_says_nothing_is_not_searched(text):
    assert texts({"text": text, "deleted": None}, "note") is None


@pytest.mark.parametrize("deleted", ["2024-11-14T00:00:00Z"])
def test_what_is_in_the_bin_is_not_searched(deleted):
    assert texts({**NAMED, "deleted": deleted}, "location") is None


def test_other_tables_are_not_searched():
    assert texts({"id": "x"}, "relay") is None
