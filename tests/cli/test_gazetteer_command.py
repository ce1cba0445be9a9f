"""`caseboard gazetteer`: tables of places are added and listed."""

import json

import pytest

from caseboard import cli
from caseboard.tagging.gazetteer.gazetteer import use

LINE = "UA\t1\tNewtownove\tKharkivska\t07\tRaion\t\t\t\t49.70\t37.60\t4\n"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    yield
    use(())


def test_postal_file_is_imported_and_listed(tmp_path, capsys):
    path = tmp_path / "UA.txt"
    path.write_text(LINE)
    assert cli.main(["gazetteer", "import", str(path)]) == 0
    assert "1 place was added." in capsys.readouterr().out
    assert cli.main(["gazetteer", "list", "--json"]) == 0
    tables = json.loads(capsys.readouterr().out)["tables"]
    assert [table["places"] for table in tables][1:] == [1]


def test_wrong_file_is_refused(tmp_path, capsys):
    path = tmp_path / "note.txt"
    path.write_text("words\n")
    assert cli.main(["gazetteer", "import", str(path)]) == 1
    assert "no file of places" in capsys.readouterr().err


def test_list_names_whose_the_places_are(capsys):
    assert cli.main(["gazetteer", "list"]) == 0
    assert "GeoNames (CC BY 4.0)" in capsys.readouterr().out
