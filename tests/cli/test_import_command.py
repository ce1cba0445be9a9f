"""Lists and folders from the command line."""

import json

import listed
import pytest

from caseboard.cli import main


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Runs `caseboard --library …`; gives exit code, JSON and errors."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def run(*arguments):
        code = main(["--library", str(tmp_path / "library"), *map(str, arguments), "--json"])
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else None, said.err

    return run


@pytest.fixture
def case(run):
    return run("case", "new", "Kupiansk approach")[1]["ref"]


@pytest.fixture
def bib(tmp_path):
    path = tmp_path / "export" / "library.bib"
    path.parent.mkdir()
    path.write_text(listed.BIBTEX)
    return path


def test_a_dry_run_says_what_would_be_imported_and_makes_nothing(run, case, bib):
    code, told, _err = run("import", case, bib, "--dry-run")
    assert code == 0
    assert (told["format"], told["found"], told["chosen"]) == ("bibtex", 2, 2)
    assert told["files_missing"] == 1
    assert told["entries"][0]["title"] == "Bridge blown up at Étampes"
    assert run("show", case)[1]["clips"] == []


def test_each_new_entry_becomes_a_clip_and_the_list_one_too(run, case, bib):
    code, told, _err = run("import", case, bib, "--no-fetch")
    assert (code, told["list"], told["imported"]) == (0, "E001", ["E002", "E003"])
    clips = run("show", case)[1]["clips"]
    assert [clip["method"] for clip in clips] == ["file", "import", "import"]


def test_the_same_list_again_imports_nothing_unless_all_of_it_is_wanted(run, case, bib):
    run("import", case, bib, "--no-fetch")
    again = run("import", case, bib, "--no-fetch")[1]
    assert again["list"] == "E001"
    assert (again["imported"], again["standing"]) == ([], {"known": 2})
    assert len(run("import", case, bib, "--no-fetch", "--all")[1]["imported"]) == 2


def test_a_file_that_is_no_list_is_told_in_words(run, case, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Only words.")
    code, told, err = run("import", case, path)
    assert (code, told) == (1, None)
    assert "There is no list of links in" in err


def test_a_folder_is_clipped_whole_and_what_is_left_out_is_named(run, case, tmp_path):
    folder = tmp_path / "evidence"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "note.txt").write_text("words")
    (folder / "Thumbs.db").write_bytes(b"x")
    code, clips, err = run("clip", case, folder)
    assert (code, [clip["title"] for clip in clips]) == (0, ["note"])
    assert "1 hidden or system file was left out: Thumbs.db." in err
