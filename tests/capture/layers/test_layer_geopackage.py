"""GeoPackages, sound and hostile."""

import sqlite3
import struct

import pytest
import shapely
from layered import SQUARE, read_back

from caseboard.capture.layers import geopackage, wkb
from caseboard.errors import CaseError

AREA = shapely.Polygon(SQUARE)


def blob(shape, *, envelope=0, grid=4326, **options):
    flags = 1 | envelope << 1
    around = b"\0" * {0: 0, 1: 32, 4: 64}[envelope]
    return b"GP\0" + struct.pack("<Bi", flags, grid) + around + shapely.to_wkb(shape, **options)


@pytest.fixture
def package(tmp_path):
    """Makes a file of one feature table; `more` are statements, such as of an attacker."""

    def package(*rows, grid=4326, more=()):
        path = tmp_path / "made.gpkg"
        with sqlite3.connect(path) as connection:
            connection.executescript(
                "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER);"
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('Pulkovo 1942 zone 7', 28407);"
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,"
                " srs_id INTEGER);"
                'CREATE TABLE "front ""line""" (fid INTEGER, geom BLOB, name TEXT, fill TEXT);'
            )
            connection.execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?)", ('front "line"', grid)
            )
            for fid, (geometry, name) in enumerate(rows):
                query = 'INSERT INTO "front ""line""" VALUES (?, ?, ?, ?)'
                connection.execute(query, (fid, geometry, name, "#f00"))
            for statement in more:
                connection.execute(statement)
        connection.close()
        data = path.read_bytes()
        path.unlink()
        return data

    return package


def test_features_come_with_their_names_and_colours(package):
    (feature,) = read_back(geopackage.read(package((blob(AREA), "Held"))))
    assert feature["geometry"] == {"type": "Polygon", "coordinates": [SQUARE]}
    assert feature["properties"] == {"name": "Held", "fill": "#ff0000"}


@pytest.mark.parametrize(
    "shape",
    [
        shapely.Point(37.6, 49.7),
        shapely.LineString([(37.6, 49.7, 9), (37.7, 49.8, 9)]),
        shapely.MultiPolygon([AREA]),
        shapely.MultiPoint([(1, 2), (3, 4)]),
        shapely.GeometryCollection([AREA, shapely.Point(1, 2)]),
    ],
)
@pytest.mark.parametrize("flavor", ["iso", "extended"])
@pytest.mark.parametrize("byte_order", [0, 1])
def test_shapes_of_every_kind_dialect_and_order_are_read(package, shape, flavor, byte_order):
    data = blob(shape, envelope=4, flavor=flavor, byte_order=byte_order)
    (feature,) = read_back(geopackage.read(package((data, "A"))))
    found = shapely.geometry.shape(feature["geometry"])
    assert shapely.equals(found, shapely.force_2d(shape))


def test_a_row_with_an_unusable_shape_is_left_out(package):
    rows = [(None, "A"), (b"GP", "B"), (b"x" * 40, "C"), (blob(AREA)[:30], "D"), (blob(AREA), "E")]
    found = geopackage.read(package(*rows, (blob(shapely.Point()), "F")))
    assert (found.count, found.left_out) == (1, 5)


def test_web_mercator_is_turned_into_degrees(package):
    data = package((blob(shapely.Point(4187372.8, 6396208.8), grid=3857), "A"), grid=3857)
    (feature,) = read_back(geopackage.read(data))
    assert feature["geometry"]["coordinates"] == pytest.approx([37.61581, 49.71003], abs=1e-5)


def test_other_grids_are_refused_by_their_name(package):
    with pytest.raises(CaseError, match="Pulkovo 1942 zone 7"):
        geopackage.read(package((blob(AREA), "A"), grid=28407))


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


def test_a_view_in_place_of_a_table_is_never_looked_into(package):
    data = package(
        (blob(AREA), "A"),
        more=(
            "DROP TABLE gpkg_geometry_columns",
            f"CREATE VIEW gpkg_geometry_columns AS {ENDLESS}",
        ),
    )
    with pytest.raises(CaseError, match="no layer"):
        geopackage.read(data)


def test_a_view_among_the_feature_tables_is_passed_over(package):
    data = package(
        (blob(AREA), "A"),
        more=(
            f"CREATE VIEW trap AS {ENDLESS}",
            "INSERT INTO gpkg_geometry_columns VALUES ('trap', 'geom', 4326)",
        ),
    )
    assert geopackage.read(data).count == 1


def test_a_table_that_computes_its_columns_is_passed_over(package):
    data = package(
        (blob(AREA), "A"),
        more=(
            "CREATE TABLE trap (geom BLOB, big TEXT AS /* */ (hex(zeroblob(1000000))))",
            "INSERT INTO trap (geom) VALUES (NULL)",
            "INSERT INTO gpkg_geometry_columns VALUES ('trap', 'geom', 4326)",
        ),
    )
    found = geopackage.read(data)
    assert (found.count, found.left_out) == (1, 0)


NAME = """'x"; ATTACH ''elsewhere'' AS z; --'"""


def test_a_name_that_is_sql_stays_a_name(package):
    data = package(
        (blob(AREA), "A"),
        more=(
            'CREATE TABLE "x""; ATTACH \'elsewhere\' AS z; --" (geom BLOB)',
            f"INSERT INTO gpkg_geometry_columns VALUES ({NAME}, 'geom', 4326)",
        ),
    )
    assert geopackage.read(data).count == 1


def test_a_damaged_file_ends_in_a_sentence_and_the_next_is_read(package):
    data = package((blob(AREA), "A"))
    broken = data[:4096] + b"\xff" * 8192
    for hostile in (broken, data[:100], data[:16]):
        with pytest.raises(CaseError):
            geopackage.read(hostile)
    assert geopackage.read(data).count == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x01",
        b"\x01\x03\x00\x00\x00\xff\xff\xff\xff",
        b"\x01\x63\x00\x00\x00",
        (b"\x01" + struct.pack("<II", 7, 1)) * 2_000,
    ],
)
def test_binary_that_lies_about_itself_is_refused(data):
    with pytest.raises(wkb.Broken):
        wkb.read(data)
