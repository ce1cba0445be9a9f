"""Archives of tiles: MBTiles and PMTiles, sound and hostile."""

import gzip

import pytest
from tilework import BLUE, RED, colour_of, directory, mbtiles, picture, pmtiles

from caseboard.capture.layers import tile_archive, tiled
from caseboard.capture.layers.mbtiles import MBTiles
from caseboard.capture.layers.pmtiles import PMTiles, tile_id
from caseboard.capture.layers.tiled import TileArchive, placed
from caseboard.errors import CaseError
from caseboard.mapping.view import Bounds
from caseboard.model.terms import LayerKind

TILES = {(5, 19, 10): picture(RED), (5, 18, 10): picture(BLUE), (6, 38, 21): picture(RED)}
NEAR = Bounds(33.8, 48.95, 44.9, 55.7)
"""Within the tile 19, 10 of zoom 5."""


@pytest.fixture(params=["plain", "shared", "pmtiles", "nested", "unpacked"])
def path(request, tmp_path):
    """One archive of the same tiles, in each of the ways they are kept."""
    match request.param:
        case "plain" | "shared":
            held = tmp_path / "roads #1?.mbtiles"
            shared = request.param == "shared"
            return mbtiles(held, TILES, shared=shared, bounds="37,49,38,50")
        case "nested":
            return pmtiles(tmp_path / "roads.pmtiles", TILES, nested=True)
        case "unpacked":
            return pmtiles(tmp_path / "roads.pmtiles", TILES, packing=1)
        case _:
            return pmtiles(tmp_path / "roads.pmtiles", TILES)


@pytest.fixture
def opened():
    """Opens archives, and closes them at the end."""
    made = []

    def opened(path):
        made.append(TileArchive(path))
        return made[-1]

    yield opened
    for archive in made:
        archive.close()


def test_an_archive_is_a_layer_that_says_what_it_covers(path):
    assert tiled.is_archive(path)
    found = tiled.read(path)
    assert found.kind is LayerKind.TILES
    assert (found.name, found.attribution) == ("Roads", "© Someone")
    assert found.bounds == (37, 49, 38, 50)
    assert found.features == b""


def test_its_tiles_are_found_where_they_lie(path, opened):
    archive = opened(path)
    (tile,) = archive.tiles(5, NEAR)
    assert (tile.zoom, tile.column, tile.row) == (5, 19, 10)
    assert colour_of(tile.image) == RED
    both = archive.tiles(5, Bounds(23, 48.95, 44.9, 55.7))
    assert {(each.column, colour_of(each.image)) for each in both} == {(18, BLUE), (19, RED)}


def test_a_zoom_it_has_not_is_drawn_from_the_nearest(path, opened):
    archive = opened(path)
    assert {tile.zoom for tile in archive.tiles(2, NEAR)} == {5}
    assert {tile.zoom for tile in archive.tiles(15, Bounds(36.6, 50, 37.6, 52))} == {6}


def test_jpeg_and_webp_are_handed_on_as_png(tmp_path, opened):
    tiles = {(5, 19, 10): picture(RED, "JPEG"), (5, 18, 10): picture(BLUE, "WEBP")}
    archive = opened(mbtiles(tmp_path / "a.mbtiles", tiles, format="jpg"))
    found = archive.tiles(5, Bounds(23, 48.95, 44.9, 55.7))
    assert all(tile.image.startswith(b"\x89PNG") for tile in found)
    assert len(found) == 2


def test_a_damaged_picture_leaves_a_hole_and_the_others_stand(tmp_path, opened):
    tiles = TILES | {(5, 18, 10): b"\x89PNG\r\n\x1a\nnothing", (5, 17, 10): picture(side=2000)}
    archive = opened(mbtiles(tmp_path / "a.mbtiles", tiles))
    found = archive.tiles(5, Bounds(12, 48.95, 44.9, 55.7))
    assert [(tile.column, tile.row) for tile in found] == [(19, 10)]


