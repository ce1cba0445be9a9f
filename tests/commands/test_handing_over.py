"""Exhibits handed over with a briefing: all of them, or of a copy what may go to others."""

import csv
import io
import json

import bagit
import pytest

from caseboard.briefing.release import Ceiling
from caseboard.briefing.unplaced import Finder
from caseboard.commands import telling_files
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.clips import DISPLAY, SANITISED, AddClips, KeptClip, KeptFile
from caseboard.commands.editing import Edit
from caseboard.commands.exporting_briefings import export
from caseboard.errors import CaseError
from caseboard.model.case import Case
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.terms import ClipKind, ExportForm, FileRole, Marking, Method, Reuse
from caseboard.store import briefings, cases
from caseboard.store.files import FileDamaged
from caseworker import NOON, Casework

SECRET = b"C:/Users/olena/secret"


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def begun(work):
    """A case of an article with a picture, dropped from a browser, and of a pasted text."""
    await work.open()
    await work.history.run(Edit(Case, work.case, {"marking": Marking.GREEN}, "mark it"))
    clip_id = await article(work)
    await work.clip()
    briefing = draft(work.read(cases.by_id, work.case))
    briefing.title = "Two accounts"
    await work.history.run(SaveBriefing(briefing))
    (kept,) = work.read(briefings.of_case, work.case)
    return kept, clip_id


async def article(work):
    files = work.library.files
    held = (
        (b"<html>" + SECRET, "article.html", "text/html", FileRole.ORIGINAL, ""),
        (b"photo" + SECRET, "photo.jpg", "image/jpeg", FileRole.PICTURE, ""),
        (b"payload" + SECRET, "drag.html", "text/html", FileRole.PAYLOAD, ""),
        (b"clean photo", "display", "image/jpeg", FileRole.DERIVATIVE, DISPLAY),
        (b"clean page", "page", "text/html", FileRole.DERIVATIVE, SANITISED),
    )
    kept = tuple(
        KeptFile(files.add(data), name, media, role, "", 0, None, step)
        for data, name, media, role, step in held
    )
    clip = KeptClip(ClipKind.ARTICLE, "An article", kept, "https://a.example/", Method.DROP)
    return (await work.history.run(AddClips(work.case, (clip,), NOON)))[0]


async def handed(work, briefing, target, **how):
    form = how.pop("form", ExportForm.FOLDER)
    return await export(work.library, work.history, briefing, target, form, **how)


