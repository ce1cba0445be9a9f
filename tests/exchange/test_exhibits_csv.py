"""The table of exhibits that are handed over."""

import csv
import io
from datetime import UTC, datetime

from caseboard.exchange.exhibits_csv import COLUMNS, Given, write
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.terms import ClipKind, FileRole, Method


def given(**changes):
    clip = Clip(
        case_id="case",
        ref="KUP-2024-11-E001",
        kind=ClipKind.ARTICLE,
        title="Two accounts",
        captured=datetime(2024, 11, 14, 12, 2, tzinfo=UTC),
        url_asked="https://a.example/asked",
        method=Method.LINK,
        tool="Caseboard",
        **changes,
    )
    file = ClipFile(
        clip_id=clip.id,
        sha256="ab" * 32,
        role=FileRole.PICTURE,
        name='=cmd|"x"',
        media_type="image/jpeg",
        bytes=412,
        credit="(A. B./C)",
    )
    return Given(clip, file, "exhibits/E001/01-picture.jpg")


def read(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_file_is_a_row():
    (row,) = read(write([given()]))
    assert tuple(row) == COLUMNS
    assert (row["exhibit"], row["file"]) == ("KUP-2024-11-E001", "exhibits/E001/01-picture.jpg")
    assert (row["sha256"], row["bytes"], row["credit"]) == ("ab" * 32, "412", "(A. B./C)")
    assert (row["captured"], row["url"]) == ("2024-11-14T12:02:00+00:00", "https://a.example/asked")


def test_what_was_reached_is_told_before_what_was_asked():
    (row,) = read(write([given(url_reached="https://a.example/reached")]))
    assert row["url"] == "https://a.example/reached"


def test_no_cell_is_read_as_a_formula():
    (row,) = read(write([given(author="@SUM(A1)", published_as_printed="-")]))
    assert row["called"] == '\'=cmd|"x"'
    assert row["author"] == "'@SUM(A1)"
