"""Files of places that are not there, damaged, or something else."""

import shutil
import sqlite3

import pytest

from caseboard.errors import CaseError
from caseboard.tagging.gazetteer import schema
from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.gazetteer.gazetteer import PATH, Gazetteer, shipped, use


@pytest.fixture
def small(tmp_path):
    """Writes a table with some places and returns its path."""

    def write(name, *places):
        path = tmp_path / name
        connection = sqlite3.connect(path, isolation_level=None)
        connection.executescript(schema.CREATE)
        writer = schema.Writer(connection)
        for place, names in places:
            writer.add(place, names)
        connection.executescript(schema.FINISH)
        connection.close()
        return path

    return write


@pytest.fixture
def afterwards():
    """Puts what is looked up back."""
    yield
    use(())


def place(id_, lat, metres, code=""):
    return schema.Place(
        id_, code, "Testove", EntryKind.VILLAGE, lat, 30.0, metres, "UA", hromada="Testova hromada"
    )


def test_missing_file_is_said(tmp_path):
    with pytest.raises(CaseError, match=r"missing.*none\.sqlite"):
        Gazetteer(tmp_path / "none.sqlite")


def test_damaged_file_is_said(tmp_path):
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(CaseError, match="damaged"):
        Gazetteer(path)


def test_half_a_file_is_damaged(tmp_path):
    path = tmp_path / "half.sqlite"
    path.write_bytes(PATH.read_bytes()[:4096])
    with pytest.raises(CaseError, match="damaged"):
        Gazetteer(path)


def test_other_database_is_no_table_of_places(tmp_path):
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE place (id)")
    connection.close()
    with pytest.raises(CaseError, match="no table of places"):
        Gazetteer(path)


@pytest.mark.usefixtures("afterwards")
def test_damaged_import_is_left_out_and_said(tmp_path):
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(b"no database at all" * 100)
    assert "damaged.sqlite" in use([path])
    assert shipped().lookup("Kupiansk")


def test_file_of_places_is_not_changed_by_looking(small):
    path = small("a.sqlite", (place(1, 50.0, 1000), {"testove": 2}))
    before = path.read_bytes()
    Gazetteer(path).lookup("Testove")
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["a.sqlite"]


def test_path_with_odd_signs_is_opened(small, tmp_path):
    odd = tmp_path / "100% ?#é"
    odd.mkdir()
    path = shutil.move(small("a.sqlite", (place(1, 50.0, 1000), {"testove": 2})), odd / "a.sqlite")
    assert len(Gazetteer(path).lookup("Testove")) == 1


def test_file_that_knows_better_where_a_place_lies_counts(small):
    own = schema.FIRST_OWN_ID
    coarse = small("a.sqlite", (place(own, 50.0, 10_000, "katottg:UA1"), {"testove": 2, "test": 1}))
    exact = small("b.sqlite", (place(own, 50.05, 1_000, "katottg:UA1"), {"testove": 1}))
    gazetteer = Gazetteer(coarse, exact)
    (found,) = gazetteer.lookup("Testove")
    assert (found.lat, found.precision_m, found.is_main) == (50.05, 1_000, True)
    (alias,) = gazetteer.lookup("test")
    assert (alias.lat, alias.is_main) == (50.05, False)


def test_no_files_at_all_find_nothing():
    empty = Gazetteer()
    assert empty.lookup("Kupiansk") == []
    assert empty.nearest(49.7, 37.6) is None
