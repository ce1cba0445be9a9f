"""Making a table of a file of GeoNames."""

import tracemalloc
import zipfile

import pytest

from caseboard.errors import CaseError
from caseboard.tagging.gazetteer import streaming
from caseboard.tagging.gazetteer.gazetteer import PATH, Gazetteer
from caseboard.tagging.gazetteer.importing import UNFINISHED, import_file

SYNKIVKA = ("900001", "Synkivka", "Synkivka", "Синьківка,Синьковка", "49.7627", "37.6921")


def dumped(*cells, feature=("P", "PPL"), country="UA", state="07", population="0"):
    """A line of a dump: number, name, plain name, other names, latitude, longitude."""
    middle = (*feature, country, "", state, "", "", "", population)
    return "\t".join((*cells, *middle, "", "100", "Europe/Kyiv", "2020-01-01"))


def postal(name, lat, lon, accuracy, country="UA"):
    cells = (country, "63701", name, "Kharkivska", "07", "Куп’янський", "", "", "")
    return "\t".join((*cells, lat, lon, accuracy))


@pytest.fixture(scope="module")
def shipped():
    opened = Gazetteer(PATH)
    yield opened
    opened.close()


@pytest.fixture
def imported(tmp_path, shipped):
    """Imports lines; returns what came of it and the table."""

    def run(*lines, name="UA.txt"):
        source = tmp_path / name
        source.write_text("\n".join(lines) + "\n", "utf-8")
        folder = tmp_path / "gazetteers"
        done = import_file(source, folder, shipped, lambda _done, _size: None)
        return done, Gazetteer(PATH, folder / done.file)

    return run


def test_hamlet_gets_its_point_and_keeps_its_id(imported, shipped):
    done, both = imported(dumped(*SYNKIVKA))
    (before,) = [e for e in shipped.lookup("Синьківка") if e.raion == "Kupianskyi raion"]
    (after,) = [e for e in both.lookup("Синьківка") if e.raion == "Kupianskyi raion"]
    assert (done.places, done.refined) == (1, 1)
    assert (after.id, after.hromada) == (before.id, before.hromada)
    assert (after.lat, after.lon, after.precision_m) == (49.7627, 37.6921, 1000)


def test_name_the_file_does_not_have_leads_to_the_point_too(imported):
    _done, both = imported(dumped(*SYNKIVKA))
    assert any(entry.lat == 49.7627 for entry in both.lookup("Sinkovka"))


def test_place_that_is_far_from_the_hromada_is_another_one(imported):
    done, both = imported(dumped("900001", "Synkivka", "", "", "50.30", "35.90"))
    assert done.refined == 0
    assert "geonames:900001" in [entry.id for entry in both.lookup("Synkivka")]


def test_what_the_program_has_is_not_written_again(imported):
    done, _both = imported(
        dumped("703656", "Kupyansk", "", "", "49.71", "37.61"),
        dumped("900002", "Newtown", "", "Ньютаун", "48.0", "22.0", state="25", population="700"),
    )
    assert (done.places, done.known) == (1, 1)


def test_new_place_is_found_by_all_its_names(imported):
    _done, both = imported(dumped("900002", "Newtownove", "", "Ньютаунове", "48.0", "22.0"))
    assert both.lookup("Newtownove")[0].is_main
    assert both.lookup("Ньютаунове")[0].id == "geonames:900002"
    assert both.entry("geonames:900002").state == "Kharkiv Oblast"


def test_hills_are_left_out_and_airports_taken(imported):
    done, both = imported(
        dumped("900003", "Some Hillock", "", "", "48.0", "22.0", feature=("T", "HLL")),
        dumped("900004", "Some Airfield", "", "", "48.0", "22.0", feature=("S", "AIRF")),
    )
    assert done.places == 1
    assert both.lookup("Some Airfield")[0].kind == "site"


def test_postal_rows_that_are_guesses_are_left_out(imported):
    done, both = imported(
        postal("Синьківка", "49.7627", "37.6921", "4"),
        postal("Vyhadane", "49.9", "37.1", "3"),
        postal("Vyhadane Druhe", "49.9", "37.1", ""),
    )
    assert (done.places, done.refined) == (1, 1)
    assert both.lookup("Vyhadane") == []


def test_one_place_with_two_postal_codes_is_one_place(imported):
    row = postal("Vyhadane", "49.9", "37.1", "4")
    done, both = imported(row, row)
    assert done.places == 1
    assert len(both.lookup("Vyhadane")) == 1


