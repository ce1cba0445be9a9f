"""`caseboard suggest`: what would be proposed, of a file and of a clip."""

import json

import pytest

from caseboard import cli

TEXT = (
    "Attack repelled\n\nGeneral Staff spokesperson Andrii Koval said on 14 November 2024 that "
    "the attack on Kupiansk was repelled. Koval named no losses.\n"
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_is_looked_through_without_a_library(file, capsys, tmp_path):
    assert cli.main(["suggest", str(file), "--json", "--library", str(tmp_path / "none")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {person["name"] for person in found["people"]} == {"Andrii Koval"}
    assert not (tmp_path / "none").exists()


def test_people_read_each_proposal_once_with_its_reason(file, capsys):
    assert cli.main(["suggest", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    [person] = [line for line in lines if "person " in line]
    assert "Andrii Koval" in person
    assert "2×" in person


def test_a_file_that_is_not_there_is_said(tmp_path, capsys):
    assert cli.main(["suggest", str(tmp_path / "gone.txt")]) == 1
    assert "There is no file" in capsys.readouterr().err


def test_a_clip_is_looked_through_with_what_its_case_knows(file, capsys, tmp_path):
    library = ["--library", str(tmp_path / "library")]
    assert cli.main(["case", "new", "Kupiansk approach", "--json", *library]) == 0
    case = json.loads(capsys.readouterr().out)["ref"]
    assert cli.main(["clip", case, str(file), *library]) == 0
    capsys.readouterr()
    assert cli.main(["suggest", case, "E001", "--json", *library]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [person["surface"] for person in found["people"]] == ["Andrii Koval", "Koval"]


def test_a_ref_that_is_not_there_is_said(tmp_path, capsys):
    library = ["--library", str(tmp_path / "library")]
    assert cli.main(["case", "new", "Kupiansk approach", "--json", *library]) == 0
    case = json.loads(capsys.readouterr().out)["ref"]
    assert cli.main(["suggest", case, "E009", *library]) == 1
    assert "E009" in capsys.readouterr().err
