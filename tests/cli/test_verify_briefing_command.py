"""`caseboard verify-briefing`, as a script uses it."""

import json

import pytest

from caseboard.cli import main


@pytest.fixture
def run(tmp_path, capsys):
    """Runs `caseboard --library …` and gives the exit code, what was said, and errors."""

    def run(*arguments):
        code = main(["--library", str(tmp_path / "library"), *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def sent(run, tmp_path):
    run("case", "new", "Kupiansk approach")
    (tmp_path / "note.txt").write_text("All assaults were stopped, the staff said.")
    ref = json.loads(run("case", "list")[1])[0]["ref"]
    run("clip", ref, tmp_path / "note.txt")
    assert run("brief", ref, "-o", tmp_path / "sent.pdf")[0] == 0
    return tmp_path / "sent.pdf"


def test_a_sound_briefing_ends_with_nothing(run, sent):
    code, said, errors = run("verify-briefing", sent)
    assert (code, errors) == (0, "")
    assert "file: It is the file that was recorded as version 1 of KUP-" in said
    assert "exhibits: 1 file was hashed again" in said


def test_json_says_the_same(run, sent):
    code, said, _errors = run("verify-briefing", sent, "--json")
    found = json.loads(said)
    assert (code, found["sound"], found["file"]) == (0, True, "whole")
    assert found["recorded"]["form"] == "pdf"
    assert (found["recorded"]["release"], found["recorded"]["signed"]) == (False, False)
    assert found["exhibits"] == found["rests_on_them"] == found["journal"]["problems"] == []


def test_a_changed_exhibit_ends_with_one(run, sent, tmp_path):
    for file in (tmp_path / "library" / "files").rglob("*"):
        if file.is_file() and file.read_bytes().startswith(b"All assaults"):
            file.write_bytes(b"None were.")
    code, said, _errors = run("verify-briefing", sent)
    assert code == 1
    assert "E001: The file note.txt no longer has the hash" in said


def test_what_cannot_be_checked_ends_with_two(run, sent):
    code, said, errors = run("verify-briefing", sent.parent / "note.txt")
    assert (code, said) == (2, "")
    assert "This file is no PDF" in errors
