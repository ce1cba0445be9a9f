"""`caseboard map` and `caseboard places`, as a script uses them."""

import csv
import io
import json

import pytest
from PIL import Image

from caseboard.cli import main

CASE = "KUP-2024-11"
pytestmark = pytest.mark.usefixtures("qapp")  # else each map makes an application of its own


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A library that holds the sample case."""
    folder = tmp_path_factory.mktemp("maps") / "library"
    assert main(["--library", str(folder), "case", "sample"]) == 0
    return folder


@pytest.fixture
def run(library, capsys):
    """Runs `caseboard … --json`; gives exit code, what was printed and errors."""

    def run(*arguments):
        capsys.readouterr()
        code = main(["--library", str(library), *map(str, arguments), "--json"])
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else None, said.err

    return run


def test_a_map_is_as_large_as_was_asked_for(run, tmp_path):
    target = tmp_path / "map.png"
    code, said, _ = run("map", CASE, "-o", target, "--size", "640x400")
    assert code == 0
    with Image.open(target) as picture:
        assert picture.size == (640, 400)
    assert said["bytes"] == target.stat().st_size


def test_it_shows_where_the_claims_are_when_nobody_says_what_to_show(run, tmp_path):
    _code, said, _ = run("map", CASE, "-o", tmp_path / "map.svg")
    west, south, east, north = said["extent"]
    assert west < 37.6158 < east
    assert south < 49.71 < north
    assert east - west < 2


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_it_is_written_in_the_form_its_name_says(run, tmp_path, form):
    target = tmp_path / f"map.{form}"
    assert run("map", CASE, "-o", target)[0] == 0
    assert target.read_bytes().startswith({"svg": b"<svg", "pdf": b"%PDF"}[form])


@pytest.mark.parametrize(
    ("extent", "inside"),
    [
        ("30,45,40,52", (35, 48)),
        ("-71,-34,-70,-33", (-70.5, -33.5)),
        ("Kupiansk", (37.6158, 49.71)),
        ("Купянск", (37.6158, 49.71)),
        ("Lviv", (24.03, 49.84)),
        ("37U DR 00205 07310", (37.6158, 49.71)),
    ],
)
def test_it_shows_what_was_asked_for(run, tmp_path, extent, inside):
    code, said, _ = run("map", CASE, "-o", tmp_path / "map.svg", f"--extent={extent}")
    west, south, east, north = said["extent"]
    assert code == 0
    assert west < inside[0] < east
    assert south < inside[1] < north
    assert east - west < 25


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "map.jpg"], "A map is not written as .jpg."),
        (["-o", "map.svg", "--extent", "Nowhere at all"], "There is no place Nowhere at all."),
        (["-o", "map.svg", "--extent", "40,45,30,52"], "These edges bound no map."),
        (["-o", "map.svg", "--extent", "30,45,400,52"], "These edges bound no map."),
        (["-o", "map.svg", "--size", "20"], "20 is no size of a map."),
        (["-o", "map.svg", "--size", "99999x9"], "99999x9 is no size of a map."),
        (["-o", "map.svg", "--layers", "L99"], "There is no layer L99 in this case."),
        (["-o", "map.svg", "--as-of", "yesterday"], "“yesterday” is not a date"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(run, tmp_path, monkeypatch, arguments, told):
    monkeypatch.chdir(tmp_path)
    code, _said, error = run("map", CASE, *arguments)
    assert code == 1
    assert told in error
    assert not list(tmp_path.iterdir())


def test_an_empty_case_has_no_map_but_of_what_was_asked_for(run, tmp_path):
    case = run("case", "new", "Nothing yet")[1]["ref"]
    code, _said, error = run("map", case, "-o", tmp_path / "map.svg")
    assert code == 1
    assert "Nothing in this case is known to be anywhere." in error
    assert run("map", case, "-o", tmp_path / "map.svg", "--extent", "Kyiv")[0] == 0


def drawn(run, target, *arguments):
    assert run("map", CASE, "-o", target, *arguments)[0] == 0
    return target.read_text()


def test_layers_are_drawn_as_far_as_they_are_asked_for(run, tmp_path):
    target = tmp_path / "map.svg"
    where = "--extent=37.3,49.5,38.0,49.9"
    bare = drawn(run, target, where, "--layers", "none")
    assert "Estimated advance" in drawn(run, target, where)
    assert "Estimated advance" not in bare
    assert drawn(run, target, where, "--layers", "all") == drawn(
        run, target, where, "--layers", "l1"
    )


def test_as_of_leaves_out_what_came_later(run, tmp_path):
    target = tmp_path / "map.svg"
    where = "--extent=37.3,49.5,38.0,49.9"
    early = drawn(run, target, where, "--as-of", "2024-06")
    late = drawn(run, target, where, "--as-of", "2024-11-15")
    assert "≠" not in early
    assert "Estimated advance" not in early
    assert "≠" in late
    assert "Estimated advance" in late


def test_themes_and_grids_make_other_pictures(run, tmp_path):
    target = tmp_path / "map.svg"
    kinds = [[], ["--theme", "dark"], ["--theme", "print"], ["--grid", "utm"],
             ["--grid", "degrees"]]  # fmt: skip
    assert len({drawn(run, target, "--extent", "Kupiansk", *each) for each in kinds}) == len(kinds)


def test_places_are_written_in_the_form_their_name_says(run, tmp_path):
    for form in ("geojson", "kml", "csv"):
        code, said, _ = run("places", CASE, "-o", tmp_path / f"places.{form}")
        assert code == 0
        assert said["features"] > 5
    held = json.loads((tmp_path / "places.geojson").read_text())
    names = {each["properties"]["name"] for each in held["features"]}
    assert {"Kupiansk", "Khartia Brigade"} <= names
    text = (tmp_path / "places.csv").read_text("utf-8-sig")
    assert {row["case"] for row in csv.DictReader(io.StringIO(text))} == {CASE}
    assert "<kml" in (tmp_path / "places.kml").read_text()


def test_only_some_kinds_are_written_where_only_some_are_wanted(run, tmp_path):
    target = tmp_path / "places.geojson"
    _code, said, _ = run("places", CASE, "-o", target, "--only", "positions, claims")
    kinds = [each["properties"]["kind"] for each in json.loads(target.read_text())["features"]]
    assert set(kinds) == {"positions", "claims"}
    assert said["features"] == len(kinds)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "places.txt"], "Places are not written as .txt."),
        (["-o", "places.kml", "--only", "towns"], "There are no towns to write."),
    ],
)
def test_places_that_cannot_be_written_are_refused_in_words(
    run, tmp_path, monkeypatch, arguments, told
):
    monkeypatch.chdir(tmp_path)
    code, _said, error = run("places", CASE, *arguments)
    assert code == 1
    assert told in error
    assert not list(tmp_path.iterdir())


def test_units_are_told_coarsely_where_that_is_asked_for(run, tmp_path):
    target = tmp_path / "places.geojson"

    def precisions(*arguments):
        run("places", CASE, "-o", target, "--only", "positions", *arguments)
        found = json.loads(target.read_text())["features"]
        return [each["properties"]["precision_m"] for each in found]

    assert min(precisions("--release")) >= 10_000
    assert len(precisions("--release")) == len(precisions())