def test_bad_lines_are_counted_and_the_others_read(imported):
    good = [dumped(str(900100 + n), f"Place{n}", "", "", "48.0", "22.0") for n in range(20)]
    done, _both = imported(*good, "torn\tline", dumped("9", "Far", "", "", "99.0", "22.0"))
    assert (done.places, done.bad_lines) == (20, 2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "some words\nand more\n",
        "a,b,c\n1,2,3\n",
        "\t" * 18 + "\n",
        "x\t" * 11 + "\n",
        dumped("1", "Nan", "", "", "nan", "nan") + "\n",
    ],
)
def test_file_that_is_none_of_geonames_is_refused(tmp_path, shipped, text):
    source = tmp_path / "some.txt"
    source.write_text(text)
    with pytest.raises(CaseError, match=r"some\.txt is no file of places"):
        import_file(source, tmp_path / "gazetteers", shipped, lambda _done, _size: None)
    assert list((tmp_path / "gazetteers").iterdir()) == []


def test_file_that_turns_into_another_one_is_refused_and_nothing_is_left(tmp_path, shipped):
    source = tmp_path / "UA.txt"
    source.write_text(dumped(*SYNKIVKA) + "\n" + "noise\n" * 60)
    with pytest.raises(CaseError):
        import_file(source, tmp_path / "gazetteers", shipped, lambda _done, _size: None)
    assert list((tmp_path / "gazetteers").iterdir()) == []


def test_archive_is_read_past_its_readme(tmp_path, shipped):
    source = tmp_path / "UA.zip"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("readme.txt", "words\n" * 5000)
        archive.writestr("UA.txt", dumped(*SYNKIVKA) + "\n")
    done = import_file(source, tmp_path / "gazetteers", shipped, lambda _done, _size: None)
    assert done.places == 1


def test_archive_without_a_text_and_a_torn_one_are_refused(tmp_path, shipped):
    empty = tmp_path / "empty.zip"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("readme.txt", "words")
    torn = tmp_path / "torn.zip"
    torn.write_bytes(empty.read_bytes()[:20])
    for source in (empty, torn):
        with pytest.raises(CaseError):
            import_file(source, tmp_path / "gazetteers", shipped, lambda _done, _size: None)


def test_endless_line_takes_no_memory(tmp_path, shipped):
    source = tmp_path / "UA.txt"
    with source.open("wb") as file:
        file.write(dumped(*SYNKIVKA).encode() + b"\n")
        for _ in range(30):
            file.write(b"x" * 2**20)
    tracemalloc.start()
    with pytest.raises(CaseError):
        import_file(source, tmp_path / "gazetteers", shipped, lambda _done, _size: None)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 5 * 2**20


def test_text_that_unpacks_to_too_much_is_refused(tmp_path, shipped, monkeypatch):
    monkeypatch.setattr(streaming, "MOST_BYTES", 50_000)
    source = tmp_path / "UA.txt"
    source.write_text((dumped(*SYNKIVKA) + "\n") * 1000)
    with pytest.raises(CaseError, match="too large"):
        import_file(source, tmp_path / "gazetteers", shipped, lambda _done, _size: None)


def test_import_takes_the_place_of_the_one_before(tmp_path, shipped):
    folder = tmp_path / "gazetteers"
    for point in ("49.70", "49.75"):
        source = tmp_path / "UA.txt"
        source.write_text(dumped("900009", "Newtownove", "", "", point, "37.60") + "\n")
        done = import_file(source, folder, shipped, lambda _done, _size: None)
    assert [each.name for each in folder.iterdir()] == [done.file]
    assert Gazetteer(folder / done.file).lookup("Newtownove")[0].lat == 49.75


def test_old_table_stays_where_a_new_import_is_refused(tmp_path, shipped):
    folder = tmp_path / "gazetteers"
    source = tmp_path / "UA.txt"
    source.write_text(dumped(*SYNKIVKA) + "\n")
    done = import_file(source, folder, shipped, lambda _done, _size: None)
    before = (folder / done.file).read_bytes()
    source.write_text("no places\n")
    with pytest.raises(CaseError):
        import_file(source, folder, shipped, lambda _done, _size: None)
    assert (folder / done.file).read_bytes() == before
    assert not (folder / UNFINISHED).exists()


def test_progress_ends_with_the_whole_file(tmp_path, shipped):
    source = tmp_path / "UA.txt"
    source.write_text((dumped(*SYNKIVKA) + "\n") * 5000)
    said = []
    import_file(source, tmp_path / "g", shipped, lambda done, size: said.append((done, size)))
    size = source.stat().st_size
    assert said[0] == (said[0][0], size)
    assert said[-1] == (size, size)
    assert len(said) > 3
    assert said == sorted(said)
