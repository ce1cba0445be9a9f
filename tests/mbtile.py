"""An archive of one tile."""

import sqlite3
from io import BytesIO

from PIL import Image


def one_tile(path, zoom, column, row, **metadata):
    written = BytesIO()
    Image.new("RGB", (256, 256), (200, 30, 30)).save(written, "PNG")
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        said = {"format": "png", **metadata}
        connection.executemany("INSERT INTO metadata VALUES (?, ?)", said.items())
        connection.execute(
            "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER,"
            " tile_data BLOB)"
        )
        place = zoom, column, 2**zoom - 1 - row
        connection.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", (*place, written.getvalue()))
    connection.close()
    return path
