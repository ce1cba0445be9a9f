"""Layers are read in a process with limits."""

import json
import sqlite3
import struct
import zipfile
from io import BytesIO

import pytest
from layered import collection, feature

from caseboard import i18n
from caseboard.capture import confine
from caseboard.capture.answer import Answer
from caseboard.capture.layers import worked
from caseboard.capture.worker import Limits
from caseboard.errors import CaseError


@pytest.fixture(scope="module")
def worker():
    worker = worked.worker()
    yield worker
    worker.close()


def test_a_layer_is_read_with_all_that_is_known_of_it(worker):
    data = collection(feature(name="Held", fill="#f00"), feature("LineString", [[1, 2]]))
    found = worked.read(worker, data, "front 2024-11-14.geojson")
    assert (found.format, found.count, found.bounds) == ("GeoJSON", 1, (37.6, 49.7, 37.7, 49.8))
    assert found.is_styled
    assert found.notes == ("1 feature without a usable shape was left out.",)
    assert found.dated.as_of == "2024-11-14"
    assert json.loads(found.features)["features"][0]["properties"]["fill"] == "#ff0000"


def test_what_is_no_layer_is_refused_in_words(worker):
    with pytest.raises(CaseError, match="no layer") as caught:
        worked.read(worker, b"Just a note about a map.")
    assert "GeoPackage" in caught.value.hint


def test_the_reader_speaks_the_language_of_the_program(worker):
    with i18n.speaking("uk"), pytest.raises(CaseError) as caught:
        worked.read(worker, b"{")
    assert str(caught.value) == i18n_uk("This layer cannot be read: {reason}").format(
        reason=i18n_uk("it is no sound JSON.")
    )


def i18n_uk(text):
    with i18n.speaking("uk"):
        return i18n._(text)


def test_a_hundred_megabytes_are_refused_before_anything_reads_them(worker):
    pid = worker.pid
    with pytest.raises(CaseError, match="too large for a layer"):
        worked.read(worker, b" " * (100 * 2**20))
    assert worker.pid == pid


def test_a_file_that_takes_too_much_is_given_up_and_the_next_one_is_read(worker, monkeypatch):
    monkeypatch.setattr(worked, "LIMITS", Limits(confine.PAGE_MEMORY, cpu=0.3, clock=5.0))
    many = b'{"type":"FeatureCollection","features":[' + b"{}," * 9_000_000 + b"{}]}"
    with pytest.raises(CaseError, match="too much time or memory") as caught:
        worked.read(worker, many)
    assert "left as it is" in caught.value.hint
    assert worked.read(worker, collection(feature())).count == 1


class Lying:
    """A reader whose process was taken over."""

    def __init__(self, **values):
        self.values = {
            "format": "GeoJSON",
            "count": 1,
            "bounds": [0, 0, 1, 1],
            "is_styled": False,
            "left_out": 0,
            **values,
        }

    def do(self, _task, _data, _options, _limits):
        return Answer(self.values, (b"{}",))


@pytest.mark.parametrize(
    "lie", [{"bounds": [0, 0, 400, 1]}, {"bounds": ["a"] * 4}, {"count": None}, {"bounds": [1]}]
)
def test_what_the_process_answers_is_checked(lie):
    assert worked.read(Lying(), b"{}").count == 1
    with pytest.raises(CaseError, match="nonsense"):
        worked.read(Lying(**lie), b"{}")


def test_every_format_is_read_where_nothing_may_be_opened(worker, tmp_path):
    path = tmp_path / "a.gpkg"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)")
        connection.execute("CREATE TABLE front (geom BLOB, name TEXT)")
        connection.execute("INSERT INTO gpkg_geometry_columns VALUES ('front', 'geom', 4326)")
        shape = b"GP\0" + struct.pack("<BiBIdd", 1, 4326, 1, 1, 37.6, 49.7)
        connection.execute("INSERT INTO front VALUES (?, 'A')", (shape,))
    connection.close()
    kmz = BytesIO()
    mark = "<Placemark><Point><coordinates>37.6,49.7</coordinates></Point></Placemark>"
    with zipfile.ZipFile(kmz, "w") as archive:
        archive.writestr("doc.kml", f"<kml>{mark}</kml>")
    files = {
        "GeoPackage": path.read_bytes(),
        "KMZ": kmz.getvalue(),
        "KML": f"<kml>{mark}</kml>".encode(),
        "GPX": b'<gpx><wpt lat="49.7" lon="37.6"/></gpx>',
        "CSV": "a;b\nKupiansk;37U DR 00205 07310\nX;49°42′36″ пн. ш. 37°36′57″ сх. д.\n".encode(),
    }
    for name, data in files.items():
        found = worked.read(worker, data)
        assert found.format == name
        assert found.bounds[0] == pytest.approx(37.6, abs=0.1)
