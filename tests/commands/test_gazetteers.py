"""Importing files of GeoNames, in a process of its own, and listing what there is."""

import asyncio

import pytest

from caseboard import paths
from caseboard.commands import gazetteers
from caseboard.errors import CaseError
from caseboard.runtime.jobs import Jobs
from caseboard.tagging import tasks
from caseboard.tagging.gazetteer.gazetteer import PATH, shipped, use
from caseboard.tagging.gazetteer.importing import Imported
from support import until

LINE = "\t".join(
    [
        *("900001", "Newtownove", "Newtownove", "Ньютаунове", "49.70", "37.60", "P", "PPL"),
        *("UA", "", "07", "", "", "", "0", "", "100", "Europe/Kyiv", "2020-01-01"),
    ]
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A user without imported tables."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    use(())
    yield paths.gazetteers_folder()
    use(())


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "UA.txt"
    path.write_text(LINE + "\n")
    return path


async def test_imported_place_is_found_at_once_and_by_the_process_that_proposes(home, dump):
    before = tasks.edition()
    done = await gazetteers.import_gazetteer(Jobs(), dump)
    assert done.places == 1
    assert shipped().lookup("Newtownove")[0].id == "geonames:900001"
    assert tasks.arguments("en", "")[2:] == (str(home / done.file),)
    assert tasks.edition() != before


async def test_import_is_a_job_that_shows_how_far_it_is(dump):
    jobs, seen = Jobs(), []

    def look(changed):
        for job in changed.running:
            job.changed.connect(lambda job: seen.append(job.fraction))

    jobs.changed.connect(look)
    await gazetteers.import_gazetteer(jobs, dump)
    assert seen[-1] == 1.0
    assert jobs.running == []


async def test_wrong_file_is_refused_in_words(home, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("A bridge was blown up.\n")
    with pytest.raises(CaseError, match=r"note\.txt is no file of places") as refused:
        await gazetteers.import_gazetteer(Jobs(), path)
    assert "19 columns" in refused.value.hint
    assert list(home.iterdir()) == []


async def test_missing_file_is_refused_in_words(tmp_path):
    with pytest.raises(CaseError, match=r"gone\.txt could not be read"):
        await gazetteers.import_gazetteer(Jobs(), tmp_path / "gone.txt")


async def test_stopped_import_leaves_nothing_behind(home, tmp_path):
    path = tmp_path / "UA.txt"
    with path.open("w") as file:
        for number in range(200_000):
            file.write(LINE.replace("900001", str(20_000_000 + number)) + "\n")
    jobs = Jobs()
    task = asyncio.ensure_future(gazetteers.import_gazetteer(jobs, path))
    await until(lambda: jobs.running and jobs.running[0].bytes_done, seconds=20)
    jobs.running[0].cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert list(home.iterdir()) == []


def test_list_names_what_ships_and_what_is_damaged(home):
    home.mkdir(parents=True)
    (home / "broken.sqlite").write_bytes(b"no table" * 100)
    shipped_table, broken = gazetteers.listed()
    assert shipped_table.path == PATH
    assert shipped_table.places > 250_000
    assert "damaged" in broken.problem


def test_sentence_says_what_there_is_to_say():
    said = gazetteers.sentence(Imported("a.sqlite", 2, 1, 0, 1))
    assert "2 places were added." in said
    assert "1 line could not be read." in said
    assert "known already" not in said
    assert gazetteers.sentence(Imported("a.sqlite", 0, 0, 0, 0)) == "The file names no places."