def test_a_closed_archive_gives_what_it_has_and_nothing_more(tmp_path, opened):
    archive = opened(mbtiles(tmp_path / "a.mbtiles", TILES))
    assert archive.tiles(5, NEAR)
    archive.close()
    assert archive.tiles(5, NEAR)
    assert archive.tiles(6, NEAR) == ()


def test_a_file_that_is_gone_is_refused(tmp_path):
    assert not tiled.is_archive(tmp_path / "gone.mbtiles")
    with pytest.raises(CaseError):
        tiled.read(tmp_path / "gone.mbtiles")


def test_the_file_is_left_as_it_is(tmp_path, opened):
    path = mbtiles(tmp_path / "a.mbtiles", TILES)
    path.chmod(0o400)
    before = path.read_bytes()
    opened(path).tiles(5, NEAR)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.mbtiles"]


def test_vector_tiles_are_refused_in_words(tmp_path):
    with pytest.raises(CaseError, match="outlines"):
        MBTiles(mbtiles(tmp_path / "a.mbtiles", TILES, format="pbf"))
    path = pmtiles(tmp_path / "a.pmtiles", TILES, kind=1)
    with path.open("rb") as file, pytest.raises(CaseError, match="outlines"):
        PMTiles(file)


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"


def test_a_view_that_never_ends_is_never_asked(tmp_path):
    more = ("DROP TABLE tiles", f"CREATE VIEW tiles AS {ENDLESS}")
    with pytest.raises(CaseError, match="no layer"):
        MBTiles(mbtiles(tmp_path / "a.mbtiles", TILES, more=more))


def test_an_archive_without_tiles_is_refused(tmp_path):
    with pytest.raises(CaseError, match="no zoom"):
        MBTiles(mbtiles(tmp_path / "a.mbtiles", {}))


def test_a_database_that_is_damaged_is_refused(tmp_path):
    path = mbtiles(tmp_path / "a.mbtiles", TILES)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(CaseError, match="damaged"):
        tiled.read(path)


def test_bounds_that_cannot_be_are_the_world(tmp_path):
    for said in ("", "a,b,c,d", "nan,1,2,3", "9,9,1,1", "1,2,3"):
        path = mbtiles(tmp_path / "a.mbtiles", TILES, bounds=said)
        assert MBTiles(path).about.bounds == tile_archive.WORLD


def test_tiles_are_numbered_along_the_curve_of_the_standard():
    assert [tile_id(*place) for place in ((0, 0, 0), (1, 0, 0), (1, 0, 1))] == [0, 1, 2]
    assert [tile_id(*place) for place in ((1, 1, 1), (1, 1, 0), (2, 0, 0))] == [3, 4, 5]
    assert tile_id(12, 3423, 1763) == 19078479


@pytest.mark.parametrize(
    "root",
    [
        b"",
        b"\xff" * 40,
        gzip.compress(b""),
        gzip.compress(b"\xff\xff\xff\xff\x0f"),
        gzip.compress(b"\0" * (20 * 2**20)),
        gzip.compress(b"\x02\x01"),
        gzip.compress(b"\x01\x01\x01\x01\x00"),
    ],
)
def test_directories_that_lie_are_refused(tmp_path, root):
    path = pmtiles(tmp_path / "a.pmtiles", TILES, root=root)
    with path.open("rb") as file, pytest.raises(CaseError):
        PMTiles(file)


def test_directories_that_lead_to_themselves_end(tmp_path):
    root = gzip.compress(directory([(0, 0, 0, 0)]))
    looped = gzip.compress(directory([(0, 0, len(root), 0)]))
    path = pmtiles(tmp_path / "a.pmtiles", TILES, root=looped)
    data = bytearray(path.read_bytes())
    data[40:48] = data[8:16]  # its leaves begin where its root does
    path.write_bytes(data)
    with path.open("rb") as file, pytest.raises(CaseError, match="directories"):
        PMTiles(file).tile(5, 19, 10)


def test_places_are_counted_from_the_north_west():
    assert placed(0, NEAR) == [(0, 0)]
    assert placed(1, Bounds(-10, -10, 10, 10)) == [(0, 0), (1, 0), (0, 1), (1, 1)]
    assert placed(5, NEAR) == [(19, 10)]