def content(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def rows(held):
    text = held["exhibits.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


async def test_everything_taken_in_goes_with_how_it_was_collected(work, tmp_path):
    briefing, _clip_id = await begun(work)
    await handed(work, briefing, tmp_path / "given")
    held = content(tmp_path / "given")
    assert set(held) == {
        "SHA256SUMS",
        "briefing.pdf",
        "caseboard-manifest.json",
        "exhibits.csv",
        "exhibits/E001/01-original-article.html",
        "exhibits/E001/02-picture-photo.jpg",
        "exhibits/E001/03-payload-drag.html",
        "exhibits/E001/collection.json",
        "exhibits/E002/01-original-note.txt",
        "exhibits/E002/collection.json",
    }
    assert held["exhibits/E001/02-picture-photo.jpg"] == b"photo" + SECRET
    assert held["briefing.pdf"].startswith(b"%PDF-")
    report = json.loads(held["exhibits/E002/collection.json"])
    assert report["clip"]["title"] == "Two accounts"
    assert [row["file"] for row in rows(held)] == sorted(
        name for name in held if name.startswith("exhibits/") and not name.endswith(".json")
    )


async def test_a_copy_for_others_holds_only_what_was_made_clean(work, tmp_path):
    briefing, clip_id = await begun(work)
    ceiling = Ceiling(Marking.GREEN)
    await handed(work, briefing, tmp_path / "one", ceiling=ceiling)
    without = content(tmp_path / "one")
    assert {name for name in without if name.startswith("exhibits/")} == {
        "exhibits/E001/01-derivative-page.html",
        "exhibits/E002/01-original-note.txt",
    }
    await work.history.run(Edit(Clip, clip_id, {"reuse": Reuse.ALLOWED}, "allow it"))
    await handed(work, briefing, tmp_path / "other", ceiling=ceiling)
    with_picture = content(tmp_path / "other")
    assert b"clean photo" in with_picture.values()
    for held in (without, with_picture):
        assert not [name for name, data in held.items() if SECRET in data]


@pytest.mark.parametrize("form", [ExportForm.FOLDER, ExportForm.BAG])
async def test_a_file_that_tells_a_position_does_not_go_to_others(work, tmp_path, form):
    briefing, _clip_id = await begun(work)
    said = "The guns stand at 49.71003, 37.61581."
    await work.clip(said.encode(), said)
    ceiling = Ceiling(Marking.GREEN)
    exported = await handed(work, briefing, tmp_path / "copy", form=form, ceiling=ceiling)
    held = content(tmp_path / "copy")
    assert not [name for name, data in held.items() if b"49.71003" in data]
    assert "files of E003" in [each.what for each in exported.withheld]
    (row,) = [row for row in rows(data_of(held)) if row["exhibit"].endswith("E003")]
    assert (row["file"], row["left_out"]) == ("", "its words tell a position too closely")
    assert row["sha256"]
    await handed(work, briefing, tmp_path / "whole")
    assert [name for name, data in content(tmp_path / "whole").items() if b"49.71003" in data]


@pytest.mark.parametrize(
    "page",
    [
        "<p>At <b>49.71003</b>, <i>37.61581</i>.</p>",
        '<p><a href="https://maps.google.com/?q=49.71003,37.61581">here</a></p>',
        "<p>49&#46;71003, 37&#46;61581</p>",
        '<img alt="49&deg;42&#39;36&quot;N 37&deg;36&#39;57&quot;E">',
    ],
)
def test_a_page_tells_a_position_however_it_is_marked_up(page):
    file = ClipFile(
        clip_id="c", sha256="", role=FileRole.DERIVATIVE, name="", media_type="text/html", bytes=1
    )
    finder = Finder(10_000.0, frozenset())
    assert telling_files.tells(finder, Clip(text=""), file, page.encode("utf-16"))
    style = b'<style>a{margin:12.12345 45.12345}</style><p class="49.71003">Nothing.</p>'
    assert not telling_files.tells(finder, Clip(text=""), file, style)


def data_of(held):
    """What is in a folder, or in a bag's."""
    return {name.removeprefix("data/"): data for name, data in held.items()}


async def test_what_is_above_the_marking_of_a_copy_is_nowhere_in_it(work, tmp_path):
    briefing, clip_id = await begun(work)
    changes = {"marking": Marking.RED, "reuse": Reuse.ALLOWED}
    await work.history.run(Edit(Clip, clip_id, changes, "mark it"))
    exported = await handed(work, briefing, tmp_path / "given", ceiling=Ceiling(Marking.GREEN))
    held = content(tmp_path / "given")
    assert not [name for name in held if "E001" in name]
    assert not [name for name, data in held.items() if b"An article" in data]
    assert "E001" in {each.what for each in exported.withheld}


async def test_a_bag_is_sound_and_says_what_it_holds(work, tmp_path):
    briefing, _clip_id = await begun(work)
    await handed(work, briefing, tmp_path / "bag", form=ExportForm.BAG)
    bag = bagit.Bag(str(tmp_path / "bag"))
    bag.validate()
    assert bag.info["External-Description"] == "Two accounts"
    assert bag.info["Marking"] == "TLP:GREEN"
    assert bag.info["External-Identifier"].endswith("-B1 v1")


async def test_it_is_recorded_with_the_hash_of_its_list(work, tmp_path):
    briefing, _clip_id = await begun(work)
    exported = await handed(work, briefing, tmp_path / "given")
    (record,) = work.read(briefings.exports, briefing.id)
    assert (record.form, record.sha256) == (ExportForm.FOLDER, exported.stored.sha256)
    sums = (tmp_path / "given" / "SHA256SUMS").read_bytes()
    assert work.library.files.read(record.sha256) == sums


@pytest.mark.parametrize("form", [ExportForm.FOLDER, ExportForm.BAG])
async def test_the_same_case_gives_the_same_bytes(work, tmp_path, form):
    briefing, _clip_id = await begun(work)
    first = await handed(work, briefing, tmp_path / "one", form=form)
    assert await handed(work, briefing, tmp_path / "other", form=form) == first
    assert content(tmp_path / "one") == content(tmp_path / "other")


async def test_a_damaged_exhibit_is_never_handed_over(work, tmp_path):
    briefing, _clip_id = await begun(work)
    sha = work.library.files.add(b"photo" + SECRET).sha256
    work.library.files.path(sha).write_bytes(b"another")
    with pytest.raises(FileDamaged):
        await handed(work, briefing, tmp_path / "given")
    assert list(tmp_path.glob("*given*")) == []
    assert work.read(briefings.exports, briefing.id) == []


async def test_progress_counts_files_and_may_stop_it(work, tmp_path):
    briefing, _clip_id = await begun(work)
    seen = []

    def stop(done, total):
        seen.append((done, total))
        if done == 3:
            raise CaseError("Stopped.")

    with pytest.raises(CaseError, match="Stopped"):
        await handed(work, briefing, tmp_path / "given", progress=stop)
    assert seen == [(1, 9), (2, 9), (3, 9)]
    assert list(tmp_path.glob("*given*")) == []
