"""Every benchmark measures what it says, on material small enough for a test."""

import json
import subprocess
import sys
from dataclasses import replace

import pypdfium2
import pytest

from bench import briefings, dropping, gaps, lists, material, memory, reading, saving, searching
from bench.harness import Place
from caseboard.model.clip import Clip
from caseboard.store import clips, verify
from caseboard.store.library import Library
from support import PROJECT

CLIPS = 120


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(PROJECT / "packaging"))
    own = tmp_path / "own"
    own.mkdir()
    return Place(own, tmp_path, CLIPS)


def timed(case, place):
    """One round of a case: what we took, and the pace if it has one."""
    contest = case.prepare(place)
    try:
        return contest.ours(), contest.pace() if contest.pace else None
    finally:
        contest.end()


def test_material_is_a_sound_library_with_as_many_clips_as_asked_for(place):
    made = material.large(place.shared, CLIPS)
    library = Library.open(made.folder, "tester")
    ids = library.database.read_now(clips.ids, made.large)
    first = library.database.read_now(lambda session: session.get(Clip, ids[0]))
    found = library.database.read_now(verify.library, library.files)
    library.close()
    assert (len(ids), found) == (CLIPS, [])
    assert 3_000 < len(first.text) < 6_000
    assert material.large(place.shared, CLIPS) == made


@pytest.mark.parametrize("case", reading.CASES, ids=lambda case: case.name)
def test_lists_are_read_by_us_and_by_the_driver(case, place):
    ours, pace = timed(case, place)
    assert ours > 0
    assert pace > 0


def test_the_bare_driver_reads_the_very_rows_we_read(place):
    made, library, connection = reading._open(place)
    known = library.database.read_now(clips.ids, made.large)
    ours = library.database.read_now(clips.rows, known[:50])
    raw = reading._raw_rows(connection, known[:50])
    assert reading._raw_ids(connection, made.large) == known
    connection.close()
    library.close()
    assert ours.keys() == raw.keys()
    assert {replace(row, chips=()) for row in ours.values()} == {
        replace(row, chips=()) for row in raw.values()
    }
    assert {i: set(row.chips) for i, row in ours.items()} == {
        i: set(row.chips) for i, row in raw.items()
    }
    assert any(row.chips for row in ours.values())


def test_a_save_is_held_against_a_sync(place):
    ours, pace = timed(saving.CASES[0], place)
    assert ours > pace > 0


@pytest.mark.parametrize("case", searching.CASES[:2], ids=lambda case: case.name)
def test_a_page_of_hits_is_timed(case, place):
    assert timed(case, place)[0] > 0


def test_a_short_briefing_has_twenty_pages(tmp_path):
    exporter = briefings.Exporter(tmp_path / "library", briefings.SHORT)
    exporter.export()
    exporter.close()
    assert 17 <= exporter.pages <= 23


def test_a_briefing_that_is_sent_has_twenty_pages_with_pictures_and_a_map(tmp_path):
    exporter = briefings.Exporter(
        tmp_path / "library", briefings.SENT, briefings.SHOWN, has_map=True
    )
    exporter.export()
    exporter.close()
    assert 17 <= exporter.pages <= 23
    with pypdfium2.PdfDocument(tmp_path / "library" / "briefing.pdf") as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    assert sum(f"Figure {number}." in "".join(texts) for number in range(1, 10)) == 9
    assert "Web Mercator" in "".join(texts)


def test_a_briefing_is_written_by_processes_of_their_own(place, monkeypatch):
    monkeypatch.setattr(briefings, "SENT", 3)
    monkeypatch.setattr(briefings, "EXHIBITS", 3)
    assert timed(briefings.CASES[3], Place(place.own / "cold", place.shared))[0] > 0
    megabytes = timed(briefings.CASES[5], Place(place.own / "peak", place.shared))[0]
    assert 20 < megabytes < briefings.MEMORY


WINDOWED = [
    *dropping.CASES[:1],
    *lists.CASES[2:],
    *searching.CASES[2:],
    *gaps.CASES[:1],
    *memory.CASES,
]


def test_the_window_is_timed_in_a_process_of_its_own(monkeypatch):
    """Its loop and its collector are the program's; here they would meet those of the tests."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT / "packaging"))
    names = [case.name for case in WINDOWED]
    options = ["--runs", "1", "--rows", str(CLIPS), "--json", "--only", *names]
    command = [sys.executable, "-m", "bench", *options]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, check=False)
    assert (done.stderr, done.returncode) == (b"", 0)
    outcomes = json.loads(done.stdout)
    assert [outcome["name"] for outcome in outcomes] == names
    assert [outcome["trouble"] for outcome in outcomes] == [""] * len(names)
    assert all(outcome["ours"] > 0 for outcome in outcomes)
