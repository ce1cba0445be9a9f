"""`caseboard claims`, `disputes` and `annotations`, as a script uses them."""

import json

import pytest

from caseboard import paths
from caseboard.cli import main
from caseboard.cli.claims import Ledger
from caseboard.cli.printing import visible
from caseboard.exchange import annotations, claims_csv, claims_reading

CASE = "KUP-2024-11"


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Runs `caseboard --library …` on the sample case; gives exit code, output and errors."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert paths.config_folder().is_relative_to(tmp_path)

    def run(*arguments):
        code = main(["--library", str(tmp_path / "library"), *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    run("case", "sample")
    return run


def test_claims_read_well_in_a_terminal(run):
    code, said, _ = run("claims", CASE)
    assert code == 0
    assert said.startswith(f"{CASE} · Two accounts of one night · TLP:CLEAR\n\n")
    assert "C1 · disputed · The push into Kupiansk was repelled\n" in said
    assert "    Assessed: likely (55–80 %)\n    Confidence: low\n" in said
    assert "3 reports, 2 independent origins" in said
    assert max(map(len, said.splitlines())) <= 100


def test_claims_as_json_hold_all_there_is_to_them(run):
    code, said, _ = run("claims", CASE, "--json")
    whole = json.loads(said)
    assert code == 0
    assert (whole["case"], whole["marking"], whole["ladder"]) == (CASE, "TLP:CLEAR", "icd203")
    claim = whole["claims"][1]
    assert claim["status"] == claim["derived_status"] == "disputed"
    assert claim["override"] is None
    assert claim["likelihood"] == {
        "band": 4, "ladder": "icd203", "word": "roughly even chance", "chances": "45–55 %"
    }  # fmt: skip
    assert {origin["name"] for origin in claim["origins"]} == {
        "DeepState", "General Staff of the Armed Forces of Ukraine"
    }  # fmt: skip
    report = claim["reports"][0]
    assert report["relays"] == ["Daily Courier"]
    assert (report["reliability"], report["credibility"]) == ("C", "3")
    assert len(report["sha256"]) == 64
    assert [each["type"] for each in report["selectors"]] == [
        "TextQuoteSelector", "TextPositionSelector"
    ]  # fmt: skip
    assert {each["per"] for each in report["quantities"]} <= {report["claimant"]}
    assert len(whole["disputes"]) == 1


def test_a_claim_shown_by_its_ref_is_the_claim_listed(run):
    whole = json.loads(run("claims", CASE, "--json")[1])
    assert json.loads(run("show", CASE, "C2", "--json")[1]) == whole["claims"][1]
    assert json.loads(run("show", CASE, "--json")[1])["claims"] == whole["claims"]


def test_disputes_show_what_either_side_says(run):
    code, said, _ = run("disputes", CASE)
    assert code == 0
    assert "C1 ↔ C2 · open · entry, outcome\n    A says: The push into Kupiansk" in said
    assert "B says: Two Russian columns entered" in said
    assert "How both could hold:" in said
    (dispute,) = json.loads(run("disputes", CASE, "--json")[1])["disputes"]
    assert dispute["claims"] == [f"{CASE}-C1", f"{CASE}-C2"]
    assert dispute["status"] == "open"


def test_a_case_without_claims_says_so(run):
    ref = json.loads(run("case", "new", "Empty", "--json")[1])["ref"]
    assert "There are no claims in this case." in run("claims", ref)[1]
    assert "There are no disputes in this case." in run("disputes", ref)[1]
    assert json.loads(run("claims", ref, "--json")[1])["claims"] == []


def test_claims_are_written_by_the_ending_of_the_file(run, tmp_path):
    table, linked, marks = (tmp_path / name for name in ("c.csv", "c.jsonld", "a.jsonld"))
    assert run("claims", CASE, "-o", table)[0] == 0
    assert run("claims", CASE, "-o", linked)[0] == 0
    assert run("annotations", CASE, "-o", marks)[0] == 0
    book = claims_reading.read(linked.read_bytes())
    rows = claims_csv.read(table.read_bytes())
    assert {row["claim"] for row in rows} == {claim.ref for claim in book.claims}
    whole = json.loads(run("claims", CASE, "--json")[1])
    assert Ledger(book).whole() == whole
    held = annotations.read(marks.read_bytes())
    assert {said.passage.id for claim in book.claims for said in claim.said} <= {
        each.passage.id for each in held.marked
    }
    assert json.loads(linked.read_bytes())["usageInfo"].startswith("TLP:CLEAR. ")


def test_a_file_of_another_kind_is_refused_in_words(run, tmp_path):
    code, said, error = run("claims", CASE, "-o", tmp_path / "c.pdf")
    assert (code, said) == (1, "")
    assert "not written as .pdf" in error
    assert not (tmp_path / "c.pdf").exists()


def test_a_case_that_is_not_there_is_named(run):
    for action in ("claims", "disputes"):
        code, _, error = run(action, "NOPE-1")
        assert code == 1
        assert "There is no case NOPE-1." in error


def test_a_line_cannot_steer_the_terminal():
    assert visible("a\x1b[2Jb\nc\u202ed") == "a[2Jb cd"
    assert visible("Куп’янськ 👩‍🚀") == "Куп’янськ 👩‍🚀"


def test_claims_of_a_colleague_are_taken_in(run, tmp_path):
    linked = tmp_path / "c.jsonld"
    run("claims", CASE, "-o", linked)
    code, said, _ = run("claims", CASE, "--import", linked, "--json")
    done = json.loads(said)
    assert (code, done["reports"], done["known_reports"]) == (0, 0, 6)
    ref = json.loads(run("case", "new", "Empty", "--json")[1])["ref"]
    code, said, _ = run("claims", ref, "--import", linked, "--json")
    assert code == 1
    assert "is in no clip of this case" in json.loads(said)["left_out"][0]


def test_what_is_no_file_of_claims_is_refused_in_words(run, tmp_path):
    (tmp_path / "odd.jsonld").write_text("[]")
    code, said, error = run("claims", CASE, "--import", tmp_path / "odd.jsonld")
    assert (code, said) == (1, "")
    assert "This file cannot be read" in error
