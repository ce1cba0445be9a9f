"""Small archives of tiles, made by hand."""

import gzip
import json
import sqlite3
import struct
from io import BytesIO

from PIL import Image

from caseboard.capture.layers.pmtiles import tile_id

RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(colour=RED, kind="PNG", side=256):
    written = BytesIO()
    Image.new("RGB", (side, side), colour).save(written, kind)
    return written.getvalue()


def colour_of(png):
    with Image.open(BytesIO(png)) as opened:
        return opened.convert("RGB").getpixel((5, 5))


def mbtiles(path, tiles, *, shared=False, more=(), **metadata):
    """`tiles`: (zoom, column, row from the north) → bytes."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        said = {"name": "Roads", "format": "png", "attribution": "© Someone", **metadata}
        connection.executemany("INSERT INTO metadata VALUES (?, ?)", said.items())
        columns = "zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER"
        if shared:
            connection.execute(f"CREATE TABLE map ({columns}, tile_id TEXT)")
            connection.execute("CREATE TABLE images (tile_id TEXT, tile_data BLOB)")
            connection.execute("CREATE VIEW tiles AS SELECT * FROM map JOIN images USING (tile_id)")
        else:
            connection.execute(f"CREATE TABLE tiles ({columns}, tile_data BLOB)")
        for (zoom, column, row), data in tiles.items():
            place = zoom, column, 2**zoom - 1 - row
            if shared:
                connection.execute("INSERT INTO map VALUES (?, ?, ?, ?)", (*place, str(place)))
                connection.execute("INSERT INTO images VALUES (?, ?)", (str(place), data))
            else:
                connection.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", (*place, data))
        for statement in more:
            connection.execute(statement)
    connection.close()
    return path


def _number(value):
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


def directory(entries):
    """`entries`: (tile id, run, length, offset), in order."""
    found, last = _number(len(entries)), 0
    for tile, *_rest in entries:
        found += _number(tile - last)
        last = tile
    for place in (1, 2):
        found += b"".join(_number(entry[place]) for entry in entries)
    return found + b"".join(_number(entry[3] + 1) for entry in entries)


def pmtiles(path, tiles, *, kind=2, packing=2, root=None, nested=False):
    """`tiles` as in `mbtiles`; `root` replaces the directory, `nested` puts it into a leaf."""
    pack = gzip.compress if packing == 2 else bytes
    data, entries = b"", []
    for place, image in sorted(tiles.items(), key=lambda each: tile_id(*each[0])):
        entries.append((tile_id(*place), 1, len(image), len(data)))
        data += image
    leaf = pack(directory(entries)) if nested else b""
    top = directory([(entries[0][0], 0, len(leaf), 0)]) if nested else directory(entries)
    top = pack(top) if root is None else root
    meta = pack(json.dumps({"name": "Roads", "attribution": "© Someone"}).encode())
    zooms = [zoom for zoom, _column, _row in tiles]
    starts = [127, 127 + len(top)]
    starts += [starts[1] + len(meta), starts[1] + len(meta) + len(leaf)]
    head = struct.pack(
        "<7sB11QBBBBBB4iB2i",
        b"PMTiles", 3,
        starts[0], len(top), starts[1], len(meta), starts[2], len(leaf), starts[3], len(data),
        len(entries), len(entries), len(entries),
        1, packing, 1, kind, min(zooms), max(zooms),
        round(37e7), round(49e7), round(38e7), round(50e7),
        5, 0, 0,
    )  # fmt: skip
    path.write_bytes(head + top + meta + leaf + data)
    return path
